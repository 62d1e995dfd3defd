import Delivery
import Interchange
import Language
import Planning
import Prompts
import Store
import Times

/// When something ships: what was recorded, as it was recorded, and beside it a forecast that nobody promised.
struct FeatureDate {
  let scene: Scene

  private typealias Labels = Words.FeatureWhen

  func answer(of slot: SlotValue, for scope: SlotValue?) throws -> Answer {
    let subject = try Subject(slot, in: scene.snapshot)
    var answer: Answer
    switch subject {
    case .feature(let feature): answer = try self.answer(of: feature, for: scope)
    case .release(let release): answer = self.answer(of: release)
    case .item(let item): answer = self.answer(of: item)
    case .team, .person: return Answer(.unknown, Labels.none(name: subject.name))
    }
    if let fact = try forecast(subject) { answer.body.append(.facts([fact])) }
    if case .item = subject {
      answer.next = [Labels.Next.blockers(name: subject.name)]
    } else {
      answer.next = [Labels.Next.forecast(name: subject.name), Labels.Next.blockers(name: subject.name)]
    }
    return answer
  }

  // MARK: What was recorded

  private func answer(of feature: Feature, for scope: SlotValue?) throws -> Answer {
    let claims = LiveClaims(
      try scene.snapshot.claims(about: Reference(.feature, feature.key.text)), at: scene.now)
    let live = scope.map { claims.speaking(of: $0.value) } ?? claims
    let dates = live.all("date")
    let release = try feature.release.flatMap { try scene.snapshot.release($0) }
    let wording = ClaimWording(scene: scene)
    var answer: Answer
    let conflict = live.conflict(in: "date")
    let stages = live.all("stage")
    if !conflict.isEmpty {
      answer = Answer(
        .conflict,
        Labels.conflict(name: feature.name, values: conflict.map(\.value).joined(separator: " / ")))
    } else if let newest = dates.first {
      answer = Answer(
        newest.isStale(at: scene.now) ? .stale : .answered,
        newest.isStale(at: scene.now)
          ? Labels.stale(name: feature.name, value: newest.value)
          : newest.scope.isEmpty
            ? Labels.said(name: feature.name, value: newest.value)
            : Labels.saidFor(
              name: feature.name, scopes: newest.scope.joined(separator: ", "), value: newest.value))
    } else if let stage = stages.first(where: { ["general", "resurfaced"].contains($0.value) }) {
      answer = Answer(
        .answered,
        stage.scope.isEmpty
          ? Labels.live(name: feature.name, stage: stage.value)
          : Labels.liveFor(name: feature.name, stage: stage.value, scopes: stage.scope.joined(separator: ", ")))
    } else if scope == nil, let release, let date = release.date {
      answer = Answer(.answered, self.headline(feature.name, release, date))
    } else {
      answer = Answer(
        .unknown,
        scope.map { Labels.noneFor(name: feature.name, scope: $0.value) } ?? Labels.none(name: feature.name))
    }
    var facts = try dates.map { try wording.fact(Labels.recorded, $0) }
    if let newest = dates.first {
      facts.append(
        Fact(
          Words.FeatureStatus.asOf, try wording.age(newest), source: try wording.source(of: newest), asOf: newest.at,
          confidence: newest.confidence.rawValue, role: newest.isStale(at: scene.now) ? .risky : .source))
    }
    if let release, let date = release.date {
      facts.append(
        Fact(
          Labels.planned, Labels.plannedValue(release: release.name, date: scene.wording.datedDay(date)),
          source: release.source))
    }
    let waits = try scene.snapshot.openBlockers(of: Reference(.feature, feature.key.text))
    if !waits.isEmpty {
      let names = try waits.prefix(5).map { reference -> String in
        guard reference.kind == .feature else { return reference.key }
        return try scene.snapshot.feature(Key(reference.key))?.name ?? reference.key
      }
      facts.append(Fact(Labels.blocked, names.joined(separator: ", "), role: .bad))
    }
    if !facts.isEmpty { answer.body = [.facts(facts)] }
    let used = dates.isEmpty ? Array(stages.prefix(1)) : dates
    answer.records = try used.map(wording.row)
    return answer
  }

  private func headline(_ name: String, _ release: Release, _ date: Day) -> String {
    let when = scene.wording.datedDay(date)
    return date < scene.wording.today && release.state == "released"
      ? Labels.releaseDone(name: name, release: release.name, date: when)
      : Labels.release(name: name, release: release.name, date: when)
  }

  private func answer(of release: Release) -> Answer {
    guard let date = release.date else { return Answer(.unknown, Labels.none(name: release.name)) }
    var answer = Answer(.answered, Labels.releaseSelf(name: release.name, date: scene.wording.datedDay(date)))
    if let source = release.source {
      answer.body = [.facts([Fact(Labels.recorded, scene.wording.day(date), source: source)])]
    }
    answer.records = [
      ["kind": "release", "key": .string(release.key.text), "date": .string(date.description)]
    ]
    return answer
  }

  private func answer(of item: Item) -> Answer {
    let key = item.key.text
    if let done = item.done {
      return Answer(.answered, Labels.doneOn(name: key, date: scene.wording.datedDay(scene.wording.day(of: done))))
    }
    if let due = item.due { return Answer(.answered, Labels.due(name: key, date: scene.wording.datedDay(due))) }
    return Answer(.unknown, Labels.none(name: key))
  }

  // MARK: What the work shows

  /// The forecast in one line; nothing where no work is open.
  private func forecast(_ subject: Subject) throws -> Fact? {
    if case .item = subject { return nil }
    do {
      let basis = try ForecastBasis(subject, count: nil, scene: scene)
      guard let half = basis.date(for: 0.5, from: scene.wording.today),
        let likely = basis.date(for: 0.85, from: scene.wording.today)
      else { return Fact(Labels.forecast, Labels.forecastNone) }
      return Fact(
        Labels.forecast,
        Labels.forecastValue(half: scene.wording.day(half), likely: scene.wording.day(likely)),
        source: Words.PlanForecast.recorded, asOf: scene.now)
    } catch ForecastBasis.Refusal.nothingLeft {
      return nil
    } catch is ForecastBasis.Refusal {
      return Fact(Labels.forecast, Labels.forecastNone)
    }
  }
}
