import Delivery
import Language
import Prompts
import Store

/// One line being answered: its requests one after the other, all in one transaction, or nothing of it.
struct Exchange {
  let conversation: Conversation
  let line: Line
  let transaction: Transaction
  private let before: ConversationState
  private var state: ConversationState
  private var parts: [Part] = []

  /// What changes something waits for one consent to all of it.
  private var held: [Reading]?
  private var changes: LineChanges?
  private var madeEntries = 0
  private var set: EntryID?
  private var wish: Wish?
  private var isLast = false

  /// A change was shown first, or would be but for an agreement given beforehand.
  private var asksFirst = 0
  private var changeCount = 0

  /// A request that was answered.
  private struct Part {
    var answered: Reading
    var told: Reading
    var answer: Answer
    var entries: [EntryID] = []
    var copied: String?
    var draft: String?
    var isJSON = false
    var isAnswer = false

    init(
      answered: Reading, told: Reading, answer: Answer, entries: [EntryID] = [], copied: String? = nil,
      draft: String? = nil, isJSON: Bool = false
    ) {
      self.answered = answered
      self.told = told
      self.answer = answer
      self.entries = entries
      self.copied = copied
      self.draft = draft
      self.isJSON = isJSON
    }

    /// What stands for a line in which no request was found.
    init(unread line: Line) {
      let reading = Reading(said: line.text, intent: Reading.unclear)
      self.init(answered: reading, told: reading, answer: Answer(.unclear, Words.Voice.Unclear.headline))
    }
  }

  /// A request that waits for its turn.
  private struct Request {
    var text: String
    /// How it was read, where it must not be read anew.
    var heard: HeardLine?
    var isAgreed = false
  }

  init(conversation: Conversation, line: Line, transaction: Transaction, state: ConversationState) {
    self.conversation = conversation
    self.line = line
    self.transaction = transaction
    self.state = state
    before = state
  }

  // MARK: Requests

  /// Answers all requests of the line, in order; several changes of which one has to be shown first wait together.
  mutating func answerAll() throws {
    let heard = try conversation.heard(line, state: state, snapshot: transaction.snapshot)
    if heard.meant.also.isEmpty { return try run([Request(text: line.text, heard: heard)]) }
    var requests = ([heard.meant] + heard.meant.also).map { Request(text: $0.said) }
    if Set(requests.map(\.text)).count < requests.count {
      // Several records that one phrase means: each has a reading of its own.
      requests = ([heard.meant] + heard.meant.also).map { reading in
        Request(text: line.text, heard: HeardLine(plain: heard.plain, meant: reading.alone))
      }
    } else {
      requests[0].heard = try conversation.understanding(line, state: state, snapshot: transaction.snapshot) {
        HeardLine(plain: $0.read(heard.meant.said), meant: heard.meant)
      }
    }
    if !line.isAgreed {
      let trial = try transaction.trying {
        var trial = Exchange(conversation: conversation, line: line.agreed, transaction: transaction, state: state)
        try trial.run(requests)
        return trial
      }
      if trial.asksFirst > 0, trial.changeCount > 1 { held = [] }
    }
    try run(requests)
    if let held, let first = held.first {
      var all = first
      all.also = Array(held.dropFirst())
      // All of it is asked about at once.
      let previews = parts.indices.filter { parts[$0].answer.verdict == .preview }
      for index in previews.dropLast() { parts[index].answer.question = nil }
      QuestionStack.move(&state, by: Outcome(parts[0].answer, questions: .open(.confirm(all))), reading: first)
    }
  }

  private mutating func run(_ requests: [Request]) throws {
    var queue = requests
    while !queue.isEmpty {
      let request = queue.removeFirst()
      let answered = try answered(request)
      try take(answered)
      let then = answered.outcome.then
      if waits(answered.outcome), !queue.isEmpty {
        let lines = queue.map(\.text).joined(separator: "; ")
        parts[parts.count - 1].answer.notices.append(Words.Context.Echo.waiting(lines: lines))
        return
      }
      let isAgreed = then.contains(where: \.isExact) && answered.outcome.stands?.isExact == true
      queue =
        then.map { reading in
          let heard = isAgreed ? HeardLine(plain: reading, meant: reading.alone) : nil
          return Request(text: reading.said, heard: heard, isAgreed: isAgreed)
        } + queue
    }
  }

