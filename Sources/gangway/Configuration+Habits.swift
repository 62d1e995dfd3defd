import Times

extension Configuration {
  /// Sets one setting about times; says whether it takes the value.
  mutating func setHabit(_ setting: Setting, to value: String) -> Bool {
    switch setting {
    case .dates:
      guard let order = Configuration.dateOrders[value.lowercased()] else { return false }
      habits.policy.dateOrder = order
    case .hours:
      let times = value.split(separator: "-").compactMap { TimeOfDay(Configuration.trimmed($0)) }
      guard times.count == 2, times[0] < times[1] else { return false }
      (habits.calendar.start, habits.calendar.end) = (times[0], times[1])
    case .afternoon:
      guard let time = TimeOfDay(value) else { return false }
      habits.policy.afternoon = time
    case .evening:
      guard let time = TimeOfDay(value) else { return false }
      habits.policy.evening = time
    case .weekend:
      let words = value.split { $0 == "," || $0 == " " }
      let days = words.compactMap { Weekday(short: $0.prefix(3)) }
      guard days.count == words.count, days.count < 7 else { return false }
      habits.calendar.weekend = Set(days)
    case .quarters:
      guard let month = Configuration.month(value) else { return false }
      habits.calendar.firstMonthOfQuarters = month
    case .sprint:
      guard let sprint = Configuration.sprint(value) else { return false }
      habits.calendar.sprint = sprint
    case .region:
      regions = value.split(separator: ",").map { Configuration.trimmed($0).uppercased() }
      return !regions.isEmpty
    default: return false
    }
    return true
  }

  static let dateOrders: [String: TimePolicy.DateOrder] = ["day-first": .dayFirst, "month-first": .monthFirst]

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  private static func month(_ text: String) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    let index = DayFormat.english.months.firstIndex { text.lowercased().hasPrefix($0.lowercased()) }
    return index.map { $0 + 1 }
  }

  /// Reads `2 weeks from 2026-01-05` or `10 days from 2026-01-05`.
  private static func sprint(_ text: String) -> Sprint? {
    let words = text.lowercased().split(separator: " ")
    guard words.count == 4, let count = Int(words[0]), (1...60).contains(count), words[2] == "from",
      let start = Day(String(words[3]))
    else { return nil }
    switch words[1] {
    case "week", "weeks": return Sprint(start: start, days: count * 7)
    case "day", "days": return Sprint(start: start, days: count)
    default: return nil
    }
  }
}
