import Times

// Days, and days with a time.
extension PhraseParser {
  /// "friday at 10", "tomorrow morning", "10:30 on 3 May", "noon", "first thing mon".
  mutating func dayAndClock(isPrepared: Bool = false) -> TimePhrase? {
    if let phrase = attempt({ $0.sameTime() }) { return phrase }
    if let phrase = attempt({ $0.clockFirst() }) { return phrase }
    guard let (day, implied) = attempt({ $0.dayWithPart(isPrepared: isPrepared) }) else { return nil }
    let first = index
    guard let clock = attempt({ $0.clockBehind(implied) }) else {
      return implied.map { .at(day, .part($0)) } ?? .day(day)
    }
    // "friday 9.10" may be ten past nine or the 9th of October.
    if case .weekday(_, .coming) = day, kind(-1) == .decimal,
      tokens[first].kind == .decimal || tokens[first].kind == .comma,
      (1...12).contains(extra(-1))
    {
      return .open(.twoMeanings(words(from: first, to: index)))
    }
    return .at(day, clock)
  }

  /// "this time tomorrow", "same time next week".
  private mutating func sameTime() -> TimePhrase? {
    _ = take(.at)
    _ = take(.the)
    guard take(.this) || take(.same), take(.time) else { return nil }
    _ = take(.on)
    if let day = attempt({ $0.day(isPrepared: true) }) { return .at(day, .current) }
    guard kind() == .next || kind() == .last, kind(1) == .unit, let unit = TimeUnit(rawValue: value(1)),
      !unit.isWithinDay, extra(1) == 0
    else { return nil }
    let direction: TimePhrase.Direction = kind() == .next ? .after : .before
    index += 2
    return .at(.shifted([Amount(1, unit)], direction), .current)
  }

  private mutating func clockFirst() -> TimePhrase? {
    if kind() == .in, kind(1) == .the, kind(2) == .part, let part = DayPart(rawValue: value(2)) {
      index += 3
      return .clock(.part(part))
    }
    let isAt = take(.at) || (isBound && isBeforeDay(1))
    guard let clock = clock(isAt: isAt) else { return nil }
    return attempt { parser -> TimePhrase? in
      if parser.kind() == .comma || parser.kind() == .of { parser.index += 1 }
      guard let (day, part) = parser.dayWithPart(isPrepared: false) else { return nil }
      return PhraseParser.halve(clock, by: part).map { .at(day, $0) }
    } ?? .clock(clock)
  }

  /// The clock in the half of the day that a part names, or nothing when both contradict each other.
  static func halve(_ clock: ClockPhrase, by part: DayPart?) -> ClockPhrase? {
    guard let part else { return clock }
    switch clock {
    case .half(let seconds, let zone):
      let isEarly = part == .morning || part == .firstThing || (part == .night && seconds < 5 * 3_600)
      return .exact(seconds + (isEarly ? 0 : 43_200), in: zone)
    case .exact(let seconds, _):
      let isMorning = part == .morning || part == .firstThing
      return isMorning == (seconds < 43_200) || part == .night ? clock : nil
    case .part, .current: return nil
    }
  }

  /// A clock behind a day, in the half of the day that a part named before.
  mutating func clockBehind(_ part: DayPart?) -> ClockPhrase? {
    if kind() == .comma || kind() == .dash && kind(1) == .clock && kind(2) != .dash { index += 1 }
    if kind() == .isoTime {
      let clock = ClockPhrase.exact(value(), in: extra() == .min ? nil : .offset(extra()))
      index += 1
      return clock
    }
    let isAt = take(.at)
    if !isAt, kind() == .from { return nil }
    guard let clock = clock(isAt: isAt, isBesideDay: true) else { return nil }
    return PhraseParser.halve(clock, by: part)
  }

  /// A day, and the part of it when one is named.
  mutating func dayWithPart(isPrepared: Bool) -> (DayPhrase, DayPart?)? {
    let hasPreposition = kind() == .on || kind() == .in || kind() == .for
    if hasPreposition, kind() != .for { index += 1 }
    switch kind() {
    case .tonight:
      index += 1
      return (.away(0), .evening)
    case .this, .the, .last:
      // "this morning", "in the afternoon", "last night".
      guard kind(1) == .part, let part = DayPart(rawValue: value(1)) else { break }
      if kind() == .last {
        guard part == .night || part == .evening else { return nil }
        index += 2
        return (.away(-1), part)
      }
      guard kind() == .this, part.rawValue < DayPart.endOfDay.rawValue || part == .evening else { return nil }
      index += 2
      return (.away(0), part)
    default: break
    }
    guard let day = attempt({ $0.day(isPrepared: isPrepared || hasPreposition) }) else { return nil }
    return (day, attempt { $0.partOfDay() })
  }

  private mutating func partOfDay() -> DayPart? {
    if kind() == .part, let part = DayPart(rawValue: value()) {
      index += 1
      return part
    }
    if take(.lunch) { return .noon }
    if kind() == .at, kind(1) == .lunch {
      index += 2
      return .noon
    }
    guard take(.in) && take(.the) || take(.at), kind() == .part, let part = DayPart(rawValue: value()),
      kind(-1) == .the || part == .night
    else { return nil }
    index += 1
    return part
  }

