// What comes again: its rule as RFC 5545 writes it, and the first time.
extension PhraseResolver {
  func fill(_ reading: inout TimeReading, _ phrase: RecurrencePhrase) throws(TimeQuestion) {
    reading.kind = .recurrence
    reading.basis = phrase.basis == .fixed ? nil : phrase.basis
    reading.workdays = phrase.shift ?? (phrase.countsWorkingDays ? .only : nil)
    guard !phrase.unit.isWithinDay || phrase.hours != nil else { return try fillWithinDay(&reading, phrase) }
    let times = try self.times(phrase)
    var rule = try self.rule(phrase, times)
    let begin = try phrase.start.map { start throws(TimeQuestion) in try extent(start, isPast: false) }
    let first = try first(phrase, rule, times, from: begin)
    try end(&rule, phrase, from: first)
    let moment = zone.moment(of: first)
    let except = try phrase.except.map { day throws(TimeQuestion) in
      try self.from(LocalTime(first.day)).day(day, isPast: false).start.day
    }
    reading.start = moment
    reading.grain = times.isEmpty ? .day : .minute
    reading.rule = rule.description
    if !except.isEmpty { reading.except = except }
    if phrase.clocks.count == 1, let clock = phrase.clocks.first, let other = at(first.day, clock).also.first {
      reading.also = [TimeReading.OtherReading(start: zone.moment(of: other.start), why: other.why)]
    }
    guard let until = rule.until, case .instant(let last) = until, last < moment.instant else { return }
    throw .endsBeforeStart
  }

  /// Hours, minutes and seconds are counted from now or from the start that was said.
  private func fillWithinDay(_ reading: inout TimeReading, _ phrase: RecurrencePhrase) throws(TimeQuestion) {
    var rule = RecurrenceRule(PhraseResolver.frequency(phrase.unit), interval: phrase.interval)
    switch phrase.days {
    case .asStarted: break
    case .weekdays(let days): rule.weekdays = days.map { RecurrenceRule.CountedWeekday($0) }
    case .workingDays: rule.weekdays = workweek
    default: throw .notUnderstood("")
    }
    let length: Int64 = phrase.unit == .hour ? 3_600 : phrase.unit == .minute ? 60 : 1
    var start = zone.local(at: now + Int64(phrase.interval) * length)
    if let said = phrase.start { start = try extent(said, isPast: false).start }
    if !rule.weekdays.isEmpty {
      let days = rule.weekdays.map(\.weekday)
      while !days.contains(start.day.weekday) { start = LocalTime(start.day + 1) }
    }
    try end(&rule, phrase, from: start)
    reading.rule = rule.description
    reading.start = zone.moment(of: start)
    reading.grain = .minute
  }

  var workweek: [RecurrenceRule.CountedWeekday] {
    Weekday.allCases.filter { !calendar.weekend.contains($0) }.map { RecurrenceRule.CountedWeekday($0) }
  }

  // MARK: Times of day

  /// The times of day on the walls here, as seconds, midnight as the end of the day; none when no clock was said.
  private func times(_ phrase: RecurrencePhrase) throws(TimeQuestion) -> [Int] {
    if let hours = phrase.hours { return try times(within: hours, phrase) }
    var times: [Int] = []
    for (index, clock) in phrase.clocks.enumerated() {
      var extent = at(today, clock)
      // "at 9 and 5": the later ones lie in the day's other half when they would come before.
      if index > 0, case .half = clock, let last = times.last, Int(extent.start.second % 86_400) < last,
        let later = extent.also.first(where: { Int($0.start.time.second) > last })
      {
        extent.start = later.start
      }
      var seconds = Int(extent.start.second - Int64(today.number) * 86_400)
      if let there = extent.zone?.offset(at: extent.start) {
        seconds += zone.offset(at: now) - there
        // Beyond midnight the days would move too.
        guard (0..<86_400).contains(seconds) else { throw .unknownZone("") }
      }
      if !times.contains(seconds) { times.append(seconds) }
    }
    return times.sorted()
  }

