import Times

// Bounds of a stretch of time: "by friday", "until noon", "since 3 may", "from monday on", "no later than 6 june".
extension PhraseParser {
  mutating func boundPhrase() -> TimePhrase? {
    switch kind() {
    case .by, .due: return due()
    case .on where kind(1) == .or && kind(2) == .before:
      index += 3
      return plain().map { .bound(.by, $0) }
    case .no, .not: return noLater()
    case .at where kind(1) == .the && (kind(2) == .latest || kind(2) == .earliest):
      index += 3
      return edge(tokens[index - 1].kind)
    case .latest, .earliest:
      guard index == 0 || kind(-1) == .comma || kind(-1) == .stop else { return nil }
      index += 1
      return edge(tokens[index - 1].kind)
    case .up where kind(1) == .to || kind(1) == .until:
      index += 2
      guard let inner = plain() ?? bareHour(), !PhraseParser.isLength(inner) else { return nil }
      return .bound(.until, inner)
    case .until:
      index += 1
      if kind() == .after, kind(1) != .lunch, !isWord(1, "work") {
        index += 1
        return plain().map { .bound(.until, .day(.counted(1, .day, .after, from: $0))) }
      }
      return (plain() ?? bareHour()).map { .bound(.until, $0) }
    case .through where index == 0 || kind(-1) == .word:
      index += 1
      return plain().flatMap { phrase in PhraseParser.isLength(phrase) ? nil : .bound(.by, phrase) }
    case .since, .before:
      let bound: TimePhrase.Bound = kind() == .since ? .since : .before
      index += 1
      return (plain() ?? (bound == .before ? bareHour() : nil)).map { .bound(bound, $0) }
    case .after where kind(1) != .lunch && !isWord(1, "work"):
      index += 1
      // "after 1" orders follow-ups; an hour says "after 1pm".
      return plain().flatMap { phrase in PhraseParser.isLength(phrase) ? nil : .bound(.after, phrase) }
    case .as where kind(1) == .of:
      index += 2
      return plain().map { .bound(.from, $0) }
    case .commencing, .from: return from()
    case .starting where value() == 1 && kind(1) != .of: return from()
    case .within:
      index += 1
      _ = take(.the)
      _ = take(.next)
      guard let amounts = amounts() ?? unit().map({ [Amount($0.factor, $0.unit)] }) else { return nil }
      return .bound(.by, .shift(amounts, .after, from: nil))
    case .during, .over:
      index += 1
      return attempt { $0.vagueTime() } ?? attempt { $0.periodPhrase() }
    case .for: return forLength()
    default: return nil
    }
  }

  static func isLength(_ phrase: TimePhrase) -> Bool {
    if case .duration = phrase { return true }
    return false
  }

  /// "by friday", "due in 3 days", "by or before friday", "by friday at the latest".
  private mutating func due() -> TimePhrase? {
    let isDue = take(.due)
    if !take(.by) {
      guard isDue, kind() == .on || kind() == .at || kind() == .before || kind() == .in || plainStarts else {
        return nil
      }
    }
    _ = take(.or)
    _ = take(.before)
    _ = attempt { $0.take(.at) && $0.take(.the) && $0.take(.latest) ? true : nil }
    guard let inner = plain() ?? bareHour() else { return nil }
    // "cut it by 3 days" says how much, not when.
    if PhraseParser.isLength(inner) { return nil }
    _ =
      attempt { $0.take(.at) && $0.take(.the) && $0.take(.latest) ? true : nil }
      ?? attempt { $0.take(.latest) ? true : nil }
    return .bound(.by, inner)
  }

  private var plainStarts: Bool {
    switch kind() {
    case .weekday, .today, .tomorrow, .isoDate, .slashDate, .next, .this, .number, .ordinal, .month, .ending, .part,
      .tonight, .the, .holiday:
      true
    default: false
    }
  }

  /// "no later than friday", "not before monday", "no sooner than 3 june", "not until friday".
  private mutating func noLater() -> TimePhrase? {
    let isNot = kind() == .not
    index += 1
    switch kind() {
    case .later where kind(1) == .than:
      let isEarlier = value() == 1
      index += 2
      return plain().map { .bound(isEarlier ? .from : .by, $0) }
    case .sooner where kind(1) == .than:
      index += 2
      return plain().map { .bound(.from, $0) }
    case .before where isNot, .until where isNot:
      index += 1
      return (plain() ?? bareHour()).map { .bound(.from, $0) }
    default: return nil
    }
  }

