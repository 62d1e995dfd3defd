import Planning
import Testing

@Suite struct `A search in the graph` {
  @Test(arguments: UInt64(0)..<140)
  func `finds exactly the roots of every item, one search after the other`(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    var search = DependencySearch(graph)

    for node in graph.nodes {
      let number = graph.number(of: node)
      let roots = search.roots(of: node)
      #expect(roots.map { graph.number(of: $0.node) } == oracle.roots(of: number).sorted())
      #expect(roots.isEmpty == !graph.isBlocked(node))
      for root in roots {
        #expect(root.inCycle == oracle.isInCycle(graph.number(of: root.node)))
      }
    }
  }

  @Test(arguments: UInt64(0)..<140)
  func `lists the chain upward, nearest first`(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    var search = DependencySearch(graph)

    for node in graph.nodes {
      let number = graph.number(of: node)
      let chain = search.chain(of: node)
      var expected = oracle.distances(from: number, over: oracle.blockers)
      let roots = oracle.roots(of: number)
      expected[number] = nil
      #expect(chain.links.count == expected.count)
      #expect(chain.links.map(\.depth) == expected.values.sorted())
      #expect(chain.start.node == node && chain.start.depth == 0)
      for link in [chain.start] + chain.links {
        let item = graph.number(of: link.node)
        #expect(item == number || link.depth == expected[item])
        #expect(link.waitsFor.map(graph.number(of:)) == oracle.blockers[item, default: []].sorted())
        #expect(link.isRoot == roots.contains(item))
        #expect(link.inCycle == oracle.isInCycle(item))
      }
    }
  }

  @Test(arguments: UInt64(0)..<140)
  func `lists all that waits for an item, with a shortest way to each`(seed: UInt64) throws {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    var search = DependencySearch(graph)

    for node in graph.nodes {
      let number = graph.number(of: node)
      let impact = search.impact(of: node)
      var expected = oracle.distances(from: number, over: oracle.waiters)
      expected[number] = nil
      let distances = impact.hits.map { (graph.number(of: $0.node), $0.distance) }
      #expect(Dictionary(distances) { _, _ in -1 } == expected)
      #expect(impact.hits.map(\.distance) == expected.values.sorted())
      #expect(search.impactCount(of: node) == expected.count)
      for (position, hit) in impact.hits.enumerated() {
        let path = impact.because(position)
        #expect(path.count == hit.distance + 1)
        #expect(path.first == node && path.last == hit.node)
        #expect(zip(path, path.dropFirst()).allSatisfy { graph.waiters(of: $0).contains($1) })
      }
    }
  }

  @Test(arguments: UInt64(0)..<140)
  func `names the items that an answer frees at once`(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    let search = DependencySearch(graph)

    for node in graph.nodes {
      let number = graph.number(of: node)
      let expected = oracle.items.filter { $0 != number && oracle.blockers[$0] == [number] }
      #expect(search.freed(by: node).map(graph.number(of:)) == expected.sorted())
    }
  }

  @Test(arguments: UInt64(0)..<140)
  func `tells the shortest cycle that a new wait would close, and only then`(seed: UInt64) throws {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    var search = DependencySearch(random.graph)

    for blocker in oracle.items {
      let distances = oracle.distances(from: blocker, over: oracle.blockers)
      let wrong = oracle.items.filter { waiting in
        let cycle = search.cycleClosed(by: waiting, waitingFor: blocker)
        let steps = waiting == blocker ? 0 : distances[waiting]
        guard let cycle else { return steps != nil }
        let next = cycle.dropFirst(2) + cycle.prefix(1)
        let isCycle = zip(cycle.dropFirst(), next).allSatisfy { oracle.blockers[$0, default: []].contains($1) }
        return !isCycle || cycle.first != waiting || cycle.count - 1 != steps
      }
      #expect(wrong.isEmpty)
    }
  }

  @Test func `sees no cycle in a wait between items not seen before, but in a wait for oneself`() {
    var search = DependencySearch(DependencyGraph(waiting: [1], blockers: [2]))

    #expect(search.cycleClosed(by: 8, waitingFor: 9) == nil)
    #expect(search.cycleClosed(by: 2, waitingFor: 9) == nil)
    #expect(search.cycleClosed(by: 9, waitingFor: 1) == nil)
    #expect(search.cycleClosed(by: 9, waitingFor: 9) == [9])
    #expect(search.cycleClosed(by: 2, waitingFor: 1) == [2, 1])
  }

  @Test func `gives both roots where one branch ends and another circles`() throws {
    // 1 waits for 2, which is free, and for 3, which circles with 4; 5 circles with 6, which waits for 2.
    let graph = DependencyGraph(waiting: [1, 1, 3, 4, 5, 6, 6], blockers: [2, 3, 4, 3, 6, 5, 2])
    var search = DependencySearch(graph)
    let one = try #require(graph.node(of: 1))
    let five = try #require(graph.node(of: 5))

    let roots = search.roots(of: one)
    #expect(roots.map { graph.number(of: $0.node) } == [2, 3, 4])
    #expect(roots.map(\.inCycle) == [false, true, true])
    #expect(search.roots(of: five).map { graph.number(of: $0.node) } == [2])
  }

  @Test func `passes twenty-four diamonds without counting their sixteen million ways`() throws {
    var waiting: [Int64] = []
    var blockers: [Int64] = []
    for diamond in Int64(0)..<24 {
      let top = diamond * 3
      waiting += [top, top, top + 1, top + 2]
      blockers += [top + 1, top + 2, top + 3, top + 3]
    }
    let graph = DependencyGraph(waiting: waiting, blockers: blockers)
    var search = DependencySearch(graph)
    let top = try #require(graph.node(of: 0))
    let bottom = try #require(graph.node(of: 72))

    #expect(search.roots(of: top) == [RootBlocker(node: bottom, inCycle: false)])
    #expect(search.chain(of: top).links.count == 72)
    #expect(search.chain(of: top).links.last?.depth == 48)
    #expect(search.impactCount(of: bottom) == 72)
  }
}
