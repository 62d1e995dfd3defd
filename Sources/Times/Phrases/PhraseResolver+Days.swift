// Days.
extension PhraseResolver {
  /// What a phrase names, as a stretch of wall time.
  func extent(_ phrase: TimePhrase, isPast: Bool) throws(TimeQuestion) -> Extent {
    switch phrase {
    case .now: return Extent(start: local, end: local, grain: .second, isTimed: true, exact: now)
    case .day(let day): return try self.day(day, isPast: isPast)
    case .clock(let clock): return next(clock, isPast: isPast)
    case .at(let day, let clock): return try at(day, clock, isPast: isPast)
    case .shift(let amounts, let direction, let base):
      return try shift(amounts, direction, from: base, isPast: isPast)
    case .period(let period): return try self.period(period, isPast: isPast)
    case .range(let first, let last): return try range(first, last, isPast: isPast)
    case .lasting(let start, let amounts): return try lasting(start, amounts, isPast: isPast)
    case .bound(_, let inner): return try extent(inner, isPast: isPast)
    case .open(let question): throw question
    case .duration, .recurrence, .anchor, .condition: throw .notUnderstood("")
    }
  }

  private func at(_ day: DayPhrase, _ clock: ClockPhrase, isPast: Bool) throws(TimeQuestion) -> Extent {
    // Today counts as the coming one when its time is still ahead.
    if case .weekday(let weekday, .coming) = day, weekday == today.weekday, !isPast {
      let extent = at(today, clock)
      if try moment(extent.start, extent).instant > now { return extent }
    }
    let named = try self.day(day, isPast: isPast)
    var extent = at(named.start.day, clock)
    let own = extent.also
    extent.also = named.also.map { Extent.Alternative(at($0.start.day, clock).start, $0.why) } + own
    // "today" and "tonight" at an hour that has passed in the likelier half of the day is the other half.
    if case .away(0) = day, !isPast, extent.start <= local, let later = own.first(where: { $0.start > local }) {
      extent.start = later.start
      extent.end = later.start
      extent.also = []
    }
    return extent
  }

  func day(_ phrase: DayPhrase, isPast: Bool) throws(TimeQuestion) -> Extent {
    switch phrase {
    case .away(let days): return .day(today + days)
    case .shifted(let amounts, let direction):
      return .day(try shift(amounts, direction, from: nil, isPast: isPast).start.day)
    case .weekday(let weekday, let which): return self.weekday(weekday, isPast && which == .coming ? .last : which)
    case .date(let day, let month, let year, let weekday):
      return .day(try date(day, month, year, weekday, isPast: isPast))
    case .numbers(let one, let two, let year, let weekday):
      return try numbers(one, two, year, weekday, isPast: isPast)
    case .ofMonth(let day, let weekday): return .day(try ofMonth(day, weekday, isPast: isPast))
    case .nth(let number, let countable, let period):
      return .day(try nth(number, countable, of: period, isPast: isPast))
    case .counted(let number, let countable, let direction, let base):
      return .day(try counted(number, countable, direction, from: base, isPast: isPast))
    case .nearest(let weekday, let base):
      let day = try extent(base, isPast: isPast).start.day
      let after = (day - 1).next(weekday)
      let before = (day + 1).previous(weekday)
      return .day(after - day <= day - before ? after : before)
    case .holiday(let named, let year, let which):
      return .day(try holiday(named, year, which, isPast: isPast))
    case .edge(let edge, let period): return try self.edge(edge, of: period, isPast: isPast)
    }
  }

  private func weekday(_ weekday: Weekday, _ which: DayPhrase.Which) -> Extent {
    let coming = today.next(weekday)
    switch which {
    case .coming:
      var extent = Extent.day(coming)
      if weekday == today.weekday { extent.also = [Extent.Alternative(LocalTime(today), .today)] }
      return extent
    case .next:
      let next = today.startOfWeek + (6 + weekday.rawValue)
      var extent = Extent.day(next)
      if coming != next { extent.also = [Extent.Alternative(LocalTime(coming), .coming)] }
      return extent
    case .last:
      let last = today.previous(weekday)
      let ofLastWeek = today.startOfWeek - (8 - weekday.rawValue)
      var extent = Extent.day(last)
      if ofLastWeek != last { extent.also = [Extent.Alternative(LocalTime(ofLastWeek), .lastWeek)] }
      return extent
    }
  }

  private func nth(
    _ number: Int, _ countable: DayPhrase.Countable, of period: PeriodPhrase, isPast: Bool
  ) throws(TimeQuestion) -> Day {
    let extent = try self.period(period, isPast: isPast)
    guard let day = nth(number, countable, from: extent.start.day, to: extent.end.day) else {
      throw .noSuchDay("\(number)")
    }
    return day
  }

  /// The day counted from the first, or from the one before the end when the number is negative.
  func nth(_ number: Int, _ countable: DayPhrase.Countable, from first: Day, to end: Day) -> Day? {
    let isBackwards = number < 0
    var day = isBackwards ? end - 1 : first
    var left = abs(number)
    while first <= day, day < end, left > 0 {
      let counts =
        switch countable {
        case .day: true
        case .workingDay: calendar.isWorking(day)
        case .weekday(let weekday): day.weekday == weekday
        }
      if counts { left -= 1 }
      if left == 0 { return day }
      day = isBackwards ? day - 1 : day + 1
    }
    return nil
  }

  private func counted(
    _ number: Int, _ countable: DayPhrase.Countable, _ direction: TimePhrase.Direction, from base: TimePhrase?,
    isPast: Bool
  ) throws(TimeQuestion) -> Day {
    let base = try base.map { phrase throws(TimeQuestion) in try extent(phrase, isPast: isPast) }
    let isAfter = direction == .after
    let from = base.map { isAfter ? $0.lastDay : $0.start.day } ?? today
    switch countable {
    case .day: return from + number * direction.rawValue
    case .workingDay: return calendar.adding(workingDays: number * direction.rawValue, to: from)
    case .weekday(let weekday):
      let first = isAfter ? from.next(weekday) : from.previous(weekday)
      return first + 7 * (number - 1) * direction.rawValue
    }
  }

  /// The end of a period is the end of its last working day, its start the first working day.
  private func edge(_ edge: DayPhrase.Edge, of period: PeriodPhrase, isPast: Bool) throws(TimeQuestion) -> Extent {
    let whole = try self.period(period, isPast: isPast)
    let first = whole.start.day
    let last = whole.end.day - 1
    switch edge {
    case .end:
      var extent = Extent.moment(LocalTime(calendar.workingDay(upTo: last), calendar.end), grain: .day)
      // On the period's last days it may be over already: then the next one is meant.
      if !isPast, extent.start <= local, case .unit(let unit, 0) = period {
        let next = try self.period(.unit(unit, 1), isPast: false)
        extent = .moment(LocalTime(calendar.workingDay(upTo: next.end.day - 1), calendar.end), grain: .day)
      }
      return extent
    case .start:
      let day = calendar.workingDay(from: first)
      var extent = Extent.day(day)
      if day != first { extent.also = [Extent.Alternative(LocalTime(first), .firstDay)] }
      return extent
    case .middle:
      // Wednesday for some, Thursday for others.
      if case .week = whole.grain { throw .vague("") }
      return .day(first + (last - first) / 2)
    }
  }
}
