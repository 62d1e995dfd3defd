import Times

// What comes again, and what waits for something.
extension PhraseParser {
  /// "every other friday at 10", "monthly", "mondays", "the last working day of every month".
  mutating func recurrence() -> RecurrencePhrase? {
    let start = index
    guard var phrase = attempt({ $0.series() }) else { return nil }
    if phrase.clock == nil {
      phrase.clock = attempt { parser in
        if parser.kind() == .comma { parser.index += 1 }
        let isAt = parser.take(.at)
        if parser.kind() == .in || parser.kind() == .on { return parser.partOfEvery() }
        return parser.clock(isAt: isAt) ?? parser.partOfEvery()
      }
    }
    if case .part(let part) = phrase.clock, let clock = attempt({ $0.clockBehind(part) }) { phrase.clock = clock }
    if kind(-1) != .weekdays, phrase.days == .asStarted { attachDay(&phrase) }
    // "The weekly report" has a name; it does not ask to be reminded.
    if phrase.clock == nil, phrase.days == .asStarted, kind(-1) == .adverb, kind() == .word || kind() == .label {
      index = start
      return nil
    }
    if phrase.clock == nil, take(.at) {
      guard let clock = clock(isAt: true) else {
        index = start
        return nil
      }
      phrase.clock = clock
    }
    bounds(&phrase)
    return phrase
  }

  private mutating func partOfEvery() -> ClockPhrase? {
    if take(.in) { _ = take(.the) }
    guard kind() == .part, let part = DayPart(rawValue: value()) else { return nil }
    index += 1
    return .part(part)
  }

  private mutating func series() -> RecurrencePhrase? {
    if kind() == .on || kind() == .in, kind(1) == .weekdays || kind(1) == .every { index += 1 }
    switch kind() {
    case .every:
      index += 1
      return every()
    case .alternate:
      index += 1
      return everyUnit(interval: 2)
    case .adverb:
      guard let unit = TimeUnit(rawValue: value()) else { return nil }
      let interval = extra()
      index += 1
      return RecurrencePhrase(unit: unit, interval: interval)
    case .once:
      index += 1
      guard take(.a), let unit = unit(), unit.unit.rawValue >= TimeUnit.day.rawValue else { return nil }
      return RecurrencePhrase(unit: unit.unit, interval: unit.factor)
    case .weekdays:
      return RecurrencePhrase(unit: .week, days: .weekdays(weekdayList()))
    case .workday where extra() == 1:
      index += 1
      return RecurrencePhrase(unit: .day, days: .workingDays)
    case .the, .first, .last, .ordinal, .ordinalWord: return nthOfEvery()
    default: return nil
    }
  }

  private mutating func every() -> RecurrencePhrase? {
    var interval = 1
    if let yearly = attempt({ $0.everyDate() }) { return yearly }
    if take(.other) {
      interval = 2
    } else if kind() == .number || kind() == .numberWord, (1...1_000).contains(value()) {
      interval = value()
      index += 1
    } else if kind() == .ordinalWord || kind() == .ordinal, value() == 2, kind(1) == .weekday || kind(1) == .unit {
      interval = 2
      index += 1
    }
    return everyUnit(interval: interval)
  }

  private mutating func everyUnit(interval: Int) -> RecurrencePhrase? {
    if kind() == .weekday || kind() == .weekdays {
      return RecurrencePhrase(unit: .week, interval: interval, days: .weekdays(weekdayList()))
    }
    if kind() == .working {
      index += 1
      guard kind() == .unit, value() == TimeUnit.day.rawValue, interval == 1 else { return nil }
      index += 1
      return RecurrencePhrase(unit: .day, days: .workingDays)
    }
    if kind() == .workday, interval == 1 {
      index += 1
      return RecurrencePhrase(unit: .day, days: .workingDays)
    }
    if kind() == .weekend {
      index += 1
      return RecurrencePhrase(unit: .week, interval: interval, days: .weekdays([.saturday]))
    }
    if kind() == .part, let part = DayPart(rawValue: value()) {
      index += 1
      return RecurrencePhrase(unit: .day, interval: interval, clock: .part(part))
    }
    guard let unit = unit() else { return nil }
    return RecurrencePhrase(unit: unit.unit, interval: interval * unit.factor)
  }

  /// "every 3 may", "every 15th".
  private mutating func everyDate() -> RecurrencePhrase? {
    let date = date(weekday: nil, isPrepared: true, hasArticle: true)
    // "every 3rd Thursday" counts Thursdays, and nobody knows from where.
    guard kind() != .weekday, kind() != .unit, kind() != .working, kind() != .workday else { return nil }
    return switch date {
    case .date(let day, let month, nil, nil): RecurrencePhrase(unit: .year, days: .date(day: day, month: month))
    case .ofMonth(let day, nil): RecurrencePhrase(unit: .month, days: .ofMonth(day))
    default: nil
    }
  }