  /// "at the latest friday", "latest by 3 june", "at the earliest monday".
  private mutating func edge(_ kind: TimeToken.Kind) -> TimePhrase? {
    if kind == .latest { _ = take(.by) }
    return plain().flatMap { phrase in
      PhraseParser.isLength(phrase) ? nil : .bound(kind == .latest ? .by : .from, phrase)
    }
  }

  /// "from monday", "from tomorrow on", "starting 3 june", "from 18 dec for 10 days".
  private mutating func from() -> TimePhrase? {
    let isFrom = kind() == .from
    index += 1
    if !isFrom { _ = take(.from) }
    guard let start = plain(), !PhraseParser.isLength(start) else { return nil }
    if case .range = start { return start }
    if let amounts = attempt({ $0.behindFor() }) { return .lasting(start, amounts) }
    // "from Monday on": without an end it has no last day.
    if kind() == .on, kind(1) != .the, !startsDay(1) { index += 1 }
    if isWord(0, "onwards") || isWord(0, "onward") || isWord(0, "forward") { index += 1 }
    return .bound(.from, start)
  }

  private func startsDay(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .weekday, .month, .number, .ordinal, .isoDate, .slashDate, .holiday: true
    default: false
    }
  }

  /// "for 10 days", "for the next 2 hours".
  private mutating func behindFor() -> [Amount]? {
    guard take(.for) else { return nil }
    return amounts()
  }

  /// "for 3 days", "for 10 days from 18 dec".
  private mutating func forLength() -> TimePhrase? {
    index += 1
    _ = take(.the)
    guard kind() != .next, kind() != .last, kind() != .past else { return nil }
    // "an alarm for two hours from now"
    if let shift = attempt({ $0.shift() }), case .shift(_, _, nil) = shift { return shift }
    guard let length = length() else { return nil }
    guard case .duration(let amounts) = length else { return length }
    return attempt { $0.starting(amounts) } ?? length
  }

  /// A length of time that starts then: "3 days starting monday", "for 2 hours from 3pm".
  mutating func starting(_ amounts: [Amount]) -> TimePhrase? {
    guard kind() == .from || kind() == .commencing || (kind() == .starting && value() == 1), kind(1) != .now,
      kind(1) != .today
    else { return nil }
    let isFrom = take(.from)
    if !isFrom { index += 1 }
    // "3 days from friday" is a day, "for 3 days from friday" a stretch.
    guard let start = bound({ $0.dayAndClock(isPrepared: true) ?? $0.periodPhrase(isPrepared: true) }) else {
      return nil
    }
    return .lasting(start, amounts)
  }

  /// "by 3": an hour on its own, when the sentence stops behind it.
  mutating func bareHour() -> TimePhrase? {
    guard kind() == .number || kind() == .numberWord, value() >= 1, value() <= 23,
      kind() == .numberWord || extra() <= 2, kind(-2) != .change, kind(-2) != .up
    else { return nil }
    switch kind(1) {
    case .end, .stop, .comma, .and, .or:
      let hour = value()
      index += 1
      return .clock(PhraseParser.clock(hour: hour))
    default: return nil
    }
  }

  // MARK: Behind a time

  /// What makes a bound, a stretch or a series of the time before it: "at the latest", "for 2 hours", "every week".
  mutating func tail(of plain: TimePhrase) -> TimePhrase? {
    if let series = attempt({ $0.series(behind: plain) }) { return series }
    if case .duration(let amounts) = plain { return starting(amounts) }
    if PhraseParser.isStart(plain), let amounts = attempt({ $0.behindFor() }) { return .lasting(plain, amounts) }
    if kind() == .comma { index += 1 }
    if kind() == .at, kind(1) == .the, kind(2) == .latest || kind(2) == .earliest {
      index += 3
      return .bound(kind(-1) == .latest ? .by : .from, plain)
    }
    if kind() == .latest || kind() == .earliest, kind(1) == .end || kind(1) == .stop || kind(1) == .comma {
      index += 1
      return .bound(kind(-1) == .latest ? .by : .from, plain)
    }
    if kind() == .or, kind(1) == .later || kind(1) == .sooner, kind(2) != .than {
      index += 2
      return .bound(kind(-1) == .later && value(-1) == 0 ? .from : .by, plain)
    }
    if isWord(0, "onwards") || isWord(0, "onward") {
      index += 1
      return .bound(.from, plain)
    }
    return nil
  }

  /// Whether a stretch of time may start with the phrase.
  private static func isStart(_ phrase: TimePhrase) -> Bool {
    switch phrase {
    case .at, .clock, .day: true
    default: false
    }
  }
}
