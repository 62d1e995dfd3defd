import Planning
import Testing

@Suite struct `A slip of one item` {
  private static func duration(_ item: Int64) -> Int {
    Int(truncatingIfNeeded: (item &* 2_654_435_761) >> 9) & 7
  }

  @Test(arguments: UInt64(0)..<140)
  func `moves what a schedule with the longer item moves`(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed).graph
    let components = Components(of: graph)
    let before = Schedule(of: components) { Self.duration(graph.number(of: $0)) }
    var search = DependencySearch(graph)
    for node in graph.nodes {
      let delay = Int(seed % 11)
      let after = Schedule(of: components) { Self.duration(graph.number(of: $0)) + ($0 == node ? delay : 0) }
      let slip = before.slip(of: node, by: delay, in: &search)
      #expect(slip.endDelay == after.length - before.length)
      #expect(Set(slip.moves.map(\.node)) == Set(search.impact(of: node).hits.map(\.node)))
      for move in slip.moves {
        #expect(move.delay == after.finish(of: move.node) - before.finish(of: move.node))
      }
      let moved = Set(slip.moves.filter { $0.delay > 0 }.map(\.node))
      for other in graph.nodes where other != node && !moved.contains(other) {
        #expect(after.finish(of: other) == before.finish(of: other))
      }
    }
  }

  @Test func `runs down a chain without end`() {
    let count = `A chain without end`.length
    let graph = DependencyGraph(waiting: Array(1..<count), blockers: Array(0..<count - 1))
    let schedule = Schedule(of: Components(of: graph)) { _ in 1 }
    var search = DependencySearch(graph)
    guard let first = graph.node(of: 0) else {
      Issue.record("the chain has no beginning")
      return
    }
    let slip = schedule.slip(of: first, by: 3, in: &search)
    #expect(slip.moves.count == Int(count) - 1)
    #expect(slip.moves.allSatisfy { $0.delay == 3 })
    #expect(slip.endDelay == 3)
  }
}
