import Delivery

extension Record {
  /// The value as one that has a table; a dependency's table is unlike the others.
  var stored: (any Stored)? {
    switch self {
    case .workspace(let value): value
    case .team(let value): value
    case .person(let value): value
    case .release(let value): value
    case .feature(let value): value
    case .item(let value): value
    case .dependency: nil
    case .status(let value): value
    case .scope(let value): value
    case .claim(let value): value
    case .incident(let value): value
    case .followup(let value): value
    case .document(let value): value
    case .term(let value): value
    case .alias(let value): value
    case .case(let value): value
    case .question(let value): value
    case .shield(let value): value
    case .batch(let value): value
    case .holiday(let value): value
    case .away(let value): value
    }
  }
}

extension Kind {
  /// The type whose table holds this kind; a dependency's table is unlike the others.
  var stored: (any Stored.Type)? {
    switch self {
    case .workspace: Workspace.self
    case .team: Team.self
    case .person: Person.self
    case .release: Release.self
    case .feature: Feature.self
    case .item: Item.self
    case .dependency: nil
    case .status: Status.self
    case .scope: Scope.self
    case .claim: Claim.self
    case .incident: Incident.self
    case .followup: FollowUp.self
    case .document: Document.self
    case .term: Term.self
    case .alias: Alias.self
    case .case: Case.self
    case .question: Question.self
    case .shield: Shield.self
    case .batch: Batch.self
    case .holiday: Holiday.self
    case .away: Away.self
    }
  }

  /// The number under which full-text search knows the kind; never given to another.
  var code: Int64 {
    switch self {
    case .workspace: 0
    case .team: 1
    case .person: 2
    case .release: 3
    case .feature: 4
    case .item: 5
    case .dependency: 6
    case .status: 7
    case .scope: 8
    case .claim: 9
    case .incident: 10
    case .followup: 11
    case .document: 12
    case .term: 13
    case .alias: 14
    case .case: 15
    case .question: 16
    case .shield: 17
    case .batch: 18
    case .holiday: 19
    case .away: 20
    }
  }
}
