import Planning
import Testing

@Suite struct `A schedule from waits alone` {
  private static func duration(_ item: Int64) -> Int {
    Int(truncatingIfNeeded: (item &* 2_654_435_761) >> 7) & 7
  }

  /// Earliest finish of every item, by raising times until nothing moves.
  private static func finishes(_ oracle: NaiveOracle, delaying late: Int64? = nil, by delay: Int = 0) -> [Int64: Int] {
    func circle(_ item: Int64) -> Set<Int64> {
      oracle.isInCycle(item) ? oracle.upward(of: item).filter { oracle.upward(of: $0).contains(item) } : [item]
    }
    let circles = Dictionary(oracle.items.map { ($0, circle($0)) }) { first, _ in first }
    var finishes: [Int64: Int] = [:]
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for (item, circle) in circles {
        let above = Set(circle.flatMap { oracle.blockers[$0, default: []] }).subtracting(circle)
        let start = above.map { finishes[$0, default: 0] }.max() ?? 0
        let length = circle.reduce(0) { $0 + duration($1) + ($1 == late ? delay : 0) }
        if finishes[item] != start + length {
          finishes[item] = start + length
          hasMoved = true
        }
      }
    }
    return finishes
  }

  @Test(arguments: UInt64(0)..<35)
  func `gives earliest times and slack that a plain repetition confirms`(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let oracle = NaiveOracle(random)
    let graph = random.graph
    let components = Components(of: graph)
    let schedule = Schedule(of: components) { Self.duration(graph.number(of: $0)) }
    let expected = Self.finishes(oracle)
    let end = expected.values.max() ?? 0

    #expect(schedule.length == end)
    for node in graph.nodes {
      let item = graph.number(of: node)
      #expect(schedule.finish(of: node) == expected[item])
      #expect(schedule.path(to: node).last?.contains(node) == true)

      // Slack is what a delay may use up, and not one unit more.
      let slack = schedule.totalSlack(of: node)
      #expect(Self.finishes(oracle, delaying: item, by: slack).values.max() == end)
      #expect(Self.finishes(oracle, delaying: item, by: slack + 1).values.max() == end + 1)
      let members = Set(components.members(of: components.component(of: node)).map(graph.number(of:)))
      let free = schedule.freeSlack(of: node)
      func moved(by delay: Int) -> Bool {
        let finishes = Self.finishes(oracle, delaying: item, by: delay)
        return (finishes.values.max() ?? 0) > end || finishes.contains { !members.contains($0) && expected[$0] != $1 }
      }
      #expect(!moved(by: free))
      #expect(moved(by: free + 1))
    }
  }

  @Test(arguments: UInt64(0)..<140)
  func `names a critical path that runs from a root to the end without slack`(seed: UInt64) {
    let random = RandomGraph(seed: seed)
    let graph = random.graph
    let components = Components(of: graph)
    let schedule = Schedule(of: components) { Self.duration(graph.number(of: $0)) }
    let path = schedule.criticalPath()

    #expect(path.isEmpty == (graph.nodeCount == 0))
    var time = 0
    var above: Set<Node> = []
    for step in path {
      let first = step.first.map(components.component(of:))
      #expect(step.allSatisfy { schedule.totalSlack(of: $0) == 0 && schedule.start(of: $0) == time })
      #expect(above.isEmpty == first.map(components.isRoot))
      #expect(above.isEmpty || step.contains { graph.blockers(of: $0).contains(where: above.contains) })
      time += step.reduce(0) { $0 + Self.duration(graph.number(of: $1)) }
      above = Set(step)
    }
    #expect(time == schedule.length)
  }
}
