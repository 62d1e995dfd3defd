import Delivery
import Language
import Prompts
import Store
import Times

/// Who answers for something: one team, and the one person who may be interrupted now.
struct OwnerCard {
  let scene: Scene

  func answer(of slot: SlotValue) throws -> Answer {
    let snapshot = scene.snapshot
    let subject = try Subject(slot, in: snapshot)
    switch subject {
    case .team(let team): return try answer(of: team)
    case .item(let item):
      let person = try item.assignee.flatMap { try snapshot.person($0) }
      let team = try item.team.flatMap { try snapshot.team($0) }
      var answer: Answer
      if let person {
        answer = Answer(.answered, Words.FeatureOwner.item(key: item.key.text, person: person.name))
      } else if let team {
        answer = Answer(.answered, Words.FeatureOwner.itemTeam(key: item.key.text, team: team.name))
      } else {
        return Answer(.unknown, Words.FeatureOwner.none(name: item.key.text))
      }
      if let team { answer.body = try facts(of: team) }
      answer.records = [try ItemRow(scene: scene).row(item)]
      return answer
    case .feature(let feature): return try answer(of: feature)
    case .release, .person: return Answer(.unknown, Words.FeatureOwner.none(name: subject.name))
    }
  }

  private func answer(of feature: Feature) throws -> Answer {
    let snapshot = scene.snapshot
    let claims = LiveClaims(
      try snapshot.claims(about: Reference(.feature, feature.key.text)), at: scene.now
    ).all("owner")
    let team = try feature.team.flatMap { try snapshot.team($0) }
    let person = try feature.owner.flatMap { try snapshot.person($0) }
    var answer: Answer
    switch (team, person) {
    case (let team?, let person?):
      answer = Answer(
        .answered, Words.FeatureOwner.person(name: feature.name, team: team.name, person: person.name))
    case (let team?, nil): answer = Answer(.answered, Words.FeatureOwner.team(name: feature.name, team: team.name))
    case (nil, let person?):
      answer = Answer(.answered, Words.FeatureOwner.lead(person: person.name, name: feature.name))
    case (nil, nil):
      answer =
        if let claim = claims.first {
          Answer(.answered, Words.FeatureOwner.lead(person: claim.value, name: feature.name))
        } else {
          Answer(.unknown, Words.FeatureOwner.none(name: feature.name))
        }
    }
    let wording = ClaimWording(scene: scene)
    if let team { answer.body = try facts(of: team) }
    let said = try claims.map { try wording.fact(Words.FeatureOwner.claim, $0) }
    if !said.isEmpty { answer.body.append(.facts(said)) }
    let workers = try snapshot.workers(onFeature: feature.key, limit: 3)
    if !workers.isEmpty {
      answer.body.append(
        .facts(
          workers.map { worker in
            Fact(
              Words.FeatureOwner.recent,
              Words.FeatureOwner.recentValue(person: worker.person.name, count: worker.open))
          }))
    }
    answer.records = try claims.map(wording.row)
    answer.beside =
      [person.map { Reference(.person, $0.key.text) }, team.map { Reference(.team, $0.key.text) }].compactMap(\.self)
    answer.next = [Words.FeatureOwner.Next.status(name: feature.name)]
    return answer
  }

  private func answer(of team: Team) throws -> Answer {
    let people = try scene.snapshot.people(ofTeam: team.key)
    var body = try facts(of: team)
    if !people.isEmpty {
      let names = people.map { person in person.role.map { "\(person.name) (\($0))" } ?? person.name }
      body.append(.facts([Fact(Words.FeatureOwner.people, names.joined(separator: ", "))]))
    }
    let features = try scene.snapshot.features(ofTeam: team.key).map(\.name)
    if !features.isEmpty {
      body.append(.facts([Fact(Words.FeatureOwner.owns, features.joined(separator: ", "))]))
    }
    return Answer(
      .answered, Words.FeatureOwner.teamHeadline(name: team.name, count: people.count), body: body,
      next: [Words.FeatureOwner.Next.work(name: team.name)])
  }

  /// Whom of a team one may interrupt today.
  private func facts(of team: Team) throws -> [Block] {
    guard let shield = try scene.snapshot.shield(ofTeam: team.key, on: scene.wording.today) else { return [] }
    let wording = ClaimWording(scene: scene)
    var facts = [
      Fact(
        Words.FeatureOwner.talkTo,
        Words.FeatureOwner.shield(
          person: try wording.name(of: shield.person) ?? "", date: scene.wording.day(shield.to)))
    ]
    if let backup = try wording.name(of: shield.backup) { facts.append(Fact(Words.FeatureOwner.backup, backup)) }
    return [.facts(facts)]
  }
}
