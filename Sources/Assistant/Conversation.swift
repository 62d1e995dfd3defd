import Delivery
package import Language
package import Store
import Times

/// A conversation about one store: a line in, a reply out.
///
/// The chat, `ask`, pipes and tests all go through ``reply(to:)``. What a conversation remembers is saved with every
/// turn under the person who speaks, so another process can go on where this one stopped.
package struct Conversation: Sendable {
  let store: Store
  let reader: Reader

  package init(store: Store, reader: Reader) {
    self.store = store
    self.reader = reader
  }

  /// Answers a line, and writes the turn to the log before it returns.
  ///
  /// - Parameter line: What was typed, when and by whom; nothing below asks the clock.
  /// - Returns: The answer, how the line was read, and the ids of the changes it made.
  /// - Throws: ``StoreError`` when the store cannot be read or written; then nothing was changed.
  package func reply(to line: Line) throws -> Reply {
    let (reading, outcome) = try store.read { snapshot -> (Reading, Outcome?) in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      let reading = try self.reading(of: line, snapshot: snapshot)
      // A change is worked out inside the transaction that makes it, so that it never rests on what has passed.
      let mayChange =
        !state.questions.isEmpty || reader.grammar.traits(of: reading.intent)?.changes == true
        || !state.next.isEmpty && ChoiceNumber.of(reading) != nil
      return (reading, mayChange ? nil : try answer(reading, state: state, line: line, snapshot: snapshot))
    }
    let reply = try store.transaction(isTrial: line.isTrial) { transaction in
      let state = StateArchive.state(from: try transaction.snapshot.lastState(of: line.person))
      let outcome =
        try outcome ?? answer(reading, state: state, line: line, snapshot: transaction.snapshot)
      return try finish(outcome, reading: reading, state: state, line: line, in: transaction)
    }
    return line.isTrial ? reply.takenBack : reply
  }

  /// Reads a line without answering it.
  package func reading(of line: Line, snapshot: Snapshot) throws -> Reading {
    let names = StoreNames(snapshot: snapshot)
    let reading = reader.read(line.text, names: names, context: LineContext.context(of: line))
    try names.check()
    return reading
  }

  /// What would be answered to a line; nothing is changed and nothing remembered.
  func answer(to line: Line) throws -> Answer {
    try store.read { snapshot in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      let reading = try self.reading(of: line, snapshot: snapshot)
      return try answer(reading, state: state, line: line, snapshot: snapshot).answer
    }
  }

  private func answer(
    _ reading: Reading, state: ConversationState, line: Line, snapshot: Snapshot
  ) throws -> Outcome {
    let scene = Scene(
      snapshot: snapshot, reader: reader, line: line, reading: reading,
      speaker: try line.person.flatMap { try snapshot.person($0) }, state: state)
    if let question = state.questions.last, let outcome = try QuestionRouter(scene: scene).outcome(of: question) {
      return outcome
    }
    if let outcome = Tour(scene: scene).outcome() { return outcome }
    if let outcome = try SuggestedLine(scene: scene).outcome() { return outcome }
    return try Router(scene: scene).outcome()
  }

  /// Makes the changes, moves the questions, writes the turn: all in one transaction, or nothing of it.
  private func finish(
    _ outcome: Outcome, reading: Reading, state before: ConversationState, line: Line, in transaction: Transaction
  ) throws -> Reply {
    var outcome = outcome
    var state = before
    var applied = Applied()
    let answered = outcome.stands ?? reading
    let isOpen = (!answered.isExact || outcome.needsConsent) && !line.isAgreed
    if !outcome.changes.isEmpty, let preview = outcome.preview, isOpen {
      outcome.answer = preview
      switch outcome.questions {
      case .keep, .open: outcome.questions = .open(.confirm(answered))
      case .close, .replace, .back: outcome.questions = .replace(.confirm(answered))
      }
    } else if !outcome.changes.isEmpty {
      let occasion = Occasion(by: line.person?.text, at: line.time, verb: answered.intent, said: said(line, answered))
      applied = try transaction.apply(outcome.changes, occasion)
    }
    if let effect = outcome.effect {
      try UndoSkill(transaction: transaction, line: line).make(effect, &outcome.answer, &applied)
    }
    QuestionStack.move(&state, by: outcome, reading: reading)
    for memory in outcome.memory { state.remember(memory) }
    // Whoever leaves is not asked again; the question waits for the next chat.
    var answer =
      outcome.effect == .leave
      ? outcome.answer : QuestionStack.reminded(outcome.answer, state: &state, step: outcome.questions)
    Tour.goOn(after: answered, of: outcome, answer: &answer, state: &state)
    AnswerMemory(reading: answered, line: line, grammar: reader.grammar).keep(answer, in: &state)
    if line.isOffTheRecord {
      AnswerMemory(reading: answered, line: line, grammar: reader.grammar).forget(&answer, in: &state, before: before)
    }
    let turn = try TurnArchive(line: line, reading: answered, answer: answer, state: state, set: applied.set)
      .log(in: transaction)
    try SpeakerChange(transaction: transaction, line: line).make(outcome.wish, &state)
    var reply = Reply(
      line: line, reading: outcome.asJSON ?? reading, answer: answer, changes: applied.entries.map(\.description),
      turn: turn, openQuestion: state.questions.last, isLast: outcome.effect == .leave)
    reply.copied = outcome.copied
    reply.isJSON = outcome.asJSON != nil
    reply.manner = Reply.Manner(isPlain: state.isPlain)
    reply.wish = outcome.wish
    reply.draft = outcome.draft
    return reply
  }

  /// What the journal keeps of the words; nothing for a line off the record.
  private func said(_ line: Line, _ reading: Reading) -> String? {
    line.isOffTheRecord ? nil : reading.said
  }
}
