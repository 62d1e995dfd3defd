import Delivery
import Language
import Prompts
import Store
import Times

/// Where a feature stands: what was claimed, with age and source, and what its work shows, as separate facts.
struct FeatureCard {
  let scene: Scene
  let feature: Feature

  func answer(for scope: SlotValue?) throws -> Answer {
    let reference = Reference(.feature, feature.key.text)
    let all = LiveClaims(try scene.snapshot.claims(about: reference), at: scene.now)
    let live = scope.map { all.speaking(of: $0.value) } ?? all
    let work = try scene.snapshot.workCounts(ofFeature: feature.key)
    let stages = live.all("stage")
    let conflict = live.conflict(in: "stage")
    var answer: Answer
    if !conflict.isEmpty {
      let values = try conflict.map { "\($0.value), \(try ClaimWording(scene: scene).age($0))" }
      answer = Answer(
        .conflict, Words.FeatureStatus.conflict(name: feature.name, values: values.joined(separator: " / ")))
    } else if let stage = mostTelling(stages, scope: scope) {
      answer = headline(stage, scope: scope)
    } else if let claim = live.all("availability").first {
      answer = Answer(
        claim.isStale(at: scene.now) ? .stale : .answered,
        Words.FeatureStatus.availability(name: feature.name, value: claim.value))
    } else if let scope {
      answer = Answer(.unknown, Words.FeatureStatus.noneFor(name: feature.name, scope: scope.value))
    } else if work.total > 0 {
      answer = Answer(.answered, headline(work))
    } else {
      answer = Answer(.unknown, Words.FeatureStatus.none(name: feature.name))
    }
    let shown = answer.verdict == .unknown && scope != nil ? all : live
    if answer.verdict == .unknown, !shown.claims.isEmpty {
      answer.body.append(.paragraph(Words.FeatureStatus.elsewhere))
    }
    try fill(&answer, claims: shown, work: work)
    answer.beside = feature.team.map { [Reference(.team, $0.text)] } ?? []
    answer.next = [
      Words.FeatureStatus.Next.blockers(name: feature.name), Words.FeatureStatus.Next.owner(name: feature.name),
    ]
    return answer
  }

  /// The stage to lead with: the one of the scope that was asked for, else the newest.
  private func mostTelling(_ stages: [Claim], scope: SlotValue?) -> Claim? {
    guard let scope else { return stages.first }
    return stages.first { $0.scope.contains(scope.value) } ?? stages.first
  }

  private func headline(_ stage: Claim, scope: SlotValue?) -> Answer {
    if stage.isStale(at: scene.now) {
      return Answer(.stale, Words.FeatureStatus.stale(name: feature.name, stage: stage.value))
    }
    if stage.scope.isEmpty {
      return Answer(.answered, Words.FeatureStatus.stage(name: feature.name, stage: stage.value))
    }
    return Answer(
      .answered,
      Words.FeatureStatus.stageFor(
        name: feature.name, stage: stage.value, scopes: stage.scope.joined(separator: ", ")))
  }

  private func headline(_ work: WorkCounts) -> String {
    work.done == work.total
      ? Words.FeatureStatus.finished(name: feature.name, total: work.total)
      : Words.FeatureStatus.work(
        name: feature.name, done: work.done, total: work.total, active: work.active, waiting: work.waiting)
  }

  /// Adds the facts: the claims first, then what the work shows, then who owns it.
  private func fill(_ answer: inout Answer, claims: LiveClaims, work: WorkCounts) throws {
    let wording = ClaimWording(scene: scene)
    typealias Labels = Words.FeatureStatus.Labels
    var facts: [Fact] = []
    var rest: [Fact] = []
    var used: [Claim] = []
    for stage in claims.all("stage") {
      facts.append(try wording.fact(Labels.stage, stage, role: FeatureCard.role(ofStage: stage.value)))
      used.append(stage)
    }
    if let newest = claims.all("stage").first ?? claims.claims.first {
      let age = try wording.age(newest)
      let days = newest.isStale(at: scene.now) ? newest.verifyDays : nil
      facts.append(
        Fact(
          Words.FeatureStatus.asOf, days.map { Words.FeatureStatus.staleness(age: age, days: $0) } ?? age,
          source: try wording.source(of: newest), asOf: newest.at, confidence: newest.confidence.rawValue,
          role: days == nil ? .source : .risky))
    }
    let order = [
      ("availability", Labels.availability), ("observed", Labels.observed), ("date", Labels.date),
      ("uat", Labels.uat), ("tests", Labels.tests), ("known_issue", Labels.knownIssue), ("limit", Labels.limit),
      ("hypercare", Labels.hypercare), ("how", Labels.how), ("say", Labels.say), ("dont_say", Labels.dontSay),
    ]
    /// What is told in sentences waits for `more`.
    let lengthy: Set = ["how", "say", "dont_say"]
    for (attribute, label) in order {
      for claim in claims.all(attribute) {
        used.append(claim)
        if facts.count < 5, !lengthy.contains(attribute) {
          facts.append(try wording.fact(label, claim))
        } else {
          rest.append(try wording.fact(label, claim))
        }
      }
    }
    let known = Set(order.map(\.0) + ["stage"])
    for claim in claims.claims where !known.contains(claim.attribute) {
      used.append(claim)
      rest.append(try wording.fact(claim.attribute, claim))
    }
    if work.total > 0 {
      facts.append(
        Fact(
          Words.FeatureStatus.workLabel,
          Words.FeatureStatus.workValue(
            done: work.done, total: work.total, active: work.active, waiting: work.waiting),
          source: work.source, asOf: work.newest, confidence: Claim.Confidence.stated.rawValue))
    }
    if let team = try feature.team.flatMap({ try scene.snapshot.team($0) }) {
      facts.append(Fact(Words.FeatureStatus.owner, team.name))
    }
    if !facts.isEmpty { answer.body.append(.facts(facts)) }
    if !rest.isEmpty { answer.rest = [.facts(rest)] }
    answer.records = try used.map(wording.row)
  }

  /// Whether customers have what is at a stage.
  static func isInUse(_ stage: String) -> Bool {
    switch stage {
    case "general", "resurfaced", "limited", "beta": true
    default: false
    }
  }

  /// How a stage is painted: what people have is good, what they lack is not.
  static func role(ofStage stage: String) -> Role {
    switch stage {
    case "general", "resurfaced": .good
    case "off", "deprecated": .bad
    default: .plain
    }
  }
}
