/// What a conversation remembers between lines; it is saved with every turn, one for each person.
package struct ConversationState: Hashable, Sendable, Codable {
  /// Questions that wait for an answer, the newest last.
  package var questions: [OpenQuestion] = []

  /// How often the newest question was put again after a line that was about something else.
  package var repeats = 0

  /// How many lines in a row were not understood.
  package var failures = 0

  package init() {}

  /// A question is put again so often and no more.
  static let mostRepeats = 2
}
