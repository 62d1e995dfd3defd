/// What words of time say, before anybody asks what they mean today.
///
/// The tree is what is kept of a phrase, so that a date can be derived again when now, a calendar or an event moves.
package indirect enum TimePhrase: Hashable, Sendable, Codable {
  case now
  /// A day without a time.
  case day(DayPhrase)
  /// A time without a day.
  case clock(ClockPhrase)
  case at(DayPhrase, ClockPhrase)
  /// A point some way before or after another one, or before or after now when there is no other.
  case shift([Amount], Direction, from: TimePhrase?)
  case period(PeriodPhrase)
  /// From the first to the second, which is part of it when it is a day or longer.
  case range(TimePhrase, TimePhrase)
  /// From a start on for a length of time.
  case lasting(TimePhrase, [Amount])
  case bound(Bound, TimePhrase)
  case duration([Amount])
  case recurrence(RecurrencePhrase)
  /// A point some way before or after an event that only others know, or the event itself.
  case anchor(event: String, [Amount], Direction)
  /// When a subject reaches a state, or at the latest at the other time.
  case condition(subject: String, state: String, fallback: TimePhrase?)
  /// Words that say a time, but not which.
  case open(TimeQuestion)

  package enum Direction: Int, Hashable, Sendable, Codable {
    case before = -1
    case after = 1
  }

  /// How a phrase bounds a stretch of time.
  package enum Bound: Hashable, Sendable, Codable {
    /// Work is done by then: the end of that working day.
    case by
    /// Something rests until then: the start of that working day.
    case until
    /// It ends before that begins.
    case before
    /// It begins when that has ended.
    case after
    /// From then to now.
    case since
    /// From then on.
    case from
  }
}

/// A count of units of the calendar or the clock.
package struct Amount: Hashable, Sendable, Codable {
  package var count: Int
  package var unit: TimeUnit

  package init(_ count: Int, _ unit: TimeUnit) {
    self.count = count
    self.unit = unit
  }
}

package enum TimeUnit: Int, Hashable, Sendable, Codable {
  case second, minute, hour, day, workingDay, week, month, quarter, year, sprint

  /// The days of units that always have as many.
  var days: Int? {
    switch self {
    case .day: 1
    case .week: 7
    default: nil
    }
  }

  /// The months of units that are made of months.
  var months: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    default: nil
    }
  }

  /// Whether the unit is shorter than a day.
  package var isWithinDay: Bool { rawValue < TimeUnit.day.rawValue }
}
