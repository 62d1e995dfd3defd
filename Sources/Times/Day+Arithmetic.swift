// Steps of months and years, and the borders of weeks, months, quarters and years.

extension Day {
  /// The same day of another month, or that month's last day when it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    return Day.clamped(year: floorDivide(index, 12), month: index - floorDivide(index, 12) * 12 + 1, day: day)
  }

  /// The same date of another year; 29 February becomes the 28th where there is none.
  package func adding(years: Int) -> Day {
    adding(months: years * 12)
  }

  /// The date with a day cut to the length of its month and a year cut to 1 to 9999.
  static func clamped(year: Int, month: Int, day: Int) -> Day {
    let year = min(max(year, 1), 9_999)
    let day = min(max(day, 1), length(ofMonth: month, year: year))
    return Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  package var startOfWeek: Day { self - (weekday.rawValue - 1) }
  package var startOfMonth: Day { self - (parts.day - 1) }

  package var endOfMonth: Day {
    let (year, month, day) = parts
    return self + (Day.length(ofMonth: month, year: year) - day)
  }

  package var startOfYear: Day { Day.clamped(year: parts.year, month: 1, day: 1) }

  /// The first day of the quarter that holds the date, where the first month of a year of quarters is 1 to 12.
  package func startOfQuarter(firstMonth: Int = 1) -> Day {
    let into = ((parts.month - firstMonth) % 3 + 3) % 3
    return startOfMonth.adding(months: -into)
  }

  /// The number of the quarter that holds the date, 1 to 4, where the first month of a year of quarters is 1 to 12.
  package func quarter(firstMonth: Int = 1) -> Int {
    ((parts.month - firstMonth) % 12 + 12) % 12 / 3 + 1
  }

  /// The year and number of the week as ISO 8601 counts them: week 1 holds the year's first Thursday.
  package var isoWeek: (year: Int, week: Int) {
    let thursday = startOfWeek + 3
    let year = thursday.parts.year
    return (year, (thursday - thursday.startOfYear) / 7 + 1)
  }

  /// The Monday of a week as ISO 8601 counts them, or nothing when the year has no such week.
  package init?(isoYear: Int, week: Int) {
    guard let fourth = Day(year: isoYear, month: 1, day: 4), week >= 1 else { return nil }
    let monday = fourth.startOfWeek + (week - 1) * 7
    guard monday.isoWeek.year == isoYear else { return nil }
    self = monday
  }

  /// The first such weekday after the date.
  package func next(_ weekday: Weekday) -> Day {
    self + 1 + ((weekday.rawValue - (self + 1).weekday.rawValue) % 7 + 7) % 7
  }

  /// The last such weekday before the date.
  package func previous(_ weekday: Weekday) -> Day {
    next(weekday) - (weekday == self.weekday ? 14 : 7)
  }
}

/// Divides and rounds down, also below zero.
func floorDivide<Number: SignedInteger>(_ number: Number, _ divisor: Number) -> Number {
  number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
}
