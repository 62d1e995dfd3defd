import Delivery
import Interchange
import Language
import Planning
import Prompts
import Store
import Times

/// Where finished work spent its time, stage by stage, and what is in work now.
struct FlowCard {
  let scene: Scene

  /// Without a period, this many days back.
  private static let usual = 90
  private static let shown = 7
  private static let secondsOfADay = 86_400.0

  private typealias Labels = Words.FlowShow

  func answer(_ slots: FlowSlots) throws -> Answer {
    let snapshot = scene.snapshot
    let subject = try (slots.feature ?? slots.team).map { try Subject($0, in: snapshot) }
    let group = subject.flatMap(ItemGroup.init)
    let name = subject?.name ?? Labels.everything
    let (start, end) = period(slots.period?.time)
    let statuses = Dictionary(try snapshot.numberedStatuses().map { ($0.number, $0) }) { first, _ in first }
    let flow = Flow(
      try snapshot.lives(of: group, from: start, to: end).map { life in
        Flow.Life(created: life.created, done: life.done, stages: life.stages)
      }
    ) { statuses[$0]?.category }
    guard !flow.leadTimes.isEmpty else { return Answer(.unknown, Labels.none(name: name)) }
    if let slot = slots.status { return try answer(flow, in: slot, statuses) }
    let open = try snapshot.openCounts(of: group)
    let stages = stages(flow, statuses, open)
    let (half, likely) = (days(flow.leadTimes, 0.5), days(flow.leadTimes, 0.85))
    var answer = Answer(
      .answered,
      flow.efficiency.map {
        Labels.headline(name: name, half: half, likely: likely, waiting: 100 - FlowCard.percent($0))
      } ?? Labels.headlinePlain(name: name, half: half, likely: likely))
    answer.body = [
      .table(table(stages.prefix(Self.shown))), .facts(try facts(flow, statuses, open, group, start, end)),
    ]
    if stages.count > Self.shown { answer.rest = [.table(table(stages.dropFirst(Self.shown)))] }
    answer.records = records(flow, stages, key: subject?.reference.key)
    answer.next = [Labels.Next.blocked]
    if let subject { answer.next.append(Labels.Next.forecast(name: subject.name)) }
    return answer
  }

