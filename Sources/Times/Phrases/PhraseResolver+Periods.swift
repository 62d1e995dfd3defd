// Weeks, months, quarters, years, and what lies between two times.
extension PhraseResolver {
  func period(_ phrase: PeriodPhrase, isPast: Bool) throws(TimeQuestion) -> Extent {
    switch phrase {
    case .unit(let unit, let step): return try self.unit(unit, step)
    case .weekend(let step):
      // On a weekend "this weekend" is the one that has begun.
      let saturday = today.startOfWeek + (5 + 7 * step)
      return .period(saturday, saturday + 2, .day)
    case .month(let month, let year, let which):
      return try self.month(month, year.map { self.year($0) }, which, isPast: isPast)
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
    case .year(let year): return try years(year, 1)
    case .years(let year, let count): return try years(year, count)
    case .fiscalYear(let year):
      let start = fiscalStart(year: year)
      return .period(start, start.adding(months: 12), .year)
    case .isoWeek(let week, let year): return try isoWeek(week, year, isPast: isPast)
    case .weekOf(let day):
      let monday = try self.day(day, isPast: isPast).start.day.startOfWeek
      return .period(monday, monday + 7, .week)
    case .weekendOf(let number, let period):
      let whole = try self.period(period, isPast: isPast)
      guard let first = nth(number, .weekday(.saturday), from: whole.start.day, to: whole.end.day) else {
        throw .noSuchDay("\(number)")
      }
      return .period(first, first + 2, .day)
    case .weekendAt(let day):
      let saturday = try self.day(day, isPast: isPast).start.day.startOfWeek + 5
      return .period(saturday, saturday + 2, .day)
    case .part(let number, let count, let period): return try part(number, count, period, isPast: isPast)
    case .first(let count, let unit, let period): return try first(count, unit, period, isPast: isPast)
    case .rolling(let count, let unit, let direction): return try rolling(count, unit, direction)
    case .rest(let unit):
      var extent = try self.unit(unit, 0)
      extent.start = local
      extent.isPeriod = true
      return extent
    case .toDate(let unit):
      var extent = try self.unit(unit, 0)
      extent.end = local
      return extent
    case .whole(let day):
      var extent = try self.day(day, isPast: isPast)
      extent.isPeriod = true
      return extent
    }
  }

  /// The first month of a year of quarters may lie in the calendar year before.
  private func fiscalStart(year: Int?) -> Day {
    let firstMonth = calendar.firstMonthOfQuarters
    let year = year.map { self.year($0) } ?? today.adding(months: 1 - firstMonth).parts.year
    return Day.clamped(year: year, month: firstMonth, day: 1)
  }

  private func years(_ said: Int, _ count: Int) throws(TimeQuestion) -> Extent {
    guard let start = Day(year: year(said), month: 1, day: 1) else { throw .outOfRange }
    return .period(start, start.adding(months: 12 * count), .year)
  }

  private func isoWeek(_ week: Int, _ year: Int?, isPast: Bool) throws(TimeQuestion) -> Extent {
    let named = year.map { self.year($0) } ?? today.isoWeek.year
    guard var monday = Day(isoYear: named, week: week) else { throw .noSuchDay("W\(week)") }
    if year == nil, !isPast, monday + 7 <= today, let next = Day(isoYear: named + 1, week: week) { monday = next }
    return .period(monday, monday + 7, .week)
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
    case .sprint:
      guard let sprint = calendar.sprint else { throw .vague("") }
      let first = sprint.start(holding: today) + step * sprint.days
      return .period(first, first + sprint.days, .week)
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
    if which == .next, start == thisYear {
      extent.also = [Extent.Alternative(LocalTime(start.adding(years: 1)), .following)]
    }
    return extent
  }

  /// Halves and quarters of a year are made of months, those of quarters start when quarters do; others of days.
  private func part(
    _ number: Int, _ count: Int, _ period: PeriodPhrase, isPast: Bool
  ) throws(TimeQuestion) -> Extent {
    let whole = try self.period(period, isPast: isPast)
    guard (1...count).contains(number) else { throw .noSuchDay("\(number)") }
    if whole.grain == .year {
      let start = Day.clamped(year: whole.start.day.parts.year, month: calendar.firstMonthOfQuarters, day: 1)
      let months = 12 / count
      let first = start.adding(months: months * (number - 1))
      return .period(first, first.adding(months: months), .quarter)
    }
    let days = whole.end.day - whole.start.day
    let first = whole.start.day + days * (number - 1) / count
    return .period(first, whole.start.day + days * number / count, .day)
  }

  private func first(
    _ count: Int, _ unit: TimeUnit, _ period: PeriodPhrase, isPast: Bool
  ) throws(TimeQuestion) -> Extent {
    let whole = try self.period(period, isPast: isPast)
    let grain = PhraseResolver.grain(of: unit)
    let amount = [Amount(abs(count), unit)]
    let isFromEnd = count < 0
    let edge = isFromEnd ? whole.end.day : whole.start.day
    let far =
      unit == .workingDay
      ? nth(count, .workingDay, from: whole.start.day, to: whole.end.day).map { isFromEnd ? $0 : $0 + 1 }
      : try add(amount, isFromEnd ? .before : .after, to: edge).day
    guard let far, far >= whole.start.day, far <= whole.end.day else { throw .noSuchDay("\(abs(count))") }
    return isFromEnd ? .period(far, edge, grain) : .period(edge, far, grain)
  }

  /// Up to now with its whole first day, or from tomorrow on; hours and minutes to the second.
  private func rolling(
    _ count: Int, _ unit: TimeUnit, _ direction: TimePhrase.Direction
  ) throws(TimeQuestion) -> Extent {
    let grain = PhraseResolver.grain(of: unit)
    guard unit.isWithinDay || direction == .before else {
      let end = try add([Amount(count, unit)], .after, to: unit == .workingDay ? today : today + 1).day
      return .period(today + 1, unit == .workingDay ? end + 1 : end, grain)
    }
    let far = try shift([Amount(count, unit)], direction, from: nil, isPast: direction == .before)
    if direction == .before {
      let isFine = unit.isWithinDay
      return Extent(
        start: isFine ? far.start : LocalTime(far.start.day), end: local, grain: grain, isPeriod: true,
        exact: isFine ? far.exact : nil)
    }
    return Extent(start: local, end: far.start, grain: grain, isPeriod: true)
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
    return Extent(
      start: start.start, end: close, grain: end.isTimed ? end.grain : start.grain, isTimed: start.isTimed,
      isPeriod: true, zone: end.zone ?? start.zone, also: start.also)
  }

  func clockEnd(_ clock: ClockPhrase, after start: Extent) -> Extent {
    let day = start.start.day
    guard case .half(let seconds, let zone) = clock else {
      let end = at(day, clock)
      return end.start > start.start ? end : at(day + 1, clock)
    }
    for half in [seconds, seconds + 43_200] {
      let end = at(day, .exact(half, in: zone))
      if end.start > start.start { return end }
    }
    return at(day + 1, .exact(seconds, in: zone))
  }

  /// The same resolver on the day before another wall time, so that its day is the coming one.
  func from(_ local: LocalTime) -> PhraseResolver {
    PhraseResolver(
      now: zone.instant(of: LocalTime(local.day, .midnight)), zone: zone, calendar: calendar, policy: policy)
  }
}
