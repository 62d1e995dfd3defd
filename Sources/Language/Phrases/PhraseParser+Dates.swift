import Times

// Dates with numbers.
extension PhraseParser {
  /// "3 may 2024", "May 3rd", "the 3rd of May", "16/5", "the 15th".
  mutating func date(weekday: Weekday?, isPrepared: Bool, hasArticle: Bool) -> DayPhrase? {
    switch kind() {
    case .isoDate:
      let (year, month, day) = Day(number: value()).parts
      index += 1
      return .date(day: day, month: month, year: year, weekday: weekday)
    case .slashDate: return slashDate(weekday: weekday, isPrepared: isPrepared)
    case .decimal: return pointDate(weekday: weekday)
    case .month: return attempt { $0.monthFirst(weekday: weekday) }
    case .number, .ordinal, .ordinalWord, .first, .numberWord:
      return attempt { $0.dayFirst(weekday: weekday) }
        ?? attempt { $0.dayOfMonth(weekday: weekday, isPrepared: isPrepared, hasArticle: hasArticle) }
    default: return nil
    }
  }

  /// Two numbers alone are as often a fraction or a count of tests as a date.
  private mutating func slashDate(weekday: Weekday?, isPrepared: Bool) -> DayPhrase? {
    let said = extra()
    let isPlain = said > 0
    guard isPlain || isPrepared || weekday != nil || kind(-1) == .dash || standsAlone else { return nil }
    let numbers = value()
    index += 1
    let year = said == 0 ? nil : said < 0 ? -said - 1 : said
    return .numbers(numbers / 100, numbers % 100, year: year, weekday: weekday)
  }

  /// "on 17.5", "Friday, 17.05": day and month as much of Europe writes them, where nothing else can be meant.
  private mutating func pointDate(weekday: Weekday?) -> DayPhrase? {
    let month = extra() < 0 ? (-extra() - 1) / 10 : extra()
    guard (1...31).contains(value()), (1...12).contains(month), endsNumber(1) else { return nil }
    guard kind(-1) == .on || weekday != nil && value() > 23 else { return nil }
    index += 1
    return .date(day: value(-1), month: month, year: nil, weekday: weekday)
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
    guard let day = dayNumber(takesWords: false) else { return nil }
    if kind() == .dash || kind() == .of || kind() == .slash { index += 1 }
    guard kind() == .month else { return nil }
    let month = value()
    index += 1
    return .date(day: day, month: month, year: year(), weekday: weekday)
  }

  /// A number that may be that of a day: "3", "3rd", "third", "twenty-third"; "three" only where words are taken.
  mutating func dayNumber(takesWords: Bool = false) -> Int? {
    switch kind() {
    case .number where extra() <= 2 && (1...31).contains(value()): break
    case .ordinal where (1...31).contains(value()): break
    case .ordinalWord, .first: break
    case .numberWord where value() >= 20 && value() <= 30 && value() % 10 == 0:
      // "twenty first", "thirty-first"
      guard kind(1) == .ordinalWord || kind(1) == .first, (1...9).contains(value(1)), value() + value(1) <= 31 else {
        return nil
      }
      index += 2
      return value(-2) + value(-1)
    case .numberWord where takesWords && (1...31).contains(value()): break
    default: return nil
    }
    index += 1
    return value(-1)
  }

  private mutating func monthFirst(weekday: Weekday?) -> DayPhrase? {
    let month = value()
    let isVerb = month == 3 || month == 5
    let isJoined = isJoined()
    index += 1
    if kind() == .dash { index += 1 }
    let hasArticle = take(.the)
    let isPlainNumber = kind() == .number
    guard let day = dayNumber() else { return nil }
    // "I may 3 times" and "march 3 people" count things.
    if isPlainNumber, isVerb, !isJoined, !endsNumber(0), kind() != .number { return nil }
    if kind(-1) == .ordinalWord || kind(-1) == .first, isVerb, !hasArticle, !endsNumber(0) { return nil }
    guard kind() != .meridiem, kind() != .oclock, kind() != .slash || kind(1) == .end else { return nil }
    if isPlainNumber, kind() == .unit { return nil }
    if kind() == .slash { index += 1 }
    return .date(day: day, month: month, year: year(), weekday: weekday)
  }

  /// A year behind a date, with four digits or as "'24" or "24".
  mutating func year() -> Int? {
    let start = index
    if kind() == .comma || kind() == .dash || kind() == .of || kind() == .slash { index += 1 }
    if kind() == .shortYear {
      index += 1
      return value(-1)
    }
    if kind() == .number, extra() == 4, (1_900...2_199).contains(value()) {
      index += 1
      return value(-1)
    }
    // "16 May 24"; a smaller number could be an hour.
    if kind() == .number, extra() == 2, value() >= 24, index == start || kind(-1) != .comma,
      kind(1) == .end
        || kind(1) == .stop || kind(1) == .comma
    {
      index += 1
      return value(-1)
    }
    index = start
    return nil
  }

  private mutating func dayOfMonth(weekday: Weekday?, isPrepared: Bool, hasArticle: Bool) -> DayPhrase? {
    let isWord = kind() == .ordinalWord || kind() == .first || kind() == .numberWord
    let isOrdinal = kind() == .ordinal
    let first = index
    guard isWord || isOrdinal || kind() == .number, let day = dayNumber() else { return nil }
    // "the 3rd of next month", "20 of next month", "20th day of this month"
    if weekday == nil, let period = attempt({ $0.ofMonth(isPlain: !isWord && !isOrdinal) }) {
      return .nth(day, .day, of: period)
    }
    guard isOrdinal || isWord && (hasArticle || tokens.count == 1), kind() != .thing else { return nil }
    guard weekday != nil || (hasArticle && (isPrepared || first == 1)) || isAlone(first), endsNumber(0) else {
      return nil
    }
    guard kind() != .of else { return nil }
    return .ofMonth(day, weekday: weekday)
  }

  /// An ordinal that is all there is, but for a time of day: "15th at noon".
  private func isAlone(_ first: Int) -> Bool {
    guard first == 0 || isBound else { return false }
    switch kind() {
    case .end, .at, .clock, .comma, .dash, .through, .to: return true
    default: return false
    }
  }

  private mutating func ofMonth(isPlain: Bool) -> PeriodPhrase? {
    if kind() == .unit, value() == TimeUnit.day.rawValue { index += 1 }
    guard take(.of) || take(.in) else { return nil }
    _ = take(.the)
    guard kind() == .this || kind() == .next || kind() == .last, let period = period(isPrepared: true),
      case .unit(.month, _) = period
    else { return nil }
    return period
  }
}
