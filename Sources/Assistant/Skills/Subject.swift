import Delivery
import Language
import Store

/// What a question is about, found in the store.
enum Subject {
  case feature(Feature)
  case item(Item)
  case release(Release)
  case team(Team)
  case person(Person)

  var reference: Reference {
    switch self {
    case .feature(let feature): Reference(.feature, feature.key.text)
    case .item(let item): Reference(.item, item.key.text)
    case .release(let release): Reference(.release, release.key.text)
    case .team(let team): Reference(.team, team.key.text)
    case .person(let person): Reference(.person, person.key.text)
    }
  }

  /// The name that people use.
  var name: String {
    switch self {
    case .feature(let feature): feature.name
    case .item(let item): item.key.text
    case .release(let release): release.name
    case .team(let team): team.name
    case .person(let person): person.name
    }
  }

  /// Finds the record that a slot names.
  ///
  /// - Throws: ``UnknownRecord`` when nobody recorded it.
  init(_ slot: SlotValue, in snapshot: Snapshot) throws {
    guard let subject = try Subject.find(slot, in: snapshot) else {
      throw slot.kind == .item ? UnknownRecord.item(key: slot.value) : .name(kind: slot.kind, said: slot.value)
    }
    self = subject
  }

  private static func find(_ slot: SlotValue, in snapshot: Snapshot) throws -> Subject? {
    if slot.kind == .item { return try snapshot.item(said: slot.value).map(Subject.item) }
    guard let key = slot.key else { return nil }
    switch slot.kind {
    case .feature: return try snapshot.feature(Key(key)).map(Subject.feature)
    case .release: return try snapshot.release(Key(key)).map(Subject.release)
    case .team: return try snapshot.team(Key(key)).map(Subject.team)
    case .person: return try snapshot.person(Key(key)).map(Subject.person)
    default: return nil
    }
  }
}
