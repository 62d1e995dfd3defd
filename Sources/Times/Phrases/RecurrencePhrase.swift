/// What comes again.
package struct RecurrencePhrase: Hashable, Sendable, Codable {
  package var unit: TimeUnit
  package var interval: Int
  package var days: Days

  /// The times of day; none leaves it to the day.
  package var clocks: [ClockPhrase]

  /// Hours of the day, the last one included, to which a series of hours or minutes keeps.
  package var hours: Window?

  /// From when on; it comes first then or later.
  package var start: TimePhrase?
  package var until: TimePhrase?

  /// For how long from its start.
  package var length: [Amount]?
  package var count: Int?

  /// Days that are left out.
  package var except: [DayPhrase]

  /// What happens on days off.
  package var shift: RecurrenceRule.WorkdayRule?
  package var basis: Series.Basis

  package enum Days: Hashable, Sendable, Codable {
    /// The day on which the series starts says it.
    case asStarted
    case weekdays([Weekday])
    case workingDays
    case ofMonth([Int])
    /// Days counted within the unit, from its end when negative.
    case nth([Int], DayPhrase.Countable)
    /// Days counted within months of the year.
    case nthOf([Int], DayPhrase.Countable, months: [Int])
    /// Days of months of the year.
    case dates([Int], months: [Int])
    case holiday(NamedDay)
  }

  package struct Window: Hashable, Sendable, Codable {
    package var first: ClockPhrase
    package var last: ClockPhrase

    package init(_ first: ClockPhrase, _ last: ClockPhrase) {
      self.first = first
      self.last = last
    }
  }

  package init(
    unit: TimeUnit, interval: Int = 1, days: Days = .asStarted, clocks: [ClockPhrase] = [], until: TimePhrase? = nil,
    count: Int? = nil
  ) {
    self.unit = unit
    self.interval = interval
    self.days = days
    self.clocks = clocks
    self.until = until
    self.count = count
    except = []
    basis = .fixed
  }
}
