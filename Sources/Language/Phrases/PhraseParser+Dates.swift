import Times

// Dates with numbers, days counted within a period, and the ends of periods.
extension PhraseParser {
  /// "3 may 2024", "May 3rd", "the 3rd of May", "16/5", "the 15th".
  mutating func date(weekday: Weekday?, isPrepared: Bool, hasArticle: Bool) -> DayPhrase? {
    switch kind() {
    case .isoDate:
      let (year, month, day) = Day(number: value()).parts
      index += 1
      return .date(day: day, month: month, year: year, weekday: weekday)
    case .slashDate: return slashDate(weekday: weekday, isPrepared: isPrepared)
    case .month: return attempt { $0.monthFirst(weekday: weekday) }
    case .number, .ordinal, .ordinalWord, .first:
      return attempt { $0.dayFirst(weekday: weekday) }
        ?? attempt { $0.dayOfMonth(weekday: weekday, isPrepared: isPrepared, hasArticle: hasArticle) }
    default: return nil
    }
  }

  /// Two numbers alone are as often a fraction or a count of tests as a date.
  private mutating func slashDate(weekday: Weekday?, isPrepared: Bool) -> DayPhrase? {
    let year = extra() == 0 ? nil : extra()
    guard year != nil || isPrepared || weekday != nil || kind(-1) == .dash || standsAlone else { return nil }
    let numbers = value()
    index += 1
    return .numbers(numbers / 100, numbers % 100, year: year, weekday: weekday)
  }

  private var standsAlone: Bool {
    guard index == 0 else { return false }
    switch kind(1) {
    case .end, .at, .clock, .dash, .part: return true
    case .number: return kind(2) == .meridiem
    default: return false
    }
  }

  private mutating func dayFirst(weekday: Weekday?) -> DayPhrase? {
    guard kind() != .number || extra() <= 2 else { return nil }
    let day = value()
    index += 1
    if kind() == .dash || kind() == .of { index += 1 }
    guard kind() == .month, (1...31).contains(day) else { return nil }
    let month = value()
    index += 1
    return .date(day: day, month: month, year: year(), weekday: weekday)
  }

  private mutating func monthFirst(weekday: Weekday?) -> DayPhrase? {
    let month = value()
    let isVerb = month == 3 || month == 5
    index += 1
    if kind() == .dash { index += 1 }
    let hasArticle = take(.the)
    guard kind() == .number && extra() <= 2 || kind() == .ordinal || kind() == .ordinalWord || kind() == .first else {
      return nil
    }
    let day = value()
    // "I may 3 times" and "march 3 people" count things.
    if kind() == .number, isVerb, !endsNumber(1), kind(1) != .number { return nil }
    if kind() == .ordinalWord || kind() == .first, isVerb, !hasArticle, !endsNumber(1) { return nil }
    guard (1...31).contains(day), kind(1) != .meridiem, kind(1) != .oclock else { return nil }
    if kind() == .number, kind(1) == .unit { return nil }
    index += 1
    return .date(day: day, month: month, year: year(), weekday: weekday)
  }

  /// A year behind a date, with four digits or as "'24".
  private mutating func year() -> Int? {
    let start = index
    if kind() == .comma || kind() == .dash || kind() == .of { index += 1 }
    if kind() == .number, extra() == 4, (1_900...2_199).contains(value()) {
      index += 1
      return value(-1)
    }
    if kind() == .function, kind(1) == .number, extra(1) == 2, tokens[index].end == tokens[index + 1].start {
      index += 2
      return 2_000 + value(-1)
    }
    index = start
    return nil
  }

  private mutating func dayOfMonth(weekday: Weekday?, isPrepared: Bool, hasArticle: Bool) -> DayPhrase? {
    guard kind() == .ordinal || kind() == .ordinalWord || kind() == .first, (1...31).contains(value()) else {
      return nil
    }
    guard kind() == .ordinal || hasArticle || tokens.count == 1, kind(1) != .thing else { return nil }
    guard weekday != nil || (hasArticle && (isPrepared || index == 1)) || tokens.count == 1, endsNumber(1) else {
      return nil
    }
    let day = value()
    index += 1
    // "the 3rd of next month"
    if let period = attempt({ parser -> PeriodPhrase? in
      guard parser.take(.of) || parser.take(.in) else { return nil }
      guard let period = parser.period(isPrepared: true), case .unit(.month, _) = period else { return nil }
      return period
    }), weekday == nil {
      return .nth(day, .day, of: period)
    }
    guard kind() != .of else { return nil }
    return .ofMonth(day, weekday: weekday)
  }

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
    var number: Int
    switch kind() {
    case .first, .ordinal, .ordinalWord: number = value()
    case .last: number = -1
    default: return nil
    }
    index += 1
    if kind() == .to, kind(1) == .last {
      guard number > 1 else { return nil }
      number = -number
      index += 2
    } else if kind() == .last, number > 1 {
      number = -number
      index += 1
    }
    if take(.working) {
      guard kind() == .unit, value() == TimeUnit.day.rawValue else { return nil }
      index += 1
      return (number, .workingDay)
    }
    if take(.workday) { return (number, .workingDay) }
    if kind() == .unit, value() == TimeUnit.day.rawValue {
      index += 1
      return (number, .day)
    }
    guard kind() == .weekday, let weekday = Weekday(rawValue: value()), abs(number) <= 5 else { return nil }
    index += 1
    return (number, .weekday(weekday))
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
    switch kind() {
    case .endOfWeek, .endOfMonth, .endOfQuarter, .endOfYear:
      let units: [TimeToken.Kind: TimeUnit] = [
        .endOfWeek: .week, .endOfMonth: .month, .endOfQuarter: .quarter, .endOfYear: .year,
      ]
      let unit = units[kind()] ?? .month
      index += 1
      return .edge(.end, of: .unit(unit, 0))
    default: break
    }
    _ = take(.the)
    if kind() == .unit, kind(1) == .ending, kind(2) != .of, let period = bareUnit() {
      index += 1
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
    guard hasOf || edge == .middle || kind() == .month || kind() == .this || kind() == .next || kind() == .last else {
      return nil
    }
    if let period = period(isPrepared: true) ?? bareUnit() {
      // The middle of a week or of a fortnight is no date that two people agree on.
      return .edge(edge, of: period)
    }
    return nil
  }
}
