/// When people work: weekend, holidays, hours, and the month in which the first quarter starts.
package struct WorkCalendar: Hashable, Sendable {
  package var weekend: Set<Weekday>

  /// The days off besides the weekend, with their names.
  package var holidays: [Day: String]

  /// The wall time at which a working day starts.
  package var start: TimeOfDay

  /// The wall time at which a working day ends.
  package var end: TimeOfDay

  /// The month in which the first quarter starts, 1 to 12.
  package var firstMonthOfQuarters: Int

  /// The sprints that people work in, if they do.
  package var sprint: Sprint?

  package init(
    weekend: Set<Weekday> = [.saturday, .sunday], holidays: [Day: String] = [:],
    start: TimeOfDay = TimeOfDay(second: 9 * 3_600), end: TimeOfDay = TimeOfDay(second: 17 * 3_600),
    firstMonthOfQuarters: Int = 1, sprint: Sprint? = nil
  ) {
    self.weekend = weekend
    self.holidays = holidays
    self.start = start
    self.end = end
    self.firstMonthOfQuarters = firstMonthOfQuarters
    self.sprint = sprint
  }

  /// Saturdays and Sundays off, no holidays, 09:00 to 17:00, quarters from January.
  package static let standard = WorkCalendar()

  /// Whether people work on the day, and what keeps them from it if not.
  package func kind(of day: Day) -> DayKind {
    if let name = holidays[day] { return .holiday(name) }
    return weekend.contains(day.weekday) ? .weekend : .working
  }

  package func isWorking(_ day: Day) -> Bool {
    kind(of: day) == .working
  }

  /// The first working day after the day.
  ///
  /// - Complexity: O(*n*) in the days skipped. A calendar without any working day gives the next day.
  package func workingDay(after day: Day) -> Day {
    search(from: day + 1, step: 1) ?? day + 1
  }

  /// The last working day before the day.
  package func workingDay(before day: Day) -> Day {
    search(from: day - 1, step: -1) ?? day - 1
  }

  /// The day itself when people work on it, else the first working day after it.
  package func workingDay(from day: Day) -> Day {
    search(from: day, step: 1) ?? day
  }

  /// The day itself when people work on it, else the last working day before it.
  package func workingDay(upTo day: Day) -> Day {
    search(from: day, step: -1) ?? day
  }

  /// The day that lies the given number of working days away, backwards when negative.
  ///
  /// A day off counts as its next working day's eve: one working day after a Saturday is Monday.
  /// - Complexity: O(*n*) in the days passed; counts beyond ±10,000 are cut to that.
  package func adding(workingDays count: Int, to day: Day) -> Day {
    var day = day
    for _ in 0..<min(abs(count), 10_000) {
      day = count > 0 ? workingDay(after: day) : workingDay(before: day)
    }
    return day
  }

  /// The number of working days after the first day, up to and with the second; negative when it lies before.
  package func workingDays(from day: Day, to other: Day) -> Int {
    guard other >= day else { return -workingDays(from: other, to: day) }
    var count = 0
    var current = day
    while current < other {
      current = current + 1
      if isWorking(current) { count += 1 }
    }
    return count
  }

  private func search(from day: Day, step: Int) -> Day? {
    var day = day
    for _ in 0..<400 {
      if isWorking(day) { return day }
      day = day + step
    }
    return nil
  }
}

/// What a day is to those who work.
package enum DayKind: Hashable, Sendable {
  case working
  case weekend
  /// A day off, with its name.
  case holiday(String)
}
