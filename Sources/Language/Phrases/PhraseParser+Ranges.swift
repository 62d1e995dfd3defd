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
    case .slash where kind(-1) == .isoDate && kind(1) == .isoDate:
      index += 1
      return true
    case .and where (1...5).contains(where: { kind(-$0) == .between }):
      index += 1
      return true
    default: return false
    }
  }

  /// "3-14 June", "June 3-14", "3rd to 14th of June 2024".
  private mutating func rangeOfDates() -> TimePhrase? {
    let isMonthFirst = kind() == .month
    var month = value()
    if isMonthFirst { index += 1 } else { _ = take(.the) }
    guard let first = dayNumber(), takeConnector() else { return nil }
    _ = take(.the)
    guard let last = dayNumber() else { return nil }
    if !isMonthFirst {
      _ = take(.of)
      month = value()
      guard take(.month) else { return nil }
    } else if kind() == .meridiem || kind() == .month || !endsNumber(0) && kind() != .number {
      return nil
    }
    let year = year()
    guard last > first else { return .open(.endsBeforeStart) }
    return .range(
      .day(.date(day: first, month: month, year: year, weekday: nil)),
      .day(.date(day: last, month: month, year: year, weekday: nil)))
  }

  // MARK: Hours

  /// "[friday] 10-11:30 [friday]", "3-5pm tomorrow", "9am to noon".
  private mutating func rangeOfHours(isOpened: Bool) -> TimePhrase? {
    let first = index
    var day: DayPhrase?
    var part: DayPart?
    var isPrepared = isOpened
    if let before = attempt({ parser -> DayPhrase? in
      if parser.kind() == .on { parser.index += 1 }
      return parser.kind() == .tonight ? nil : parser.day(isPrepared: true)
    }) {
      day = before
      if kind() == .part, let named = DayPart(rawValue: value()), kind(1) != .dash {
        part = named
        index += 1
      }
      if kind() == .comma { index += 1 }
      isPrepared = true
    } else if take(.tonight) {
      (day, part, isPrepared) = (.away(0), .evening, true)
    }
    if kind() == .from || kind() == .between || kind() == .at {
      isPrepared = true
      index += 1
    }
    guard let start = rangeClock(), takeConnector() else { return nil }
    _ = take(.at)
    guard let end = rangeClock() else { return nil }
    // Two bare numbers are hours only beside a day, "from" or "between", or as all that is said.
    let isAlone = first == 0 && kind() == .end && start.hour > end.hour && kind(-2) == .to
    guard isPrepared || isAlone || !(start.isBare && end.isBare) || isBeforeDay(0) else { return nil }
    guard endsNumber(0) || isFollowedByDay else { return nil }
    if part == nil, let behind = attempt({ $0.partOfRange() }) { part = behind }
    if day == nil {
      day = attempt { parser in
        if parser.kind() == .on || parser.kind() == .comma || parser.kind() == .of { parser.index += 1 }
        return parser.day(isPrepared: true)
      }
      // "from 3 to 5" alone may also be days or a count.
      if day == nil, start.isBare, end.isBare, !isOpened, !isAlone { return nil }
    }
    guard let (first, last) = PhraseParser.agree(start.clock, end.clock, part) else { return nil }
    return .range(day.map { .at($0, first) } ?? .clock(first), .clock(last))
  }

  /// "in the morning" behind a range of hours.
  private mutating func partOfRange() -> DayPart? {
    guard take(.in), take(.the), kind() == .part, let part = DayPart(rawValue: value()) else { return nil }
    index += 1
    return part
  }

  private var isFollowedByDay: Bool {
    kind() == .number && kind(1) == .month
  }

  /// An hour that may be a bare number.
  private mutating func rangeClock() -> (clock: ClockPhrase, isBare: Bool, hour: Int)? {
    if kind() == .decimal, kind(-1) == .dash || kind(1) == .dash {
      if let clock = attempt({ $0.clock(isAt: true) }) { return (clock, false, 0) }
    }
    if let clock = attempt({ $0.clock() }) { return (clock, false, 0) }
    guard kind() == .number || kind() == .numberWord, kind() == .numberWord || extra() <= 2, value() < 24 else {
      return nil
    }
    guard kind(1) != .month, kind(1) != .unit, kind(1) != .of, kind(1) != .unitSuffix else { return nil }
    index += 1
    return (PhraseParser.clock(hour: value(-1)), true, value(-1))
  }

  /// Gives the start of "3-5pm" and the end of "9am-1" the half of the day that the other one says.
  private static func agree(_ start: ClockPhrase, _ end: ClockPhrase, _ part: DayPart?) -> (ClockPhrase, ClockPhrase)? {
    switch (start, end) {
    case (.half(let first, let zone), .half(let last, let other)) where part != nil:
      let isMorning = part == .morning || part == .firstThing
      let zone = zone ?? other
      let begin = first + (isMorning ? 0 : 43_200)
      return (.exact(begin, in: zone), .half(last, in: zone))
    case (.half(let first, _), .exact(let last, let zone)):
      let candidates = [first + 43_200, first].filter { $0 < last }
      return (.exact(candidates.first ?? first, in: zone), end)
    case (.half(let first, let zone), .part(.noon)): return (.exact(first, in: zone), end)
    case (.exact(let first, nil), .exact(_, let zone?)): return (.exact(first, in: zone), end)
    case (.half(let first, nil), .half(_, let zone?)): return (.half(first, in: zone), end)
    default: return (start, end)
    }
  }

  // MARK: Days and periods

  /// "monday to wednesday", "3 june - 14 june", "june to august", "from tomorrow until friday 3pm".
  private mutating func rangeOfTimes(isBetween: Bool, isOpened: Bool) -> TimePhrase? {
    guard let first = isOpened ? bound({ $0.simple() }) : simple(), !PhraseParser.isLength(first) else { return nil }
    if case .open = first { return nil }
    guard isBetween ? take(.and) || takeConnector() : takeConnector() else { return nil }
    // "friday until noon" is one day; "friday - call Priya" is no range.
    guard let last = rangeEnd(first, isOpened: isOpened) else { return nil }
    switch (first, last) {
    case (_, .duration), (_, .open), (_, .anchor), (.anchor, _): return nil
    // "everything due this week to Monday" moves what is due.
    case (.period, .clock), (.clock, .period), (.period, .day), (.day, .period), (.period, .at), (.at, .period):
      return nil
    default: return .range(first, last)
    }
  }

  private mutating func rangeEnd(_ first: TimePhrase, isOpened: Bool) -> TimePhrase? {
    switch first {
    case .day, .at:
      // "the 20th to the 24th"
      if kind() == .the || isOpened { return bound { $0.simple() } }
    case .period:
      if kind() == .month || kind() == .number { return periodPhrase(isPrepared: true) }
    default: break
    }
    return simple() ?? (kind() == .month ? periodPhrase(isPrepared: true) : nil)
  }
}
