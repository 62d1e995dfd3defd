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
  let graphs = OpenGraphMemory()

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
    let early = try store.read { snapshot -> Answered? in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      let heard = try self.heard(line, state: state, snapshot: snapshot)
      // A change is worked out inside the transaction that makes it, so that it never rests on what has passed.
      let mayChange =
        !state.questions.isEmpty || reader.grammar.traits(of: heard.meant.intent)?.changes == true
        || !heard.meant.also.isEmpty || !state.next.isEmpty && ChoiceNumber.of(heard.plain) != nil
      return mayChange ? nil : try answered(heard, line: line, state: state, snapshot: snapshot)
    }
    let reply = try store.transaction(isTrial: line.isTrial) { transaction in
      var exchange = Exchange(
        conversation: self, line: line, transaction: transaction,
        state: StateArchive.state(from: try transaction.snapshot.lastState(of: line.person)))
      if let early { try exchange.take(early) } else { try exchange.answerAll() }
      return try exchange.reply()
    }
    return line.isTrial ? reply.takenBack : reply
  }

  /// Reads a line by itself and after the lines before it, without answering it.
  func heard(_ line: Line, state: ConversationState, snapshot: Snapshot) throws -> HeardLine {
    try understanding(line, state: state, snapshot: snapshot) { $0.heard(line.text) }
  }

  /// Reads with what the conversation remembers at the line's moment.
  func understanding<Value>(
    _ line: Line, state: ConversationState, snapshot: Snapshot, _ read: (ContextReader<StoreNames>) -> Value
  ) throws -> Value {
    let names = StoreNames(snapshot: snapshot)
    let question = state.questions.last
    var focus = state.focus.recent(at: line.time)
    // What waits for consent is what was spoken of last.
    if let pending = question?.pending, FocusMemory.counts(pending.intent) {
      focus.add(
        Focus.Turn(at: line.time.milliseconds, reading: pending.slim, mentions: FocusMemory.said(in: pending)))
    }
    let value = read(
      ContextReader(
        reader: reader, names: names, context: LineContext.context(of: line), focus: focus,
        pending: question?.pending, awaitsAnswer: question?.awaitsAnswer ?? false,
        isAsked: question?.takesWholeLines ?? false))
    try names.check()
    return value
  }

  /// What would be answered to a line; nothing is changed and nothing remembered.
  func answer(to line: Line) throws -> Answer {
    try store.read { snapshot in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      let heard = try self.heard(line, state: state, snapshot: snapshot)
      return try answered(heard, line: line, state: state, snapshot: snapshot).outcome.answer
    }
  }

  /// Answers a request: an open question has the first look at it, then a suggestion that it may choose.
  ///
  /// The first request of a line has nothing before it, so that questions and suggestions are older.
  func answered(
    _ heard: HeardLine, line: Line, state: ConversationState, snapshot: Snapshot, isFirst: Bool = true
  ) throws -> Answered {
    let scene = Scene(
      graphs: graphs, snapshot: snapshot, reader: reader, line: line, reading: heard.plain,
      speaker: try line.person.flatMap { try snapshot.person($0) }, state: state)
    if isFirst {
      // Right after a line that interrupted a question, `and …` carries that line on.
      let isAside = state.repeats > 0 && heard.meant.carriesOn && heard.meant.lent != nil
      if let question = state.questions.last, !isAside,
        let outcome = try QuestionRouter(scene: scene, meant: heard.meant).outcome(of: question)
      {
        return Answered(reading: heard.plain, outcome: outcome, isAnswer: true)
      }
      if let outcome = Tour(scene: scene).outcome() { return Answered(reading: heard.plain, outcome: outcome) }
      if heard.meant.intent == heard.plain.intent, let outcome = try SuggestedLine(scene: scene).outcome() {
        return Answered(reading: heard.plain, outcome: outcome)
      }
    }
    return Answered(reading: heard.meant, outcome: try Router(scene: scene.reading(heard.meant)).outcome())
  }
}

/// A request with what became of it.
struct Answered {
  var reading: Reading
  var outcome: Outcome

  /// The line was taken for the answer to an open question.
  var isAnswer = false
}

extension OpenQuestion {
  /// The reading that waits for consent or for a slot.
  fileprivate var pending: Reading? {
    switch self {
    case .confirm(let reading), .fill(let reading, _, _): reading
    case .choose, .meant, .interview, .welcome, .importFile, .whoAreYou, .remember: nil
    }
  }

  /// Whether a yes or a number answers.
  fileprivate var awaitsAnswer: Bool {
    switch self {
    case .confirm, .choose, .meant: true
    case .fill, .interview, .welcome, .importFile, .whoAreYou, .remember: false
    }
  }

  /// Whether whatever is typed may be an answer, so that no line is taken apart.
  fileprivate var takesWholeLines: Bool {
    switch self {
    case .interview(let interview): !interview.isPaused
    case .fill, .welcome, .importFile, .whoAreYou, .remember: true
    case .confirm, .choose, .meant: false
    }
  }
}
