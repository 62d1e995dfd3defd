import Planning
import Testing

@Suite struct `Cycles of waits` {
  /// Whether a set of edges has no cycle left, by taking away what waits for nothing.
  private static func isFree(_ edges: [(Int64, Int64)]) -> Bool {
    var edges = edges
    while !edges.isEmpty {
      let waiting = Set(edges.map(\.0))
      let left = edges.filter { waiting.contains($0.1) }
      guard left.count < edges.count else { return false }
      edges = left
    }
    return true
  }

  @Test(arguments: UInt64(0)..<280)
  func `are found whole, with a shortest way round and a cut that breaks all when one can`(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    func cost(_ waiting: Node, _ blocker: Node) -> Int {
      Int(truncatingIfNeeded: (graph.number(of: waiting) &* 31) ^ graph.number(of: blocker)) & 3
    }

    let cycles = Components(of: graph).cycles(cost: cost)

    #expect(Set(cycles.map { Set($0.members.map(graph.number(of:))) }) == oracle.circles())
    #expect(cycles.count == oracle.circles().count)
    for cycle in cycles {
      let members = Set(cycle.members)
      let edges = cycle.members.flatMap { waiting in
        graph.blockers(of: waiting).filter(members.contains).map { (waiting, $0) }
      }
      func breaksAll(_ edge: (Node, Node)) -> Bool {
        Self.isFree(edges.filter { $0 != edge }.map { (graph.number(of: $0.0), graph.number(of: $0.1)) })
      }
      let start = graph.number(of: cycle.path[0])
      let waits = Array(zip(cycle.path, cycle.path.dropFirst() + cycle.path.prefix(1)))
      #expect(cycle.members == cycle.members.sorted() && cycle.path[0] == cycle.members[0])
      #expect(cycle.path.count == oracle.distances(from: start, over: oracle.blockers)[start])
      #expect(Set(cycle.path).count == cycle.path.count)
      #expect(waits.allSatisfy { graph.blockers(of: $0).contains($1) })

      let breaking = edges.filter(breaksAll)
      let candidates = breaking.isEmpty ? waits : breaking
      func rank(_ edge: (Node, Node)) -> (Int, Int, Node, Node) {
        (cost(edge.0, edge.1), graph.blockers(of: edge.0).count, edge.0, edge.1)
      }
      let best = candidates.min { rank($0) < rank($1) }
      #expect(cycle.cut.breaksAll == !breaking.isEmpty)
      #expect(cycle.cut.waiting == best?.0 && cycle.cut.blocker == best?.1)
    }
  }

  @Test func `are cut at the cheapest wait`() throws {
    let graph = DependencyGraph(waiting: [1, 2, 3], blockers: [2, 3, 1])
    let two = try #require(graph.node(of: 2))

    let cut = try #require(Components(of: graph).cycles { waiting, _ in waiting == two ? 1 : 5 }.first).cut
    #expect(graph.number(of: cut.waiting) == 2 && graph.number(of: cut.blocker) == 3)
  }

  @Test func `are cut where the waiting item has nothing else to wait for, when all cost the same`() throws {
    let graph = DependencyGraph(waiting: [1, 1, 2], blockers: [2, 3, 1])

    let cut = try #require(Components(of: graph).cycles().first).cut
    #expect(graph.number(of: cut.waiting) == 2 && graph.number(of: cut.blocker) == 1)
    #expect(cut.breaksAll)
  }

  @Test func `that share an item but no wait are not broken by one cut`() throws {
    let graph = DependencyGraph(waiting: [1, 2, 1, 3], blockers: [2, 1, 3, 1])

    let cycle = try #require(Components(of: graph).cycles().first)
    #expect(cycle.members.count == 3)
    #expect(!cycle.cut.breaksAll)
  }
}
