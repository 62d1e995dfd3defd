import Delivery
package import Language
package import Store
import Times

/// A conversation about one store: a line in, a reply out.
///
/// The chat, `ask`, pipes and tests all go through ``reply(to:)``. What a conversation remembers is saved with every
/// turn under the person who speaks, so another process can go on where this one stopped.
package struct Conversation: Sendable {
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
  package func reply(to line: Line) throws -> Reply {
    let (reading, outcome) = try store.read { snapshot -> (Reading, Outcome?) in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      let reading = try self.reading(of: line, snapshot: snapshot)
      // A change is worked out inside the transaction that makes it, so that it never rests on what has passed.
      let mayChange = !state.questions.isEmpty || reader.grammar.traits(of: reading.intent)?.changes == true
      return (reading, mayChange ? nil : try answer(reading, state: state, line: line, snapshot: snapshot))
    }
    return try store.transaction { transaction in
      let state = StateArchive.state(from: try transaction.snapshot.lastState(of: line.person))
      let outcome =
        try outcome ?? answer(reading, state: state, line: line, snapshot: transaction.snapshot)
      return try finish(outcome, reading: reading, state: state, line: line, in: transaction)
    }
  }

  /// Reads a line without answering it.
  package func reading(of line: Line, snapshot: Snapshot) throws -> Reading {
    let names = StoreNames(snapshot: snapshot)
    let reading = reader.read(line.text, names: names, context: LineContext.context(of: line))
    try names.check()
    return reading
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
    return try Router(scene: scene).outcome()
  }

  /// Makes the changes, moves the questions, writes the turn: all in one transaction, or nothing of it.
  private func finish(
    _ outcome: Outcome, reading: Reading, state: ConversationState, line: Line, in transaction: Transaction
  ) throws -> Reply {
    var outcome = outcome
    var state = state
    var entries: [EntryID] = []
    let answered = outcome.stands ?? reading
    let isOpen = (!answered.isExact || outcome.needsConsent) && !line.isAgreed
    if !outcome.changes.isEmpty, let preview = outcome.preview, isOpen {
      outcome.answer = preview
      outcome.questions = outcome.stands == nil ? .open(.confirm(answered)) : .replace(.confirm(answered))
    } else if !outcome.changes.isEmpty {
      let occasion = Occasion(by: line.person?.text, at: line.time, verb: answered.intent, said: said(line, answered))
      entries = try transaction.apply(outcome.changes, occasion).entries
    }
    switch outcome.effect {
    case .undo: (outcome.answer, entries) = try UndoSkill(transaction: transaction, line: line).undo()
    case .redo: (outcome.answer, entries) = try UndoSkill(transaction: transaction, line: line).redo()
    case .leave, nil: break
    }
    QuestionStack.move(&state, by: outcome, reading: reading)
    let answer = QuestionStack.reminded(outcome.answer, state: &state, step: outcome.questions)
    let turn = try TurnArchive(line: line, reading: reading, answer: answer, state: state).log(in: transaction)
    return Reply(
      line: line, reading: reading, answer: answer, changes: entries.map(\.description), turn: turn,
      openQuestion: state.questions.last, isLast: outcome.effect == .leave)
  }

  /// What the journal keeps of the words; nothing for a line off the record.
  private func said(_ line: Line, _ reading: Reading) -> String? {
    line.isOffTheRecord ? nil : reading.said
  }
}
