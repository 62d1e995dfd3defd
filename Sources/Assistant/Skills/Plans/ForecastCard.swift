import Delivery
import Interchange
import Language
import Planning
import Prompts
import Store
import Times

/// When something will be done, as a distribution with everything it rests on; never a single date.
struct ForecastCard {
  let scene: Scene

  private typealias Labels = Words.PlanForecast

  func answer(_ slots: ForecastSlots) throws -> Answer {
    guard let slot = slots.subject else { return Answer(.unknown, Words.Voice.Unknown.empty) }
    let subject = try Subject(slot, in: scene.snapshot)
    let until = slots.when?.time.flatMap(lastDay)
    if case .team = subject, slots.count == nil, let until { return try capacity(of: subject, until: until) }
    do {
      let basis = try ForecastBasis(subject, count: slots.count, scene: scene)
      return try answer(basis, count: slots.count, until: until)
    } catch let refusal as ForecastBasis.Refusal {
      return ForecastCard.refused(refusal, name: subject.name)
    }
  }

  /// The last day that counts for a deadline or a period.
  private func lastDay(_ time: TimeReading) -> Day? {
    guard let end = time.end ?? time.start else { return nil }
    // The end of a period is the first moment after it.
    return time.kind == .interval
      ? scene.line.zone.local(at: end.instant + -1).day : scene.line.zone.local(at: end.instant).day
  }

  static func refused(_ refusal: ForecastBasis.Refusal, name: String) -> Answer {
    switch refusal {
    case .nothingLeft: Answer(.answered, Labels.done(name: name))
    case .tooLittle(let past):
      Answer(
        .unknown,
        Labels.tooLittle(name: name, done: past.throughput.total, days: PastWork.window, wanted: PastWork.fewest))
    }
  }

  private func answer(_ basis: ForecastBasis, count: Int?, until: Day?) throws -> Answer {
    let today = scene.wording.today
    let name = count.map { Labels.count(count: $0, name: basis.name) } ?? basis.name
    guard let half = basis.date(for: 0.5, from: today), let likely = basis.date(for: 0.85, from: today) else {
      return Answer(
        .unknown, Labels.never(name: name, days: PastWork.window, years: Throughput.horizon / 365))
    }
    var headline =
      half == likely
      ? Labels.headlineSame(name: name, likely: scene.wording.day(likely))
      : Labels.headline(name: name, half: scene.wording.day(half), likely: scene.wording.day(likely))
    var chance: Double?
    if let until {
      let value =
        until < today
        ? 0
        : basis.odds.chance(
          within: basis.past.days(until: until, from: today, calendar: basis.calendar))
      chance = value
      let date = scene.wording.day(until)
      headline =
        (until < today
          ? Labels.byNever(name: name, date: date)
          : Labels.by(name: name, date: date, chance: ForecastCard.percent(value))) + " " + headline
    }
    var answer = Answer(.answered, headline)
    answer.body = [.bars(bars(basis)), .facts(try facts(basis))]
    answer.notices = try notices(basis)
    answer.records = [record(basis, count: count, until: until, chance: chance)]
    let dropped = min(3, basis.remaining - 1)
    if dropped > 0 { answer.next.append(Labels.Next.drop(count: dropped)) }
    if count == nil { answer.next.append(Labels.Next.blockers(name: basis.name)) }
    return answer
  }

  /// Whole percents; only what is certain is called 100 or 0.
  static func percent(_ chance: Double) -> Int {
    let percent = Int((chance * 100).rounded())
    if percent == 100, chance < 1 - 1e-9 { return 99 }
    return percent == 0 && chance > 1e-9 ? 1 : percent
  }

  // MARK: The picture

  private func bars(_ basis: ForecastBasis) -> Bars {
    var rows: [(day: Day, days: Int, note: String?)] = []
    for (share, note) in [
      (0.2, nil), (0.5, Labels.halfNote), (0.7, nil), (0.85, Labels.sureNote), (0.95, nil),
    ] as [(Double, String?)] {
      guard let days = basis.odds.days(for: share) else { continue }
      let day = basis.past.date(after: days, from: scene.wording.today, calendar: basis.calendar)
      if let last = rows.last, last.day == day {
        rows[rows.count - 1].note = note ?? last.note
      } else {
        rows.append((day, days, note))
      }
    }
    return Bars(
      Labels.bars, label: Table.Column(Labels.doneBy), value: Table.Column(Labels.chance, isNumber: true),
      bars: rows.map { row in
        let chance = basis.odds.chance(within: row.days)
        return Bars.Bar(
          scene.wording.day(row.day), Labels.percent(value: ForecastCard.percent(chance)), share: chance,
          note: row.note)
      })
  }

  // MARK: What it rests on

  private func facts(_ basis: ForecastBasis) throws -> [Fact] {
    let throughput = basis.past.throughput
    let kind = basis.past.countsEveryDay ? Labels.calendarDays : Labels.workingDays
    var facts = [
      Fact(
        Labels.from,
        Labels.fromValue(
          left: basis.remaining, samples: throughput.sampleCount, kind: kind, done: throughput.total,
          zero: throughput.zeroDays), source: Labels.recorded, asOf: scene.now)
    ]
    let length = basis.past.countsEveryDay ? 7 : 5
    let sums = throughput.sums(of: length)
    if let least = sums.min(), let most = sums.max(), sums.count > 1 {
      facts.append(
        Fact(
          Labels.pace,
          Labels.paceValue(
            least: least, most: most, days: length, line: Sparkline.of(sums.suffix(16).map(Double.init)))))
    }
    facts.append(
      Fact(
        Labels.method,
        basis.odds.seed.map { Labels.runs(count: basis.odds.trials, seed: Int(truncatingIfNeeded: $0)) }
          ?? Labels.exact))
    var left = [try newWork(basis, done: throughput.total)]
    if basis.hasFeatureWaits { left.append(Labels.featureWaits) }
    facts.append(Fact(Labels.notIn, left.joined(separator: ", ")))
    let backtest = Backtest(days: basis.past.longer, window: throughput.sampleCount)
    if backtest.count > 0 {
      facts.append(Fact(Labels.backtest, Labels.backtestValue(count: backtest.count, held: backtest.held)))
    }
    return facts
  }

