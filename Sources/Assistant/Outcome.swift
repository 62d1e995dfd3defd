package import Delivery
package import Language
package import Store

/// What a skill makes of an intent: what to say, what to change, and what to ask next.
package struct Outcome: Sendable {
  /// What is said; for a change, what is said once it has been made.
  package var answer: Answer

  /// Applied in one transaction, or shown first when the line was not read exactly.
  package var changes: [Change]

  /// What is shown before a change when the line was not read exactly; nothing when the change is made in any case.
  package var preview: Answer?

  /// The preview is shown even when the line was read exactly, because the change may not be what is meant.
  package var needsConsent = false

  /// What happens to the questions that are open.
  package var questions: QuestionStep

  package var effect: Effect?

  /// The reading that was answered, where that is not the line's own: the one that a yes or a number stood for.
  package var stands: Reading?

  /// The line's own meaning as part of an answer to a question: the reading that it completed.
  package var completes: Reading?

  /// Further requests of the line that asked, to be answered next.
  package var then: [Reading] = []

  /// What an outcome does to the stack of open questions.
  package enum QuestionStep: Sendable, Hashable {
    /// The newest question stays; it was not what the line was about.
    case keep
    /// The newest question has been answered or dropped.
    case close
    /// Another question opens on top.
    case open(OpenQuestion)
    /// The newest question goes and another one takes its place.
    case replace(OpenQuestion)
    /// The newest question goes and the one before it comes back.
    case back(OpenQuestion)
  }

  /// What only the conversation can do, because it concerns other turns than this one.
  package enum Effect: Sendable, Hashable {
    case undo, redo, leave
    /// Take back so many changes, the newest first.
    case undoLast(Int)
    /// Take back what one change set did.
    case undoSet(EntryID)
  }

  /// What the shell is asked to do.
  package var wish: Wish?

  /// What goes on the clipboard.
  package var copied: String?

  /// A line to be changed and said again.
  package var draft: String?

  /// The answer is that of this reading, and is given as JSON.
  package var asJSON: Reading?

  /// What the conversation remembers from now on.
  package var memory: [Memory] = []

  package init(
    _ answer: Answer, changes: [Change] = [], preview: Answer? = nil, questions: QuestionStep = .keep,
    effect: Effect? = nil
  ) {
    self.answer = answer
    self.changes = changes
    self.preview = preview
    self.questions = questions
    self.effect = effect
  }
}
