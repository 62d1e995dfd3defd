import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// Who a team is, what it owns, and where it hangs on one person.
struct TeamCard {
  let scene: Scene

  /// Who had work of a feature so many days back knows it.
  private static let memory = 180

  private typealias Labels = Words.TeamShow

  func answer(of slot: SlotValue) throws -> Answer {
    let snapshot = scene.snapshot
    guard case .team(let team) = try Subject(slot, in: snapshot) else {
      throw UnknownRecord.name(kind: .team, said: slot.value)
    }
    let people = try snapshot.people(ofTeam: team.key)
    let features = try snapshot.features(ofTeam: team.key)
    let areas = try oneDeep(team, features)
    var facts: [Fact] = []
    if !people.isEmpty {
      facts.append(
        Fact(
          Labels.people,
          people.map { person in person.role.map { Labels.person(name: person.name, role: $0) } ?? person.name }
            .joined(separator: ", ")))
    }
    if let mission = team.mission { facts.append(Fact(Labels.mission, mission)) }
    if !features.isEmpty { facts.append(Fact(Labels.owns, features.map(\.name).joined(separator: ", "))) }
    facts.append(
      Fact(
        Labels.oneDeep,
        areas.isEmpty
          ? Labels.oneDeepNone
          : areas.map { Labels.oneDeepArea(feature: $0.feature.name, person: $0.person.name) }
            .joined(separator: ", "),
        source: Labels.oneDeepSource(days: Self.memory), role: areas.isEmpty ? .plain : .risky))
    let work = try snapshot.work(WorkFilter(team: team.key))
    let blocked = try BlockedItems(
      scene.openGraph(), outside: snapshot.openOutsideItems(), among: snapshot.openItems(of: .team(team.key)))
    facts.append(
      Fact(
        Labels.open,
        Labels.openValue(
          count: work.count, active: work.count { $0.category == .active }, blocked: blocked.items.count)))
    if let shield = try snapshot.shield(ofTeam: team.key, on: scene.wording.today) {
      let wording = ClaimWording(scene: scene)
      facts.append(
        Fact(
          Labels.talkTo,
          Labels.shield(person: try wording.name(of: shield.person) ?? "", date: scene.wording.day(shield.to))))
      if let backup = try wording.name(of: shield.backup) { facts.append(Fact(Labels.backup, backup)) }
    }
    if let zone = team.zone { facts.append(Fact(Labels.hours, Labels.zoneValue(zone: zone))) }
    var answer = Answer(.answered, Labels.headline(name: team.name, count: people.count), body: [.facts(facts)])
    answer.records = people.map { person in
      [
        "kind": "person", "key": .string(person.key.text), "name": .string(person.name),
        "role": .optional(person.role), "team": .string(team.name),
        "alone_on": .strings(areas.filter { $0.person.key == person.key }.map(\.feature.key.text)),
      ]
    }
    answer.next = [Labels.Next.work(name: team.name), Labels.Next.blocked(name: team.name)]
    return answer
  }

  /// Features whose items lately were all in one person's hands.
  private func oneDeep(_ team: Team, _ features: [Feature]) throws -> [(feature: Feature, person: Person)] {
    let hands = try scene.snapshot.hands(onTeam: team.key, since: scene.now + -Int64(Self.memory) * 86_400)
    return try features.compactMap { feature in
      guard let people = hands[feature.key], people.count == 1, let only = people.keys.first,
        let person = try scene.snapshot.person(only)
      else { return nil }
      return (feature, person)
    }
  }
}
