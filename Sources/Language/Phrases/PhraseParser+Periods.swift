import Times

// Weeks, months, quarters, years and weekends.
extension PhraseParser {
  /// A period as a phrase of its own, with "in", "during" or nothing before it.
  mutating func periodPhrase(isPrepared: Bool = false) -> TimePhrase? {
    let start = index
    var isPrepared = isPrepared || isBound || kind() == .in
    if kind() == .in || kind() == .during || kind() == .over { index += 1 }
    if kind() == .at || kind() == .on, kind(1) == .weekend || (kind(1) == .the && kind(2) == .weekend) { index += 1 }
    if index > start { isPrepared = true }
    // "early next week" and "late June" have no date that two people agree on.
    if kind() == .early || kind() == .late || (kind() == .later && kind(1) == .this) {
      index += 1
      guard period(isPrepared: true) != nil else { return nil }
      return .open(.vague(words(from: start, to: index)))
    }
    guard let period = period(isPrepared: isPrepared) else { return nil }
    // "next week on friday", "next week friday"
    if case .unit(.week, _) = period, let weekday = attempt({ $0.weekdayWithin() }) {
      let day = DayPhrase.nth(1, .weekday(weekday), of: period)
      let clock = attempt { parser -> ClockPhrase? in
        let isAt = parser.take(.at)
        return parser.clock(isAt: isAt)
      }
      return clock.map { .at(day, $0) } ?? .day(day)
    }
    return .period(period)
  }

  private mutating func weekdayWithin() -> Weekday? {
    if kind() == .on || kind() == .comma { index += 1 }
    guard kind() == .weekday else { return nil }
    index += 1
    return Weekday(rawValue: value(-1))
  }

  /// A period, without a preposition.
  mutating func period(isPrepared: Bool) -> PeriodPhrase? {
    attempt { $0.periodAfterNext() } ?? attempt { $0.rolling() } ?? attempt { $0.determined() }
      ?? attempt { $0.named(isPrepared: isPrepared) }
  }

  /// "the week after next", "the month before last".
  private mutating func periodAfterNext() -> PeriodPhrase? {
    _ = take(.the)
    guard kind() == .unit, extra() == 0, let unit = TimeUnit(rawValue: value()), unit.rawValue >= TimeUnit.week.rawValue
    else {
      guard take(.weekend), take(.after), take(.next) else { return nil }
      return .weekend(2)
    }
    index += 1
    if take(.after), take(.next) { return .unit(unit, 2) }
    return attempt { parser in
      parser.index -= parser.kind(-1) == .after ? 1 : 0
      return parser.take(.before) && parser.take(.last) ? true : nil
    }.map { _ in .unit(unit, -2) }
  }

  /// "the last 7 days", "the next two weeks", "the past month".
  private mutating func rolling() -> PeriodPhrase? {
    _ = take(.the)
    let isThis = kind() == .this && kind(1) == .past
    if isThis { index += 1 }
    let isPast = kind() == .past
    let direction: TimePhrase.Direction
    switch kind() {
    case .next: direction = .after
    case .this where extra() == 1: direction = .after
    case .last, .past: direction = .before
    default: return nil
    }
    index += 1
    var count = 1
    if kind() == .number || kind() == .numberWord, value() >= 1, value() <= 10_000 {
      count = value()
      index += 1
    } else if kind() == .couple {
      count = 2
      index += 1
      _ = take(.of)
    } else if !isPast {
      return nil
    }
    var isWorking = false
    if kind() == .working {
      index += 1
      isWorking = true
    }
    guard let unit = unit() else { return nil }
    guard !isWorking else { return unit.unit == .day ? .rolling(count, .workingDay, direction) : nil }
    return .rolling(count * unit.factor, unit.unit, direction)
  }

  /// The unit at the index, and how many of it the word means.
  mutating func unit() -> (unit: TimeUnit, factor: Int)? {
    guard kind() == .unit, let unit = TimeUnit(rawValue: value()) else {
      guard take(.workday) else { return nil }
      return (.workingDay, 1)
    }
    let factor = max(extra(), 1)
    index += 1
    return (unit, factor)
  }

