/// Where a root-cause interview stands; the case itself, with its causes, is in the store.
package struct Interview: Hashable, Sendable, Codable {
  /// The key of the case.
  package var caseKey: String
  package var step: Step

  /// The question as it was put.
  package var ask: String

  /// Causes of which nobody has been asked yet how we know them, the next first.
  package var ungraded: [Int]

  /// Causes whose own causes are still to be asked, the next first; nothing stands for the problem itself.
  package var branches: [Int?]

  /// The steps that led here and what each changed, so that `back` can take them back; the newest last.
  package var past: [Past]

  /// Stepped out of; `resume` goes on.
  package var isPaused: Bool

  package enum Step: Hashable, Sendable, Codable {
    /// What happened, in one sentence?
    case problem
    /// Why did the cause of that number come about; the problem itself when nothing.
    case why(parent: Int?)
    /// How do we know that the cause of that number is so?
    case evidence(cause: Int)
    /// Shall the answer be kept in other words?
    case wording(Proposal)
    /// Nothing is left to ask.
    case end
  }

  /// An answer that blames somebody, and words that do not.
  package struct Proposal: Hashable, Sendable, Codable {
    /// What was said, without names.
    package var said: String
    package var offer: String
    package var place: Place
  }

  /// Where an answer goes.
  package enum Place: Hashable, Sendable, Codable {
    case problem
    case cause(parent: Int?)
    case branch(besides: Int)
  }

  /// A step that was taken, with what undoes it.
  package struct Past: Hashable, Sendable, Codable {
    package var step: Step
    package var ungraded: [Int]
    package var branches: [Int?]
    /// The causes that the step added.
    package var added: [Int] = []
    /// The causes that the step marked, as they were before.
    package var marked: [Mark] = []
    /// Whether the step said what the problem is, and what it was before.
    package var saysProblem = false
    package var problem: String?
  }

  /// What an answer can change of a cause that is there already.
  package struct Mark: Hashable, Sendable, Codable {
    package var cause: Int
    package var evidence: String
    package var reference: String?
    package var isRoot: Bool
  }

  package init(
    caseKey: String, step: Step, ask: String = "", ungraded: [Int] = [], branches: [Int?] = [], past: [Past] = [],
    isPaused: Bool = false
  ) {
    self.caseKey = caseKey
    self.step = step
    self.ask = ask
    self.ungraded = ungraded
    self.branches = branches
    self.past = past
    self.isPaused = isPaused
  }

  /// So many steps can be taken back.
  static let longestPast = 30
}
