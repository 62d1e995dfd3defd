/// How often something comes again, as RFC 5545, section 3.3.10 has it, with a shift to working days.
package struct RecurrenceRule: Hashable, Sendable {
  package var frequency: Frequency
  package var interval = 1

  /// The number of occurrences after which the series ends.
  package var count: Int?
  package var until: Bound?

  /// 1 to 12.
  package var months: [Int] = []

  /// ±1 to ±53; the negative ones count from the end of the year.
  package var weekNumbers: [Int] = []

  /// ±1 to ±366.
  package var yearDays: [Int] = []

  /// ±1 to ±31.
  package var monthDays: [Int] = []
  package var weekdays: [CountedWeekday] = []
  package var hours: [Int] = []
  package var minutes: [Int] = []
  package var seconds: [Int] = []

  /// Which of the occurrences of a period count, from its end when negative.
  package var positions: [Int] = []
  package var weekStart = Weekday.monday

  /// What days off do to the series; an extension, written as `X-WORKDAY`.
  package var workdays: WorkdayRule?

  package init(_ frequency: Frequency, interval: Int = 1) {
    self.frequency = frequency
    self.interval = interval
  }

  package enum Frequency: String, CaseIterable, Hashable, Sendable {
    case secondly = "SECONDLY"
    case minutely = "MINUTELY"
    case hourly = "HOURLY"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"

    /// Whether a period of it is shorter than a day.
    package var isWithinDay: Bool {
      switch self {
      case .secondly, .minutely, .hourly: true
      case .daily, .weekly, .monthly, .yearly: false
      }
    }
  }

  /// The last moment that may belong to a series.
  package enum Bound: Hashable, Sendable {
    /// That day belongs to it.
    case day(Day)
    case local(LocalTime)
    case instant(Instant)
  }

  /// Every such weekday of the period, or only the one with that number, from the end when negative.
  package struct CountedWeekday: Hashable, Sendable {
    package var number: Int?
    package var weekday: Weekday

    package init(_ weekday: Weekday, number: Int? = nil) {
      self.weekday = weekday
      self.number = number
    }
  }

  package enum WorkdayRule: String, CaseIterable, Hashable, Sendable, Codable {
    /// Days off are left out before positions are counted.
    case only = "ONLY"
    /// On a day off it comes on the working day before.
    case before = "BEFORE"
    /// On a day off it comes on the working day after.
    case after = "AFTER"
    /// On a day off it comes on the nearest working day, the one before when both are as near.
    case nearest = "NEAREST"
  }
}
