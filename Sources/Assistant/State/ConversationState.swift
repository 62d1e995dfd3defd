package import Language
import Times

/// What a conversation remembers between lines; it lives in the turn log, one for each person.
package struct ConversationState: Hashable, Sendable, Codable {
  /// The last turns, newest first.
  package var focus: [FocusTurn] = []

  /// Questions that wait for an answer, the newest last.
  package var questions: [OpenQuestion] = []

  /// How often the newest question was put again after an interruption.
  package var repeats: Int = 0

  /// The reading of the last line that was answered, for `more` and `why`.
  package var last: Reading?

  /// What the last answer offered to say next.
  package var suggestions: [String] = []

  package init() {}

  /// Turns older than this no longer count as context.
  static let focusSeconds: Int64 = 20 * 60
  static let focusTurns = 5
}

/// A turn that later lines may lean on.
package struct FocusTurn: Hashable, Sendable, Codable {
  /// Seconds since 1970.
  package var at: Int64
  package var intent: String
  package var slots: [String: SlotValue]
  package var mentions: [NamedRecord]

  package init(at: Int64, intent: String, slots: [String: SlotValue], mentions: [NamedRecord]) {
    self.at = at
    self.intent = intent
    self.slots = slots
    self.mentions = mentions
  }
}
