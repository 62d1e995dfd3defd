package import Delivery
package import Language
package import Store
import Times

/// A conversation with one person about one store: a line in, a reply out.
///
/// The chat, `ask`, pipes and tests all go through ``reply(to:)``. What a conversation remembers is saved with every
/// turn, so another process can go on where this one stopped.
package struct Conversation {
  private let store: Store
  private let reader: Reader

  package init(store: Store, reader: Reader) {
    self.store = store
    self.reader = reader
  }

  /// Answers a line, and writes the turn to the log before it returns.
  ///
  /// - Parameter line: What was typed, when and by whom; nothing below asks the clock.
  /// - Returns: The answer, how the line was read, and the ids of the changes it made.
  /// - Throws: ``StoreError`` when the store cannot be read or written; then nothing was changed.
  package mutating func reply(to line: Line) throws -> Reply {
    let (reading, state) = try store.read { snapshot in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      let reading = try reader.read(
        line.text, names: StoreNames(snapshot), context: LineContext.context(of: line, snapshot: snapshot))
      return (reading, state)
    }
    if isChange(reading, state) {
      return try store.write { writer in
        let outcome = try outcome(of: reading, state: state, line: line, snapshot: writer.snapshot)
        return try finish(outcome, reading: reading, state: state, line: line, writer: writer)
      }
    }
    let outcome = try store.read { snapshot in
      try outcome(of: reading, state: state, line: line, snapshot: snapshot)
    }
    return try store.write { writer in
      try finish(outcome, reading: reading, state: state, line: line, writer: writer)
    }
  }

  /// A change is worked out inside the transaction that makes it, so that it never rests on what has passed.
  private func isChange(_ reading: Reading, _ state: ConversationState) -> Bool {
    !state.questions.isEmpty || reader.grammar.traits(of: reading.intent)?.changes == true
  }

  private func outcome(
    of reading: Reading, state: ConversationState, line: Line, snapshot: Snapshot
  ) throws -> Outcome {
    let scene = Scene(
      snapshot: snapshot, reader: reader, line: line, reading: reading,
      speaker: try line.person.flatMap { try snapshot.person($0) }, state: state)
    if let question = state.questions.last, let outcome = try QuestionRouter(scene: scene).outcome(of: question) {
      return outcome
    }
    return try Router(scene: scene).outcome()
  }

  /// Makes the changes, moves the questions, writes the turn: all in one transaction, or nothing of it.
  private func finish(
    _ outcome: Outcome, reading: Reading, state: ConversationState, line: Line, writer: Writer
  ) throws -> Reply {
    var outcome = outcome
    var state = state
    var ids: [String] = []
    let answered = outcome.stands ?? reading
    if !outcome.changes.isEmpty, let preview = outcome.preview, !answered.isExact, !line.isAgreed {
      outcome.answer = preview
      outcome.questions = outcome.stands == nil ? .open(.confirm(answered)) : .replace(.confirm(answered))
    } else if !outcome.changes.isEmpty {
      ids = try writer.apply(
        outcome.changes, by: line.person, at: line.time, verb: answered.intent, said: answered.said)
    }
    switch outcome.effect {
    case .undo: (outcome.answer, ids) = try UndoSkill(writer: writer, line: line).undo()
    case .redo: (outcome.answer, ids) = try UndoSkill(writer: writer, line: line).redo()
    case .leave, nil: break
    }
    QuestionStack.move(&state, by: outcome, reading: reading)
    let answer = QuestionStack.reminded(outcome.answer, state: &state, step: outcome.questions)
    var turn: Int?
    if !line.isOffTheRecord || state != ConversationState() {
      turn = try writer.log(
        TurnArchive.turn(line: line, reading: reading, answer: answer, state: StateArchive.text(of: state)))
    }
    return Reply(
      line: line, reading: reading, answer: answer, changes: ids, turn: line.isOffTheRecord ? nil : turn,
      isLast: outcome.effect == .leave)
  }
}
