/// Any record of the domain, as one value.
package enum Record: Hashable, Sendable {
  case workspace(Workspace)
  case team(Team)
  case person(Person)
  case release(Release)
  case feature(Feature)
  case item(Item)
  case dependency(Dependency)
  case status(Status)
  case scope(Scope)
  case claim(Claim)
  case incident(Incident)
  case followup(FollowUp)
  case document(Document)
  case term(Term)
  case alias(Alias)
  case `case`(Case)
  case question(Question)
  case shield(Shield)
  case batch(Batch)
  case holiday(Holiday)
  case away(Away)

  /// The record's kind and key.
  package var reference: Reference {
    switch self {
    case .workspace(let value): Reference(.workspace, value.key)
    case .team(let value): Reference(.team, value.key.text)
    case .person(let value): Reference(.person, value.key.text)
    case .release(let value): Reference(.release, value.key.text)
    case .feature(let value): Reference(.feature, value.key.text)
    case .item(let value): Reference(.item, value.key.text)
    case .dependency(let value): Reference(.dependency, value.key)
    case .status(let value): Reference(.status, value.key)
    case .scope(let value): Reference(.scope, value.key)
    case .claim(let value): Reference(.claim, value.key.text)
    case .incident(let value): Reference(.incident, value.key.text)
    case .followup(let value): Reference(.followup, value.key.text)
    case .document(let value): Reference(.document, value.key.text)
    case .term(let value): Reference(.term, value.key)
    case .alias(let value): Reference(.alias, value.key)
    case .case(let value): Reference(.case, value.key.text)
    case .question(let value): Reference(.question, value.key.text)
    case .shield(let value): Reference(.shield, value.key)
    case .batch(let value): Reference(.batch, value.key)
    case .holiday(let value): Reference(.holiday, value.key)
    case .away(let value): Reference(.away, value.key)
    }
  }
}

/// One change to the store: a record as it shall be, or its removal.
package enum Change: Hashable, Sendable {
  case put(Record)
  case remove(Reference)

  package var reference: Reference {
    switch self {
    case .put(let record): record.reference
    case .remove(let reference): reference
    }
  }
}
