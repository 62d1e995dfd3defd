import Times

/// Reads the dates of tables, and counts what it could not read.
///
/// Read are `12/Feb/21 10:19 PM`, `12/Feb/21 22:19` and their likes with other separators and languages, ISO 8601 with
/// or without an offset, `2023-01-28 14:25:11 UTC`, and JavaScript's `Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)`.
/// Days come first where dots divide; `02/03/21` is not read, as nothing says which is the month.
struct TableDates {
  var language: MonthNames.Language = .english
  /// The offset of local times that name none; nothing reads them as UTC.
  var offset: (@Sendable (Int64) -> Int)?
  /// Columns whose times are stated to be UTC.
  var isUTC = false
  private var hasGuessedZone = false
  private var unread: [String: (example: String, count: Int)] = [:]

  init(language: MonthNames.Language = .english, isUTC: Bool = false, offset: (@Sendable (Int64) -> Int)? = nil) {
    self.language = language
    self.isUTC = isUTC
    self.offset = offset
  }

  /// Reads a moment of a column; nothing for an empty cell or an unreadable one, which is counted.
  mutating func instant(_ text: String?, column: String) -> Instant? {
    guard let text else { return nil }
    if let instant = Instant(text), text.utf8.count > 10 { return instant }
    if let local = TableDates.local(text, language: language) {
      if let offset = local.offset { return Instant(seconds: local.seconds - Int64(offset)) }
      if isUTC { return Instant(seconds: local.seconds) }
      if let offset { return Instant(seconds: local.seconds - Int64(offset(local.seconds))) }
      hasGuessedZone = true
      return Instant(seconds: local.seconds)
    }
    unread[column] = (unread[column]?.example ?? text, (unread[column]?.count ?? 0) + 1)
    return nil
  }

  /// Reads a date of a column, whatever time stands behind it.
  mutating func day(_ text: String?, column: String) -> Day? {
    guard let text else { return nil }
    if let day = Day(String(text.prefix(10))) { return day }
    if let local = TableDates.local(text, language: language) {
      return Day(number: Int((Double(local.seconds) / 86_400).rounded(.down)))
    }
    unread[column] = (unread[column]?.example ?? text, (unread[column]?.count ?? 0) + 1)
    return nil
  }

  var warnings: [Warning] {
    (hasGuessedZone ? [.noZone] : [])
      + unread.sorted { $0.key < $1.key }.map {
        .dateNotRead(column: $0.key, example: $0.value.example, count: $0.value.count)
      }
  }

  // MARK: Reading

  /// A wall time in seconds since 1970 as if it were UTC, and its offset if the text names one.
  private static func local(_ text: String, language: MonthNames.Language) -> (seconds: Int64, offset: Int?)? {
    let isUTC = text.hasSuffix(" UTC")
    if let instant = Instant(isUTC ? String(text.dropLast(4)) : text, defaultOffset: 0) {
      return (instant.seconds, isUTC ? 0 : nil)
    }
    var words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "," }.map(String.init)
    guard let day = date(&words, language), let time = time(words) else { return nil }
    return (Int64(day.number) * 86_400 + Int64(time.seconds), time.offset)
  }

  /// Takes the words of the date away and reads them.
  private static func date(_ words: inout [String], _ language: MonthNames.Language) -> Day? {
    guard let first = words.first else { return nil }
    let parts = first.split { $0 == "/" || $0 == "-" || $0 == "." }.map(String.init)
    if parts.count == 3 {
      words.removeFirst()
      if parts[0].count == 4 {
        return Day(year: Int(parts[0]) ?? 0, month: Int(parts[1]) ?? 0, day: Int(parts[2]) ?? 0)
      }
      guard let number = Int(parts[0]), let year = Int(parts[2]) else { return nil }
      let month = first.contains(".") ? Int(parts[1]) : nil
      guard let month = month ?? MonthNames.number(of: parts[1], in: language) else { return nil }
      return Day(year: year < 70 ? year + 2_000 : year < 100 ? year + 1_900 : year, month: month, day: number)
    }
    // Mon Feb 06 2023 …
    guard words.count >= 4, let month = MonthNames.number(of: words[1], in: .english), let number = Int(words[2]),
      let year = Int(words[3])
    else { return nil }
    words.removeFirst(4)
    return Day(year: year, month: month, day: number)
  }

  /// Reads `10:19 PM`, `22:19`, `22:19:05` or `05:00:00 GMT+0000 (GMT)`; no words are midnight.
  private static func time(_ words: [String]) -> (seconds: Int, offset: Int?)? {
    guard let clock = words.first else { return (0, nil) }
    let parts = clock.split(separator: ":").map { Int($0) }
    guard (2...3).contains(parts.count), var hour = parts[0], let minute = parts[1], let second = parts.last ?? 0,
      (0..<60).contains(minute), (0..<24).contains(hour)
    else { return nil }
    var offset: Int?
    var half = ""
    for word in words.dropFirst() {
      if word.hasPrefix("GMT") || word.hasPrefix("UTC") {
        offset = offset ?? zone(word.dropFirst(3))
      } else if word.hasPrefix("(") || word.hasSuffix(")") {
        continue
      } else {
        half += word.lowercased().filter(\.isLetter)
      }
    }
    switch half {
    case "": break
    case "am": hour = hour == 12 ? 0 : hour
    case "pm": hour = hour < 12 ? hour + 12 : hour
    default: return nil
    }
    return (hour * 3_600 + minute * 60 + (parts.count == 3 ? second : 0), offset)
  }

  private static func zone(_ text: Substring) -> Int? {
    if text.isEmpty { return 0 }
    let digits = text.dropFirst().filter(\.isNumber)
    guard digits.count == 4, let number = Int(digits), text.first == "+" || text.first == "-" else { return nil }
    return (text.first == "-" ? -1 : 1) * (number / 100 * 3_600 + number % 100 * 60)
  }
}
