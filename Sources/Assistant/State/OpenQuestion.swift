package import Language

/// A question that waits for an answer: a value on a stack, saved after every turn.
package enum OpenQuestion: Hashable, Sendable, Codable {
  /// A change was shown; yes makes it.
  case confirm(Reading)

  /// Numbered readings were offered.
  case choose([Option])

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

/// Where a root-cause interview stands; the case itself, with its causes, is in the store.
package struct Interview: Hashable, Sendable, Codable {
  /// The key of the case.
  package var caseKey: String
  package var step: Step

  /// Stepped out of; `resume` goes on.
  package var isPaused: Bool

  package enum Step: Hashable, Sendable, Codable {
    /// What happened, in one sentence?
    case problem
    /// Why did the cause of that number happen; of the problem itself when nothing.
    case why(parent: Int?)
    /// How do we know that the cause of that number is so?
    case evidence(cause: Int)
  }

  package init(caseKey: String, step: Step, isPaused: Bool = false) {
    self.caseKey = caseKey
    self.step = step
    self.isPaused = isPaused
  }
}
