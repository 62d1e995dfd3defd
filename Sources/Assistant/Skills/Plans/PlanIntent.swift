package import Language

/// What follows from what: who is hit, what decides an end, when it may be, and what would change that.
package enum PlanIntent: Hashable, Sendable {
  case impact(of: SlotValue, delay: SlotValue?)
  case path(to: SlotValue)
  case forecast(ForecastSlots)
  case whatIf(WhatIf.Change, ForecastSlots)
  case flow(FlowSlots)

  init?(_ reading: Reading) {
    let slots = reading.slots
    switch reading.intent {
    case "impact.list":
      guard let subject = slots["item"] ?? slots["feature"] else { return nil }
      self = .impact(of: subject, delay: slots["delay"])
    case "plan.path":
      guard let subject = slots["item"] ?? slots["feature"] ?? slots["release"] else { return nil }
      self = .path(to: subject)
    case "plan.forecast": self = .forecast(ForecastSlots(slots))
    case "plan.whatif":
      guard let change = WhatIf.Change(reading) else { return nil }
      self = .whatIf(change, ForecastSlots(slots))
    case "flow.show":
      self = .flow(
        FlowSlots(
          feature: slots["feature"], team: slots["team"], period: slots["period"], status: slots["status"]))
    default: return nil
    }
  }
}

/// What to forecast, until when, and how many items of it.
package struct ForecastSlots: Hashable, Sendable {
  package var subject: SlotValue?
  package var when: SlotValue?
  package var count: Int?

  init(_ slots: [String: SlotValue]) {
    subject = slots["feature"] ?? slots["release"] ?? slots["team"]
    when = slots["when"]
    count = slots["count"].flatMap { Int($0.value) }
  }
}

/// Whose flow to show, of which time, in which status.
package struct FlowSlots: Hashable, Sendable {
  package var feature: SlotValue?
  package var team: SlotValue?
  package var period: SlotValue?
  package var status: SlotValue?
}
