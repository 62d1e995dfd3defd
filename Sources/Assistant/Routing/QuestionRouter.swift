import Language
import Prompts
import Times

/// Gives an open question the first look at a line.
struct QuestionRouter {
  let scene: Scene

  /// What the line means after the ones before it.
  let meant: Reading

  private var reading: Reading { scene.reading }

  /// What the line does to the question, or nothing when the line is about something else.
  func outcome(of question: OpenQuestion) throws -> Outcome? {
    if case .interview(let interview) = question {
      return try WhysSkill(scene: scene).outcome(answering: interview)
    }
    switch question {
    case .welcome, .importFile, .whoAreYou, .remember:
      return try FirstQuestions(scene: scene).outcome(of: question)
    case .confirm, .choose, .meant, .fill, .interview: break
    }
    if reading.intent == "talk.cancel" { return dropped() }
    if reading.intent == "talk.back", question.isDraft { return try LeftOpen(scene: scene).back(from: question) }
    switch question {
    case .confirm(let proposed): return try confirm(proposed)
    case .choose(let options): return try choose(options)
    case .fill(let incomplete, let slot, _): return try fill(incomplete, slot)
    case .meant(let options):
      guard !reading.said.isEmpty, let number = ChoiceNumber.of(reading) else { return nil }
      guard let option = options.first(where: { $0.choice.number == number }) else {
        let answer = Answer(.choice, outOfRange(options.count), choices: options.map(\.choice))
        return Outcome(answer, questions: .replace(question))
      }
      return try continued(option.reading)
    case .interview, .welcome, .importFile, .whoAreYou, .remember: return nil
    }
  }

  private func dropped() -> Outcome {
    Outcome(Answer(.answered, Words.Voice.Question.dropped), questions: .close)
  }

  private func outOfRange(_ count: Int) -> String {
    count == 1 ? Words.Voice.Question.onlyOne : Words.Voice.Question.outOfRange(count: count)
  }

  /// Gives the line back to be changed; the change it asked for is not made.
  private func edited(_ proposed: Reading) -> Outcome {
    guard scene.line.isAtTerminal else {
      return Outcome(Answer(.refused, Words.Voice.Question.noEditing, question: Words.Voice.Change.ask))
    }
    var outcome = Outcome(Answer(.answered, Words.Voice.Question.editing), questions: .close)
    outcome.draft = proposed.said
    return outcome
  }

  private func confirm(_ proposed: Reading) throws -> Outcome? {
    if Folding.words(of: reading.said).isPhrase(Words.Voice.Question.editWords) { return edited(proposed) }
    // Enter alone agrees to what was shown.
    let isEmpty = reading.said.allSatisfy(\.isWhitespace)
    // The line again, agreed to beforehand, is the yes to what was shown; else the change would be made twice.
    let isRepeated = scene.line.isAgreed && reading.said == proposed.said
    switch isEmpty || isRepeated ? "talk.yes" : reading.intent {
    case "talk.yes":
      var agreed = proposed
      agreed.isExact = true
      for index in agreed.also.indices { agreed.also[index].isExact = true }
      return try continued(agreed, isConfirmed: true)
    case "talk.no": return dropped()
    default: return nil
    }
  }

  private func choose(_ options: [OpenQuestion.Option]) throws -> Outcome? {
    let number = ChoiceNumber.of(reading)
    if reading.intent == "talk.no" || number == 0 { return dropped() }
    if let number {
      guard let option = options.first(where: { $0.choice.number == number }) else {
        return Outcome(Answer(.choice, outOfRange(options.count), choices: options.map(\.choice)))
      }
      return try continued(option.reading)
    }
    let words = Folding.words(of: reading.said)
    let named = options.filter { option in
      let label = Folding.words(of: option.choice.said)
      return !words.isEmpty && words.allSatisfy(label.contains)
    }
    return named.count == 1 ? try continued(named[0].reading) : nil
  }

  private func fill(_ incomplete: Reading, _ slot: String) throws -> Outcome? {
    if AnswerMemory.passedOver.contains(reading.intent), reading.isExact { return nil }
    // A name alone answers what was asked, whatever else it could ask by itself.
    guard !reading.isExact || reading.isEllipsis || reading.intent.hasPrefix("none.") else { return nil }
    let kinds = MissingSlot.kinds(of: slot, in: incomplete, grammar: scene.reader.grammar)
    if let value = meant.slots[slot], meant.intent == incomplete.intent, value.origin != .inherited {
      return try continued(incomplete, with: value, in: slot)
    }
    if isAnotherRequest, !kinds.contains(where: { $0.kind == .text }) { return nil }
    var unknown: (name: String, value: SlotValue)?
    for (name, kind) in kinds {
      let value = scene.reader.readSlot(
        reading.said, as: [kind], names: StoreNames(snapshot: scene.snapshot),
        context: LineContext.context(of: scene.line))
      guard let value, value.time?.ask == nil else { continue }
      // A name that nobody bears is taken only when the line is nothing else that was asked for.
      guard kind.isName, value.key == nil else { return try continued(incomplete, with: value, in: name) }
      unknown = unknown ?? (name, value)
    }
    return try unknown.flatMap { try continued(incomplete, with: $0.value, in: $0.name) }
  }

  /// Whether the line clearly asks for something else than the slot.
  private var isAnotherRequest: Bool {
    guard !meant.intent.hasPrefix("none."), !meant.isEllipsis, meant.lent == nil, reading.bare.isEmpty else {
      return false
    }
    return MissingSlot.of(meant, in: scene.reader.grammar) == nil && (meant.isWordForWord || meant.score >= 0.75)
  }

  private func continued(_ incomplete: Reading, with value: SlotValue, in slot: String) throws -> Outcome? {
    var filled = incomplete
    filled.slots[slot] = value
    var outcome = try continued(filled)
    filled.said = reading.said
    filled.also = []
    outcome.completes = filled
    return outcome
  }

  /// Answers a reading in place of the line, with the question closed.
  private func continued(_ reading: Reading, isConfirmed: Bool = false) throws -> Outcome {
    var next = scene.reading(reading)
    next.isConfirmed = isConfirmed
    var outcome = try Router(scene: next).outcome()
    outcome.stands = reading
    outcome.then = reading.also
    switch outcome.questions {
    case .keep: outcome.questions = .close
    case .open(let question): outcome.questions = .replace(question)
    case .close, .replace, .back: break
    }
    return outcome
  }
}