  private func period(_ time: TimeReading?) -> (Instant, Instant) {
    if let start = time?.start?.instant { return (start, min(scene.now, time?.end?.instant ?? scene.now)) }
    return (scene.now + -Int64(Self.usual) * 86_400, scene.now)
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  /// Days with one decimal below ten, whole ones above.
  private func days(_ times: [Int64], _ share: Double) -> String {
    let days = Double(Percentile.of(share, times) ?? 0) / Self.secondsOfADay
    if days >= 10 { return "\(Int(days.rounded()))" }
    let tenths = Int((days * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: Stages

  /// One stage in any of its spellings.
  private struct Stage {
    let name: String
    let category: Status.Category?
    var times: [Int64]
    var open: Int
  }

  private func stages(_ flow: Flow, _ statuses: [Int: NumberedStatus], _ open: [Int?: Int]) -> [Stage] {
    var stages: [Stage] = []
    var places: [String: Int] = [:]
    for stage in flow.stages {
      guard let status = statuses[stage.status] else { continue }
      if let place = places[Status.fold(status.name)] {
        stages[place].times = (stages[place].times + stage.times).sorted()
        stages[place].open += open[stage.status] ?? 0
      } else {
        places[Status.fold(status.name)] = stages.count
        stages.append(
          Stage(name: status.name, category: status.category, times: stage.times, open: open[stage.status] ?? 0))
      }
    }
    return stages
  }

  private func table(_ stages: ArraySlice<Stage>) -> Table {
    let total = max(1, stages.reduce(0) { $0 + $1.times.reduce(0, +) })
    return Table(
      [
        Table.Column(Labels.stage), Table.Column(Labels.kind), Table.Column(Labels.half, isNumber: true),
        Table.Column(Labels.likely, isNumber: true), Table.Column(Labels.share, isNumber: true),
        Table.Column(Labels.open, isNumber: true),
      ],
      rows: stages.map { stage in
        let share = Double(stage.times.reduce(0, +)) / Double(total)
        return [
          stage.name, stage.category.map(WorkWording.category) ?? Labels.unsorted,
          Labels.days(count: days(stage.times, 0.5)), Labels.days(count: days(stage.times, 0.85)),
          Labels.percent(value: FlowCard.percent(share)), "\(stage.open)",
        ]
      })
  }

  private func answer(_ flow: Flow, in slot: SlotValue, _ statuses: [Int: NumberedStatus]) throws -> Answer {
    let wanted = Status.fold(slot.key ?? slot.value)
    let times = flow.stages.filter { statuses[$0.status].map { Status.fold($0.name) == wanted } ?? false }
      .flatMap(\.times).sorted()
    guard !times.isEmpty else { return Answer(.unknown, Labels.statusNone(status: slot.value)) }
    var answer = Answer(
      .answered,
      Labels.status(
        half: days(times, 0.5), status: slot.value, likely: days(times, 0.85), count: times.count))
    answer.records = [record(slot.value, nil, times)]
    return answer
  }

  // MARK: Numbers

  private func facts(
    _ flow: Flow, _ statuses: [Int: NumberedStatus], _ open: [Int?: Int], _ group: ItemGroup?, _ start: Instant,
    _ end: Instant
  ) throws -> [Fact] {
    func times(_ label: String, _ times: [Int64]) -> Fact {
      Fact(
        label,
        Labels.times(
          half: days(times, 0.5), likely: days(times, 0.85), nearly: days(times, 0.95), count: times.count))
    }
    var facts = [times(Labels.lead, flow.leadTimes)]
    if !flow.cycleTimes.isEmpty { facts.append(times(Labels.cycle, flow.cycleTimes)) }
    if let efficiency = flow.efficiency {
      facts.append(Fact(Labels.efficiency, Labels.efficiencyValue(value: FlowCard.percent(efficiency))))
    }
    let active = open.filter { $0.key.flatMap { statuses[$0]?.category } == .active }.reduce(0) { $0 + $1.value }
    let all = open.values.reduce(0, +)
    facts.append(Fact(Labels.wip, Labels.wipValue(active: active, waiting: all - active)))
    if let fact = try finished(group, start, end) { facts.append(fact) }
    facts += try blocked(group)
    return facts
  }

  private func finished(_ group: ItemGroup?, _ start: Instant, _ end: Instant) throws -> Fact? {
    let zone = scene.line.zone
    let (first, last) = (zone.local(at: start).day, zone.local(at: end).day)
    guard last - first >= 14, last - first <= 3_660 else { return nil }
    var days = [Int](repeating: 0, count: last - first)
    for done in try scene.snapshot.finished(of: group, since: start) {
      let day = zone.local(at: done).day - first
      if days.indices.contains(day) { days[day] += 1 }
    }
    let throughput = Throughput(days: days)
    let weeks = throughput.sums(of: 7)
    guard let least = weeks.min(), let most = weeks.max() else { return nil }
    return Fact(
      Labels.throughput,
      Labels.throughputValue(
        count: throughput.total, date: scene.wording.day(first), least: least, most: most,
        line: Sparkline.of(weeks.suffix(16).map(Double.init))))
  }

  /// The roots behind most days of waiting so far.
  private func blocked(_ group: ItemGroup?) throws -> [Fact] {
    let chosen = try group.map { try scene.snapshot.openItems(of: $0) }
    var blocked = BlockedItems(
      try scene.openGraph(), outside: try scene.snapshot.openOutsideItems(), among: chosen)
    var waits: [Int64: (days: Int, items: Int)] = [:]
    for entry in blocked.items.prefix(5_000) {
      let days = entry.since.map(scene.wording.days(since:)) ?? 0
      for root in blocked.roots(of: entry) {
        waits[root, default: (0, 0)].days += days
        waits[root, default: (0, 0)].items += 1
      }
    }
    var ends = WaitEnds(scene.snapshot)
    return try waits.sorted { ($1.value.days, $0.key) < ($0.value.days, $1.key) }.prefix(2).map { root, wait in
      Fact(
        Labels.blocked, Labels.blockedValue(root: try ends.end(root).name, days: wait.days, count: wait.items))
    }
  }

  private func records(_ flow: Flow, _ stages: [Stage], key: String?) -> [JSON.Object] {
    func object(_ times: [Int64]) -> JSON {
      func value(_ share: Double) -> JSON {
        Percentile.of(share, times).map { .number(Double($0) / Self.secondsOfADay) } ?? .null
      }
      return .object(["p50": value(0.5), "p85": value(0.85), "p95": value(0.95), "count": .integer(times.count)])
    }
    let whole: JSON.Object = [
      "kind": "flow", "key": .optional(key), "lead_days": object(flow.leadTimes),
      "cycle_days": object(flow.cycleTimes), "efficiency": flow.efficiency.map(JSON.number) ?? .null,
    ]
    return [whole] + stages.map { record($0.name, $0.category, $0.times) }
  }

  private func record(_ name: String, _ category: Status.Category?, _ times: [Int64]) -> JSON.Object {
    func value(_ share: Double) -> JSON {
      Percentile.of(share, times).map { .number(Double($0) / Self.secondsOfADay) } ?? .null
    }
    return [
      "kind": "stage", "key": .string(name), "category": .optional(category?.rawValue), "p50_days": value(0.5),
      "p85_days": value(0.85), "total_days": .number(Double(times.reduce(0, +)) / Self.secondsOfADay),
      "count": .integer(times.count),
    ]
  }
}
