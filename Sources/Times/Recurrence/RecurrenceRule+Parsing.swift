extension RecurrenceRule {
  /// Reads a rule as RFC 5545 writes it, with or without `RRULE:` before it; names in either case.
  ///
  /// - Parameter text: At most 2,048 bytes.
  /// - Throws: ``RecurrenceError``, with the part that is wrong.
  package init(_ text: String) throws(RecurrenceError) {
    guard text.utf8.count <= 2_048 else { throw .tooLong }
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    if rest.prefix(6).uppercased() == "RRULE:" { rest = rest.dropFirst(6) }
    var values: [String: Substring] = [:]
    for part in rest.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[1].isEmpty else { throw .malformed(String(part)) }
      let name = sides[0].uppercased()
      guard RecurrenceRule.names.contains(name) else { throw .unknown(String(sides[0])) }
      guard values.updateValue(sides[1], forKey: name) == nil else { throw .twice(name) }
    }
    guard let named = values["FREQ"] else { throw .noFrequency }
    guard let frequency = Frequency(rawValue: named.uppercased()) else { throw .outOfRange("FREQ", String(named)) }
    self.init(frequency)
    try read(values)
  }

  private static let names: Set<String> = [
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYHOUR",
    "BYMINUTE", "BYSECOND", "BYSETPOS", "WKST", "X-WORKDAY",
  ]

  private mutating func read(_ values: [String: Substring]) throws(RecurrenceError) {
    func number(_ name: String, _ range: ClosedRange<Int>) throws(RecurrenceError) -> Int? {
      try numbers(name, range).first
    }
    func numbers(
      _ name: String, _ range: ClosedRange<Int>, isSigned: Bool = false
    ) throws(RecurrenceError) -> [Int] {
      guard let text = values[name] else { return [] }
      var numbers: [Int] = []
      for item in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let number = Int(item), range.contains(isSigned ? abs(number) : number) else {
          throw .outOfRange(name, String(item))
        }
        if !numbers.contains(number) { numbers.append(number) }
      }
      return numbers
    }
    interval = try number("INTERVAL", 1...10_000_000) ?? 1
    count = try number("COUNT", 1...10_000_000)
    months = try numbers("BYMONTH", 1...12)
    weekNumbers = try numbers("BYWEEKNO", 1...53, isSigned: true)
    yearDays = try numbers("BYYEARDAY", 1...366, isSigned: true)
    monthDays = try numbers("BYMONTHDAY", 1...31, isSigned: true)
    hours = try numbers("BYHOUR", 0...23)
    minutes = try numbers("BYMINUTE", 0...59)
    seconds = try numbers("BYSECOND", 0...60)
    positions = try numbers("BYSETPOS", 1...366, isSigned: true)
    if let text = values["UNTIL"] {
      guard let bound = Bound(text) else { throw .outOfRange("UNTIL", String(text)) }
      until = bound
    }
    for item in values["BYDAY"]?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
      guard let weekday = CountedWeekday(item) else { throw .outOfRange("BYDAY", String(item)) }
      if !weekdays.contains(weekday) { weekdays.append(weekday) }
    }
    if let text = values["WKST"] {
      guard let weekday = Weekday(code: text) else { throw .outOfRange("WKST", String(text)) }
      weekStart = weekday
    }
    if let text = values["X-WORKDAY"] {
      guard let rule = WorkdayRule(rawValue: text.uppercased()) else { throw .outOfRange("X-WORKDAY", String(text)) }
      workdays = rule
    }
  }
}

/// Why a text is no rule of recurrence.
package enum RecurrenceError: Error, Hashable, Sendable {
  /// It has no `FREQ`.
  case noFrequency
  /// A part that is not of the form `NAME=value`.
  case malformed(String)
  /// A part with a name that there is not.
  case unknown(String)
  /// A part that stands there two times.
  case twice(String)
  /// A part, and a value that it does not take.
  case outOfRange(String, String)
  /// Longer than any rule needs.
  case tooLong
}

extension RecurrenceRule.CountedWeekday {
  /// Reads `MO`, `1MO`, `+1MO` or `-1MO`.
  init?(_ text: some StringProtocol) {
    guard let weekday = Weekday(code: text.suffix(2)) else { return nil }
    let front = text.dropLast(2)
    if front.isEmpty {
      self.init(weekday)
    } else {
      guard let number = Int(front), number != 0, abs(number) <= 53 else { return nil }
      self.init(weekday, number: number)
    }
  }
}

extension RecurrenceRule.Bound {
  /// Reads `19970902`, `19970902T090000` or `19970902T090000Z`.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ start: Int, _ count: Int) -> Int? {
      let digits = bytes[start..<start + count]
      guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
    guard [8, 15, 16].contains(bytes.count), let year = number(0, 4), let month = number(4, 2), let date = number(6, 2),
      let day = Day(year: year, month: month, day: date)
    else { return nil }
    guard bytes.count > 8 else {
      self = .day(day)
      return
    }
    guard bytes[8] | 0x20 == UInt8(ascii: "t"), let hour = number(9, 2), let minute = number(11, 2),
      let second = number(13, 2), let time = TimeOfDay(hour: hour, minute: minute, second: min(second, 59))
    else { return nil }
    let local = LocalTime(day, time)
    guard bytes.count == 16 else {
      self = .local(local)
      return
    }
    guard bytes[15] | 0x20 == UInt8(ascii: "z") else { return nil }
    self = .instant(Instant(seconds: local.second))
  }
}
