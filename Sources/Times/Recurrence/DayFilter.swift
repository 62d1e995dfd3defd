/// The parts of a rule that say on which days it may come, ready to be asked of one day after another.
struct DayFilter: Sendable {
  private let months: UInt16
  private let monthDays: UInt32
  private let monthDaysFromEnd: UInt32
  private let yearDays: [Int]
  private let weekNumbers: [Int]
  private let plainWeekdays: UInt8
  private let countedWeekdays: [RecurrenceRule.CountedWeekday]
  private let countsByYear: Bool
  private let weekStart: Weekday
  private let working: WorkCalendar?

  /// What the rule leaves out is taken from the start: its day of the month, its month, its weekday.
  init(_ rule: RecurrenceRule, start: Day, calendar: WorkCalendar) {
    var months = rule.months
    var monthDays = rule.monthDays
    var weekdays = rule.weekdays
    if rule.weekNumbers.isEmpty, rule.yearDays.isEmpty, monthDays.isEmpty, weekdays.isEmpty {
      switch rule.frequency {
      case .yearly:
        if months.isEmpty { months = [start.parts.month] }
        monthDays = [start.parts.day]
      case .monthly: monthDays = [start.parts.day]
      case .weekly: weekdays = [RecurrenceRule.CountedWeekday(start.weekday)]
      default: break
      }
    }
    self.months = months.reduce(0) { $0 | 1 << UInt16($1) }
    self.monthDays = monthDays.filter { $0 > 0 }.reduce(0) { $0 | 1 << UInt32($1) }
    monthDaysFromEnd = monthDays.filter { $0 < 0 }.reduce(0) { $0 | 1 << UInt32(-$1) }
    yearDays = rule.yearDays
    weekNumbers = rule.weekNumbers
    // Numbers before weekdays mean something in months and years only; elsewhere the weekday counts.
    let isCounting = rule.frequency == .monthly || rule.frequency == .yearly
    countedWeekdays = isCounting ? weekdays.filter { $0.number != nil } : []
    plainWeekdays = weekdays.filter { !isCounting || $0.number == nil }
      .reduce(0) { $0 | 1 << UInt8($1.weekday.rawValue) }
    countsByYear = rule.frequency == .yearly && rule.months.isEmpty
    weekStart = rule.weekStart
    working = rule.workdays == .only ? calendar : nil
  }

  /// Whether every day passes.
  var isOpen: Bool {
    months == 0 && monthDays == 0 && monthDaysFromEnd == 0 && yearDays.isEmpty && weekNumbers.isEmpty
      && plainWeekdays == 0 && countedWeekdays.isEmpty && working == nil
  }

  func allows(month: Int) -> Bool { months == 0 || months & 1 << UInt16(month) != 0 }

  func allows(_ day: Day) -> Bool {
    let (year, month, number) = day.parts
    guard allows(month: month) else { return false }
    if monthDays | monthDaysFromEnd != 0 {
      let fromEnd = Day.length(ofMonth: month, year: year) - number + 1
      guard monthDays & 1 << UInt32(number) != 0 || monthDaysFromEnd & 1 << UInt32(fromEnd) != 0 else { return false }
    }
    if plainWeekdays != 0 || !countedWeekdays.isEmpty {
      let weekday = day.weekday
      let isPlain = plainWeekdays & 1 << UInt8(weekday.rawValue) != 0
      guard isPlain || isCounted(day, weekday, year, month, number) else { return false }
    }
    if !yearDays.isEmpty {
      let ofYear = day - day.startOfYear + 1
      let fromEnd = ofYear - (Day.isLeap(year) ? 366 : 365) - 1
      guard yearDays.contains(ofYear) || yearDays.contains(fromEnd) else { return false }
    }
    if !weekNumbers.isEmpty {
      let (week, count) = day.week(startingOn: weekStart)
      guard weekNumbers.contains(week) || weekNumbers.contains(week - count - 1) else { return false }
    }
    return working?.isWorking(day) ?? true
  }

  private func isCounted(_ day: Day, _ weekday: Weekday, _ year: Int, _ month: Int, _ number: Int) -> Bool {
    guard countedWeekdays.contains(where: { $0.weekday == weekday }) else { return false }
    let before = countsByYear ? day - day.startOfYear : number - 1
    let length = countsByYear ? (Day.isLeap(year) ? 366 : 365) : Day.length(ofMonth: month, year: year)
    let fromStart = before / 7 + 1
    let fromEnd = -((length - 1 - before) / 7 + 1)
    return countedWeekdays.contains { $0.weekday == weekday && ($0.number == fromStart || $0.number == fromEnd) }
  }
}

extension Day {
  /// The first day of the week that holds the day, where weeks start on that weekday.
  func startOfWeek(_ first: Weekday) -> Day {
    self - (weekday.rawValue - first.rawValue + 7) % 7
  }

  /// The number of the week in its year and the number of weeks of that year.
  ///
  /// Week 1 is the first with four days or more in the year (RFC 5545; ISO 8601 for weeks from Monday).
  func week(startingOn first: Weekday) -> (week: Int, count: Int) {
    // The middle of a week says to which year it belongs.
    let middle = startOfWeek(first) + 3
    let start = Day.firstMiddle(ofYear: middle.parts.year, first)
    let next = Day.firstMiddle(ofYear: middle.parts.year + 1, first)
    return ((middle - start) / 7 + 1, (next - start) / 7)
  }

  /// The fourth day of the first week of a year.
  private static func firstMiddle(ofYear year: Int, _ first: Weekday) -> Day {
    let fourth = Day.january(4, year)
    return fourth.startOfWeek(first) + 3
  }

  /// A day of January, also of the year after the last.
  private static func january(_ day: Int, _ year: Int) -> Day {
    let within = min(year, 9_999)
    let start = Day.clamped(year: within, month: 1, day: day)
    return year > within ? start + 365 : start
  }
}
