import Times

// What follows a series: its times, its days, where it starts and ends, and what it leaves out.
extension PhraseParser {
  /// "at 9", "at 9 and 5", "in the morning", "between 9 and 5", "by noon".
  mutating func clocks(_ phrase: inout RecurrencePhrase) {
    if case .part(let part) = phrase.clocks.last, phrase.clocks.count == 1,
      let clock = attempt({ $0.clockBehind(part) })
    {
      phrase.clocks = [clock]
    }
    guard phrase.clocks.isEmpty, phrase.hours == nil else { return }
    if phrase.unit.isWithinDay {
      _ = attempt { $0.take(.on) && $0.take(.the) && $0.unit() != nil ? true : nil }
      phrase.hours = attempt { $0.window() }
      return
    }
    guard let first = attempt({ $0.seriesClock() }) else { return }
    phrase.clocks = [first]
    while phrase.clocks.count < 12,
      let next = attempt({ parser -> ClockPhrase? in
        let hasComma = parser.take(.comma)
        guard parser.take(.and) || hasComma || parser.take(.slash) else { return nil }
        let isAt = parser.take(.at)
        guard parser.kind(1) != .times, parser.kind(1) != .unit else { return nil }
        return parser.clock(isAt: true, isBesideDay: isAt)
      })
    {
      phrase.clocks.append(next)
    }
    if phrase.clocks.count > 1 { agreeOnHalf(&phrase.clocks) }
    if case .part(let part) = phrase.clocks[0], let clock = attempt({ $0.clockBehind(part) }) {
      phrase.clocks[0] = clock
    }
  }

  private mutating func seriesClock() -> ClockPhrase? {
    if kind() == .comma { index += 1 }
    let isAt = take(.at) || take(.by)
    if kind() == .in || kind() == .on, !isAt { return partOfEvery() }
    return clock(isAt: isAt, isBesideDay: true) ?? partOfEvery()
  }

  /// "at 9 and 5pm" leaves the first as it is; "at 9 and 11 am" gives both the same half.
  private func agreeOnHalf(_ clocks: inout [ClockPhrase]) {
    guard case .exact(let last, let zone) = clocks[clocks.count - 1], last < 43_200, tokens[index - 1].kind == .meridiem
    else { return }
    for place in clocks.indices.dropLast() {
      if case .half(let seconds, _) = clocks[place] { clocks[place] = .exact(seconds, in: zone) }
    }
  }

  private mutating func partOfEvery() -> ClockPhrase? {
    if take(.in) { _ = take(.the) }
    guard kind() == .part, let part = DayPart(rawValue: value()) else { return nil }
    index += 1
    return .part(part)
  }

  /// "between 9 and 5", "from 9 to 17:00".
  private mutating func window() -> RecurrencePhrase.Window? {
    guard kind() == .between || kind() == .from, let range = range() else { return nil }
    guard case .range(.clock(let first), .clock(let last)) = range else { return nil }
    return RecurrencePhrase.Window(first, last)
  }

  /// "monthly on the 15th", "weekly on friday", "every month on the last working day", "yearly on 3 may".
  mutating func attachDay(_ phrase: inout RecurrencePhrase) {
    guard phrase.days == .asStarted else { return }
    let unit = phrase.unit
    let days = attempt { parser -> RecurrencePhrase.Days? in
      let isEvery = parser.kind() == .every
      let isIn = parser.kind() == .in
      guard parser.take(.on) || isEvery && parser.take(.every) || isIn && parser.take(.in) else { return nil }
      switch unit {
      case .week where !isIn:
        if parser.kind() == .workday {
          parser.index += 1
          return .workingDays
        }
        let days = parser.weekdayList()
        return days.isEmpty ? nil : .weekdays(days)
      case .hour where !isIn, .minute where !isIn:
        if parser.kind() == .workday || parser.kind() == .working && parser.kind(1) == .unit {
          parser.index += parser.kind() == .working ? 2 : 1
          return .workingDays
        }
        let days = parser.weekdayList()
        return days.isEmpty ? nil : .weekdays(days)
      case .month where !isIn, .quarter where !isIn: return parser.dayOfUnit(unit)
      case .year: return parser.dayOfYear(isIn: isIn)
      default: return nil
      }
    }
    if let days { phrase.days = days }
  }

