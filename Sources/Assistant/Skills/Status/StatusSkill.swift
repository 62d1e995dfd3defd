import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// Says where features, items and releases stand, who owns them, and what there is.
struct StatusSkill {
  let scene: Scene

  func outcome(of intent: StatusIntent) throws -> Outcome {
    switch intent {
    case .status(let slot, let scope):
      switch try Subject(slot, in: scene.snapshot) {
      case .feature(let feature): Outcome(try FeatureCard(scene: scene, feature: feature).answer(for: scope))
      case .item(let item): Outcome(try ItemCard(scene: scene, item: item).answer())
      case .release(let release): Outcome(try ReleaseCard(scene: scene, release: release).answer())
      case .team, .person: Outcome(try OwnerCard(scene: scene).answer(of: slot))
      }
    case .owner(let slot): Outcome(try OwnerCard(scene: scene).answer(of: slot))
    case .person(let slot): Outcome(try PersonCard(scene: scene).answer(of: slot))
    case .team(let slot): Outcome(try TeamCard(scene: scene).answer(of: slot))
    case .when(let slot, let scope): Outcome(try FeatureDate(scene: scene).answer(of: slot, for: scope))
    case .list(let stage, let team, let scope):
      Outcome(try FeatureList(scene: scene).answer(stage: stage, team: team, scope: scope))
    }
  }
}

/// A claim as facts and rows show it.
struct ClaimWording {
  let scene: Scene

  /// The claim as a row for machines.
  func row(_ claim: Claim) throws -> JSON.Object {
    [
      "kind": "claim", "key": .string(claim.key.text), "subject": .string(try subjectName(claim)),
      "attribute": .string(claim.attribute), "scope": .strings(claim.scope), "value": .string(claim.value),
      "source": .optional(claim.source), "by": .optional(try name(of: claim.by)),
      "as_of": .string(scene.wording.iso(claim.at)), "confidence": .string(claim.confidence.rawValue),
      "visibility": .string(claim.visibility.rawValue), "stale": .bool(claim.isStale(at: scene.now)),
    ]
  }

  /// The age of a claim and where it comes from.
  func age(_ claim: Claim) throws -> String {
    let age = scene.wording.distance(to: claim.at)
    guard let person = try name(of: claim.by) else {
      return Words.FeatureStatus.bySource(age: age, source: claim.source ?? Words.Voice.Sources.nobody)
    }
    let short = try claim.by.flatMap { try scene.snapshot.person($0)?.short }
    guard let source = claim.source, source != person, source != short else {
      return Words.FeatureStatus.bySource(age: age, source: person)
    }
    return Words.FeatureStatus.by(age: age, person: person, source: source)
  }

  func fact(_ label: String, _ claim: Claim, role: Role = .plain) throws -> Fact {
    let value =
      claim.scope.isEmpty
      ? claim.value : Words.FeatureStatus.other(value: claim.value, scopes: claim.scope.joined(separator: ", "))
    return Fact(
      label, value, source: try source(of: claim), asOf: claim.at, confidence: claim.confidence.rawValue, role: role)
  }

  func source(of claim: Claim) throws -> String? {
    if let source = claim.source { return source }
    return try name(of: claim.by).map { Words.Voice.Sources.stated(person: $0) }
  }

  func name(of person: Key<Person>?) throws -> String? {
    try person.map { try scene.snapshot.person($0)?.name ?? $0.text }
  }

  private func subjectName(_ claim: Claim) throws -> String {
    switch try scene.snapshot.record(claim.subject) {
    case .feature(let feature): feature.name
    case .team(let team): team.name
    case .person(let person): person.name
    case .release(let release): release.name
    default: claim.subject.key
    }
  }
}
