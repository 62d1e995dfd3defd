import Times

// What comes again.
extension PhraseParser {
  /// "every other friday at 10", "monthly", "mondays", "the last working day of every month".
  mutating func recurrence() -> TimePhrase? {
    switch kind() {
    case .on, .in, .every, .everyday, .alternate, .adverb, .once, .weekdays, .weekday, .workday, .the, .first, .last,
      .ordinal, .ordinalWord, .numberWord, .half, .number, .weekend, .by, .month:
      break
    default: return nil
    }
    if let open = attempt({ $0.often() }) { return open }
    let start = index
    guard var phrase = attempt({ $0.series() }) else { return nil }
    let isBareAdverb = kind(-1) == .adverb || kind(-1) == .everyday
    continueSeries(&phrase)
    // "The weekly report" has a name; it does not ask to be reminded.
    if isBareAdverb, tokens[index - 1].kind == .adverb || tokens[index - 1].kind == .everyday, !endsName() {
      index = start
      return nil
    }
    if kind() == .at {
      index = start
      return nil
    }
    return .recurrence(phrase)
  }

  /// What may follow a series, in any order that people say: times, days, a start, an end, what is left out.
  mutating func continueSeries(_ phrase: inout RecurrencePhrase) {
    for _ in 0..<6 {
      let before = index
      clocks(&phrase)
      attachDay(&phrase)
      attachShift(&phrase)
      bounds(&phrase)
      exceptions(&phrase)
      basis(&phrase)
      if index == before { return }
    }
  }

  /// "twice a week", "3 times a day": how often, but not when.
  private mutating func often() -> TimePhrase? {
    let start = index
    if kind() == .alternate {
      guard isWord(0, "twice") || isWord(0, "thrice") else { return nil }
      index += 1
    } else {
      guard kind() == .number || kind() == .numberWord, kind(1) == .times else { return nil }
      index += 2
    }
    guard kind() == .a || kind() == .every || isWord(0, "per") else { return kind() == .adverb ? nil : nil }
    index += 1
    guard unit() != nil else { return nil }
    return .open(.twoMeanings(words(from: start, to: index)))
  }

  // MARK: The series itself

  private mutating func series() -> RecurrencePhrase? {
    if kind() == .by, kind(1) == .every { index += 1 }
    if kind() == .on || kind() == .in,
      kind(1) == .weekdays || kind(1) == .every || kind(1) == .workday
        || kind(1) == .weekend
    {
      index += 1
    }
    switch kind() {
    case .every:
      index += 1
      return attempt { $0.every() } ?? attempt { $0.everyPlace() }
    case .everyday:
      index += 1
      return RecurrencePhrase(unit: .day)
    case .alternate where isWord(0, "alternate"):
      index += 1
      return everyUnit(interval: 2)
    case .adverb, .half: return adverb()
    case .once: return once()
    case .weekdays: return RecurrencePhrase(unit: .week, days: .weekdays(weekdayList()))
    case .weekday: return attempt { $0.pluralPart() } ?? attempt { $0.weekdaysAtTime() }
    case .workday where extra() == 1:
      index += 1
      return RecurrencePhrase(unit: .day, days: .workingDays)
    case .weekend where isPlural && (index == 0 || kind(-1) == .on || kind(-1) == .in):
      index += 1
      return RecurrencePhrase(unit: .week, days: .weekdays([.saturday]))
    case .on, .the, .first, .last, .ordinal, .ordinalWord, .numberWord, .number, .month:
      return attempt { $0.placesOfEvery() } ?? attempt { $0.daysOfMonths() }
    default: return nil
    }
  }

  private mutating func adverb() -> RecurrencePhrase? {
    let isHalf = take(.half)
    guard kind() == .adverb, let unit = TimeUnit(rawValue: value()) else { return nil }
    let interval = extra()
    let isNightly = isWord(0, "nightly")
    index += 1
    guard isHalf else {
      return RecurrencePhrase(unit: unit, interval: interval, clocks: isNightly ? [.part(.night)] : [])
    }
    return unit == .year ? RecurrencePhrase(unit: .month, interval: 6) : nil
  }

  /// "once a week", "once every 2 weeks", "once daily".
  private mutating func once() -> RecurrencePhrase? {
    index += 1
    if kind() == .adverb { return adverb() }
    if take(.every) { return every() }
    guard take(.a), let unit = unit(), !unit.unit.isWithinDay else { return nil }
    return RecurrencePhrase(unit: unit.unit, interval: unit.factor)
  }

  private mutating func every() -> RecurrencePhrase? {
    if let yearly = attempt({ $0.everyDate() }) { return yearly }
    var interval = 1
    if take(.other) {
      interval = 2
    } else if kind() == .number || kind() == .numberWord, let count = count(), (1...1_000).contains(count) {
      interval = count
    } else if take(.couple) {
      interval = 2
      _ = take(.of)
    } else if kind() == .ordinalWord || kind() == .ordinal, kind(1) == .unit, value() >= 2 {
      interval = value()
      index += 1
    } else if kind() == .ordinalWord || kind() == .ordinal, value() == 2, kind(1) == .weekday, kind(2) != .of {
      interval = 2
      index += 1
    } else if let amounts = attempt({ parser in
      parser.kind() == .half || parser.kind() == .unit ? parser.partOfUnit() : nil
    }) {
      return RecurrencePhrase(unit: amounts.unit, interval: amounts.count)
    }
    return everyUnit(interval: interval)
  }

