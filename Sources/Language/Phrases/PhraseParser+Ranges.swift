import Times

// From one time to another.
extension PhraseParser {
  /// "Friday 10-11:30", "3-14 June", "from 3 to 5 on Monday", "between 2 and 4pm", "mon-wed".
  mutating func range() -> TimePhrase? {
    let opener = kind()
    let isOpened = opener == .between || opener == .from
    if isOpened { index += 1 }
    if let range = attempt({ $0.rangeOfDates() }) { return range }
    if let range = attempt({ $0.rangeOfHours(isOpened: isOpened) }) { return range }
    return attempt { $0.rangeOfTimes(isBetween: opener == .between, isOpened: isOpened) }
  }

  private mutating func takeConnector() -> Bool {
    switch kind() {
    case .dash, .to, .through, .until:
      index += 1
      return true
    case .and where kind(-2) == .between || kind(-3) == .between || kind(-4) == .between || kind(-5) == .between:
      index += 1
      return true
    default: return false
    }
  }

  /// "3-14 June", "June 3-14", "3rd to 14th of June 2024".
  private mutating func rangeOfDates() -> TimePhrase? {
    let isMonthFirst = kind() == .month
    var month = value()
    if isMonthFirst { index += 1 }
    if !isMonthFirst { _ = take(.the) }
    guard let first = dayNumber(), takeConnector() else { return nil }
    _ = take(.the)
    guard let last = dayNumber() else { return nil }
    if !isMonthFirst {
      _ = take(.of)
      month = value()
      guard take(.month) else { return nil }
    } else if kind() == .meridiem {
      return nil
    }
    var year: Int?
    if kind() == .number, extra() == 4 || kind(-1) == .comma, (1_900...2_199).contains(value()) {
      year = value()
      index += 1
    }
    guard last > first else { return .open(.endsBeforeStart) }
    return .range(
      .day(.date(day: first, month: month, year: year, weekday: nil)),
      .day(.date(day: last, month: month, year: year, weekday: nil)))
  }

  private mutating func dayNumber() -> Int? {
    guard kind() == .number && extra() <= 2 || kind() == .ordinal || kind() == .ordinalWord || kind() == .first,
      (1...31).contains(value())
    else { return nil }
    index += 1
    return value(-1)
  }

  /// "[friday] 10-11:30 [friday]", "3-5pm tomorrow", "9am to noon".
  private mutating func rangeOfHours(isOpened: Bool) -> TimePhrase? {
    var day: DayPhrase?
    var part: DayPart?
    var isPrepared = isOpened
    if let before = attempt({ parser -> DayPhrase? in
      if parser.kind() == .on { parser.index += 1 }
      return parser.day(isPrepared: true)
    }) {
      day = before
      if kind() == .part, let named = DayPart(rawValue: value()), kind(1) != .dash {
        part = named
        index += 1
      }
      if kind() == .comma { index += 1 }
      isPrepared = true
    }
    if kind() == .from || kind() == .between || kind() == .at {
      isPrepared = true
      index += 1
    }
    guard let start = rangeClock(), takeConnector() else { return nil }
    guard let end = rangeClock() else { return nil }
    // Two bare numbers are hours only beside a day, "from" or "between".
    guard isPrepared || !(start.isBare && end.isBare) || isBeforeDay(0) else { return nil }
    guard endsNumber(0) || isFollowedByDay else { return nil }
    if day == nil {
      day = attempt { parser in
        if parser.kind() == .on || parser.kind() == .comma { parser.index += 1 }
        return parser.day(isPrepared: true)
      }
      // "from 3 to 5" alone may also be days or a count.
      if day == nil, start.isBare, end.isBare, !isOpened { return nil }
    }
    guard let (first, last) = PhraseParser.agree(start.clock, end.clock, part) else { return nil }
    return .range(day.map { .at($0, first) } ?? .clock(first), .clock(last))
  }

  private var isFollowedByDay: Bool {
    kind() == .number && kind(1) == .month
  }

  /// An hour that may be a bare number.
  private mutating func rangeClock() -> (clock: ClockPhrase, isBare: Bool)? {
    if let clock = attempt({ $0.clock() }) { return (clock, false) }
    guard kind() == .number || kind() == .numberWord, extra() <= 2, value() < 24 else { return nil }
    guard kind(1) != .month, kind(1) != .unit, kind(1) != .of else { return nil }
    index += 1
    return (PhraseParser.clock(hour: value(-1)), true)
  }

  /// Gives the start of "3-5pm" and the end of "9am-1" the half of the day that the other one says.
  private static func agree(_ start: ClockPhrase, _ end: ClockPhrase, _ part: DayPart?) -> (ClockPhrase, ClockPhrase)? {
    switch (start, end) {
    case (.half(let first, _), .exact(let last, let offset)):
      let candidates = [first + 43_200, first].filter { $0 < last }
      return (.exact(candidates.first ?? first, offset: offset), end)
    case (.half(let first, let offset), .half) where part != nil:
      let isMorning = part == .morning || part == .firstThing
      return (.exact(first + (isMorning ? 0 : 43_200), offset: offset), end)
    case (.half(let first, let offset), .part(.noon)): return (.exact(first, offset: offset), end)
    default: return (start, end)
    }
  }

  /// "monday to wednesday", "3 june - 14 june", "june to august", "from tomorrow until friday 3pm".
  private mutating func rangeOfTimes(isBetween: Bool, isOpened: Bool) -> TimePhrase? {
    guard let first = simple() else { return nil }
    if case .duration = first { return nil }
    if case .open = first { return nil }
    guard isBetween ? take(.and) || takeConnector() : takeConnector() else { return nil }
    // "friday until noon" is one day; "friday - call Priya" is no range.
    guard let last = simple() ?? (kind() == .month ? periodPhrase(isPrepared: true) : nil) else { return nil }
    switch (first, last) {
    case (_, .duration), (_, .open): return nil
    // "everything due this week to Monday" moves what is due.
    case (.period, .clock), (.clock, .period), (.period, .day), (.day, .period), (.period, .at), (.at, .period):
      return nil
    default: return .range(first, last)
    }
  }
}
