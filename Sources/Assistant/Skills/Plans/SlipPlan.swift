import Delivery
import Planning
import Store

/// What a delay moves, on the graph of all open waits, in which features wait for their own open items.
struct SlipPlan {
  private let graph: DependencyGraph
  private let schedule: Schedule
  let estimates: Estimates
  private let items: [PlannedItem]

  /// - Complexity: O(open items + open waits).
  init(_ snapshot: Snapshot) throws {
    items = try snapshot.plannedItems(of: nil)
    let waits = try snapshot.openWaits()
    let parts = items.filter { $0.feature != nil }
    graph = DependencyGraph(
      waiting: waits.waiting + parts.compactMap(\.feature), blockers: waits.blockers + parts.map(\.number))
    let estimates = Estimates(items)
    self.estimates = estimates
    let graph = graph
    schedule = Schedule(of: Components(of: graph)) { estimates.length(of: graph.number(of: $0)) }
  }

  /// How much later each end is done when some are late, in hundredths of a day; ends that are not named do not move.
  func moves(from causes: [Int64], by delay: Int) -> [Int64: Int] {
    var search = DependencySearch(graph)
    var moves: [Int64: Int] = [:]
    for cause in causes {
      guard let node = graph.node(of: cause) else { continue }
      for move in schedule.slip(of: node, by: delay, in: &search).moves where move.delay > 0 {
        let number = graph.number(of: move.node)
        moves[number] = max(moves[number] ?? 0, move.delay)
      }
    }
    return moves
  }

  /// How much later the last of some items is done when others move.
  func endDelay(of group: [PlannedItem], moves: [Int64: Int]) -> Int {
    func finish(_ item: PlannedItem) -> Int {
      graph.node(of: item.number).map(schedule.finish(of:)) ?? estimates.length(of: item.number)
    }
    let before = group.map(finish).max() ?? 0
    let after = group.map { finish($0) + (moves[$0.number] ?? 0) }.max() ?? 0
    return max(0, after - before)
  }

  /// The numbers of what the items of the store are missing of estimates.
  var missing: Int { estimates.missing.count }
}
