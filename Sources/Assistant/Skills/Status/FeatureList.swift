import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// The features of a team, at a stage, or for a scope.
struct FeatureList {
  let scene: Scene

  /// Longer lists continue after `more`.
  private static let shown = 12

  func answer(stage: SlotValue?, team: SlotValue?, scope: SlotValue?) throws -> Answer {
    let snapshot = scene.snapshot
    let owner = try team.map { slot -> Team in
      guard case .team(let team) = try Subject(slot, in: snapshot) else {
        throw UnknownRecord.name(kind: .team, said: slot.value)
      }
      return team
    }
    let features = try owner.map { try snapshot.features(ofTeam: $0.key) } ?? snapshot.features()
    var stages: [String: [Claim]] = [:]
    for claim in try snapshot.claims(attribute: "stage") { stages[claim.subject.key, default: []].append(claim) }
    var rows: [[Table.Cell]] = []
    var used: [Claim] = []
    var listed: [Reference] = []
    for feature in features {
      var live = LiveClaims(stages[feature.key.text] ?? [], at: scene.now)
      if let scope { live = live.speaking(of: scope.value) }
      let claims = live.claims.filter { claim in stage.map { $0.value == claim.value } ?? true }
      if claims.isEmpty, stage != nil || scope != nil { continue }
      used += claims
      let values = claims.map { claim in
        claim.scope.isEmpty
          ? claim.value
          : Words.FeatureStatus.other(value: claim.value, scopes: claim.scope.joined(separator: ", "))
      }
      listed.append(Reference(.feature, feature.key.text))
      rows.append([
        Table.Cell(feature.name),
        Table.Cell(
          values.isEmpty ? Words.FeatureList.noStage : values.joined(separator: "; "),
          claims.count == 1 ? FeatureCard.role(ofStage: claims[0].value) : .plain),
        Table.Cell(try feature.team.flatMap { try snapshot.team($0)?.name } ?? ""),
        Table.Cell(claims.first.map { scene.wording.distance(to: $0.at) } ?? "", .source),
      ])
    }
    guard !rows.isEmpty else { return Answer(.unknown, Words.FeatureList.none) }
    let columns = [
      Table.Column(Words.FeatureList.feature), Table.Column(Words.FeatureList.stage),
      Table.Column(Words.FeatureList.team), Table.Column(Words.FeatureList.asOf),
    ]
    let headline =
      if let owner {
        Words.FeatureList.headlineTeam(team: owner.name, count: rows.count)
      } else if let stage {
        Words.FeatureList.headlineStage(count: rows.count, stage: stage.value)
      } else {
        Words.FeatureList.headline(count: rows.count)
      }
    var answer = Answer(
      .answered, headline, body: [.table(Table(columns, cells: Array(rows.prefix(FeatureList.shown))))])
    if rows.count > FeatureList.shown {
      answer.rest = [.table(Table(columns, cells: Array(rows.dropFirst(FeatureList.shown))))]
    }
    answer.listed = listed
    answer.records = try used.map(ClaimWording(scene: scene).row)
    return answer
  }
}
