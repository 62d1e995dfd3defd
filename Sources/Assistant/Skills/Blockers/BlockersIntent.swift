package import Language

/// What waits for what, down to the roots, and changes to it.
package enum BlockersIntent: Hashable, Sendable {
  /// What is blocked among the items of all the given teams, people, features and releases.
  case list(of: [SlotValue])
  case blockers(of: SlotValue)
  case dependencies(of: SlotValue)
  case add(waiting: SlotValue, blocker: SlotValue)
  case remove(waiting: SlotValue, blocker: SlotValue)
  case cycles(team: SlotValue?)

  init?(_ reading: Reading) {
    let slots = reading.slots
    let subject = slots["item"] ?? slots["feature"] ?? slots["release"]
    switch reading.intent {
    case "blocked.list":
      self = .list(of: ["team", "person", "feature", "release"].compactMap { slots[$0] })
    case "blocked.by":
      guard let subject else { return nil }
      self = .blockers(of: subject)
    case "dependency.list":
      guard let subject else { return nil }
      self = .dependencies(of: subject)
    case "dependency.add":
      guard let subject, let blocker = slots["blocker"] else { return nil }
      self = .add(waiting: subject, blocker: blocker)
    case "dependency.remove":
      guard let subject, let blocker = slots["blocker"] else { return nil }
      self = .remove(waiting: subject, blocker: blocker)
    case "dependency.cycles": self = .cycles(team: slots["team"])
    default: return nil
    }
  }
}
