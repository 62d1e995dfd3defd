/// A stretch of the calendar.
package indirect enum PeriodPhrase: Hashable, Sendable, Codable {
  /// Units from the one that holds today: 0 is this, 1 the next, -1 the last.
  case unit(TimeUnit, Int)
  case weekend(Int)
  case month(Int, year: Int?, DayPhrase.Which)
  case quarter(Int, year: Int?)
  case half(Int, year: Int?)
  case year(Int)
  /// The year of quarters that starts in that year.
  case fiscalYear(Int)
  /// A number of years from one on, such as a decade.
  case years(Int, count: Int)
  case isoWeek(Int, year: Int?)
  /// The week that holds a day.
  case weekOf(DayPhrase)
  /// The weekend with a number among those whose Saturday lies in a period, from its end when negative.
  case weekendOf(Int, PeriodPhrase)
  /// The weekend that holds a day or follows it.
  case weekendAt(DayPhrase)
  /// One of equal parts of a period, counted from 1: the first half of the year.
  case part(Int, of: Int, PeriodPhrase)
  /// The first units of a period, or its last ones when the number is negative.
  case first(Int, TimeUnit, of: PeriodPhrase)
  /// A number of units up to now or from tomorrow on.
  case rolling(Int, TimeUnit, TimePhrase.Direction)
  /// What is left of the unit that holds today.
  case rest(TimeUnit)
  /// The unit that holds today, up to now.
  case toDate(TimeUnit)
  /// All of a day.
  case whole(DayPhrase)
}
