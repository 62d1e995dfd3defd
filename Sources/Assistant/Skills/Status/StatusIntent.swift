package import Language

/// Where something stands, who owns it, and what there is.
package enum StatusIntent: Hashable, Sendable {
  case status(of: SlotValue, scope: SlotValue?)
  case owner(of: SlotValue)
  case person(SlotValue)
  case team(SlotValue)
  case when(of: SlotValue, scope: SlotValue?)
  case list(stage: SlotValue?, team: SlotValue?, scope: SlotValue?)

  init?(_ reading: Reading) {
    func first(_ names: String...) -> SlotValue? { names.lazy.compactMap { reading.slots[$0] }.first }
    switch reading.intent {
    case "feature.status":
      guard let subject = first("item", "feature", "release") else { return nil }
      self = .status(of: subject, scope: reading.slots["scope"])
    case "feature.owner":
      guard let subject = first("item", "feature", "team") else { return nil }
      self = .owner(of: subject)
    case "person.show":
      guard let person = reading.slots["person"] else { return nil }
      self = .person(person)
    case "team.show":
      guard let team = reading.slots["team"] else { return nil }
      self = .team(team)
    case "feature.when":
      guard let subject = first("feature", "release", "item") else { return nil }
      self = .when(of: subject, scope: reading.slots["scope"])
    case "feature.list":
      self = .list(stage: reading.slots["stage"], team: reading.slots["team"], scope: reading.slots["scope"])
    default: return nil
    }
  }
}