  /// The times from the first to the last hour of a window.
  private func times(
    within window: RecurrencePhrase.Window, _ phrase: RecurrencePhrase
  ) throws(TimeQuestion) -> [Int] {
    let start = at(today, window.first)
    let end = clockEnd(window.last, after: start)
    let step = phrase.interval * (phrase.unit == .hour ? 3_600 : 60)
    let first = Int(start.start.time.second)
    let length = Int(end.start.second - start.start.second)
    guard phrase.unit == .hour || phrase.unit == .minute, length > 0, first + length < 86_400, length / step < 100
    else {
      throw .notUnderstood("")
    }
    return Array(stride(from: first, through: first + length, by: step))
  }

  // MARK: First and last

  /// The first time: today only when its time is still ahead.
  private func first(
    _ phrase: RecurrencePhrase, _ rule: RecurrenceRule, _ times: [Int], from begin: Extent?
  ) throws(TimeQuestion) -> LocalTime {
    let ahead = times.first { LocalTime(today) + Int64($0) > local }
    let from = begin?.start.day ?? (ahead == nil ? today + 1 : today)
    // A midnight belongs to the day before; the rule has it as the start of the day after.
    let time = times.first.map { TimeOfDay(second: $0) } ?? .midnight
    if phrase.days == .asStarted, phrase.hours == nil {
      if let begin { return times.isEmpty && begin.isTimed ? begin.start : LocalTime(from, time) }
      if phrase.unit == .day, let ahead { return LocalTime(today) + Int64(ahead) }
      let day = try shift([Amount(phrase.interval, phrase.unit)], .after, from: nil, isPast: false).start.day
      return LocalTime(day, time)
    }
    let after = begin == nil ? local : LocalTime(from) + -1
    if phrase.unit == .quarter { return try firstOfQuarter(phrase, LocalTime(from), time, after) }
    var probe = rule
    probe.interval = 1
    probe.workdays = phrase.shift ?? (phrase.countsWorkingDays ? .only : nil)
    let series = Series(probe, start: LocalTime(from, times.isEmpty ? .midnight : TimeOfDay(second: 0)))
    for moment in series.times(in: zone, calendar: calendar).prefix(400) where moment.local > after {
      return moment.local
    }
    throw .noSuchDay("")
  }

  private func firstOfQuarter(
    _ phrase: RecurrencePhrase, _ from: LocalTime, _ time: TimeOfDay, _ after: LocalTime
  ) throws(TimeQuestion) -> LocalTime {
    guard case .nth(let numbers, let countable) = phrase.days, let number = numbers.first, numbers.count == 1,
      abs(number) <= (countable == .workingDay ? 20 : countable == .day ? 28 : 4)
    else { throw .outOfRange }
    for step in 0..<48 {
      let whole = try period(.unit(.quarter, step), isPast: false)
      guard let day = nth(number, countable, from: whole.start.day, to: whole.end.day) else { continue }
      let candidate = LocalTime(day, time)
      if candidate >= from, candidate > after { return candidate }
    }
    throw .noSuchDay("")
  }

  private func end(
    _ rule: inout RecurrenceRule, _ phrase: RecurrencePhrase, from first: LocalTime
  ) throws(TimeQuestion) {
    rule.count = phrase.count
    if let length = phrase.length {
      let (day, seconds, _) = try add(length, .after, to: first.day)
      rule.until = .instant(zone.instant(of: LocalTime(day, first.time)) + seconds + -1)
    }
    guard let until = phrase.until else { return }
    let end = try from(LocalTime(first.day)).extent(until, isPast: false)
    // The last day belongs to the series, as does the moment that was named; a period is over before it begins.
    let last: LocalTime
    if end.isPeriod {
      last = end.start + -1
    } else if end.isTimed && end.grain != .day {
      last = end.start
    } else {
      last = LocalTime(end.start.day + 1) + -1
    }
    rule.until = .instant(zone.instant(of: last))
  }
}