  /// Whether the rest of the line has to wait for an answer to a question about the first request.
  private func waits(_ outcome: Outcome) -> Bool {
    switch outcome.questions {
    case .open(.choose), .open(.fill), .open(.meant): true
    case .open, .replace, .back, .keep, .close: false
    }
  }

  private func answered(_ request: Request) throws -> Answered {
    var line = line
    line.text = (line.isOffTheRecord && request.text.first != " " ? " " : "") + request.text
    let isFirst = parts.isEmpty
    let heard =
      try request.heard
      ?? conversation.understanding(line, state: state, snapshot: transaction.snapshot) { reader in
        var reader = reader
        reader.pending = nil
        return HeardLine(plain: reader.read(request.text), meant: reader.request(request.text, isCarriedOn: true))
      }
    if request.isAgreed {
      var scene = Scene(
        graphs: conversation.graphs, snapshot: transaction.snapshot, reader: conversation.reader, line: line,
        reading: heard.meant,
        speaker: try line.person.flatMap { try transaction.snapshot.person($0) }, state: state)
      scene.isConfirmed = true
      return Answered(reading: heard.meant, outcome: try Router(scene: scene).outcome())
    }
    return try corrected(heard, line, isFirst: isFirst)
  }

  /// The answer to a request; one that puts a change right is worked out as if that had not been made.
  private func corrected(_ heard: HeardLine, _ line: Line, isFirst: Bool) throws -> Answered {
    func answer() throws -> Answered {
      try conversation.answered(
        heard, line: line, state: state, snapshot: transaction.snapshot, isFirst: isFirst)
    }
    let asked = try answer()
    guard let set = try wrongChange(asked.outcome.stands ?? asked.reading), !asked.outcome.changes.isEmpty else {
      return asked
    }
    let reversal = try transaction.snapshot.reversal(of: set)
    return try transaction.trying {
      let undone = try transaction.undo(set, by: line.person, at: line.time, said: nil)
      guard case .done = undone else { return asked }
      var answered = try answer()
      guard !answered.outcome.changes.isEmpty else { return asked }
      answered.outcome.changes = reversal + answered.outcome.changes
      let said = PrintableText.line(set.occasion.said ?? set.occasion.verb)
      answered.outcome.preview?.notices.append(Words.Context.Echo.takesBack(said: said))
      return answered
    }
  }

  /// The change that a reading puts right, while it still stands.
  private func wrongChange(_ reading: Reading) throws -> ChangeSet? {
    guard let id = reading.lent?.corrects.flatMap({ EntryID($0) }),
      let set = try transaction.snapshot.changeSet(id), try transaction.snapshot.isStanding(set)
    else { return nil }
    return set
  }

  // MARK: Outcomes

  /// Makes the changes of an outcome and moves the questions.
  mutating func take(_ request: Answered) throws {
    var outcome = request.outcome
    let answered = outcome.stands ?? request.reading
    var applied = Applied()
    if !outcome.changes.isEmpty {
      changeCount += 1
      let isOpen = outcome.preview != nil && (!answered.isExact || outcome.needsConsent)
      if isOpen { asksFirst += 1 }
      if let preview = outcome.preview, held != nil {
        outcome.answer = preview
        held?.append(answered.alone)
      } else if let preview = outcome.preview, isOpen, !line.isAgreed {
        outcome.answer = preview
        outcome.questions = outcome.questions.asking(answered.alone)
      } else {
        applied = try make(outcome.changes, for: answered)
      }
    }
    if let effect = outcome.effect {
      // What is taken back here is no part of what this line changes.
      changes = nil
      madeEntries = 0
      try UndoSkill(transaction: transaction, line: line).make(effect, &outcome.answer, &applied)
      set = applied.set ?? set
    }
    if held == nil || !outcome.questions.opens { QuestionStack.move(&state, by: outcome, reading: request.reading) }
    for memory in outcome.memory { state.remember(memory) }
    var part = Part(
      answered: answered, told: outcome.asJSON ?? outcome.completes ?? request.reading, answer: outcome.answer,
      entries: applied.entries, copied: outcome.copied, draft: outcome.draft, isJSON: outcome.asJSON != nil)
    Echo(grammar: conversation.reader.grammar, reading: answered).add(to: &part.answer)
    Tour.goOn(after: answered, of: outcome, answer: &part.answer, state: &state)
    memory(answered).keep(part.answer, in: &state)
    try FocusMemory(snapshot: transaction.snapshot, reader: conversation.reader, line: line)
      .keep(
        answered, part.answer, changed: applied.set?.description, isHeld: held != nil && !outcome.changes.isEmpty,
        in: &state.focus)
    part.isAnswer = request.isAnswer
    parts.append(part)
    wish = outcome.wish ?? wish
    isLast = isLast || outcome.effect == .leave
    step = outcome.questions
  }

