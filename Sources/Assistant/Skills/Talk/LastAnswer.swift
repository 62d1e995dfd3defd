import Interchange
import Language
import Prompts
import Store

/// Gives the last answer once more: the rest of it, its text to copy, or the whole of it as JSON.
struct LastAnswer {
  let scene: Scene

  private var offTheRecord: Outcome? {
    scene.state.isOffTheRecord ? Outcome(Answer(.answered, Words.Voice.Explain.offRecord)) : nil
  }

  // MARK: More

  /// So many rows and sentences are shown at once.
  private static let page = 15

  /// What the newest answer that left something out left out, worked out anew, a page at a time.
  func more() throws -> Outcome {
    guard let left = scene.state.left else {
      return offTheRecord ?? Outcome(Answer(.answered, Words.Voice.Frame.nothingMore))
    }
    let again = try answer(left.reading).answer
    var rest = BlockPages(again.rest)
    rest.drop(left.shown)
    let body = rest.take(LastAnswer.page)
    guard !body.isEmpty else {
      var outcome = Outcome(Answer(.answered, Words.Voice.Frame.nothingMore))
      outcome.memory = [.left(nil)]
      return outcome
    }
    let answer = Answer(.answered, again.headline, body: body, records: again.records, rest: rest.blocks)
    var outcome = Outcome(answer)
    outcome.memory = [
      .left(
        rest.blocks.isEmpty
          ? nil : ConversationState.Left(reading: left.reading, shown: left.shown + LastAnswer.page))
    ]
    return outcome
  }

  // MARK: JSON

  func asJSON() throws -> Outcome {
    if let offTheRecord { return offTheRecord }
    guard let reading = scene.state.answered else { return Outcome(Answer(.answered, Words.TalkJson.nothing)) }
    guard scene.reader.grammar.traits(of: reading.intent)?.changes != true else {
      return Outcome(Answer(.refused, Words.TalkJson.changed(said: PrintableText.line(reading.said))))
    }
    let (answer, whole) = try self.answer(reading, wantsRecords: true)
    var outcome = Outcome(answer)
    outcome.asJSON = whole
    return outcome
  }

  /// Answers a reading again, with the steps that led to it where its line still reads alike.
  private func answer(_ slim: Reading, wantsRecords: Bool = false) throws -> (answer: Answer, reading: Reading) {
    let again = scene.read(slim.said)
    let reading = again.intent == slim.intent && again.slots == slim.slots ? again : slim
    var line = scene.line
    line.text = slim.said
    if wantsRecords { line.wantsRecords = true }
    return (try Router(scene: scene.reading(reading, line: line)).outcome().answer, reading)
  }

  // MARK: Copying

  func copied() throws -> Outcome {
    if let offTheRecord { return offTheRecord }
    let turns = try scene.snapshot.turns(of: scene.line.person, limit: 20)
    guard
      let turn = turns.first(where: { $0.said != nil && !AnswerMemory.passedOver.contains($0.intent ?? "") }),
      let said = turn.said, let logged = turn.answer.flatMap({ try? JSONReader.value(of: $0) }),
      let text = logged["copy"]?.text ?? logged["text"]?.text
    else { return Outcome(Answer(.answered, Words.TalkCopy.nothing)) }
    let line = PrintableText.line(said)
    let isQuote = logged["quotes"] != nil
    var outcome = Outcome(
      Answer(.answered, isQuote ? Words.TalkCopy.doneQuote(said: line) : Words.TalkCopy.done(said: line)))
    outcome.copied = text
    return outcome
  }
}

/// Blocks taken apart into rows and sentences, so that they can be shown a page at a time.
struct BlockPages {
  private(set) var blocks: [Block]

  init(_ blocks: [Block]) {
    self.blocks = blocks.filter { !$0.isEmpty }
  }

  mutating func drop(_ count: Int) {
    _ = take(count)
  }

  /// The first rows and sentences; what is left stays.
  mutating func take(_ count: Int) -> [Block] {
    var taken: [Block] = []
    var room = count
    while room > 0, let first = blocks.first {
      let (head, tail) = first.split(at: room)
      taken.append(head)
      room -= head.units
      if let tail { blocks[0] = tail } else { blocks.removeFirst() }
    }
    return taken
  }
}

extension Block {
  /// How many rows or sentences it is.
  fileprivate var units: Int {
    switch self {
    case .facts(let facts): facts.count
    case .table(let table): table.rows.count
    case .tree(let branches): branches.count
    case .list(let entries): entries.count
    default: 1
    }
  }

  fileprivate var isEmpty: Bool { units == 0 }

  fileprivate func split(at count: Int) -> (Block, Block?) {
    guard units > count else { return (self, nil) }
    switch self {
    case .facts(let facts): return (.facts(Array(facts.prefix(count))), .facts(Array(facts.dropFirst(count))))
    case .table(let table):
      var (head, tail) = (table, table)
      head.rows = Array(table.rows.prefix(count))
      tail.rows = Array(table.rows.dropFirst(count))
      return (.table(head), .table(tail))
    case .tree(let all): return (.tree(Array(all.prefix(count))), .tree(Array(all.dropFirst(count))))
    case .list(let all): return (.list(Array(all.prefix(count))), .list(Array(all.dropFirst(count))))
    default: return (self, nil)
    }
  }
}
