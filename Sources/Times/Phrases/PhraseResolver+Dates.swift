// Dates that are said with numbers.
extension PhraseResolver {
  /// A year with its century: the one that ends at most twenty years from now when only two digits were said.
  func year(_ said: Int) -> Int {
    guard said < 100 else { return said }
    let century = today.parts.year / 100 * 100
    let year = century + said
    return year > today.parts.year + 20 ? year - 100 : year
  }

  func date(
    _ day: Int, _ month: Int, _ year: Int?, _ weekday: Weekday?, isPast: Bool
  ) throws(TimeQuestion) -> Day {
    let found: Day
    if let said = year {
      let year = self.year(said)
      guard let date = Day(year: year, month: month, day: day) else { throw .noSuchDay("\(day)/\(month)/\(year)") }
      found = date
    } else {
      // 29 February may be up to eight years away.
      let thisYear = today.parts.year
      let years = (0...8).lazy.map { isPast ? thisYear - $0 : thisYear + $0 }
      let dates = years.compactMap { Day(year: $0, month: month, day: day) }
      guard let date = dates.first(where: { isPast ? $0 <= today : $0 >= today }) else {
        throw .noSuchDay("\(day)/\(month)")
      }
      found = date
    }
    if let weekday, found.weekday != weekday { throw .weekdayDiffers(said: weekday, day: found) }
    return found
  }

  func numbers(
    _ one: Int, _ two: Int, _ year: Int?, _ weekday: Weekday?, isPast: Bool
  ) throws(TimeQuestion) -> Extent {
    let isDayFirst = policy.dateOrder == .dayFirst
    let said = isDayFirst ? (one, two) : (two, one)
    let other = (said.1, said.0)
    // A month beyond twelve says which number is which, whatever the setting.
    guard said.1 <= 12 else { return .day(try date(other.0, other.1, year, weekday, isPast: isPast)) }
    var extent = Extent.day(try date(said.0, said.1, year, nil, isPast: isPast))
    var alternative: Day?
    if other.1 <= 12, other != said { alternative = try? date(other.0, other.1, year, nil, isPast: isPast) }
    if let weekday, extent.start.day.weekday != weekday {
      guard let match = alternative, match.weekday == weekday else {
        throw .weekdayDiffers(said: weekday, day: extent.start.day)
      }
      return .day(match)
    }
    if let alternative, weekday == nil {
      extent.also = [Extent.Alternative(LocalTime(alternative), .otherDateOrder)]
    }
    return extent
  }

  func ofMonth(_ number: Int, _ weekday: Weekday?, isPast: Bool) throws(TimeQuestion) -> Day {
    for step in 0...12 {
      let month = today.startOfMonth.adding(months: isPast ? -step : step)
      guard number <= month.endOfMonth.parts.day else { continue }
      let day = month + (number - 1)
      guard isPast ? day <= today : day >= today else { continue }
      if let weekday, day.weekday != weekday { throw .weekdayDiffers(said: weekday, day: day) }
      return day
    }
    throw .noSuchDay("\(number)")
  }

  /// The coming one, today included; the next one lies after today, and the last one before it.
  func holiday(
    _ named: NamedDay, _ year: Int?, _ which: DayPhrase.Which, isPast: Bool
  ) throws(TimeQuestion) -> Day {
    if let said = year {
      guard let day = named.day(in: self.year(said)) else { throw .noSuchDay("\(said)") }
      return day
    }
    let thisYear = today.parts.year
    for step in 0...8 {
      let isBack = which == .last || (isPast && which == .coming)
      guard let day = named.day(in: isBack ? thisYear - step : thisYear + step) else { continue }
      switch which {
      case .coming where isPast ? day <= today : day >= today: return day
      case .next where day > today: return day
      case .last where day < today: return day
      default: continue
      }
    }
    throw .outOfRange
  }
}