  /// A day, without a preposition.
  ///
  /// A name that is also an ordinary word ("sat", "may") counts only beside other words of time, or when prepared.
  mutating func day(isPrepared: Bool) -> DayPhrase? {
    let isPrepared = isPrepared || isBound
    if let holiday = attempt({ $0.holiday(isPrepared: isPrepared) }) { return holiday }
    if let day = attempt({ $0.countedDay() }) { return day }
    switch kind() {
    case .today: return away(0)
    case .tomorrow: return away(1)
    case .yesterday: return away(-1)
    case .isoDate:
      let (year, month, day) = Day(number: value()).parts
      index += 1
      return .date(day: day, month: month, year: year, weekday: nil)
    case .compactDate where isPrepared || tokens.count == 1:
      let (year, month, day) = Day(number: value()).parts
      index += 1
      return .date(day: day, month: month, year: year, weekday: nil)
    case .ending, .starting, .middle, .endOfMonth, .endOfQuarter, .endOfYear, .endOfWeek: return edge()
    case .weekday, .next, .last, .this:
      return attempt { $0.nth() } ?? attempt { $0.weekdayAndDate(isPrepared: isPrepared) } ?? edge()
    case .the:
      return attempt { $0.dayBeside() } ?? attempt { $0.nth() } ?? attempt { $0.edge() }
        ?? attempt { parser in
          parser.index += 1
          return parser.date(weekday: nil, isPrepared: isPrepared, hasArticle: true)
            ?? (parser.kind() == .weekday || parser.kind() == .next || parser.kind() == .last || parser.kind() == .this
              ? parser.weekdayAndDate(isPrepared: isPrepared) : nil)
        }
    case .first, .ordinalWord, .ordinal, .numberWord:
      return attempt { $0.nth() } ?? date(weekday: nil, isPrepared: isPrepared, hasArticle: false)
    case .number, .month, .slashDate, .decimal: return date(weekday: nil, isPrepared: isPrepared, hasArticle: false)
    case .unit: return attempt { $0.dayBeside() } ?? attempt { $0.edge() }
    default: return nil
    }
  }

  private mutating func away(_ days: Int) -> DayPhrase {
    index += 1
    return .away(days)
  }

  /// "the day after tomorrow", "the day before yesterday".
  private mutating func dayBeside() -> DayPhrase? {
    _ = take(.the)
    guard kind() == .unit, value() == TimeUnit.day.rawValue else { return nil }
    index += 1
    if kind() == .after, kind(1) == .tomorrow {
      index += 2
      return .away(2)
    }
    if kind() == .before, kind(1) == .yesterday {
      index += 2
      return .away(-2)
    }
    return nil
  }

  /// "next fri", "friday 14 June", "friday next week", "friday the 13th".
  private mutating func weekdayAndDate(isPrepared: Bool) -> DayPhrase? {
    var which: DayPhrase.Which?
    switch kind() {
    case .next: which = .next
    case .last: which = .last
    case .this:
      which = kind(1) == .past ? .last : .coming
      if kind(1) == .past || kind(1) == .this || kind(1) == .last { index += 1 }
      if kind() == .last { which = .last }
    default: break
    }
    if which != nil { index += 1 }
    guard kind() == .weekday, let weekday = Weekday(rawValue: value()) else { return nil }
    let ambiguity = extra()
    index += 1
    if let which { return .weekday(weekday, which) }
    if let date = attempt({ $0.dateBehind(weekday) }) { return date }
    if let period = attempt({ $0.weekBehind() }) { return .nth(1, .weekday(weekday), of: period) }
    if ambiguity > 0, !isPrepared, ambiguity == 1 ? !isBesideTime : !endsName() { return nil }
    if let number = attempt({ $0.numberBehind() }) { return .ofMonth(number, weekday: weekday) }
    return .weekday(weekday, .coming)
  }

  private mutating func dateBehind(_ weekday: Weekday) -> DayPhrase? {
    if kind() == .comma { index += 1 }
    let hasArticle = take(.the)
    return date(weekday: weekday, isPrepared: true, hasArticle: hasArticle)
  }

  /// "tue 21": a number that ends the phrase is a day, which the weekday then has to fit.
  private mutating func numberBehind() -> Int? {
    guard kind() == .number, extra() <= 2, (1...31).contains(value()) else { return nil }
    switch kind(1) {
    case .end, .stop, .comma, .and, .or: break
    default: return nil
    }
    index += 1
    return value(-1)
  }

  private mutating func weekBehind() -> PeriodPhrase? {
    if kind() == .of || kind() == .in || kind() == .from { index += 1 }
    guard let period = period(isPrepared: true), case .unit(.week, _) = period else { return nil }
    return period
  }

  /// Whether the token behind the index lets a name such as "sat" be a weekday.
  private var isBesideTime: Bool {
    switch kind() {
    case .end where index == 1: true
    case .end where kind(-2) == .dash || kind(-2) == .through || kind(-2) == .to: true
    case .at, .clock, .part, .dash, .meridiem, .and, .or, .comma, .through: true
    case .number: kind(1) == .meridiem || (extra() <= 2 && (kind(1) == .end || kind(1) == .comma || kind(1) == .stop))
    default: false
    }
  }
}
