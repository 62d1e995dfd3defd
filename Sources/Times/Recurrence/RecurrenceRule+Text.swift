// Rules as RFC 5545 writes them.
extension RecurrenceRule: CustomStringConvertible {
  /// The parts in one order, without those that say nothing.
  package var description: String {
    var parts = ["FREQ=\(frequency.rawValue)"]
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { parts.append("\(name)=\(values.joined(separator: ","))") }
    }
    if interval > 1 { parts.append("INTERVAL=\(interval)") }
    add("BYMONTH", months.map(String.init))
    add("BYWEEKNO", weekNumbers.map(String.init))
    add("BYYEARDAY", yearDays.map(String.init))
    add("BYMONTHDAY", monthDays.map(String.init))
    add("BYDAY", weekdays.map(\.description))
    add("BYHOUR", hours.map(String.init))
    add("BYMINUTE", minutes.map(String.init))
    add("BYSECOND", seconds.map(String.init))
    add("BYSETPOS", positions.map(String.init))
    if weekStart != .monday { parts.append("WKST=\(weekStart.code)") }
    if let count { parts.append("COUNT=\(count)") }
    if let until { parts.append("UNTIL=\(until)") }
    if let workdays { parts.append("X-WORKDAY=\(workdays.rawValue)") }
    return parts.joined(separator: ";")
  }
}

extension RecurrenceRule.CountedWeekday: CustomStringConvertible {
  package var description: String { "\(number.map(String.init) ?? "")\(weekday.code)" }
}

extension RecurrenceRule.Bound: CustomStringConvertible {
  package var description: String {
    func plain(_ text: String) -> String { String(text.filter { $0 != "-" && $0 != ":" }) }
    switch self {
    case .day(let day): return plain(day.description)
    case .local(let local):
      return String(plain(Instant(seconds: local.second).formatted(offset: 0)).dropLast())
    case .instant(let instant): return plain(Instant(seconds: instant.seconds).description)
    }
  }
}

extension Weekday {
  /// The two letters of RFC 5545.
  package var code: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }

  /// Reads the two letters of RFC 5545, in either case.
  package init?(code: some StringProtocol) {
    let code = code.uppercased()
    guard let weekday = Weekday.allCases.first(where: { $0.code == code }) else { return nil }
    self = weekday
  }
}
