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
  case bound(Bound, TimePhrase)
  case duration([Amount])
  case recurrence(RecurrencePhrase)
  /// A point some way before or after an event that only others know.
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
  case second, minute, hour, day, workingDay, week, month, quarter, year
}

/// Which day words name.
package indirect enum DayPhrase: Hashable, Sendable, Codable {
  /// Days from today: 0 is today, 1 tomorrow.
  case away(Int)
  case weekday(Weekday, Which)
  /// Days, weeks or more from today.
  case shifted([Amount], TimePhrase.Direction)
  /// A date of some or of one year, and the weekday when that was said too.
  case date(day: Int, month: Int, year: Int?, weekday: Weekday?)
  /// Two numbers of which the policy says which is the day.
  case numbers(Int, Int, year: Int?, weekday: Weekday?)
  /// A day of a month that was not named, such as "the 15th".
  case ofMonth(Int, weekday: Weekday?)
  /// A day counted within a period, from its end when negative.
  case nth(Int, Countable, of: PeriodPhrase)
  case edge(Edge, of: PeriodPhrase)

  package enum Which: Hashable, Sendable, Codable {
    case coming, next, last
  }

  /// What can be counted within a period.
  package enum Countable: Hashable, Sendable, Codable {
    case day, workingDay
    case weekday(Weekday)
  }

  package enum Edge: Hashable, Sendable, Codable {
    case start, middle, end
  }
}

/// What a clock shows, or the name of a time of day.
package enum ClockPhrase: Hashable, Sendable, Codable {
  /// Seconds since 00:00 on a clock of 24 hours.
  case exact(Int, offset: Int?)
  /// Seconds since 00:00 or 12:00 on a clock of 12 hours, when nothing says which half of the day.
  case half(Int, offset: Int?)
  case part(DayPart)
}

/// Times of day with a name; the policy and the work calendar say when they are.
package enum DayPart: Int, Hashable, Sendable, Codable {
  case firstThing, morning, noon, afterLunch, afternoon, endOfDay, evening, night, midnight
}

/// A stretch of the calendar.
package indirect enum PeriodPhrase: Hashable, Sendable, Codable {
  /// Units from the one that holds today: 0 is this, 1 the next, -1 the last.
  case unit(TimeUnit, Int)
  case weekend(Int)
  case month(Int, year: Int?, DayPhrase.Which)
  case quarter(Int, year: Int?)
  case half(Int, year: Int?)
  case year(Int)
  case isoWeek(Int, year: Int?)
  /// The week that holds a day.
  case weekOf(DayPhrase)
  /// A number of units up to now or from now on.
  case rolling(Int, TimeUnit, TimePhrase.Direction)
  /// What is left of the unit that holds today.
  case rest(TimeUnit)
}

/// What comes again.
package struct RecurrencePhrase: Hashable, Sendable, Codable {
  package var unit: TimeUnit
  package var interval: Int
  package var days: Days
  package var clock: ClockPhrase?
  package var until: TimePhrase?
  package var count: Int?

  package enum Days: Hashable, Sendable, Codable {
    /// The day on which the series starts says it.
    case asStarted
    case weekdays([Weekday])
    case workingDays
    case ofMonth(Int)
    case nth(Int, DayPhrase.Countable)
    case date(day: Int, month: Int)
  }

  package init(
    unit: TimeUnit, interval: Int = 1, days: Days = .asStarted, clock: ClockPhrase? = nil, until: TimePhrase? = nil,
    count: Int? = nil
  ) {
    self.unit = unit
    self.interval = interval
    self.days = days
    self.clock = clock
    self.until = until
    self.count = count
  }
}