  /// "this week", "next month", "last quarter", "the rest of the year", "this weekend", "next may".
  private mutating func determined() -> PeriodPhrase? {
    let hasArticle = take(.the)
    if take(.rest) {
      guard take(.of) else { return nil }
      _ = take(.the) || take(.this)
      guard let unit = unit(), unit.factor == 1 else { return nil }
      return .rest(unit.unit)
    }
    if hasArticle, take(.weekend) { return .weekend(0) }
    let step: Int
    switch kind() {
    case .this: step = extra()
    case .next: step = 1
    case .last: step = -1
    default: return nil
    }
    index += 1
    switch kind() {
    case .weekend:
      index += 1
      return .weekend(step)
    case .month:
      index += 1
      return .month(value(-1), year: nil, step == 0 ? .coming : step > 0 ? .next : .last)
    case .quarterName where step == 0:
      index += 1
      return .quarter(value(-1), year: nil)
    case .unit where !isPlural:
      guard let unit = unit(), unit.unit.rawValue >= TimeUnit.week.rawValue, unit.factor == 1 else { return nil }
      return .unit(unit.unit, step)
    default: return nil
    }
  }

  /// "The coming weeks" without a number are no stretch that has an end.
  private var isPlural: Bool {
    words(from: index, to: index + 1).utf8.last.map { $0 | 0x20 } == UInt8(ascii: "s")
  }

  /// "may 2025", "Q3", "H1 2024", "week 20", "the week of 3 june", "2024".
  private mutating func named(isPrepared: Bool) -> PeriodPhrase? {
    let hasArticle = take(.the)
    switch kind() {
    case .month:
      let month = value()
      index += 1
      let year = yearBehind()
      guard year != nil || isPrepared || isMonthAlone else { return nil }
      if year == nil, !endsMonth { return nil }
      return .month(month, year: year, .coming)
    case .quarterName:
      index += 1
      return .quarter(value(-1), year: yearBehind())
    case .halfName where isPrepared || kind(1) == .number || index == 0:
      index += 1
      return .half(value(-1), year: yearBehind())
    case .first, .ordinal, .ordinalWord:
      guard kind(1) == .unit, value(1) == TimeUnit.quarter.rawValue, (1...4).contains(value()) else { return nil }
      index += 2
      _ = take(.of)
      return .quarter(value(-2 - (kind(-1) == .of ? 1 : 0)), year: yearBehind())
    case .isoMonth:
      index += 1
      return .month(value(-1), year: extra(-1), .coming)
    case .isoWeek:
      index += 1
      return .isoWeek(value(-1), year: extra(-1))
    case .unit where value() == TimeUnit.week.rawValue && extra() == 0: return week(hasArticle: hasArticle)
    case .number where isPrepared && extra() == 4 && (1_900...2_199).contains(value()):
      guard endsNumber(1) else { return nil }
      index += 1
      return .year(value(-1))
    case .weekend where isPrepared || (index == 0 && kind(1) == .end):
      index += 1
      return .weekend(0)
    default: return nil
    }
  }

  private mutating func week(hasArticle: Bool) -> PeriodPhrase? {
    index += 1
    if kind() == .number, extra() <= 2, (1...53).contains(value()), endsNumber(1) {
      index += 1
      return .isoWeek(value(-1), year: yearBehind())
    }
    guard take(.of) || take(.commencing) || take(.starting) else { return nil }
    return day(isPrepared: true).map { .weekOf($0) }
  }

  private mutating func yearBehind() -> Int? {
    attempt { parser in
      if parser.kind() == .comma || parser.kind() == .of || parser.kind() == .in { parser.index += 1 }
      guard parser.kind() == .number, parser.extra() == 4, (1_900...2_199).contains(parser.value()) else { return nil }
      parser.index += 1
      return parser.value(-1)
    }
  }

  /// Whether a month's name alone can only be a month: it is all there is, or an end of a range.
  private var isMonthAlone: Bool {
    (index == 1 && kind() == .end) || kind(-2) == .dash || kind(-2) == .through
      || (kind(1) == .month && [.dash, .to, .through, .until, .and].contains(kind()))
  }

  /// "in May Tomas…" is a month, "by march 3 people" is none.
  private var endsMonth: Bool {
    kind() != .number || extra() == 4
  }
}
