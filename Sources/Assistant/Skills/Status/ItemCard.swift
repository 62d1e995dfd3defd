import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// Where one work item stands, since when, and what it waits for.
struct ItemCard {
  let scene: Scene
  let item: Item

  func answer() throws -> Answer {
    let snapshot = scene.snapshot
    var facts: [Fact] = []
    if let title = item.title { facts.append(fact(Words.FeatureStatus.title, title)) }
    let assignee = try item.assignee.flatMap { try snapshot.person($0)?.name }
    facts.append(fact(Words.FeatureStatus.assignee, assignee ?? Words.FeatureStatus.nobody))
    if let feature = try item.feature.flatMap({ try snapshot.feature($0)?.name }) {
      facts.append(fact(Words.FeatureStatus.feature, feature))
    }
    if let team = try item.team.flatMap({ try snapshot.team($0)?.name }) {
      facts.append(fact(Words.FeatureStatus.team, team))
    }
    if let release = try item.release.flatMap({ try snapshot.release($0)?.name }) {
      facts.append(fact(Words.FeatureStatus.release, release))
    }
    let waits = try snapshot.openBlockers(of: Reference(.item, item.key.text)).map(\.key)
    if !waits.isEmpty {
      facts.append(Fact(Words.FeatureStatus.waitsFor, waits.joined(separator: ", "), role: .bad))
    }
    if let updated = item.updated ?? item.history.last?.at {
      facts.append(
        fact(
          item.source == nil ? Words.FeatureStatus.updated : Words.FeatureStatus.source,
          item.source.map { source in
            Words.FeatureStatus.bySource(age: scene.wording.distance(to: updated), source: source)
          } ?? scene.wording.distance(to: updated), role: .source))
    }
    var answer = Answer(.answered, try headline(), body: [.facts(facts)])
    if item.status == nil { answer.verdict = .unknown }
    answer.records = [try ItemRow(scene: scene).row(item)]
    if !waits.isEmpty { answer.next = [Words.FeatureStatus.Next.blockers(name: item.key.text)] }
    return answer
  }

  private func fact(_ label: String, _ value: String, role: Role = .plain) -> Fact {
    Fact(
      label, value, source: item.source, asOf: item.updated ?? item.history.last?.at,
      confidence: Claim.Confidence.stated.rawValue, role: role)
  }

  private func headline() throws -> String {
    let key = item.key.text
    if let reason = item.closedBecause { return Words.FeatureStatus.itemGone(key: key, reason: reason) }
    guard let status = item.status else { return Words.FeatureStatus.itemUnknown(key: key) }
    if let done = item.done {
      return Words.FeatureStatus.itemDone(key: key, date: scene.wording.datedDay(scene.wording.day(of: done)))
    }
    let category = try scene.snapshot.category(ofStatus: status)?.rawValue ?? Words.Voice.Sources.nobody
    guard let since = item.history.last?.at else {
      return Words.FeatureStatus.itemSince(key: key, status: status, category: category)
    }
    return Words.FeatureStatus.item(
      key: key, status: status, category: category, days: scene.wording.days(since: since))
  }
}

/// A work item as a row for machines.
struct ItemRow {
  let scene: Scene

  func row(_ item: Item) throws -> JSON.Object {
    let category = try item.status.flatMap { try scene.snapshot.category(ofStatus: $0) }
    return [
      "kind": "item", "key": .string(item.key.text), "title": .optional(item.title), "status": .optional(item.status),
      "category": .optional(category?.rawValue),
      "assignee": .optional(try item.assignee.flatMap { try scene.snapshot.person($0)?.name }),
      "feature": .optional(try item.feature.flatMap { try scene.snapshot.feature($0)?.name }),
      "team": .optional(try item.team.flatMap { try scene.snapshot.team($0)?.name }),
      "days": .optional((item.history.last?.at ?? item.updated).map { scene.wording.days(since: $0) }),
    ]
  }
}
