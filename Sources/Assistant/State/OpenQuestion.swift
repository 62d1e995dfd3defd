package import Language

/// A question that waits for an answer: a value on a stack, saved after every turn.
package enum OpenQuestion: Hashable, Sendable, Codable {
  /// A change was shown; yes makes it.
  case confirm(Reading)

  /// Numbered readings were offered.
  case choose([Option])

  /// Numbered readings were offered for a line that was not understood or named nothing; only the next line chooses.
  case meant([Option])

  /// A slot of an otherwise complete reading is missing.
  case fill(Reading, slot: String, ask: String)

  /// A root-cause interview.
  case interview(Interview)

  package struct Option: Hashable, Sendable, Codable {
    package var choice: Choice
    package var reading: Reading

    package init(choice: Choice, reading: Reading) {
      self.choice = choice
      self.reading = reading
    }
  }
}