  /// "half hour", "half an hour", "quarter of an hour", "half year".
  private mutating func partOfUnit() -> Amount? {
    let isQuarter = kind() == .unit
    guard !isQuarter || value() == TimeUnit.quarter.rawValue else { return nil }
    index += 1
    _ = take(.of)
    _ = take(.a)
    guard let unit = unit(), unit.factor == 1, let parts = PhraseParser.parts(0, isQuarter ? 25 : 50, unit.unit),
      parts.count == 1, unit.unit == .hour || unit.unit == .year
    else { return nil }
    return parts[0]
  }

  mutating func everyUnit(interval: Int) -> RecurrencePhrase? {
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
      return RecurrencePhrase(unit: .day, interval: interval, clocks: [.part(part)])
    }
    if interval == 1, kind() == .month { return everyMonth() }
    guard let unit = unit() else { return nil }
    return RecurrencePhrase(unit: unit.unit, interval: interval * unit.factor)
  }

  /// "every january", "every january and july".
  private mutating func everyMonth() -> RecurrencePhrase? {
    let months = monthList()
    guard endsNumber(0) || kind() == .end, endsName() else { return nil }
    return RecurrencePhrase(unit: .year, days: .dates([1], months: months))
  }

  /// "every 3 may", "every 15th", "every 1st and 15th", "every christmas".
  private mutating func everyDate() -> RecurrencePhrase? {
    if let holiday = attempt({ $0.holiday(isPrepared: true) }) {
      guard case .holiday(let named, nil, .coming) = holiday, named.date != nil || named.weekday != nil else {
        return nil
      }
      return RecurrencePhrase(unit: .year, days: .holiday(named))
    }
    let isOrdinal = kind() == .ordinal
    if let date = attempt({ $0.date(weekday: nil, isPrepared: true, hasArticle: true) }) {
      switch date {
      case .date(let day, let month, nil, nil):
        var months = [month]
        if kind() == .and, kind(1) == .month {
          index += 1
          months += monthList()
        }
        return RecurrencePhrase(unit: .year, days: .dates([day], months: months))
      case .ofMonth(let day, nil):
        // "every second" says what is counted with the next word; "every 3rd Thursday" counts from nobody knows where.
        guard isOrdinal, kind() != .weekday, kind() != .unit, kind() != .working, kind() != .workday else { return nil }
        let days = daysBehind(day)
        guard kind() != .weekday, kind() != .working, kind() != .workday else { return nil }
        return RecurrencePhrase(unit: .month, days: .ofMonth(days))
      default: return nil
      }
    }
    guard isOrdinal, let day = dayNumber() else { return nil }
    let days = daysBehind(day)
    guard days.count > 1, endsNumber(0), kind() != .weekday else { return nil }
    return RecurrencePhrase(unit: .month, days: .ofMonth(days))
  }

  /// The further days of "1st and 15th", "1st, 10th and the 20th".
  private mutating func daysBehind(_ first: Int) -> [Int] {
    var days = [first]
    while days.count < 31,
      let day = attempt({ parser -> Int? in
        let hasComma = parser.take(.comma)
        guard parser.take(.and) || hasComma else { return nil }
        _ = parser.take(.on)
        _ = parser.take(.the)
        guard parser.kind() == .ordinal || parser.kind() == .ordinalWord || parser.kind() == .first else { return nil }
        return parser.dayNumber()
      })
    {
      if !days.contains(day) { days.append(day) }
    }
    return days
  }

  // MARK: Lists

  /// "mon, wed and fri", "mon/wed/fri", "mondays through fridays".
  mutating func weekdayList() -> [Weekday] {
    var days: [Weekday] = []
    while kind() == .weekday || kind() == .weekdays, let day = Weekday(rawValue: value()), days.count < 7 {
      if !days.contains(day) { days.append(day) }
      index += 1
      if kind() == .dash || kind() == .to || kind() == .through || kind() == .until,
        kind(1) == .weekday || kind(1) == .weekdays
      {
        let last = value(1)
        while let next = days.last, next.rawValue != last, days.count < 7 {
          days.append(Weekday(rawValue: next.rawValue % 7 + 1) ?? next)
        }
        index += 2
      }
      let hasMore = attempt { parser -> Bool? in
        if parser.kind() == .comma || parser.kind() == .slash { parser.index += 1 }
        if parser.kind() == .and { parser.index += 1 }
        if parser.kind() == .on || parser.kind() == .every, parser.kind(-1) == .and { parser.index += 1 }
        return parser.kind() == .weekday || parser.kind() == .weekdays ? true : nil
      }
      if hasMore == nil { break }
    }
    return days
  }

  mutating func monthList() -> [Int] {
    var months: [Int] = []
    while kind() == .month, months.count < 12 {
      if !months.contains(value()) { months.append(value()) }
      index += 1
      let hasMore = attempt { parser -> Bool? in
        let hasComma = parser.take(.comma)
        guard parser.take(.and) || hasComma else { return nil }
        return parser.kind() == .month ? true : nil
      }
      if hasMore == nil { break }
    }
    return months
  }
}
