import Times

// Days counted within a period or from another day, and the ends of periods.
extension PhraseParser {
  /// "first monday of june", "the last working day of the month", "2nd tuesday in may".
  mutating func nth() -> DayPhrase? {
    guard let (number, countable) = attempt({ $0.counted() }) else { return nil }
    guard take(.of) || take(.in) else { return nil }
    guard let period = period(isPrepared: true) ?? bareUnit() else { return nil }
    return .nth(number, countable, of: period)
  }

  /// "first monday", "the last working day", "third to last day".
  mutating func counted() -> (Int, DayPhrase.Countable)? {
    _ = take(.the)
    guard let number = place(), let countable = countable(), abs(number) <= PhraseParser.most(countable) else {
      return nil
    }
    return (number, countable)
  }

  /// How many of them the longest period may hold.
  static func most(_ countable: DayPhrase.Countable) -> Int {
    switch countable {
    case .weekday: 53
    case .workingDay: 262
    case .day: 366
    }
  }

  /// The place in a row: "first", "3rd", "last", "second to last", "penultimate".
  mutating func place() -> Int? {
    var number: Int
    switch kind() {
    case .first, .ordinal, .ordinalWord, .numberWord:
      guard let day = dayNumber() else { return nil }
      number = day
    case .last:
      index += 1
      return -1
    case .word where isWord(0, "penultimate"):
      index += 1
      return -2
    default: return nil
    }
    if kind() == .to, kind(1) == .last {
      guard number > 1 else { return nil }
      number = -number
      index += 2
    } else if kind() == .last, number > 1 {
      number = -number
      index += 1
    }
    return number
  }

  /// "working day", "weekday", "day", "monday".
  mutating func countable() -> DayPhrase.Countable? {
    if take(.working) {
      guard kind() == .unit, value() == TimeUnit.day.rawValue else { return nil }
      index += 1
      return .workingDay
    }
    if take(.workday) { return .workingDay }
    if kind() == .unit, value() == TimeUnit.day.rawValue {
      index += 1
      return .day
    }
    guard kind() == .weekday, let weekday = Weekday(rawValue: value()) else { return nil }
    index += 1
    return .weekday(weekday)
  }

  /// "the monday after 3 june", "first friday after christmas", "the working day before easter", "next working day",
  /// "the monday nearest to 5 october".
  mutating func countedDay() -> DayPhrase? {
    _ = take(.the)
    switch kind() {
    case .weekday, .working, .workday, .first, .ordinal, .ordinalWord, .last, .next, .nearest, .this: break
    default: return nil
    }
    if kind() == .nearest { return nearest() }
    if kind() == .next || kind() == .last, value() == 0, kind(1) == .working || kind(1) == .workday {
      let direction: TimePhrase.Direction = kind() == .next ? .after : .before
      index += 1
      guard countable() == .workingDay, kind() != .of, kind() != .in else { return nil }
      return .counted(1, .workingDay, direction, from: nil)
    }
    let isLast = kind() == .last
    let number = kind() == .weekday || kind() == .working || kind() == .workday ? 1 : place()
    guard let number, let countable = countable(), countable != .day else { return nil }
    guard kind() == .before || kind() == .after, kind(1) != .lunch, kind(1) != .next, kind(1) != .last else {
      return nil
    }
    let direction: TimePhrase.Direction = kind() == .before ? .before : .after
    // The last one lies before, the first one after.
    guard number > 0 ? !isLast : direction == .before else { return nil }
    index += 1
    guard let base = base() else { return nil }
    return .counted(abs(number), countable, direction, from: base)
  }

  /// A day or period from which days are counted.
  private mutating func base() -> TimePhrase? {
    bound { parser -> TimePhrase? in
      if let day = parser.attempt({ $0.plainDay() }) { return .day(day) }
      return parser.periodPhrase(isPrepared: true)
    }
  }

  /// A day without a time of day.
  mutating func plainDay() -> DayPhrase? {
    guard let (day, part) = dayWithPart(isPrepared: true), part == nil else { return nil }
    return day
  }

  private mutating func nearest() -> DayPhrase? {
    index += 1
    guard kind() == .weekday, let weekday = Weekday(rawValue: value()) else { return nil }
    index += 1
    guard take(.to), let base = base() else { return nil }
    return .nearest(weekday, to: base)
  }

  /// "the month": the one that holds today.
  mutating func bareUnit() -> PeriodPhrase? {
    _ = take(.the)
    guard kind() == .unit, let unit = TimeUnit(rawValue: value()), unit.rawValue >= TimeUnit.week.rawValue,
      extra() == 0
    else { return nil }
    index += 1
    return .unit(unit, 0)
  }

  /// "end of the quarter", "start of next month", "mid june", "month end", "eom".
  mutating func edge() -> DayPhrase? {
    if let unit = PhraseParser.ended(by: kind()) {
      index += 1
      return .edge(.end, of: .unit(unit, 0))
    }
    _ = take(.the)
    if kind() == .unit, kind(1) == .ending, kind(2) != .of, let period = bareUnit() {
      index += 1
      return .edge(.end, of: period)
    }
    if kind() == .month || kind() == .quarterName, kind(1) == .ending, kind(2) != .of,
      let period = named(isPrepared: true), take(.ending)
    {
      return .edge(.end, of: period)
    }
    let edge: DayPhrase.Edge
    switch kind() {
    case .ending: edge = .end
    case .starting: edge = .start
    case .middle: edge = .middle
    default: return nil
    }
    index += 1
    let hasOf = take(.of)
    guard
      hasOf || edge == .middle || kind() == .month || kind() == .this || kind() == .next || kind() == .last
        || kind() == .quarterName || edge == .end && kind() == .unit && TimeUnit(rawValue: value()) != .day
    else { return nil }
    // The middle of a week or of a fortnight is no date that two people agree on.
    return (period(isPrepared: true) ?? bareUnit()).map { .edge(edge, of: $0) }
  }

  private static func ended(by kind: TimeToken.Kind) -> TimeUnit? {
    switch kind {
    case .endOfWeek: .week
    case .endOfMonth: .month
    case .endOfQuarter: .quarter
    case .endOfYear: .year
    default: nil
    }
  }
}
