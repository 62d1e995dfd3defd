package import Delivery
package import Interchange
package import Times

/// What Gangway says to a line, as a value; only rendering knows widths, colours and forms.
package struct Answer: Hashable, Sendable {
  package var verdict: Verdict

  /// One sentence that answers.
  package var headline: String

  /// What follows the headline, in the order in which it is shown.
  package var body: [Block]

  /// The rows behind the answer, for machines.
  package var records: [JSON.Object]

  /// The numbered readings or records to choose from.
  package var choices: [Choice]

  /// What Gangway asks back.
  package var question: String?

  /// At most three things to say next.
  package var next: [String]

  /// What happened beside the answer.
  package var notices: [String]

  /// What was left out for shortness; `more` shows it.
  package var rest: [Block]

  /// The records that are shown row by row, in order, where ``records`` holds others or none.
  package var listed: [Reference] = []

  /// The records that are named beside, the most important first: who owns it, which team.
  package var beside: [Reference] = []

  package enum Verdict: String, Sendable, CaseIterable, Codable {
    case answered, stale, conflict, unknown, choice, question, preview, changed, refused, unclear, unable
  }

  package init(
    _ verdict: Verdict, _ headline: String, body: [Block] = [], records: [JSON.Object] = [], choices: [Choice] = [],
    question: String? = nil, next: [String] = [], notices: [String] = [], rest: [Block] = []
  ) {
    self.verdict = verdict
    self.headline = headline
    self.body = body
    self.records = records
    self.choices = choices
    self.question = question
    self.next = next
    self.notices = notices
    self.rest = rest
  }

  /// The facts of all blocks, in order.
  package var facts: [Fact] {
    (body + rest).flatMap { block -> [Fact] in
      guard case .facts(let facts) = block else { return [] }
      return facts
    }
  }
}

/// A part of an answer.
package enum Block: Hashable, Sendable {
  case paragraph(String)
  case facts([Fact])
  case table(Table)
  case tree([Branch])
  case bars(Bars)
  case list([String])
  /// Words to repeat as they are.
  case quote(String)
}

/// One thing that is true, with where it comes from.
package struct Fact: Hashable, Sendable {
  package var label: String
  package var value: String
  package var source: String?
  package var asOf: Instant?
  package var confidence: String?
  package var role: Role

  package init(
    _ label: String, _ value: String, source: String? = nil, asOf: Instant? = nil, confidence: String? = nil,
    role: Role = .plain
  ) {
    self.label = label
    self.value = value
    self.source = source
    self.asOf = asOf
    self.confidence = confidence
    self.role = role
  }
}

/// What a piece of text is for; a colour never says anything that a word does not say too.
package enum Role: Hashable, Sendable {
  case plain, headline, source, bad, risky, good
}

/// A line of a tree, in the order in which it is read.
package struct Branch: Hashable, Sendable {
  package var depth: Int
  package var text: String

  package init(depth: Int, text: String) {
    self.depth = depth
    self.text = text
  }
}

/// Something to choose by its number.
package struct Choice: Hashable, Sendable, Codable {
  package var number: Int
  package var label: String

  /// The line that stands for the choice.
  package var said: String

  package init(number: Int, label: String, said: String) {
    self.number = number
    self.label = label
    self.said = said
  }
}
