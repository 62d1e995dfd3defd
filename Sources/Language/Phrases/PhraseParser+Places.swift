import Times

// Series of days that are counted: "the first monday of every month", "on the 1st and 15th", "every last working day".
extension PhraseParser {
  /// "every first monday", "every last working day of the quarter", "every 1st and 3rd tuesday of the month".
  mutating func everyPlace() -> RecurrencePhrase? {
    guard let places = attempt({ $0.places() }), let countable = countable() else { return nil }
    let unit = attempt { $0.ofUnit(isEvery: false) }
    // "every third thursday" leaves open where the count starts.
    guard unit != nil || places.count > 1 || places == [1] || places == [-1] else { return nil }
    return counted(places, countable, unit ?? .month, interval: 1)
  }

  /// "the last working day of every month", "first and third monday of each quarter", "mondays of every month".
  mutating func placesOfEvery() -> RecurrencePhrase? {
    if kind() == .on { index += 1 }
    _ = take(.the)
    guard let places = places() else { return nil }
    let countable = attempt { $0.countable() }
    // "the 1st and 3rd tuesday of the month" are two days in every month.
    let isMany = places.count > 1
    if let countable, let months = attempt({ $0.monthsEveryYear() }) {
      return RecurrencePhrase(unit: .year, days: .nthOf(places, countable, months: months))
    }
    if countable == nil || countable == .day, let months = attempt({ $0.monthsEveryYear() }) {
      return RecurrencePhrase(unit: .year, days: .dates(places, months: months))
    }
    guard take(.of) || take(.in) else {
      // "on the 1st and 15th"
      guard isMany, countable == nil, endsNumber(0), endsName(), places.allSatisfy({ $0 > 0 }) else { return nil }
      return RecurrencePhrase(unit: .month, days: .ofMonth(places))
    }
    guard take(.every) || isMany && (take(.the) || take(.a)) else { return nil }
    let interval = take(.other) ? 2 : 1
    guard let unit = unit(), unit.factor == 1, unit.unit == .month || unit.unit == .quarter || unit.unit == .year else {
      return nil
    }
    return counted(places, countable ?? .day, unit.unit, interval: interval)
  }

  private func counted(
    _ places: [Int], _ countable: DayPhrase.Countable, _ unit: TimeUnit, interval: Int
  ) -> RecurrencePhrase? {
    if countable == .day, unit == .month, places.allSatisfy({ abs($0) <= 31 }) {
      return RecurrencePhrase(unit: .month, interval: interval, days: .ofMonth(places))
    }
    guard places.allSatisfy({ abs($0) <= PhraseParser.most(countable, in: unit) }) else { return nil }
    return RecurrencePhrase(unit: unit, interval: interval, days: .nth(places, countable))
  }

  private static func most(_ countable: DayPhrase.Countable, in unit: TimeUnit) -> Int {
    switch (countable, unit) {
    case (.weekday, .month): 5
    case (.workingDay, .month): 23
    default: most(countable)
    }
  }

  /// "first", "1st and 15th", "first, second and last".
  private mutating func places() -> [Int]? {
    guard let first = place() else { return nil }
    var places = [first]
    while places.count < 12,
      let next = attempt({ parser -> Int? in
        let hasComma = parser.take(.comma)
        guard parser.take(.and) || hasComma else { return nil }
        _ = parser.take(.on)
        _ = parser.take(.the)
        guard parser.kind() != .numberWord else { return nil }
        return parser.place()
      })
    {
      if !places.contains(next) { places.append(next) }
    }
    return places
  }

  /// "of every month", "of the month", "of each quarter".
  private mutating func ofUnit(isEvery: Bool) -> TimeUnit? {
    guard take(.of) || take(.in), take(.every) || !isEvery && (take(.the) || take(.a)) else { return nil }
    guard let unit = unit(), unit.factor == 1, unit.unit.rawValue >= TimeUnit.week.rawValue else { return nil }
    return unit.unit
  }

  /// "of september every year", "of january and july", "in june of each year".
  private mutating func monthsEveryYear() -> [Int]? {
    guard take(.of) || take(.in), kind() == .month else { return nil }
    let months = monthList()
    let isYearly = attempt { parser -> Bool? in
      _ = parser.take(.of) || parser.take(.in)
      guard parser.take(.every), parser.kind() == .unit, parser.value() == TimeUnit.year.rawValue else { return nil }
      parser.index += 1
      return true
    }
    return isYearly != nil || months.count > 1 ? months : nil
  }

  /// "3 may every year", "may 3rd of each year", "3 may and 3 november" are left to others.
  mutating func daysOfMonths() -> RecurrencePhrase? {
    if kind() == .on { index += 1 }
    _ = take(.the)
    guard let date = date(weekday: nil, isPrepared: true, hasArticle: false),
      case .date(let day, let month, nil, nil) = date
    else { return nil }
    var months = [month]
    if kind() == .and, kind(1) == .month {
      index += 1
      months += monthList()
      return RecurrencePhrase(unit: .year, days: .dates([day], months: months))
    }
    _ = take(.of) || take(.in)
    guard take(.every), kind() == .unit, value() == TimeUnit.year.rawValue else { return nil }
    index += 1
    return RecurrencePhrase(unit: .year, days: .dates([day], months: months))
  }

  /// "tuesday mornings", "monday evenings".
  mutating func pluralPart() -> RecurrencePhrase? {
    guard let weekday = Weekday(rawValue: value()) else { return nil }
    index += 1
    guard kind() == .part, isPlural, let part = DayPart(rawValue: value()) else { return nil }
    index += 1
    return RecurrencePhrase(unit: .week, days: .weekdays([weekday]), clocks: [.part(part)])
  }

  /// "mon-fri at 9": several days that share a time of day can only be said of every week.
  mutating func weekdaysAtTime() -> RecurrencePhrase? {
    guard kind(1) == .dash || kind(1) == .to || kind(1) == .through, kind(2) == .weekday else { return nil }
    let days = weekdayList()
    guard days.count > 1 else { return nil }
    if kind() == .comma { index += 1 }
    let isAt = take(.at)
    guard let clock = clock(isAt: isAt, isBesideDay: true), kind() != .dash, kind() != .to, kind() != .on else {
      return nil
    }
    return RecurrencePhrase(unit: .week, days: .weekdays(days), clocks: [clock])
  }

  /// A time that comes again by what stands behind it: "9am daily", "friday at 10 every week", "at 7 on weekdays".
  mutating func series(behind plain: TimePhrase) -> TimePhrase? {
    if kind() == .comma { index += 1 }
    var weekday: Weekday?
    var clock: ClockPhrase?
    switch plain {
    case .clock(let said): clock = said
    case .at(.weekday(let day, .coming), let said): (weekday, clock) = (day, said)
    case .day(.weekday(let day, .coming)): weekday = day
    default: return nil
    }
    guard case .recurrence(var phrase) = recurrence() else { return nil }
    if let clock {
      guard phrase.clocks.isEmpty else { return nil }
      phrase.clocks = [clock]
    }
    if let weekday {
      guard phrase.days == .asStarted, phrase.unit == .week else { return nil }
      phrase.days = .weekdays([weekday])
    }
    return .recurrence(phrase)
  }
}
