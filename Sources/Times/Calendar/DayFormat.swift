/// Writes dates as people read them: the month as a word, never as a number that could be a day.
package struct DayFormat: Hashable, Sendable {
  /// Short names from Monday to Sunday.
  package var weekdays: [String]

  /// Short names from January to December.
  package var months: [String]

  package static let english = DayFormat(
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])

  /// `Thu 16 May`, with the year when it is not the year of today: `Thu 16 May 2024`.
  ///
  /// Today is the day it is read on; without it the year is always written.
  package func text(_ day: Day, today: Day? = nil) -> String {
    "\(name(of: day.weekday)) \(date(day, today: today))"
  }

  /// `16 May`, with the year when it is not the year of today: `16 May 2024`.
  package func date(_ day: Day, today: Day? = nil) -> String {
    let (year, month, number) = day.parts
    let text = "\(number) \(months.indices.contains(month - 1) ? months[month - 1] : "\(month)")"
    return year == today?.parts.year ? text : "\(text) \(year)"
  }

  /// `14 May 10:40`, with the year when it is not the year of today: `14 May 2024 10:40`.
  package func text(_ local: LocalTime, today: Day? = nil) -> String {
    "\(date(local.day, today: today)) \(TimeOfDay(second: local.time.second / 60 * 60))"
  }

  package func name(of weekday: Weekday) -> String {
    weekdays.indices.contains(weekday.rawValue - 1) ? weekdays[weekday.rawValue - 1] : "\(weekday)"
  }
}
