package import Language

/// Root-cause interviews: start one, go on with one, look at what came out.
package enum WhysIntent: Hashable, Sendable {
  /// On what: words, an incident, a feature or an item; at least one of them is there.
  case start(text: SlotValue?, about: SlotValue?)
  case list(state: SlotValue?, feature: SlotValue?, period: SlotValue?)
  /// The newest case when none is named.
  case show(case: SlotValue?)
  /// The interview that was left last when no case is named.
  case resume(case: SlotValue?)

  init?(_ reading: Reading) {
    let slots = reading.slots
    switch reading.intent {
    case "why.start":
      self = .start(text: slots["text"], about: slots["incident"] ?? slots["feature"] ?? slots["item"])
    case "why.list": self = .list(state: slots["state"], feature: slots["feature"], period: slots["period"])
    case "why.show": self = .show(case: slots["case"])
    case "why.resume": self = .resume(case: slots["case"])
    default: return nil
    }
  }
}
