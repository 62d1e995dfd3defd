package import Language

/// What Gangway says to a line, and what became of the line.
package struct Reply: Sendable {
  package var line: Line
  package var reading: Reading
  package var answer: Answer

  /// The ids of the journal's entries that the line made.
  package var changes: [String]

  /// The number of the turn in the log; nothing for a line off the record.
  package var turn: Int?

  /// The person said good-bye.
  package var isLast: Bool

  package init(
    line: Line, reading: Reading, answer: Answer, changes: [String] = [], turn: Int? = nil, isLast: Bool = false
  ) {
    self.line = line
    self.reading = reading
    self.answer = answer
    self.changes = changes
    self.turn = turn
    self.isLast = isLast
  }
}