  private func newWork(_ basis: ForecastBasis, done: Int) throws -> String {
    let created = try created(basis)
    return created > 0 ? Labels.newWork(created: created, done: done) : Labels.noNewWork
  }

  private func created(_ basis: ForecastBasis) throws -> Int {
    let start = scene.line.zone.instant(of: LocalTime(basis.past.first))
    return try scene.snapshot.createdCount(of: basis.group, since: start)
  }

  private func notices(_ basis: ForecastBasis) throws -> [String] {
    var notices: [String] = []
    var ends = WaitEnds(scene.snapshot)
    if let team = basis.borrowedFrom { notices.append(Labels.ofTeam(name: basis.name, team: team)) }
    if basis.isOfTeams { notices.append(Labels.ofTeams) }
    if !basis.outside.isEmpty {
      notices.append(Labels.waits(count: basis.outside.count, keys: try short(basis.outside, &ends)))
    }
    if !basis.unknowable.isEmpty {
      notices.append(Labels.noHistory(keys: try short(basis.unknowable, &ends), count: basis.unknowable.count))
    }
    if !basis.past.throughput.isSteady {
      let halves = basis.past.throughput.halves
      notices.append(Labels.unsteady(older: halves.older, newer: halves.newer))
    }
    return notices
  }

  private func short(_ numbers: [Int64], _ ends: inout WaitEnds) throws -> String {
    let names = try ends.names(numbers.prefix(60))
    let text = names.prefix(5).joined(separator: ", ")
    return numbers.count > 5 ? Words.ImpactList.more(names: text, count: numbers.count - 5) : text
  }

  private func record(_ basis: ForecastBasis, count: Int?, until: Day?, chance: Double?) -> JSON.Object {
    let today = scene.wording.today
    func day(_ share: Double) -> JSON { .optional(basis.date(for: share, from: today)?.description) }
    let throughput = basis.past.throughput
    let backtest = Backtest(days: basis.past.longer, window: throughput.sampleCount)
    let created = (try? self.created(basis)) ?? 0
    return [
      "kind": "forecast", "key": .string(basis.key), "name": .string(basis.name), "p50": day(0.5), "p85": day(0.85),
      "p95": day(0.95),
      "days": .object([
        "p50": .optional(basis.odds.days(for: 0.5)), "p85": .optional(basis.odds.days(for: 0.85)),
        "p95": .optional(basis.odds.days(for: 0.95)),
      ]), "remaining": .integer(basis.remaining), "samples": .integer(throughput.sampleCount),
      "zero_days": .integer(throughput.zeroDays), "finished": .integer(throughput.total),
      "working_days": .bool(!basis.past.countsEveryDay), "trials": .integer(basis.odds.trials),
      "seed": .optional(basis.odds.seed.map { Int(truncatingIfNeeded: $0) }),
      "method": basis.odds.isExact ? "exact" : "monte-carlo", "steady": .bool(throughput.isSteady),
      "growth": .number(throughput.total > 0 ? Double(created) / Double(throughput.total) : 0),
      "by": .optional(until?.description), "chance": chance.map(JSON.number) ?? .null,
      "backtest": .object(["held": .integer(backtest.held), "of": .integer(backtest.count)]),
    ]
  }

  // MARK: How much fits

  private func capacity(of subject: Subject, until: Day) throws -> Answer {
    let calendar = try DueNotes(scene: scene).calendar
    let past = try PastWork(of: ItemGroup(subject), scene: scene, calendar: calendar)
    guard past.hasEnough else { return ForecastCard.refused(.tooLittle(past), name: subject.name) }
    let days = past.days(until: until, from: scene.wording.today, calendar: calendar)
    let half = past.throughput.items(within: days, for: 0.5)
    let likely = past.throughput.items(within: days, for: 0.85)
    let nearly = past.throughput.items(within: days, for: 0.95)
    let kind = past.countsEveryDay ? Labels.calendarDays : Labels.workingDays
    let left = try scene.snapshot.plannedItems(of: ItemGroup(subject)).count
    var answer = Answer(
      .answered, Labels.how(name: subject.name, half: half, date: scene.wording.day(until), likely: likely),
      body: [
        .facts([
          Fact(
            Labels.from,
            Labels.fromValue(
              left: left, samples: past.throughput.sampleCount, kind: kind, done: past.throughput.total,
              zero: past.throughput.zeroDays), source: Labels.recorded, asOf: scene.now),
          Fact(Labels.method, Labels.exact),
        ])
      ])
    let backtest = Backtest(days: past.longer, window: past.throughput.sampleCount)
    answer.records = [
      [
        "kind": "forecast", "key": .string(subject.reference.key), "by": .string(until.description),
        "items": .object(["p50": .integer(half), "p85": .integer(likely), "p95": .integer(nearly)]),
        "remaining": .integer(left), "samples": .integer(past.throughput.sampleCount), "trials": 0, "method": "exact",
        "backtest": .object(["held": .integer(backtest.held), "of": .integer(backtest.count)]),
      ]
    ]
    return answer
  }
}
