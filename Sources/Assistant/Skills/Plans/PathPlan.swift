import Delivery
import Planning
import Store
import Times

/// The schedule of one subject with all that it waits for, as a graph whose only end is the subject.
struct PathPlan {
  /// Stands for the subject; no record has this number.
  private static let end: Int64 = -1

  let graph: DependencyGraph
  let components: Components
  let schedule: Schedule
  let estimates: Estimates
  private let node: Planning.Node?

  /// - Parameters:
  ///   - numbers: The subject's own open items, and its number if it is a feature.
  ///   - done: Items to be taken for done.
  ///   - snapshot: Where waits and estimates are.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(items and waits upward), by index.
  init(_ numbers: [Int64], without done: Set<Int64> = [], in snapshot: Snapshot) throws {
    let waits = try snapshot.openWaits(upwardOf: numbers)
    var waiting: [Int64] = []
    var blockers: [Int64] = []
    for position in 0..<waits.count
    where !done.contains(waits.waiting[position]) && !done.contains(waits.blockers[position]) {
      waiting.append(waits.waiting[position])
      blockers.append(waits.blockers[position])
    }
    let own = numbers.filter { !done.contains($0) }
    waiting += own.map { _ in PathPlan.end }
    blockers += own
    graph = DependencyGraph(waiting: waiting, blockers: blockers)
    let graph = graph
    var items: [PlannedItem] = []
    for node in graph.nodes {
      let number = graph.number(of: node)
      guard number >= 0, !OpenWaits.isFeature(number) else { continue }
      if let item = try snapshot.plannedItem(number) { items.append(item) }
    }
    let estimates = Estimates(items)
    self.estimates = estimates
    components = Components(of: graph)
    schedule = Schedule(of: components) { estimates.length(of: graph.number(of: $0)) }
    node = graph.node(of: PathPlan.end)
  }

  /// How long all takes, in hundredths of a day.
  var length: Int { node.map(schedule.finish(of:)) ?? 0 }

  /// The items that decide the end, first things first: those of a circle together.
  var steps: [[Planning.Node]] {
    guard let node else { return [] }
    return schedule.path(to: node).map { step in step.filter { isItem($0) } }.filter { !$0.isEmpty }
  }

  /// Every open item that is not on the path, with what it may be late, least first.
  func loose() -> [(node: Planning.Node, slack: Int)] {
    let onPath = Set(steps.flatMap(\.self))
    return graph.nodes.filter { isItem($0) && !onPath.contains($0) }
      .map { ($0, schedule.totalSlack(of: $0)) }
      .sorted { ($0.slack, $0.node) < ($1.slack, $1.node) }
  }

  var itemCount: Int { graph.nodes.count { isItem($0) } }

  private func isItem(_ node: Planning.Node) -> Bool {
    let number = graph.number(of: node)
    return number >= 0 && !OpenWaits.isFeature(number)
  }
}

/// Offsets of work in hundredths of a working day, as days of the calendar.
struct WorkDays {
  let calendar: WorkCalendar
  private let first: Day

  init(scene: Scene) throws {
    calendar = try DueNotes(scene: scene).calendar
    first = calendar.workingDay(from: scene.wording.today)
  }

  /// The day on which work begins that may start after so much time.
  func start(_ offset: Int) -> Day { calendar.adding(workingDays: offset / Estimates.day, to: first) }

  /// The day at whose end so much time is used up.
  func finish(_ offset: Int) -> Day {
    calendar.adding(workingDays: max(0, Estimates.days(offset) - 1), to: first)
  }
}
