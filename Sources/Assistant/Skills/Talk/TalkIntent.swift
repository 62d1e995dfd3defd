import Language

/// What is said about the talk itself.
package enum TalkIntent: Hashable, Sendable {
  case help(topic: String?)
  case explain, undo, redo, more, cancel, quit, greet, thanks
  /// A yes, a no or a number when nothing is open.
  case answer

  init?(_ reading: Reading) {
    switch reading.intent {
    case "talk.help": self = .help(topic: reading.slots["text"]?.value)
    case "talk.explain": self = .explain
    case "talk.undo": self = .undo
    case "talk.redo": self = .redo
    case "talk.more": self = .more
    case "talk.cancel": self = .cancel
    case "talk.quit": self = .quit
    case "talk.greet": self = .greet
    case "talk.thanks": self = .thanks
    case "talk.yes", "talk.no", "talk.choose": self = .answer
    default: return nil
    }
  }
}