  private mutating func dayOfUnit(_ unit: TimeUnit) -> RecurrencePhrase.Days? {
    if let (number, countable) = attempt({ $0.counted() }) {
      return countable == .day && unit == .month ? .ofMonth([number]) : .nth([number], countable)
    }
    _ = take(.the)
    var days: [Int] = []
    while days.count < 12, kind() == .ordinal || kind() == .ordinalWord || kind() == .first || kind() == .numberWord,
      let day = dayNumber()
    {
      days.append(day)
      guard kind() == .and || kind() == .comma, kind(1) != .number else { break }
      let more = attempt { parser -> Bool? in
        if parser.take(.comma) { _ = parser.take(.and) } else { _ = parser.take(.and) }
        _ = parser.take(.the)
        return parser.kind() == .ordinal || parser.kind() == .ordinalWord ? true : nil
      }
      if more == nil { break }
    }
    if days.isEmpty { return nil }
    return unit == .month ? .ofMonth(days) : days.count == 1 ? .nth(days, .day) : nil
  }

  private mutating func dayOfYear(isIn: Bool) -> RecurrencePhrase.Days? {
    if isIn {
      let months = monthList()
      return months.isEmpty ? nil : .dates([1], months: months)
    }
    if let holiday = attempt({ $0.holiday(isPrepared: true) }), case .holiday(let named, nil, _) = holiday,
      named.date != nil || named.weekday != nil
    {
      return .holiday(named)
    }
    if let nth = attempt({ $0.nth() }), case .nth(let number, let countable, .month(let month, nil, .coming)) = nth {
      return .nthOf([number], countable, months: [month])
    }
    _ = take(.the)
    guard case .date(let day, let month, nil, nil) = date(weekday: nil, isPrepared: true, hasArticle: false) else {
      return nil
    }
    return .dates([day], months: [month])
  }

  /// "or the working day before", ", or the next working day if it is a weekend".
  mutating func attachShift(_ phrase: inout RecurrencePhrase) {
    guard phrase.shift == nil, phrase.days != .asStarted else { return }
    phrase.shift = attempt { parser in
      if parser.kind() == .comma { parser.index += 1 }
      guard parser.take(.or) else { return nil }
      _ = parser.take(.on)
      _ = parser.take(.the)
      var shift: RecurrenceRule.WorkdayRule?
      switch parser.kind() {
      case .next: shift = .after
      case .last: shift = .before
      case .nearest: shift = .nearest
      default: break
      }
      if shift != nil { parser.index += 1 }
      guard parser.countable() == .workingDay else { return nil }
      switch parser.kind() {
      case .before where shift == nil: shift = .before
      case .after where shift == nil: shift = .after
      default:
        guard let shift else { return nil }
        parser.skipReason()
        return shift
      }
      parser.index += 1
      parser.skipReason()
      return shift
    }
  }

  /// "if it is a weekend", "if that falls on a weekend or holiday".
  private mutating func skipReason() {
    guard kind() == .function, isWord(0, "if") else { return }
    let start = index
    for ahead in 1...8 where kind(ahead) == .weekend || isWord(ahead, "holiday") || isWord(ahead, "off") {
      index = start + ahead + 1
    }
  }

  /// "until june", "10 times", "for 6 weeks", "starting next week", "from june", "this week".
  mutating func bounds(_ phrase: inout RecurrencePhrase) {
    if phrase.until == nil, kind() == .until || kind() == .through || kind() == .comma && kind(1) == .until {
      phrase.until = attempt { parser in
        if parser.kind() == .comma { parser.index += 1 }
        parser.index += 1
        return parser.bound { $0.simple() ?? $0.periodPhrase(isPrepared: true) }
      }
    }
    if phrase.start == nil {
      phrase.start = attempt { parser in
        if parser.kind() == .comma { parser.index += 1 }
        switch parser.kind() {
        case .commencing, .from: parser.index += 1
        case .starting where parser.value() == 1: parser.index += 1
        case .as where parser.kind(1) == .of: parser.index += 2
        default: return nil
        }
        _ = parser.take(.from) || parser.take(.on)
        let start = parser.bound { $0.dayAndClock(isPrepared: true) ?? $0.periodPhrase(isPrepared: true) }
        if parser.kind() == .on, parser.kind(1) == .end { parser.index += 1 }
        return start
      }
    }
    guard phrase.count == nil, phrase.length == nil else { return }
    let isCommaed = kind() == .comma && (kind(1) == .number || kind(1) == .numberWord || kind(1) == .for)
    guard kind() == .for || kind() == .number || kind() == .numberWord || isCommaed else { return }
    if let count = attempt({ $0.countOfTimes() }) {
      phrase.count = count
    } else {
      phrase.length = attempt { parser in
        if parser.kind() == .comma { parser.index += 1 }
        guard parser.take(.for) else { return nil }
        _ = parser.take(.the) && parser.take(.next)
        return parser.amounts()
      }
    }
  }

