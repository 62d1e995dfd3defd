/// A rule for clocks as POSIX writes it in `TZ`, such as `EST5EDT,M3.2.0,M11.1.0` (RFC 8536, section 3.3.1).
struct PosixRule: Hashable, Sendable {
  /// Seconds east of UTC outside daylight saving time.
  let standard: Int
  let daylight: Daylight?

  struct Daylight: Hashable, Sendable {
    let offset: Int
    let start: Change
    let end: Change
  }

  /// A date of each year, and the wall time then, in seconds, which may lie outside the day.
  struct Change: Hashable, Sendable {
    let date: Date
    let second: Int

    enum Date: Hashable, Sendable {
      /// Day 1 to 365; 29 February is never counted.
      case julian(Int)
      /// Day 0 to 365; 29 February is counted.
      case zeroBased(Int)
      /// Month, week 1 to 5 where 5 is the last, weekday 0 to 6 from Sunday.
      case weekday(month: Int, week: Int, day: Int)
    }
  }

  init(offset: Int) {
    standard = offset
    daylight = nil
  }

  /// Seconds east of UTC at the second of UTC.
  func offset(at second: Int64) -> Int {
    guard let daylight else { return standard }
    let year = LocalTime(second: second + Int64(standard)).day.parts.year
    let start = daylight.start.wallSecond(in: year) - Int64(standard)
    let end = daylight.end.wallSecond(in: year) - Int64(daylight.offset)
    let isDaylight = start < end ? (start..<end).contains(second) : !(end..<start).contains(second)
    return isDaylight ? daylight.offset : standard
  }
}

extension PosixRule.Change {
  func wallSecond(in year: Int) -> Int64 {
    let first = Day.clamped(year: year, month: 1, day: 1)
    let day: Day
    switch date {
    case .julian(let number): day = first + (number - 1 + (Day.isLeap(year) && number >= 60 ? 1 : 0))
    case .zeroBased(let number): day = first + number
    case .weekday(let month, let week, let weekday):
      let start = Day.clamped(year: year, month: month, day: 1)
      let offset = ((weekday - start.weekday.rawValue % 7) % 7 + 7) % 7
      let candidate = start + (offset + (week - 1) * 7)
      day = candidate > start.endOfMonth ? candidate - 7 : candidate
    }
    return LocalTime(day).second + Int64(second)
  }
}

extension PosixRule {
  /// Reads a whole rule, or gives nothing when it is not one.
  init?(_ text: some Collection<UInt8>) {
    var scanner = RuleScanner(text)
    guard scanner.skipName(), let west = scanner.time() else { return nil }
    standard = -west
    guard !scanner.isAtEnd else {
      daylight = nil
      return
    }
    guard scanner.skipName() else { return nil }
    var offset = standard + 3_600
    if !scanner.isAtEnd, scanner.peek != UInt8(ascii: ",") {
      guard let west = scanner.time() else { return nil }
      offset = -west
    }
    guard !scanner.isAtEnd else {
      // Without dates POSIX leaves them open; everyone takes those of the United States.
      daylight = Daylight(
        offset: offset, start: Change(date: .weekday(month: 3, week: 2, day: 0), second: 7_200),
        end: Change(date: .weekday(month: 11, week: 1, day: 0), second: 7_200))
      return
    }
    guard let start = scanner.change(), let end = scanner.change(), scanner.isAtEnd else { return nil }
    daylight = Daylight(offset: offset, start: start, end: end)
  }
}

private struct RuleScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: some Collection<UInt8>) {
    bytes = Array(text.prefix(200))
  }

  var isAtEnd: Bool { index == bytes.count }
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  mutating func skipName() -> Bool {
    let start = index
    if skip(UInt8(ascii: "<")) {
      while let byte = peek, byte != UInt8(ascii: ">") { _ = skip(byte) }
      return skip(UInt8(ascii: ">"))
    }
    while let byte = peek, (65...90).contains(byte) || (97...122).contains(byte) { _ = skip(byte) }
    return index - start >= 3
  }

  mutating func number() -> Int? {
    var value: Int?
    while let byte = peek, (48...57).contains(byte), (value ?? 0) < 10_000 {
      value = (value ?? 0) * 10 + Int(byte) - 48
      index += 1
    }
    return value
  }

  /// Reads `[+-]h[:mm[:ss]]`, hours up to 167, as seconds.
  mutating func time() -> Int? {
    let sign = skip(UInt8(ascii: "-")) ? -1 : 1
    if sign == 1 { _ = skip(UInt8(ascii: "+")) }
    guard let hours = number(), hours <= 167 else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where skip(UInt8(ascii: ":")) {
      guard let part = number(), part < 60 else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  mutating func change() -> PosixRule.Change? {
    guard skip(UInt8(ascii: ",")) else { return nil }
    let date: PosixRule.Change.Date
    if skip(UInt8(ascii: "J")) {
      guard let day = number(), (1...365).contains(day) else { return nil }
      date = .julian(day)
    } else if skip(UInt8(ascii: "M")) {
      guard let month = number(), (1...12).contains(month), skip(UInt8(ascii: ".")), let week = number(),
        (1...5).contains(week), skip(UInt8(ascii: ".")), let day = number(), (0...6).contains(day)
      else { return nil }
      date = .weekday(month: month, week: week, day: day)
    } else {
      guard let day = number(), (0...365).contains(day) else { return nil }
      date = .zeroBased(day)
    }
    guard skip(UInt8(ascii: "/")) else { return PosixRule.Change(date: date, second: 7_200) }
    guard let second = time() else { return nil }
    return PosixRule.Change(date: date, second: second)
  }
}
