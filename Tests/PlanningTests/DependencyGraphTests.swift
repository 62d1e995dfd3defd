import Planning
import Testing

@Suite struct `A dependency graph` {
  @Test(arguments: UInt64(0)..<140)
  func `holds each edge once, in both directions, whatever the numbers`(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph

    #expect(graph.nodes.map(graph.number(of:)) == oracle.items.sorted())
    #expect(graph.edgeCount == oracle.blockers.values.reduce(0) { $0 + $1.count })
    for node in graph.nodes {
      let number = graph.number(of: node)
      #expect(graph.node(of: number) == node)
      #expect(graph.blockers(of: node).map(graph.number(of:)) == oracle.blockers[number, default: []].sorted())
      #expect(graph.waiters(of: node).map(graph.number(of:)) == oracle.waiters[number, default: []].sorted())
      #expect(graph.isBlocked(node) == oracle.isBlocked(number))
    }
  }

  @Test func `does not know items that no edge touches`() {
    let graph = DependencyGraph(waiting: [10, 12], blockers: [12, 20])

    for number: Int64 in [.min, 9, 11, 13, 19, 21, .max] {
      #expect(graph.node(of: number) == nil)
    }
  }

  @Test func `may be empty`() {
    let graph = DependencyGraph(waiting: [], blockers: [])

    #expect(graph.nodeCount == 0)
    #expect(graph.edgeCount == 0)
    #expect(graph.node(of: 0) == nil)
    #expect(Components(of: graph).count == 0)
  }

  @Test func `takes the lowest and the highest number there is`() throws {
    let graph = DependencyGraph(waiting: [.min, 0], blockers: [.max, .min])
    let lowest = try #require(graph.node(of: .min))

    #expect(graph.nodes.map(graph.number(of:)) == [.min, 0, .max])
    #expect(graph.blockers(of: lowest).map(graph.number(of:)) == [.max])
  }

  @Test func `keeps an item that waits for itself, once`() throws {
    let graph = DependencyGraph(waiting: [3, 3], blockers: [3, 3])
    let node = try #require(graph.node(of: 3))

    #expect(graph.edgeCount == 1)
    #expect(Array(graph.blockers(of: node)) == [node])
    #expect(Components(of: graph).isInCycle(node))
  }

  @Test(arguments: UInt64(0)..<140)
  func `falls into components, blockers first`(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    let components = Components(of: graph)
    let members = (0..<components.count).map { components.members(of: $0).map(graph.number(of:)) }

    #expect(components.order.sorted() == Array(graph.nodes))
    #expect(Set(members.filter { oracle.isInCycle($0[0]) }.map(Set.init)) == oracle.circles())
    for (component, row) in members.enumerated() {
      #expect(row == row.sorted())
      #expect(components.isCycle(component) == oracle.isInCycle(row[0]))
      #expect(row.count == 1 || components.isCycle(component))
      #expect(components.isRoot(component) == oracle.isRoot(row[0]))
    }
    for node in graph.nodes {
      let component = components.component(of: node)
      #expect(components.members(of: component).contains(node))
      for blocker in graph.blockers(of: node) {
        #expect(components.component(of: blocker) <= component)
      }
    }
  }
}
