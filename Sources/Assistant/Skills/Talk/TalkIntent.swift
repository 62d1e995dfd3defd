package import Language

/// What is said about the talk itself.
package enum TalkIntent: Hashable, Sendable {
  case help(topic: String?)
  /// The last answer, or the one with that number.
  case explain(number: Int?)
  /// The last change, or what the number stands for.
  case undo(number: Int?)
  case redo, more, back, copy, json, plain, tour, sample, doctor, cancel, quit, greet, thanks
  case quiet(time: SlotValue?)
  case `import`(path: String)
  /// Who speaks; without a person that is the question.
  case speaker(SlotValue?)
  /// A yes, a no or a number when nothing is open.
  case answer

  init?(_ reading: Reading) {
    let slots = reading.slots
    let number = slots["number"].flatMap { Int($0.value) }
    switch reading.intent {
    case "talk.help": self = .help(topic: slots["text"]?.value)
    case "talk.explain": self = .explain(number: number)
    case "talk.undo": self = .undo(number: number)
    case "talk.redo": self = .redo
    case "talk.more": self = .more
    case "talk.back": self = .back
    case "talk.copy": self = .copy
    case "talk.json": self = .json
    case "talk.plain": self = .plain
    case "talk.quiet": self = .quiet(time: slots["delay"] ?? slots["when"] ?? slots["period"])
    case "talk.tour": self = .tour
    case "talk.sample": self = .sample
    case "talk.doctor": self = .doctor
    case "talk.import":
      guard let path = slots["text"]?.value else { return nil }
      self = .import(path: path)
    case "talk.speaker":
      guard let person = slots["person"] else { return nil }
      self = .speaker(person)
    case "talk.whoami": self = .speaker(nil)
    case "talk.cancel": self = .cancel
    case "talk.quit": self = .quit
    case "talk.greet": self = .greet
    case "talk.thanks": self = .thanks
    case "talk.yes", "talk.no", "talk.choose": self = .answer
    default: return nil
    }
  }
}