  /// "mon, wed and fri".
  private mutating func weekdayList() -> [Weekday] {
    var days: [Weekday] = []
    while kind() == .weekday || kind() == .weekdays, let day = Weekday(rawValue: value()), days.count < 7 {
      if !days.contains(day) { days.append(day) }
      index += 1
      if kind() == .dash || kind() == .to || kind() == .through, kind(1) == .weekday {
        let last = value(1)
        while let next = days.last, next.rawValue != last, days.count < 7 {
          days.append(Weekday(rawValue: next.rawValue % 7 + 1) ?? next)
        }
        index += 2
      }
      let hasMore = attempt { parser -> Bool? in
        if parser.kind() == .comma { parser.index += 1 }
        if parser.kind() == .and { parser.index += 1 }
        return parser.kind(-1) != .weekday && parser.kind() == .weekday || parser.kind() == .weekdays ? true : nil
      }
      if hasMore == nil { break }
    }
    return days
  }

  /// "the last working day of every month", "first monday of each quarter".
  private mutating func nthOfEvery() -> RecurrencePhrase? {
    guard let (number, countable) = attempt({ $0.counted() }) ?? attempt({ $0.plainOrdinal() }) else { return nil }
    guard take(.of) || take(.in), take(.every) else { return nil }
    let interval = take(.other) ? 2 : 1
    guard let unit = unit(), unit.unit == .month || unit.unit == .quarter || unit.unit == .year, unit.factor == 1
    else { return nil }
    if countable == .day, unit.unit == .month, number > 0 {
      return RecurrencePhrase(unit: .month, interval: interval, days: .ofMonth(number))
    }
    return RecurrencePhrase(unit: unit.unit, interval: interval, days: .nth(number, countable))
  }

  /// "the 15th" of every month.
  private mutating func plainOrdinal() -> (Int, DayPhrase.Countable)? {
    _ = take(.the)
    guard kind() == .ordinal || kind() == .ordinalWord || kind() == .first, (1...31).contains(value()) else {
      return nil
    }
    index += 1
    return (value(-1), .day)
  }

  /// "monthly on the 15th", "weekly on friday", "every month on the last working day", "yearly on 3 may".
  private mutating func attachDay(_ phrase: inout RecurrencePhrase) {
    let unit = phrase.unit
    let days = attempt { parser -> RecurrencePhrase.Days? in
      guard parser.take(.on) else { return nil }
      switch unit {
      case .week:
        let days = parser.weekdayList()
        return days.isEmpty ? nil : .weekdays(days)
      case .month, .quarter:
        if let (number, countable) = parser.attempt({ $0.counted() }) {
          return countable == .day && number > 0 && unit == .month ? .ofMonth(number) : .nth(number, countable)
        }
        return unit == .month ? parser.plainOrdinal().map { .ofMonth($0.0) } : nil
      case .year:
        guard case .date(let day, let month, nil, nil) = parser.date(weekday: nil, isPrepared: true, hasArticle: false)
        else { return nil }
        return .date(day: day, month: month)
      default: return nil
      }
    }
    if let days { phrase.days = days }
  }

  /// "until june", "10 times", "starting next week" where the start only may be bare.
  private mutating func bounds(_ phrase: inout RecurrencePhrase) {
    if kind() == .until {
      phrase.until = attempt { parser in
        parser.index += 1
        return parser.simple() ?? parser.periodPhrase(isPrepared: true)
      }
    }
    if kind() == .for || kind() == .number || kind() == .numberWord {
      phrase.count = attempt { parser in
        _ = parser.take(.for)
        guard parser.kind() == .number || parser.kind() == .numberWord, (1...10_000).contains(parser.value()) else {
          return nil
        }
        parser.index += 1
        return parser.take(.times) ? parser.value(-2) : nil
      }
    }
  }

  /// "when ENG-42 is done, or friday".
  mutating func condition() -> TimePhrase? {
    if kind() == .as, kind(1) == .soon, kind(2) == .as {
      index += 3
    } else {
      guard take(.when) || take(.once) else { return nil }
    }
    _ = take(.the)
    let first = index
    while index - first < 5,
      kind() == .word || kind() == .label || kind() == .guarded || (index > first && kind() == .number)
    {
      index += 1
    }
    let subject = words(from: first, to: index)
    guard !subject.isEmpty, take(.is), kind() == .state else { return nil }
    index += 1
    let state = words(from: index - 1, to: index)
    let fallback = attempt { parser -> TimePhrase? in
      if parser.kind() == .comma { parser.index += 1 }
      guard parser.take(.or) else { return nil }
      _ = parser.take(.by) || parser.take(.on)
      return parser.dayAndClock(isPrepared: true) ?? parser.simple() ?? parser.periodPhrase(isPrepared: true)
    }
    return .condition(subject: subject, state: state, fallback: fallback)
  }
}
