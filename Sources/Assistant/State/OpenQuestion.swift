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

  /// The store is empty: the sample, or a file?
  case welcome

  /// What the import of a file would change was shown; yes imports it.
  case importFile(String)

  /// Who speaks; the people that were offered by number, if any.
  case whoAreYou([Candidate])

  /// Shall the next chat begin as the person under this key?
  case remember(person: String)

  package struct Option: Hashable, Sendable, Codable {
    package var choice: Choice
    package var reading: Reading

    package init(choice: Choice, reading: Reading) {
      self.choice = choice
      self.reading = reading
    }
  }

  /// Somebody the speaker may be.
  package struct Candidate: Hashable, Sendable, Codable {
    package var choice: Choice
    package var key: String
  }
}

extension OpenQuestion {
  /// Whether the question belongs to something somebody wants done, so that it can be gone back to or taken up later.
  var isDraft: Bool {
    switch self {
    case .confirm, .choose, .fill: true
    case .meant, .interview, .welcome, .importFile, .whoAreYou, .remember: false
    }
  }
}
