package import Delivery
package import Language

/// What a skill makes of an intent: what to say, what to change, and what to ask next.
package struct Outcome: Sendable {
  /// What is said; for a change, what is said once it has been made.
  package var answer: Answer

  /// Applied in one transaction, or shown first when the line was not read exactly.
  package var changes: [Change]

  /// What is shown before a change that was not read exactly; nothing when the change needs no confirmation at all.
  package var preview: Answer?

  /// A question that the next line may answer.
  package var opens: OpenQuestion?

  /// The open question, if the line answered one, has been dealt with.
  package var closesQuestion: Bool

  /// The records that the answer spoke of, most important first: what "it" and "the second one" can mean.
  package var mentions: [NamedRecord]

  package init(
    _ answer: Answer, changes: [Change] = [], preview: Answer? = nil, opens: OpenQuestion? = nil,
    closesQuestion: Bool = true, mentions: [NamedRecord] = []
  ) {
    self.answer = answer
    self.changes = changes
    self.preview = preview
    self.opens = opens
    self.closesQuestion = closesQuestion
    self.mentions = mentions
  }
}
