import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// A follow-up as answers and rows show it.
struct FollowUpWording {
  let scene: Scene

  /// The follow-up as a row for machines.
  func row(_ followUp: FollowUp) throws -> JSON.Object {
    let due: String? =
      switch followUp.due {
      case .day(let day): day.description
      case .moment(let instant): scene.wording.iso(instant)
      case nil: nil
      }
    let owner = try followUp.owner.map { try scene.snapshot.person($0)?.name ?? $0.text }
    return [
      "kind": "followup", "key": .string(followUp.key.text), "number": .integer(followUp.number),
      "text": .string(followUp.text), "owner": .optional(owner), "due": .optional(due), "rule": .null, "event": .null,
      "after": .optional(followUp.after), "state": .string(followUp.state.rawValue),
      "waiting_on": .optional(followUp.waitingOn),
    ]
  }

  /// Who owns it, by the name that colleagues use.
  func owner(_ followUp: FollowUp) throws -> String {
    guard let key = followUp.owner else { return Words.Followups.nobody }
    let person = try scene.snapshot.person(key)
    return person.map { $0.short ?? $0.name } ?? key.text
  }

  /// The date alone: "Thu 16 May", or with a time of day.
  func date(_ due: Due) -> String {
    switch due {
    case .day(let day): scene.wording.day(day)
    case .moment(let instant): scene.wording.moment(instant)
    }
  }

  /// The date and how far it is away.
  func datedDate(_ due: Due) -> String {
    switch due {
    case .day(let day): scene.wording.datedDay(day)
    case .moment(let instant):
      Words.Voice.Age.dated(date: scene.wording.moment(instant), distance: scene.wording.distance(to: instant))
    }
  }

  func due(_ followUp: FollowUp, isDated: Bool = false) -> String {
    guard let due = followUp.due else { return Words.Followups.noDate }
    return Words.Followups.due(date: isDated ? datedDate(due) : date(due))
  }

  func day(of due: Due) -> Day {
    switch due {
    case .day(let day): day
    case .moment(let instant): scene.wording.day(of: instant)
    }
  }

  /// Whether its date has passed and nobody else holds it up.
  func isLate(_ followUp: FollowUp) -> Bool {
    guard followUp.state == .open, let due = followUp.due else { return false }
    return hasPassed(due)
  }

  func hasPassed(_ due: Due) -> Bool {
    switch due {
    case .day(let day): day < scene.wording.today
    case .moment(let instant): instant < scene.now
    }
  }

  static func state(_ state: FollowUp.State) -> String {
    switch state {
    case .open: Words.Followups.States.open
    case .waiting: Words.Followups.States.waiting
    case .done: Words.Followups.States.done
    case .verified: Words.Followups.States.verified
    case .dropped: Words.Followups.States.dropped
    }
  }
}

/// Who is meant by a name or by "me".
struct Who {
  let scene: Scene

  /// The value that the grammar gives for the one who speaks.
  static let speaker = "me"

  /// The person, or nothing for a speaker whom nobody knows.
  ///
  /// - Throws: ``UnknownRecord`` for a name that nobody recorded.
  func person(_ slot: SlotValue) throws -> Person? {
    if Who.isSpeaker(slot) { return scene.speaker }
    guard case .person(let person) = try Subject(slot, in: scene.snapshot) else {
      throw UnknownRecord.name(kind: .person, said: slot.value)
    }
    return person
  }

  static func isSpeaker(_ slot: SlotValue) -> Bool { slot.kind == .person && slot.value == speaker }
}
