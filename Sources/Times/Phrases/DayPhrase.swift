/// Which day words name.
package indirect enum DayPhrase: Hashable, Sendable, Codable {
  /// Days from today: 0 is today, 1 tomorrow.
  case away(Int)
  case weekday(Weekday, Which)
  /// Days, weeks or more from today.
  case shifted([Amount], TimePhrase.Direction)
  /// A date of some or of one year, and the weekday when that was said too; a year below 100 leaves the century open.
  case date(day: Int, month: Int, year: Int?, weekday: Weekday?)
  /// Two numbers of which the policy says which is the day.
  case numbers(Int, Int, year: Int?, weekday: Weekday?)
  /// A day of a month that was not named, such as "the 15th".
  case ofMonth(Int, weekday: Weekday?)
  /// A day counted within a period, from its end when negative.
  case nth(Int, Countable, of: PeriodPhrase)
  /// A day counted from another one, which does not count itself; from today when there is no other.
  case counted(Int, Countable, TimePhrase.Direction, from: TimePhrase?)
  /// The weekday that lies nearest to a day, the later one when two are as near.
  case nearest(Weekday, to: TimePhrase)
  case holiday(NamedDay, year: Int?, Which)
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
