import Delivery
import Interchange
import Language
import Planning
import Prompts
import Store
import Times

/// The chain of work that decides when a feature, a release or an item can be done, and what may be late beside it.
struct PathList {
  let scene: Scene

  private static let shown = 8
  private static let namedSlack = 4

  private typealias Labels = Words.PlanPath

  func answer(to slot: SlotValue) throws -> Answer {
    let subject = try Subject(slot, in: scene.snapshot)
    let plan = try PathPlan(PathList.numbers(of: subject, in: scene.snapshot), in: scene.snapshot)
    let steps = plan.steps
    guard !steps.isEmpty else { return Answer(.answered, Labels.done(name: subject.name)) }
    var ends = WaitEnds(scene.snapshot)
    let days = try WorkDays(scene: scene)
    let date = scene.wording.datedDay(days.finish(plan.length))
    let count = steps.reduce(0) { $0 + $1.count }
    let length = Estimates.days(plan.length)
    var answer = Answer(
      .answered,
      count == 1
        ? Labels.headlineOne(name: subject.name, days: length, date: date)
        : Labels.headline(name: subject.name, days: length, date: date, count: count))
    let rows = try steps.flatMap { step in try step.map { try row($0, step, plan, days, &ends) } }
    let columns = [
      Table.Column(Labels.item, isToldElsewhere: true), Table.Column(Labels.owner),
      Table.Column(Labels.days, isNumber: true), Table.Column(Labels.start), Table.Column(Labels.finish),
    ]
    answer.body = [.table(Table(columns, rows: Array(rows.prefix(Self.shown))))]
    answer.body.append(.facts([Fact(Labels.slack, try slack(plan, &ends))]))
    if rows.count > Self.shown { answer.rest = [.table(Table(columns, rows: Array(rows.dropFirst(Self.shown))))] }
    let missing = plan.estimates.missing.count
    if missing > 0 {
      answer.notices.append(
        Labels.noEstimates(count: missing, of: plan.itemCount, days: Estimates.days(plan.estimates.standard)))
    }
    for step in steps where step.count > 1 {
      let keys = try ends.keys(step.map(plan.graph.number(of:)))
      answer.notices.append(Labels.circles(keys: keys.prefix(6).joined(separator: ", ")))
    }
    answer.notices.append(Labels.assumes)
    if scene.wantsRecords {
      answer.records = try steps.flatMap { step in try step.map { try record($0, plan, days, &ends) } }
    }
    if let first = steps.first?.first {
      answer.next = [Labels.Next.impact(key: try ends.end(plan.graph.number(of: first)).name)]
    }
    if case .item = subject {} else { answer.next.append(Labels.Next.forecast(name: subject.name)) }
    return answer
  }

  /// What a subject's end waits for: its open items, and its own number where it has one.
  static func numbers(of subject: Subject, in snapshot: Snapshot) throws -> [Int64] {
    if case .item = subject {
      guard let number = try snapshot.waitNumber(of: subject.reference) else { return [] }
      return try snapshot.waitEnd(number)?.isOpen == true ? [number] : []
    }
    let group = try WaitGroup(subject, in: snapshot)
    return group.features + group.items
  }

  private func row(
    _ node: Planning.Node, _ step: [Planning.Node], _ plan: PathPlan, _ days: WorkDays, _ ends: inout WaitEnds
  ) throws -> [String] {
    let number = plan.graph.number(of: node)
    let end = try ends.end(number)
    let name = step.count > 1 ? Labels.circle(key: end.name) : end.name
    return [
      end.title.map { Labels.titled(key: name, title: $0) } ?? name, end.owner ?? end.team ?? "",
      "\(Estimates.days(plan.estimates.length(of: number)))",
      scene.wording.day(days.start(plan.schedule.start(of: node))),
      scene.wording.day(days.finish(plan.schedule.finish(of: node))),
    ]
  }

  private func record(
    _ node: Planning.Node, _ plan: PathPlan, _ days: WorkDays, _ ends: inout WaitEnds
  ) throws -> JSON.Object {
    let number = plan.graph.number(of: node)
    let end = try ends.end(number)
    let length = plan.estimates.length(of: number)
    return [
      "kind": "item", "key": .string(end.reference.key), "title": .optional(end.title),
      "days": PathList.days(length), "start": .string(days.start(plan.schedule.start(of: node)).description),
      "finish": .string(days.finish(plan.schedule.finish(of: node)).description),
      "slack_days": PathList.days(plan.schedule.totalSlack(of: node)), "owner": .optional(end.owner),
      "estimated": .bool(!plan.estimates.missing.contains(number)),
    ]
  }

  private static func days(_ length: Int) -> JSON {
    length % Estimates.day == 0 ? .integer(length / Estimates.day) : .number(Estimates.exactDays(length))
  }

  private func slack(_ plan: PathPlan, _ ends: inout WaitEnds) throws -> String {
    let loose = plan.loose()
    guard !loose.isEmpty else { return Labels.noSlack }
    let named = try loose.prefix(Self.namedSlack).map { entry in
      Labels.slackNamed(
        key: try ends.end(plan.graph.number(of: entry.node)).name, days: Estimates.days(entry.slack))
    }.joined(separator: ", ")
    return loose.count > Self.namedSlack ? Labels.more(names: named, count: loose.count - Self.namedSlack) : named
  }
}
