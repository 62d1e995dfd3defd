import Times

// Periods with a name or a number: "may 2025", "Q3", "week 20", "the week of 3 june", "2026", "the 1990s".
extension PhraseParser {
  mutating func named(isPrepared: Bool) -> PeriodPhrase? {
    let hasArticle = take(.the)
    switch kind() {
    case .month:
      let month = value()
      let isShort = kind(1) == .shortYear
      index += 1
      let year = yearBehind()
      guard year != nil || isPrepared || isMonthAlone else { return nil }
      if year == nil, !endsMonth || !isPrepared && isShort { return nil }
      return .month(month, year: year, .coming)
    case .quarterName:
      index += 1
      return .quarter(value(-1), year: yearBehind())
    case .halfName where isPrepared || kind(1) == .number || index == 0:
      index += 1
      return .half(value(-1), year: yearBehind())
    case .fiscalYear:
      index += 1
      return .fiscalYear(value(-1))
    case .word where isWord(0, "fiscal") || isWord(0, "fy") || isWord(0, "financial"): return fiscalYear()
    case .decade where hasArticle || isPrepared || index == 0:
      index += 1
      return .years(value(-1), count: 10)
    case .first, .ordinal, .ordinalWord:
      return attempt { $0.quarterInWords() } ?? attempt { $0.century() }
    case .isoMonth:
      index += 1
      return .month(value(-1), year: extra(-1), .coming)
    case .isoWeek:
      let year = extra()
      guard year > 0 || isPrepared || index == 0 || kind(1) == .number else { return nil }
      index += 1
      return .isoWeek(value(-1), year: year > 0 ? year : yearBehind())
    case .calendar where kind(1) == .unit && value(1) == TimeUnit.week.rawValue:
      index += 1
      return week()
    case .word where (isWord(0, "cw") || isWord(0, "kw")) && kind(1) == .number && extra(1) <= 2: return week()
    case .unit where value() == TimeUnit.week.rawValue && extra() == 0: return week()
    case .word where isWord(0, "wc") || isWord(0, "wb"):
      index += 1
      return day(isPrepared: true).map { .weekOf($0) }
    case .weekCommencing, .weekEnding:
      index += 1
      return day(isPrepared: true).map { .weekOf($0) }
    case .unit where value() == TimeUnit.year.rawValue && extra() == 0 && !isPlural:
      index += 1
      _ = take(.of)
      return yearNumber()
    case .number: return year(isPrepared: isPrepared, hasArticle: hasArticle)
    case .weekend where isPrepared || (index == 0 && kind(1) == .end):
      index += 1
      return .weekend(0)
    default: return nil
    }
  }

  private mutating func year(isPrepared: Bool, hasArticle: Bool) -> PeriodPhrase? {
    // "the 90s"
    if hasArticle, extra() == 2, value() % 10 == 0, kind(1) == .unitSuffix, isWord(1, "s"), isJoined() {
      index += 2
      return .years(value(-2), count: 10)
    }
    guard extra() == 4, (1_900...2_199).contains(value()) else { return nil }
    if kind(1) == .quarterName {
      index += 2
      return .quarter(value(-1), year: value(-2))
    }
    let isAlone = index == 0 && (kind(1) == .end || (kind(1) == .dash || kind(1) == .to) && kind(3) == .end)
    guard isPrepared || isAlone || kind(-1) == .dash && kind(1) == .end, endsNumber(1) else { return nil }
    index += 1
    return .year(value(-1))
  }

  private mutating func yearNumber() -> PeriodPhrase? {
    guard kind() == .number, extra() == 4, (1_000...2_999).contains(value()), endsNumber(1) else { return nil }
    index += 1
    return .year(value(-1))
  }

  private mutating func fiscalYear() -> PeriodPhrase? {
    index += 1
    if kind() == .unit, value() == TimeUnit.year.rawValue { index += 1 }
    guard kind() == .number && (extra() == 4 || extra() == 2) || kind() == .shortYear else { return nil }
    index += 1
    return .fiscalYear(value(-1))
  }

  private mutating func quarterInWords() -> PeriodPhrase? {
    guard let number = place(), (1...4).contains(number), kind() == .unit, value() == TimeUnit.quarter.rawValue,
      !isPlural
    else { return nil }
    index += 1
    return .quarter(number, year: yearBehind())
  }

  /// A hundred years, such as "the 19th century".
  private mutating func century() -> PeriodPhrase? {
    guard let number = place(), (1...30).contains(number), kind() == .unit, extra() == 100, !isPlural else {
      return nil
    }
    index += 1
    return .years(max(1, (number - 1) * 100), count: number == 1 ? 99 : 100)
  }

  private mutating func week() -> PeriodPhrase? {
    index += 1
    if kind() == .number, extra() <= 2, (1...53).contains(value()), endsNumber(1) || kind(1) == .number && extra(1) == 4
    {
      index += 1
      return .isoWeek(value(-1), year: yearBehind())
    }
    guard take(.of) || take(.commencing) || take(.starting) || isWeekEnding else { return nil }
    if isWord(0, "ending") { index += 1 }
    _ = take(.on)
    return day(isPrepared: true).map { .weekOf($0) }
  }

  private var isWeekEnding: Bool { isWord(0, "ending") }

  mutating func yearBehind() -> Int? {
    attempt { parser in
      switch parser.kind() {
      case .comma, .of, .in, .slash, .dash: parser.index += 1
      default: break
      }
      if parser.take(.shortYear) { return parser.value(-1) }
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