  private mutating func countOfTimes() -> Int? {
    if kind() == .comma { index += 1 }
    _ = take(.for)
    guard kind() == .number || kind() == .numberWord, let count = count(), (1...10_000).contains(count) else {
      return nil
    }
    return take(.times) ? count : nil
  }

  /// "except fridays", "but not on 24 may", "excluding weekends".
  mutating func exceptions(_ phrase: inout RecurrencePhrase) {
    _ = attempt { parser -> Bool? in
      if parser.kind() == .comma { parser.index += 1 }
      if parser.take(.but) { guard parser.take(.not) || parser.kind() == .except else { return nil } }
      if parser.kind(-1) != .not { guard parser.take(.except) || parser.take(.not) else { return nil } }
      _ = parser.take(.for) || parser.take(.from)
      _ = parser.take(.on)
      return parser.leftOut(of: &phrase)
    }
  }

  private mutating func leftOut(of phrase: inout RecurrencePhrase) -> Bool? {
    if kind() == .weekday || kind() == .weekdays || kind() == .weekend {
      var days: [Weekday]
      if take(.weekend) {
        days = [.saturday, .sunday]
      } else {
        if kind() == .weekday, kind(1) == .number || kind(1) == .month || kind(1) == .ordinal {
          return date(of: &phrase)
        }
        days = weekdayList()
      }
      guard let left = PhraseParser.without(days, phrase) else { return nil }
      phrase.days = .weekdays(left)
      if phrase.unit == .day { phrase.unit = .week }
      return true
    }
    return date(of: &phrase)
  }

  private mutating func date(of phrase: inout RecurrencePhrase) -> Bool? {
    guard let day = bound({ $0.day(isPrepared: true) }) else { return nil }
    phrase.except.append(day)
    while phrase.except.count < 12,
      let next = attempt({ parser -> DayPhrase? in
        let hasComma = parser.take(.comma)
        guard parser.take(.and) || hasComma else { return nil }
        return parser.bound { $0.day(isPrepared: true) }
      })
    {
      phrase.except.append(next)
    }
    return true
  }

  /// The weekdays of a series of days or weeks that are left without some.
  private static func without(_ days: [Weekday], _ phrase: RecurrencePhrase) -> [Weekday]? {
    let all: [Weekday]
    switch phrase.days {
    case .asStarted where phrase.unit == .day && phrase.interval == 1: all = Weekday.allCases
    case .weekdays(let said) where phrase.interval == 1: all = said
    case .workingDays: all = [.monday, .tuesday, .wednesday, .thursday, .friday]
    default: return nil
    }
    let left = all.filter { !days.contains($0) }
    return left.isEmpty || left.count == all.count ? nil : left
  }

  /// "after completion", "after it's done": the next one is counted from when the last one was done.
  mutating func basis(_ phrase: inout RecurrencePhrase) {
    guard phrase.basis == .fixed, kind() == .after || kind() == .from else { return }
    let isDone = attempt { parser -> Bool? in
      parser.index += 1
      _ = parser.take(.the)
      if parser.isWord(0, "completion") || parser.isWord(0, "completing") || parser.isWord(0, "finishing")
        || parser.isWord(0, "completed")
      {
        parser.index += 1
        return true
      }
      if parser.kind() == .state {
        parser.index += 1
        return true
      }
      guard parser.kind() == .function else { return nil }
      let isShort = parser.isWord(0, "it's")
      parser.index += 1
      guard parser.take(.is) || isShort else { return nil }
      return parser.take(.state) ? true : nil
    }
    if isDone != nil { phrase.basis = .afterDone }
  }
}
