// The rule of what comes again, without its end.
extension PhraseResolver {
  func rule(_ phrase: RecurrencePhrase, _ times: [Int]) throws(TimeQuestion) -> RecurrenceRule {
    var rule = RecurrenceRule(PhraseResolver.frequency(phrase.unit), interval: phrase.interval)
    if phrase.unit == .quarter { rule.interval *= 3 }
    if phrase.unit == .workingDay {
      // Every second working day has no rule that goes on over a weekend.
      guard phrase.interval == 1 else { throw .notUnderstood("") }
    }
    // Midnight ends the day that was said, so it starts the one after.
    let isMidnight = times.contains(86_400)
    guard !isMidnight || times.count == 1 else { throw .notUnderstood("") }
    try setDays(&rule, phrase, isMidnight: isMidnight)
    if !times.isEmpty {
      rule.hours = unique(times.map { $0 / 3_600 % 24 })
      rule.minutes = unique(times.map { $0 / 60 % 60 })
      if times.contains(where: { $0 % 60 != 0 }) { rule.seconds = unique(times.map { $0 % 60 }) }
      // A rule pairs each hour with each minute.
      guard rule.hours.count * rule.minutes.count * max(rule.seconds.count, 1) == times.count else {
        throw .severalTimes(times.map { TimeOfDay(second: $0).description })
      }
    }
    if phrase.days != .asStarted, rule.frequency.isWithinDay { rule.frequency = .daily }
    return rule
  }

  private func unique(_ numbers: [Int]) -> [Int] {
    numbers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  static func frequency(_ unit: TimeUnit) -> RecurrenceRule.Frequency {
    switch unit {
    case .second: .secondly
    case .minute: .minutely
    case .hour: .hourly
    case .day, .workingDay: .daily
    case .week, .sprint: .weekly
    case .month, .quarter: .monthly
    case .year: .yearly
    }
  }

  private func setDays(
    _ rule: inout RecurrenceRule, _ phrase: RecurrencePhrase, isMidnight: Bool
  ) throws(TimeQuestion) {
    if phrase.hours != nil {
      rule.frequency = .daily
      rule.interval = 1
    }
    switch phrase.days {
    case .asStarted: break
    case .weekdays(let days):
      rule.frequency = phrase.hours == nil ? rule.frequency : .weekly
      rule.weekdays = days.map { day in
        RecurrenceRule.CountedWeekday(isMidnight ? Weekday(rawValue: day.rawValue % 7 + 1) ?? day : day)
      }
    case .workingDays where isMidnight: throw .notUnderstood("")
    case .workingDays:
      rule.frequency = .weekly
      rule.weekdays = workweek
    default:
      guard !isMidnight else { throw .notUnderstood("") }
      setCountedDays(&rule, phrase)
    }
  }

  private func setCountedDays(_ rule: inout RecurrenceRule, _ phrase: RecurrencePhrase) {
    switch phrase.days {
    case .asStarted, .weekdays, .workingDays: break
    case .ofMonth(let days): rule.monthDays = days
    case .dates(let days, let months):
      rule.months = months
      rule.monthDays = days
    case .nth(let numbers, let countable): count(&rule, numbers, countable)
    case .nthOf(let numbers, let countable, let months):
      rule.months = months
      count(&rule, numbers, countable)
    case .holiday(let named):
      if let (month, day) = named.date {
        rule.months = [month]
        rule.monthDays = [day]
      } else if let (number, weekday, month) = named.weekday {
        rule.months = [month]
        rule.weekdays = [RecurrenceRule.CountedWeekday(weekday, number: number)]
      }
    }
  }

  private func count(_ rule: inout RecurrenceRule, _ numbers: [Int], _ countable: DayPhrase.Countable) {
    switch countable {
    case .workingDay:
      rule.weekdays = workweek
      rule.positions = numbers
    case .weekday(let weekday):
      rule.weekdays = numbers.map { RecurrenceRule.CountedWeekday(weekday, number: $0) }
    case .day:
      if rule.frequency == .yearly, rule.months.isEmpty {
        rule.yearDays = numbers
      } else {
        rule.monthDays = numbers
      }
    }
  }
}

extension RecurrencePhrase {
  /// Whether the days that count are working days, so that holidays do not.
  var countsWorkingDays: Bool {
    switch days {
    case .workingDays, .nth(_, .workingDay), .nthOf(_, .workingDay, _): true
    default: false
    }
  }
}
