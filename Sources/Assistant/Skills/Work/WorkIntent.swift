package import Language

/// What people ask and say about work items and their statuses.
package enum WorkIntent: Hashable, Sendable {
  case list(WorkSlots)
  case stale(WorkSlots, period: SlotValue?, delay: SlotValue?)
  case update(of: SlotValue, WorkChange)
  case define(status: SlotValue, category: SlotValue)

  init?(_ reading: Reading) {
    let slots = reading.slots
    switch reading.intent {
    case "work.list": self = .list(WorkSlots(slots))
    case "work.stale": self = .stale(WorkSlots(slots), period: slots["period"], delay: slots["delay"])
    case "work.update":
      guard let subject = slots["item"] ?? slots["feature"] else { return nil }
      self = .update(of: subject, WorkChange(reading))
    case "status.define":
      guard let status = slots["status"] ?? slots["text"], let category = slots["category"] else { return nil }
      self = .define(status: status, category: category)
    default: return nil
    }
  }
}

/// Whose and which work a list is about.
package struct WorkSlots: Hashable, Sendable {
  package var person: SlotValue?
  package var team: SlotValue?
  package var status: SlotValue?
  package var category: SlotValue?
  package var feature: SlotValue?
  package var release: SlotValue?

  init(_ slots: [String: SlotValue]) {
    person = slots["person"]
    team = slots["team"]
    status = slots["status"]
    category = slots["category"]
    feature = slots["feature"]
    release = slots["release"]
  }
}
