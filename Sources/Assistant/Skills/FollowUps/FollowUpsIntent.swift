package import Language

/// What people say about their follow-ups.
package enum FollowUpsIntent: Hashable, Sendable {
  case add([FollowUpPart])
  case list(FollowUpFilter)
  case late(person: SlotValue?, team: SlotValue?)
  case done(number: SlotValue)
  case move(number: SlotValue, to: SlotValue)
  /// Out of the way for an hour, or until the next morning.
  case snooze(number: SlotValue)
  case assign(number: SlotValue, person: SlotValue)
  case wait(number: SlotValue, text: SlotValue)
  case drop(number: SlotValue, text: SlotValue)

  init?(_ reading: Reading) {
    let slots = reading.slots
    switch reading.intent {
    case "followup.add":
      let parts = FollowUpPart.parts(of: reading)
      guard !parts.isEmpty else { return nil }
      self = .add(parts)
    case "followup.list":
      self = .list(
        FollowUpFilter(
          person: slots["person"], period: slots["period"], feature: slots["feature"], state: slots["state"]))
    case "followup.late": self = .late(person: slots["person"], team: slots["team"])
    case "followup.done", "followup.move", "followup.assign", "followup.wait", "followup.drop":
      guard let number = slots["number"] else { return nil }
      self.init(number: number, reading)
    default: return nil
    }
  }

  private init?(number: SlotValue, _ reading: Reading) {
    let slots = reading.slots
    switch reading.intent {
    case "followup.done": self = .done(number: number)
    case "followup.move":
      if let to = slots["when"] ?? slots["delay"] {
        self = .move(number: number, to: to)
      } else if Snooze.isMeant(by: reading) {
        self = .snooze(number: number)
      } else {
        return nil
      }
    case "followup.assign":
      guard let person = slots["person"] else { return nil }
      self = .assign(number: number, person: person)
    case "followup.wait", "followup.drop":
      guard let text = slots["text"] else { return nil }
      self = reading.intent == "followup.wait" ? .wait(number: number, text: text) : .drop(number: number, text: text)
    default: return nil
    }
  }
}

/// Which follow-ups a list shows.
package struct FollowUpFilter: Hashable, Sendable {
  package var person: SlotValue?
  package var period: SlotValue?
  package var feature: SlotValue?
  package var state: SlotValue?
}

/// One follow-up of a line that may hold several.
package struct FollowUpPart: Hashable, Sendable {
  package var text: String
  package var slots: [String: SlotValue]

  package var person: SlotValue? { slots["person"] }
  package var when: SlotValue? { slots["when"] ?? slots["recurrence"] }
  package var event: SlotValue? { slots["event"] }

  /// The number of an earlier part of the same line, from 1, else that of a stored follow-up.
  package var after: Int? { slots["after"].flatMap { Int($0.value) } }

  /// The first part counts as it stands in the reading's own slots, which answers to questions fill.
  static func parts(of reading: Reading) -> [FollowUpPart] {
    let all = reading.parts.count > 1 ? [reading.slots] + reading.parts.dropFirst() : [reading.slots]
    return all.compactMap { slots in slots["text"].map { FollowUpPart(text: $0.value, slots: slots) } }
  }
}
