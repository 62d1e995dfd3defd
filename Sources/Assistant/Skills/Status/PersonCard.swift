import Delivery
import Interchange
import Language
import Prompts
import Store

/// Who somebody is at work: role, team, and what is open with them; nothing else is kept of a person.
struct PersonCard {
  let scene: Scene

  private typealias Says = Words.PersonShow
  private static let mostFeatures = 4

  func answer(of slot: SlotValue) throws -> Answer {
    guard let person = try Who(scene: scene).person(slot) else { return Answer(.refused, Says.unknownSpeaker) }
    let team = try person.team.flatMap { try scene.snapshot.team($0) }
    let work = try scene.snapshot.work(WorkFilter(assignee: person.key))
    var answer = Answer(.answered, headline(person, team), body: [.facts(facts(work))])
    if person.role == nil, team == nil { answer.verdict = .unknown }
    if !person.active { answer.notices = [Says.inactive(name: person.name)] }
    answer.records = [row(person, team)]
    if !work.isEmpty { answer.next = [Says.Next.work(name: person.name)] }
    return answer
  }

  private func headline(_ person: Person, _ team: Team?) -> String {
    switch (person.role, team) {
    case (let role?, let team?): Says.headline(name: person.name, role: role, team: team.name)
    case (let role?, nil): Says.role(name: person.name, role: role)
    case (nil, let team?): Says.team(name: person.name, team: team.name)
    case (nil, nil): Says.plain(name: person.name)
    }
  }

  private func facts(_ work: [ListedWork]) -> [Fact] {
    guard !work.isEmpty else { return [Fact(Says.open, Says.nothingOpen)] }
    let open = Says.openValue(count: work.count, active: work.count { $0.category == .active })
    var counts: [String: Int] = [:]
    for feature in work.compactMap(\.feature) { counts[feature, default: 0] += 1 }
    let features = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(PersonCard.mostFeatures)
      .map { Says.featureCount(feature: $0.key, count: $0.value) }
    return [Fact(Says.open, open)]
      + (features.isEmpty ? [] : [Fact(Says.worksOn, features.joined(separator: ", "))])
  }

  private func row(_ person: Person, _ team: Team?) -> JSON.Object {
    [
      "kind": "person", "key": .string(person.key.text), "name": .string(person.name), "role": .optional(person.role),
      "team": .optional(team?.name), "active": .bool(person.active),
    ]
  }
}