  /// What the last outcome did to the questions.
  private var step = Outcome.QuestionStep.keep

  /// Makes changes as part of the one change set of the line.
  private mutating func make(_ changes: [Change], for reading: Reading) throws -> Applied {
    let occasion = Occasion(
      by: line.person?.text, at: line.time, verb: reading.intent, said: line.isOffTheRecord ? nil : reading.saidInAll)
    let set = try self.changes ?? transaction.changes(occasion)
    self.changes = set
    var applied = try set.make(changes)
    applied.entries.removeFirst(madeEntries)
    madeEntries += applied.entries.count
    self.set = applied.set ?? self.set
    return applied
  }

  private func memory(_ reading: Reading) -> AnswerMemory {
    AnswerMemory(reading: reading, line: line, grammar: conversation.reader.grammar)
  }

  // MARK: Reply

  /// Puts an open question again, writes the turn, and gives the reply.
  mutating func reply() throws -> Reply {
    // Whoever leaves is not asked again; the question waits for the next chat.
    if !isLast, let last = parts.indices.last {
      parts[last].answer = QuestionStack.reminded(parts[last].answer, state: &state, step: step)
    }
    if line.isOffTheRecord {
      for index in parts.indices {
        memory(parts[index].answered).forget(&parts[index].answer, in: &state, before: before)
      }
    }
    let first = parts.first ?? Part(unread: line)
    var logged = first.answered.alone
    logged.also = parts.dropFirst().map(\.answered.alone)
    let turn = try TurnArchive(
      line: line, reading: logged, answers: parts.map(\.answer), state: state, set: set
    ).log(in: transaction)
    try SpeakerChange(transaction: transaction, line: line).make(wish, &state)
    var replies = ([first] + parts.dropFirst()).map { part in
      var reply = Reply(
        line: line, reading: part.told.alone, answer: part.answer, changes: part.entries.map(\.description), turn: turn,
        openQuestion: state.questions.last, isLast: isLast)
      reply.copied = part.copied
      reply.isJSON = part.isJSON
      reply.isAnswer = part.isAnswer
      reply.manner = Reply.Manner(isPlain: state.isPlain)
      reply.wish = wish
      reply.draft = part.draft
      return reply
    }
    var reply = replies.removeFirst()
    reply.reading.also = replies.map(\.reading)
    reply.also = replies
    return reply
  }
}

extension Reading {
  /// The reading without the further requests of its line.
  var alone: Reading {
    var alone = self
    alone.also = []
    return alone
  }

  /// The words of all requests of the line.
  var saidInAll: String {
    ([self] + also).reduce(into: [String]()) { if !$0.contains($1.said) { $0.append($1.said) } }
      .joined(separator: ", ")
  }
}

extension Line {
  fileprivate var agreed: Line {
    var agreed = self
    agreed.isAgreed = true
    return agreed
  }
}

extension Outcome.QuestionStep {
  /// The step that ends with the question whether a change shall be made.
  fileprivate func asking(_ reading: Reading) -> Self {
    switch self {
    case .keep, .open: reading.lent?.isPending == true ? .replace(.confirm(reading)) : .open(.confirm(reading))
    case .close, .replace, .back: .replace(.confirm(reading))
    }
  }

  fileprivate var opens: Bool {
    switch self {
    case .open, .replace: true
    case .keep, .close, .back: false
    }
  }
}
