import Prompts
package import Times

/// A rule of recurrence in words: "every other Friday at 10:00, until Mon 3 Jun 2024".
package struct RuleWording {
  private let rule: RecurrenceRule
  private let zone: Zone
  private let start: LocalTime
  private typealias Text = Words.Times.Rule

  /// - Parameters:
  ///   - rule: The rule to tell.
  ///   - start: When the series starts, which says what the rule leaves out.
  ///   - zone: The zone that the end of the series is told in.
  package init(_ rule: RecurrenceRule, start: LocalTime, zone: Zone) {
    self.rule = rule
    self.start = start
    self.zone = zone
  }

  /// The whole rule as one sentence without a full stop.
  package var text: String {
    ended(shifted(timed(limited(base))))
  }

  // MARK: How often, on which days

  private var base: String {
    if isWorkweek, rule.frequency == .weekly, rule.interval == 1, rule.positions.isEmpty { return Text.weekday }
    switch rule.frequency {
    case .weekly:
      guard !rule.weekdays.isEmpty, rule.positions.isEmpty else { return often }
      let days = RuleWording.listed(rule.weekdays.map { name($0.weekday) })
      return switch rule.interval {
      case 1: Text.named(days: days)
      case 2: Text.other(days: days)
      default: Text.onDays(rule: often, days: days)
      }
    case .monthly where rule.interval == 1 && !places.isEmpty:
      return Text.ofEvery(days: RuleWording.listed(places))
    case .monthly, .yearly:
      guard places.isEmpty else { return Text.onDays(rule: often, days: RuleWording.listed(places)) }
      guard rule.frequency == .yearly, rule.yearDays.isEmpty, rule.weekNumbers.isEmpty, rule.months.isEmpty else {
        return often
      }
      return Text.onDays(rule: often, days: DayFormat.english.date(start.day, today: start.day))
    default: return often
    }
  }

  private var often: String {
    switch (rule.frequency, rule.interval) {
    case (.daily, 2): Text.otherDay
    case (.weekly, 2): Text.otherWeek
    case (.monthly, 2): Text.otherMonth
    case (.yearly, 2): Text.otherYear
    case (.secondly, let count): Text.seconds(count: count)
    case (.minutely, let count): Text.minutes(count: count)
    case (.hourly, let count): Text.hours(count: count)
    case (.daily, let count): Text.days(count: count)
    case (.weekly, let count): Text.weeks(count: count)
    case (.monthly, let count): Text.months(count: count)
    case (.yearly, let count): Text.years(count: count)
    }
  }

  private var isWorkweek: Bool {
    rule.weekdays.allSatisfy { $0.number == nil }
      && Set(rule.weekdays.map(\.weekday)) == [.monday, .tuesday, .wednesday, .thursday, .friday]
  }

  /// The days that are counted within a month or year.
  private var places: [String] {
    guard rule.frequency == .monthly || rule.frequency == .yearly else { return [] }
    if isWorkweek, !rule.positions.isEmpty, rule.monthDays.isEmpty {
      return rule.positions.map { Text.workingDay(place: place($0)) }
    }
    var places = rule.monthDays.map { day in
      day == -1 ? Text.lastDay : Text.place(place: place(day))
    }
    places += rule.weekdays.compactMap { day in
      day.number.map { Text.counted(place: place($0), day: name(day.weekday)) }
    }
    if places.isEmpty, rule.weekdays.isEmpty, rule.yearDays.isEmpty, rule.weekNumbers.isEmpty,
      rule.frequency == .monthly
    {
      places = [Text.place(place: place(start.day.parts.day))]
    }
    return places
  }

  private func place(_ number: Int) -> String {
    if number == -1 { return Text.last }
    let index = abs(number) - 1
    let ordinal = Text.ordinals.indices.contains(index) ? Text.ordinals[index] : Text.number(number: abs(number))
    return number > 0 ? ordinal : Text.toLast(place: ordinal)
  }

  private func name(_ weekday: Weekday) -> String {
    Text.weekdayNames.indices.contains(weekday.rawValue - 1) ? Text.weekdayNames[weekday.rawValue - 1] : weekday.code
  }

  // MARK: What limits it further

  private func limited(_ text: String) -> String {
    var text = text
    if !rule.months.isEmpty {
      let names = rule.months.map { Text.monthNames.indices.contains($0 - 1) ? Text.monthNames[$0 - 1] : "\($0)" }
      text = Text.inMonths(rule: text, months: RuleWording.listed(names))
    }
    if !rule.weekNumbers.isEmpty {
      text = Text.inWeeks(rule: text, weeks: RuleWording.listed(rule.weekNumbers.map(String.init)))
    }
    if !rule.yearDays.isEmpty {
      let days = rule.yearDays.map { Text.place(place: place($0)) }
      text = Text.ofYear(rule: text, days: RuleWording.listed(days))
    }
    if rule.frequency != .weekly, !isSaidByPlaces {
      let days = rule.weekdays.filter { $0.number == nil || rule.frequency.isWithinDay || rule.frequency == .daily }
      if !days.isEmpty { text = Text.only(rule: text, days: RuleWording.listed(days.map { name($0.weekday) })) }
    }
    if !rule.positions.isEmpty, !isSaidByPlaces {
      text = Text.positions(rule: text, places: RuleWording.listed(rule.positions.map(place)))
    }
    return text
  }

  private var isSaidByPlaces: Bool {
    (rule.frequency == .monthly || rule.frequency == .yearly) && isWorkweek && !rule.positions.isEmpty
      && rule.monthDays.isEmpty
  }

  // MARK: Times, shifts, end

  private func timed(_ text: String) -> String {
    guard !rule.frequency.isWithinDay else { return text }
    let hours = rule.hours.isEmpty ? [start.time.hour] : rule.hours.sorted()
    let minutes = rule.minutes.isEmpty ? [start.time.minute] : rule.minutes.sorted()
    // A series of days without a time starts at midnight.
    guard !rule.hours.isEmpty || !rule.minutes.isEmpty || start.time != .midnight else { return text }
    let times = hours.flatMap { hour in
      minutes.map { TimeOfDay(second: hour * 3_600 + $0 * 60).description }
    }
    return Text.atTimes(rule: text, times: RuleWording.listed(times))
  }

  private func shifted(_ text: String) -> String {
    switch rule.workdays {
    case .before: Text.shiftedBefore(rule: text)
    case .after: Text.shiftedAfter(rule: text)
    case .nearest: Text.shiftedNearest(rule: text)
    case .only where !isSaidByPlaces && !isWorkweek: Text.workingOnly(rule: text)
    case .only, nil: text
    }
  }

  private func ended(_ text: String) -> String {
    var text = text
    if let count = rule.count { text = Text.limited(rule: text, count: count) }
    let last: Day? =
      switch rule.until {
      case .day(let day): day
      case .local(let local): local.day
      case .instant(let instant): zone.local(at: instant).day
      case nil: nil
      }
    if let last { text = Text.ending(rule: text, date: DayFormat.english.text(last)) }
    return text
  }

  static func listed(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return Words.Times.both(first: parts.dropLast().joined(separator: ", "), last: last)
  }
}
