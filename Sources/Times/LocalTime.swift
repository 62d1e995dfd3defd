/// What calendar and clock on the wall show, without saying where.
package struct LocalTime: Hashable, Comparable, Sendable {
  package var day: Day
  package var time: TimeOfDay

  package init(_ day: Day, _ time: TimeOfDay = .midnight) {
    self.day = day
    self.time = time
  }

  /// Makes the wall time that lies the given number of seconds after 1970-01-01 00:00 on the same wall.
  package init(second: Int64) {
    let number = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
    day = Day(number: Int(number))
    time = TimeOfDay(second: Int(second - number * 86_400))
  }

  /// Seconds since 1970-01-01 00:00 on the same wall.
  package var second: Int64 {
    Int64(day.number) * 86_400 + Int64(time.second)
  }

  package static func < (one: LocalTime, other: LocalTime) -> Bool {
    one.second < other.second
  }

  /// The wall time later by seconds of the wall clock, whatever the zone does in between.
  package static func + (local: LocalTime, seconds: Int64) -> LocalTime {
    LocalTime(second: local.second + seconds)
  }
}
