// What comes again: its rule as RFC 5545 writes it, and the first time.
extension PhraseResolver {
  func fill(_ reading: inout TimeReading, _ phrase: RecurrencePhrase) throws(TimeQuestion) {
    reading.kind = .recurrence
    guard phrase.unit.rawValue >= TimeUnit.day.rawValue else {
      reading.rule = try rule(phrase, first: local)
      reading.start = zone.moment(at: now + Int64(phrase.interval) * (phrase.unit == .hour ? 3_600 : 60))
      reading.grain = .minute
      return
    }
    let clock = phrase.clock.map { at(today, $0) }
    let isMidnight = phrase.clock == .part(.midnight)
    let time = isMidnight ? TimeOfDay.midnight : clock?.start.time
    let first = try firstDay(phrase, time: time)
    let start = LocalTime(isMidnight ? first + 1 : first, time ?? .midnight)
    var extent = Extent.day(first)
    extent.offset = clock?.offset
    reading.start = try moment(start, extent)
    reading.grain = time == nil ? .day : .minute
    reading.rule = try rule(phrase, first: start)
    if let other = clock?.also.first {
      reading.also = [
        TimeReading.OtherReading(start: try moment(LocalTime(first, other.start.time), extent), why: other.why)
      ]
    }
  }

  /// The first day of the series: today only when its time is still ahead.
  private func firstDay(_ phrase: RecurrencePhrase, time: TimeOfDay?) throws(TimeQuestion) -> Day {
    let isTodayAhead = time.map { $0 > local.time } ?? false
    let from = isTodayAhead ? today : today + 1
    switch phrase.days {
    case .asStarted:
      // Without a day that was named, the series starts one step from today.
      if phrase.unit == .day, isTodayAhead { return today }
      return try shift([Amount(phrase.interval, phrase.unit)], .after, from: nil, isPast: false).start.day
    case .weekdays(let days):
      guard let day = (0..<7).map({ from + $0 }).first(where: { days.contains($0.weekday) }) else {
        throw .notUnderstood("")
      }
      return day
    case .workingDays: return calendar.workingDay(from: from)
    case .date(let day, let month):
      var first = try date(day, month, nil, nil, isPast: false)
      if first < from { first = try PhraseResolver.next(day, month, after: first) }
      return first
    case .ofMonth, .nth:
      if case .nth(let number, _) = phrase.days, abs(number) > 20, phrase.unit == .quarter { throw .outOfRange }
      for step in 0..<48 {
        let whole = try stretch(phrase.unit, step)
        let candidate: Day? =
          switch phrase.days {
          case .ofMonth(let number):
            number <= whole.end - whole.start ? whole.start + (number - 1) : nil
          case .nth(let number, let countable): nth(number, countable, from: whole.start, to: whole.end)
          default: nil
          }
        if let candidate, candidate >= from { return candidate }
      }
      throw .noSuchDay("")
    }
  }

  private static func next(_ day: Int, _ month: Int, after first: Day) throws(TimeQuestion) -> Day {
    for step in 1...8 {
      if let next = Day(year: first.parts.year + step, month: month, day: day) { return next }
    }
    throw .noSuchDay("\(day)/\(month)")
  }

  private func stretch(_ unit: TimeUnit, _ step: Int) throws(TimeQuestion) -> (start: Day, end: Day) {
    let extent = try period(.unit(unit, step), isPast: false)
    return (extent.start.day, extent.end.day)
  }

  private func rule(_ phrase: RecurrencePhrase, first: LocalTime) throws(TimeQuestion) -> String {
    var interval = phrase.interval
    let frequency: String
    switch phrase.unit {
    case .second: frequency = "SECONDLY"
    case .minute: frequency = "MINUTELY"
    case .hour: frequency = "HOURLY"
    case .day, .workingDay: frequency = phrase.days == .workingDays || phrase.unit == .workingDay ? "WEEKLY" : "DAILY"
    case .week: frequency = "WEEKLY"
    case .month: frequency = "MONTHLY"
    case .quarter:
      frequency = "MONTHLY"
      interval *= 3
    case .year: frequency = "YEARLY"
    }
    var rule = "FREQ=\(frequency)"
    if interval > 1 { rule += ";INTERVAL=\(interval)" }
    rule += byDay(phrase)
    if phrase.clock != nil, phrase.unit.rawValue >= TimeUnit.day.rawValue {
      rule += ";BYHOUR=\(first.time.hour);BYMINUTE=\(first.time.minute)"
    }
    if let count = phrase.count { rule += ";COUNT=\(count)" }
    if let until = phrase.until {
      let end = try extent(until, isPast: false)
      // The last day belongs to the series, as does the moment that was named.
      if end.isPeriod {
        return rule + ";UNTIL=\(utc(end.start + -1))"
      }
      let last = end.isTimed && end.grain != .day ? end.start : LocalTime(end.end.day, .midnight) + -1
      let bound = end.isTimed && end.grain == .day ? LocalTime(end.start.day + 1) + -1 : last
      rule += ";UNTIL=\(utc(bound))"
    }
    return rule
  }

  private func utc(_ local: LocalTime) -> String {
    zone.instant(of: local).description.filter { $0 != "-" && $0 != ":" }
  }

  private func byDay(_ phrase: RecurrencePhrase) -> String {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    let working = Weekday.allCases.filter { !calendar.weekend.contains($0) }.map { names[$0.rawValue - 1] }
      .joined(separator: ",")
    switch phrase.days {
    case .asStarted: return ""
    case .weekdays(let days): return ";BYDAY=" + days.map { names[$0.rawValue - 1] }.joined(separator: ",")
    case .workingDays: return ";BYDAY=" + working
    case .ofMonth(let day): return ";BYMONTHDAY=\(day)"
    case .date(let day, let month): return ";BYMONTH=\(month);BYMONTHDAY=\(day)"
    case .nth(let number, let countable):
      switch countable {
      case .workingDay: return ";BYDAY=\(working);BYSETPOS=\(number)"
      case .weekday(let weekday): return ";BYDAY=\(number)\(names[weekday.rawValue - 1])"
      case .day: return phrase.unit == .year ? ";BYYEARDAY=\(number)" : ";BYMONTHDAY=\(number)"
      }
    }
  }
}
