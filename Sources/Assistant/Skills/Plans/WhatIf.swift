import Delivery
import Interchange
package import Language
import Planning
import Prompts
import Store
import Times

/// What a change would do that nobody makes: the store stays as it is.
package struct WhatIf {
  let scene: Scene

  /// What would be otherwise.
  package enum Change: Hashable, Sendable {
    case done(SlotValue, when: SlotValue?)
    /// More items, or fewer below zero.
    case items(Int)

    init?(_ reading: Reading) {
      if let item = reading.slots["item"] {
        self = .done(item, when: reading.slots["when"])
      } else if let count = reading.slots["count"].flatMap({ Int($0.value) }) {
        let words = Folding.words(of: reading.said)
        let drops = Words.PlanWhatif.dropWords.contains { words.firstRange(of: Folding.words(of: $0)) != nil }
        self = .items(drops ? -count : count)
      } else {
        return nil
      }
    }
  }

  private static let named = 5

  private typealias Labels = Words.PlanWhatif

  func answer(_ change: Change, _ slots: ForecastSlots) throws -> Answer {
    switch change {
    case .done(let item, let when): return try done(item, when: when?.time)
    case .items(let count): return try items(count, slots)
    }
  }

  // MARK: More or fewer items

  private func items(_ change: Int, _ slots: ForecastSlots) throws -> Answer {
    guard let slot = slots.subject else { return Answer(.unknown, Labels.subject(count: abs(change))) }
    let subject = try Subject(slot, in: scene.snapshot)
    let before: ForecastBasis
    do { before = try ForecastBasis(subject, count: nil, scene: scene) } catch let refusal as ForecastBasis.Refusal {
      return ForecastCard.refused(refusal, name: subject.name)
    }
    let after: ForecastBasis
    do {
      after = try ForecastBasis(subject, count: nil, change: change, scene: scene)
    } catch is ForecastBasis.Refusal {
      return Answer(.answered, Labels.nothingLeft(count: abs(change), name: subject.name))
    }
    let today = scene.wording.today
    guard let old = before.date(for: 0.85, from: today), let new = after.date(for: 0.85, from: today) else {
      return Answer(
        .unknown,
        Words.PlanForecast.never(
          name: subject.name, days: PastWork.window, years: Throughput.horizon / 365))
    }
    let (oldDate, newDate) = (scene.wording.day(old), scene.wording.day(new))
    let headline =
      old == new
      ? Labels.same(name: subject.name, after: newDate)
      : change < 0
        ? Labels.dropped(count: -change, name: subject.name, after: newDate, before: oldDate)
        : Labels.added(count: change, name: subject.name, after: newDate, before: oldDate)
    var facts: [Fact] = [
      Fact(Labels.left, Labels.change(before: "\(before.remaining)", after: "\(after.remaining)"))
    ]
    if let one = before.date(for: 0.5, from: today), let other = after.date(for: 0.5, from: today) {
      facts.append(
        Fact(Labels.half, Labels.change(before: scene.wording.day(one), after: scene.wording.day(other))))
    }
    facts.append(Fact(Labels.likely, Labels.change(before: oldDate, after: newDate)))
    var answer = Answer(.answered, headline, body: [.facts(facts)])
    answer.notices = [Labels.unsaved]
    answer.next = [Labels.Next.forecast(name: subject.name)]
    answer.records = [before, after].enumerated().map { index, basis in
      [
        "kind": "forecast", "key": .string(basis.key), "what_if": .bool(index == 1),
        "p50": .optional(basis.date(for: 0.5, from: today)?.description),
        "p85": .optional(basis.date(for: 0.85, from: today)?.description),
        "p95": .optional(basis.date(for: 0.95, from: today)?.description), "remaining": .integer(basis.remaining),
        "samples": .integer(basis.past.throughput.sampleCount), "trials": .integer(basis.odds.trials),
        "method": basis.odds.isExact ? "exact" : "monte-carlo",
      ]
    }
    return answer
  }

  // MARK: An item done

  private func done(_ slot: SlotValue, when: TimeReading?) throws -> Answer {
    let subject = try Subject(slot, in: scene.snapshot)
    let snapshot = scene.snapshot
    guard let number = try snapshot.waitNumber(of: subject.reference), try snapshot.waitEnd(number)?.isOpen == true
    else {
      return Answer(.answered, Labels.already(key: subject.name))
    }
    let day = (when?.end ?? when?.start).map { scene.line.zone.local(at: $0.instant).day }
    let said = day.map { Labels.on(date: scene.wording.day($0)) } ?? Labels.now
    let walk = try ImpactWalk(from: [number], in: snapshot) { try snapshot.hitEnd($0)?.feature }
    var ends = WaitEnds(snapshot)
    var free: [Int64] = []
    var blocked: [(waiting: Int64, by: [Int64])] = []
    for hit in walk.hits where hit.distance == 1 && !hit.isWhole {
      let waits = try snapshot.openWaits(upwardOf: [hit.number])
      let others = (0..<waits.count).filter { waits.waiting[$0] == hit.number && waits.blockers[$0] != number }
        .map { waits.blockers[$0] }
      if hit.from != nil { continue }
      if others.isEmpty { free.append(hit.number) } else { blocked.append((hit.number, others)) }
    }
    let moves = try earlier(number, walk, done: day)
    guard !free.isEmpty || !blocked.isEmpty || !moves.isEmpty else {
      return Answer(.answered, Labels.doneNothing(key: subject.name, date: said))
    }
    var facts: [Fact] = []
    if !free.isEmpty { facts.append(Fact(Labels.freed, short(try ends.names(free)))) }
    for wait in blocked.prefix(3) {
      facts.append(
        Fact(
          Labels.still,
          Labels.stillValue(key: try ends.end(wait.waiting).name, blockers: short(try ends.names(wait.by)))))
    }
    let named = try moves.sorted { ($1.days, $0.number) < ($0.days, $1.number) }.prefix(Self.named).map { move in
      Labels.earlierValue(key: try ends.end(move.number).name, days: move.days)
    }
    facts.append(
      Fact(
        Labels.earlier,
        moves.isEmpty
          ? Labels.earlierNone
          : moves.count > Self.named
            ? Labels.freedMore(keys: named.joined(separator: ", "), count: moves.count - Self.named)
            : named.joined(separator: ", ")))
    var answer = Answer(
      .answered, Labels.done(key: subject.name, date: said, count: free.count), body: [.facts(facts)])
    answer.notices = [Labels.unsaved]
    answer.next = [Labels.Next.impact(key: subject.name)]
    let saved = Dictionary(moves.map { ($0.number, $0.days) }) { first, _ in first }
    answer.records = try walk.hits.map { hit in
      let end = try ends.end(hit.number)
      return [
        "kind": .string(end.reference.kind.rawValue), "key": .string(end.reference.key),
        "distance": .integer(hit.distance), "freed": .bool(free.contains(hit.number)),
        "earlier_days": .integer(saved[hit.number] ?? 0),
      ]
    }
    return answer
  }

  private func short(_ names: [String]) -> String {
    let text = names.prefix(Self.named).joined(separator: ", ")
    return names.count > Self.named ? Labels.freedMore(keys: text, count: names.count - Self.named) : text
  }

  /// How many days of work sooner each hit could be done, for those that could at all.
  private func earlier(_ number: Int64, _ walk: ImpactWalk, done day: Day?) throws -> [(number: Int64, days: Int)] {
    let days = try WorkDays(scene: scene)
    let left =
      day.map { max(0, days.calendar.workingDays(from: scene.wording.today, to: $0)) * Estimates.day } ?? 0
    let plan = try ThoughtPlan(scene.snapshot, upwardOf: [number] + walk.hits.map(\.number))
    return plan.savings(of: number, taking: left).compactMap { saved in
      walk.hits.contains { $0.number == saved.number } ? (saved.number, Estimates.days(saved.time)) : nil
    }
  }
}

