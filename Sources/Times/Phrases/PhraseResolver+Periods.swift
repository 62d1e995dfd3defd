// Weeks, months, quarters, years, and what lies between two times.
extension PhraseResolver {
  func period(_ phrase: PeriodPhrase, isPast: Bool) throws(TimeQuestion) -> Extent {
    let firstMonth = calendar.firstMonthOfQuarters
    switch phrase {
    case .unit(let unit, let step): return try self.unit(unit, step)
    case .weekend(let step):
      // On a weekend "this weekend" is the one that has begun.
      let saturday = today.startOfWeek + (5 + 7 * step)
      return .period(saturday, saturday + 2, .day)
    case .month(let month, let year, let which): return try self.month(month, year, which, isPast: isPast)
    case .quarter(let number, let year):
      let start = fiscalStart(year: year).adding(months: (number - 1) * 3)
      let isGone = start.adding(months: 3) <= today
      let shifted = year == nil && isGone && !isPast ? start.adding(months: 12) : start
      let past = year == nil && isPast && shifted > today ? shifted.adding(months: -12) : shifted
      return .period(past, past.adding(months: 3), .quarter)
    case .half(let number, let year):
      let start = fiscalStart(year: year).adding(months: (number - 1) * 6)
      let isGone = year == nil && start.adding(months: 6) <= today && !isPast
      let shifted = isGone ? start.adding(months: 12) : start
      return .period(shifted, shifted.adding(months: 6), .quarter)
    case .year(let year):
      guard let start = Day(year: year, month: 1, day: 1) else { throw .outOfRange }
      return .period(start, start.adding(months: 12), .year)
    case .isoWeek(let week, let year):
      let named = year ?? today.isoWeek.year
      guard var monday = Day(isoYear: named, week: week) else { throw .noSuchDay("W\(week)") }
      if year == nil, !isPast, monday + 7 <= today, let next = Day(isoYear: named + 1, week: week) { monday = next }
      return .period(monday, monday + 7, .week)
    case .weekOf(let day):
      let monday = try self.day(day, isPast: isPast).start.day.startOfWeek
      return .period(monday, monday + 7, .week)
    case .rolling(let count, let unit, let direction): return try rolling(count, unit, direction)
    case .rest(let unit):
      var extent = try self.unit(unit, 0)
      extent.start = local
      return extent
    }
    // The first month of a year of quarters may lie in the calendar year before.
    func fiscalStart(year: Int?) -> Day {
      let year = year ?? today.adding(months: 1 - firstMonth).parts.year
      return Day.clamped(year: year, month: firstMonth, day: 1)
    }
  }

  private func unit(_ unit: TimeUnit, _ step: Int) throws(TimeQuestion) -> Extent {
    switch unit {
    case .week:
      let monday = today.startOfWeek + 7 * step
      return .period(monday, monday + 7, .week)
    case .month:
      let start = today.startOfMonth.adding(months: step)
      return .period(start, start.adding(months: 1), .month)
    case .quarter:
      let start = today.startOfQuarter(firstMonth: calendar.firstMonthOfQuarters).adding(months: 3 * step)
      return .period(start, start.adding(months: 3), .quarter)
    case .year:
      let start = today.startOfYear.adding(years: step)
      return .period(start, start.adding(years: 1), .year)
    default: return .day(today + step)
    }
  }

  private func month(
    _ month: Int, _ year: Int?, _ which: DayPhrase.Which, isPast: Bool
  ) throws(TimeQuestion) -> Extent {
    let thisYear = Day.clamped(year: year ?? today.parts.year, month: month, day: 1)
    guard year == nil else { return .period(thisYear, thisYear.adding(months: 1), .month) }
    let current = today.startOfMonth
    if which == .last || isPast {
      let isBefore = which == .last ? thisYear < current : thisYear <= current
      let start = isBefore ? thisYear : thisYear.adding(years: -1)
      return .period(start, start.adding(months: 1), .month)
    }
    let isAhead = which == .next ? thisYear > current : thisYear >= current
    let start = isAhead ? thisYear : thisYear.adding(years: 1)
    var extent = Extent.period(start, start.adding(months: 1), .month)
    if which == .next, start == thisYear { extent.also = [(LocalTime(start.adding(years: 1)), .following)] }
    return extent
  }

  /// Up to now with its whole first day, or from now on; hours and minutes to the second.
  private func rolling(
    _ count: Int, _ unit: TimeUnit, _ direction: TimePhrase.Direction
  ) throws(TimeQuestion) -> Extent {
    let far = try shift([Amount(count, unit)], direction, from: nil, isPast: direction == .before)
    let isFine = unit.rawValue <= TimeUnit.hour.rawValue
    let grain = PhraseResolver.grain(of: unit)
    if direction == .before {
      return Extent(
        start: isFine ? far.start : LocalTime(far.start.day), end: local, grain: grain, isPeriod: true,
        exact: isFine ? far.exact : nil)
    }
    return Extent(start: local, end: isFine ? far.start : LocalTime(far.start.day + 1), grain: grain, isPeriod: true)
  }

  func range(_ first: TimePhrase, _ last: TimePhrase, isPast: Bool) throws(TimeQuestion) -> Extent {
    let start = try extent(first, isPast: isPast)
    let end: Extent
    // The second is sought from the first on: "mon-wed", "28 dec to 3 jan", "10 to 11:30".
    switch last {
    case .clock(let clock): end = clockEnd(clock, after: start)
    case .shift(_, _, from: nil): end = try extent(last, isPast: isPast)
    default: end = try from(start.start).extent(last, isPast: false)
    }
    let close = end.isTimed ? end.start : end.end
    guard close > start.start else { throw .endsBeforeStart }
    let offset = end.offset ?? start.offset
    return Extent(
      start: start.start, end: close, grain: end.isTimed ? end.grain : start.grain, isTimed: start.isTimed,
      isPeriod: true, offset: offset, also: start.also)
  }

  private func clockEnd(_ clock: ClockPhrase, after start: Extent) -> Extent {
    let day = start.start.day
    guard case .half(let seconds, let offset) = clock else {
      let end = at(day, clock)
      return end.start > start.start ? end : at(day + 1, clock)
    }
    for half in [seconds, seconds + 43_200] {
      let end = at(day, .exact(half, offset: offset))
      if end.start > start.start { return end }
    }
    return at(day + 1, .exact(seconds, offset: offset))
  }

  /// The same resolver on the day before another wall time, so that its day is the coming one.
  private func from(_ local: LocalTime) -> PhraseResolver {
    PhraseResolver(
      now: zone.instant(of: LocalTime(local.day, .midnight)), zone: zone, calendar: calendar, policy: policy)
  }
}
