import Planning
import Testing

@Suite struct `All root blockers` {
  @Test(arguments: UInt64(0)..<140, [0, 12, 1_000_000])
  func `are those of the plain definition, however little work is allowed`(seed: UInt64, work: Int) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    var roots = RootBlockers(of: Components(of: graph), work: work)

    for node in graph.nodes {
      let found = roots.roots(of: node)
      #expect(found.map { graph.number(of: $0.node) } == oracle.roots(of: graph.number(of: node)).sorted())
      #expect(found.allSatisfy { $0.inCycle == oracle.isInCycle(graph.number(of: $0.node)) })
    }
  }

  @Test(arguments: UInt64(0)..<140, [0, 12, 1_000_000])
  func `know what hangs on them`(seed: UInt64, work: Int) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    let burdens = RootBlockers(of: Components(of: graph), work: work).burdens()

    #expect(burdens.map { graph.number(of: $0.root.node) } == oracle.items.filter(oracle.isRoot).sorted())
    for burden in burdens {
      let root = graph.number(of: burden.root.node)
      let others = oracle.distances(from: root, over: oracle.waiters).keys.filter { $0 != root }
      let circle = oracle.isInCycle(root) ? oracle.upward(of: root) : [root]
      #expect(burden.root.inCycle == oracle.isInCycle(root))
      #expect(burden.downstream == others.count)
      #expect(burden.solely == others.filter { oracle.roots(of: $0) == circle }.count)
      #expect(burden.freed == others.filter { oracle.blockers[$0] == [root] }.count)
    }
  }

  @Test func `of one call that frees three are told`() throws {
    let graph = DependencyGraph(waiting: [1, 2, 3, 4, 5, 5], blockers: [9, 9, 9, 1, 9, 8])
    let nine = try #require(graph.node(of: 9))
    let burdens = RootBlockers(of: Components(of: graph)).burdens()

    let burden = try #require(burdens.first { $0.root.node == nine })
    #expect(burden.freed == 3)
    #expect(burden.downstream == 5)
    #expect(burden.solely == 4)
  }

  @Test func `of a ladder, where every item has one root more than the last, stay exact`() throws {
    let height: Int64 = 3_000
    let steps = Array(Int64(1)..<height)
    let graph = DependencyGraph(waiting: steps + steps, blockers: steps.map { $0 - 1 } + steps.map { $0 + height })
    var roots = RootBlockers(of: Components(of: graph), work: 100_000)

    for step: Int64 in [1, 100, 1_500, height - 1] {
      let node = try #require(graph.node(of: step))
      #expect(roots.roots(of: node).count == Int(step) + 1)
    }
  }
}