/// A schedule compared with the one in which an item is done at a given time, whatever it waits for.
struct ThoughtPlan {
  private let waits: OpenWaits
  private let estimates: Estimates

  init(_ snapshot: Snapshot, upwardOf numbers: [Int64]) throws {
    waits = try snapshot.openWaits(upwardOf: numbers)
    let items = Set(waits.waiting + waits.blockers).filter { !OpenWaits.isFeature($0) }.sorted()
    estimates = Estimates(try items.compactMap { try snapshot.plannedItem($0) })
  }

  /// - Complexity: O(waits).
  func savings(of number: Int64, taking left: Int) -> [(number: Int64, time: Int)] {
    let graph = DependencyGraph(waiting: waits.waiting, blockers: waits.blockers)
    let before = Schedule(of: Components(of: graph)) { estimates.length(of: graph.number(of: $0)) }
    // Without its own waits the item begins at once, and takes until the day that is thought of.
    let kept = (0..<waits.count).filter { waits.waiting[$0] != number }
    let freed = DependencyGraph(waiting: kept.map { waits.waiting[$0] }, blockers: kept.map { waits.blockers[$0] })
    let after = Schedule(of: Components(of: freed)) { node in
      freed.number(of: node) == number ? left : estimates.length(of: freed.number(of: node))
    }
    return graph.nodes.compactMap { node in
      let item = graph.number(of: node)
      guard item != number else { return nil }
      let end = freed.node(of: item).map(after.finish(of:)) ?? estimates.length(of: item)
      let time = before.finish(of: node) - end
      return time > 0 ? (item, time) : nil
    }
  }
}
