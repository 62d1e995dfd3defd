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
    guard let period = attempt({ $0.whole() }) ?? period(isPrepared: isPrepared) else { return nil }
    // "next week on friday", "next week friday"
    if case .unit(.week, _) = period, let weekday = attempt({ $0.weekdayWithin() }) {
      let day = DayPhrase.nth(1, .weekday(weekday), of: period)
      let clock = attempt { parser -> ClockPhrase? in
        let isAt = parser.take(.at)
        return parser.clock(isAt: isAt, isBesideDay: true)
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

  /// "all week", "the whole of next month", "all day friday".
  private mutating func whole() -> PeriodPhrase? {
    _ = take(.the) || take(.this)
    guard take(.whole) else { return nil }
    _ = take(.of)
    if kind() == .unit, value() == TimeUnit.day.rawValue, !isPlural, extra() == 0 {
      index += 1
      _ = take(.on)
      return .whole(attempt { $0.day(isPrepared: true) } ?? .away(0))
    }
    if let period = attempt({ $0.period(isPrepared: true) }) ?? bareUnit() { return period }
    return day(isPrepared: true).map { .whole($0) }
  }

  /// A period, without a preposition.
  mutating func period(isPrepared: Bool) -> PeriodPhrase? {
    switch kind() {
    case .the, .this, .next, .last, .past, .unit, .weekend, .first, .ordinal, .ordinalWord, .numberWord, .rest, .toDate,
      .weekCommencing, .weekEnding, .month, .quarterName, .halfName, .fiscalYear, .decade, .isoMonth, .isoWeek, .number,
      .word, .calendar, .function:
      break
    default: return nil
    }
    return attempt { $0.periodAfterNext() } ?? attempt { $0.portion() } ?? attempt { $0.rolling() }
      ?? attempt { $0.determined() } ?? attempt { $0.named(isPrepared: isPrepared) }
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
    if kind() == .after, kind(1) == .next {
      index += 2
      return .unit(unit, 2)
    }
    guard kind() == .before, kind(1) == .last else { return nil }
    index += 2
    return .unit(unit, -2)
  }

  /// "first half of next year", "second quarter of 2025", "the first 3 days of june", "last weekend of june".
  private mutating func portion() -> PeriodPhrase? {
    _ = take(.the)
    guard let place = attempt({ $0.place() }) else { return nil }
    if take(.half) {
      guard (1...2).contains(place), take(.of), let period = portioned() else { return nil }
      if case .unit(.week, _) = period { return nil }
      return .part(place, of: 2, period)
    }
    if kind() == .weekend {
      index += 1
      guard take(.of) || take(.in), let period = portioned() else { return nil }
      return .weekendOf(place, period)
    }
    if kind() == .unit, value() == TimeUnit.quarter.rawValue, !isPlural, (1...4).contains(place) {
      index += 1
      if let year = yearBehind() { return .quarter(place, year: year) }
      guard take(.of), let period = portioned() else { return nil }
      return .part(place, of: 4, period)
    }
    guard abs(place) == 1, kind() == .number || kind() == .numberWord || kind() == .couple else { return nil }
    let count = kind() == .couple ? 2 : value()
    index += 1
    _ = take(.of)
    guard (2...1_000).contains(count) else { return nil }
    let isWorking = take(.working)
    guard let unit = unit(), take(.of) || take(.in), let period = portioned() else { return nil }
    return .first(place * count * unit.factor, isWorking ? .workingDay : unit.unit, of: period)
  }

  private mutating func portioned() -> PeriodPhrase? {
    period(isPrepared: true) ?? bareUnit()
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
    } else if !isPast, !isHour {
      return nil
    }
    let isWorking = take(.working)
    guard let unit = unit() else { return nil }
    guard !isWorking else { return unit.unit == .day ? .rolling(count, .workingDay, direction) : nil }
    return .rolling(count * unit.factor, unit.unit, direction)
  }

  private var isHour: Bool {
    kind() == .unit && value() == TimeUnit.hour.rawValue && !isPlural
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
    if let part = attempt({ $0.partOfThis() }) { return part }
    if hasArticle, take(.weekend) {
      // "the weekend of 8 june"
      if let day = attempt({ parser in parser.take(.of) ? parser.day(isPrepared: true) : nil }) {
        return .weekendAt(day)
      }
      return .weekend(0)
    }
    var step: Int
    switch kind() {
    case .this: step = extra()
    case .next: step = 1
    case .last: step = -1
    default: return nil
    }
    index += 1
    if step == 0, kind() == .this || kind() == .past || kind() == .last {
      // "this coming weekend", "this past weekend"
      let isPast = kind() != .this
      index += 1
      guard kind() == .weekend || !isPast else { return nil }
      step = isPast ? -1 : kind() == .weekend ? 0 : 1
    }
    switch kind() {
    case .weekend:
      index += 1
      // "the coming weekend" is this one.
      return .weekend(tokens[index - 2].kind == .this ? 0 : step)
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

  /// "the rest of the week", "year to date", "so far this month".
  private mutating func partOfThis() -> PeriodPhrase? {
    switch kind() {
    case .rest:
      index += 1
      guard take(.of) else { return nil }
      _ = take(.the) || take(.this)
      if take(.today) { return .rest(.day) }
      guard let unit = unit(), unit.factor == 1, !unit.unit.isWithinDay else { return nil }
      return .rest(unit.unit)
    case .toDate:
      index += 1
      return TimeUnit(rawValue: value(-1)).map { .toDate($0) }
    case .unit where kind(1) == .to && isWord(2, "date"):
      guard let unit = unit(), unit.factor == 1, unit.unit.rawValue >= TimeUnit.week.rawValue else { return nil }
      index += 2
      return .toDate(unit.unit)
    case .this where extra() == 0 && kind(1) == .unit && isWord(2, "so") && isWord(3, "far"):
      index += 1
      guard let unit = unit(), unit.factor == 1 else { return nil }
      index += 2
      return .toDate(unit.unit)
    case .function where isWord(0, "so") && isWord(1, "far") && kind(2) == .this && extra(2) == 0:
      index += 3
      guard let unit = unit(), unit.factor == 1 else { return nil }
      return .toDate(unit.unit)
    default: return nil
    }
  }

  /// "The coming weeks" without a number are no stretch that has an end.
  var isPlural: Bool {
    guard index < tokens.count else { return false }
    return key() & 0xFF == UInt128(UInt8(ascii: "s"))
  }
}
