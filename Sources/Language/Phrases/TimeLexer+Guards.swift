// What can never be a time.
extension TimeLexer {
  /// "a.m." and "p.m." keep their last point.
  func isAbbreviation(_ start: Int, _ end: Int) -> Bool {
    end - start >= 4 && bytes[end - 1] == UInt8(ascii: ".") && lower(end - 2) == UInt8(ascii: "m")
      && bytes[end - 3] == UInt8(ascii: ".")
      && (lower(end - 4) == UInt8(ascii: "a") || lower(end - 4) == UInt8(ascii: "p"))
  }

  /// Item keys, addresses, paths, money, shares, and numbers with letters or points that no clock or calendar has.
  func isGuarded(_ start: Int, _ end: Int) -> Bool {
    var letters = 0
    var points = 0
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "@"): if end - start > 1 && index > start { return true }
      case UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "="),
        UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"):
        return true
      case UInt8(ascii: "."): points += 1
      case let byte where isLetter(byte): letters += 1
      default: break
      }
    }
    if letters > 0, isLetter(bytes[start]), !isTimeLed(start, end) {
      // ENG-42, v1.2: letters first and a digit behind a hyphen or letters; Q3 and H1 are words of time.
      for index in (start + 1)..<max(end, start + 1) where isDigit(bytes[index]) {
        if bytes[index - 1] == UInt8(ascii: "-") || bytes[index - 1] == UInt8(ascii: ".") { return true }
        if isLetter(bytes[index - 1]) { return !isQuarter(start, end) }
      }
    }
    if letters > 0, points > 0, !isTimeWithPoints(start, end), !isDate(start, end), !isDecimalLength(start, end) {
      return true
    }
    return false
  }

  /// "Feb13", "Feb-13", "Sun15Sep", "w22", "FY25", "utc+2": letters of time with a number right behind them.
  private func isTimeLed(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, isLetter(bytes[index]) { index += 1 }
    guard index < end, index - start <= 9 else { return false }
    let key = TimeWords.pack(bytes[start..<index].lazy.map { $0 | 0x20 })
    let isHyphen = bytes[index] == UInt8(ascii: "-")
    switch TimeWords.entry(for: key)?.kind {
    case .month:
      // MAR-12 is an item, Mar-12 a day.
      let isShouted = bytes[start..<index].allSatisfy { $0 & 0x20 == 0 }
      return isDigit(bytes[index]) || (isHyphen && !isShouted)
    case .weekday: return isDigit(bytes[index])
    case .part: return isHyphen
    case .zone: return isHyphen || bytes[index] == UInt8(ascii: "+")
    default: return isDigit(bytes[index]) && numbered(key) != nil
    }
  }

  /// What a number right behind letters is: "w22", "FY25".
  func numbered(_ key: UInt128) -> TimeToken.Kind? {
    switch key {
    case TimeWords.pack("w".utf8), TimeWords.pack("wk".utf8), TimeWords.pack("cw".utf8), TimeWords.pack("kw".utf8):
      .isoWeek
    case TimeWords.pack("fy".utf8): .fiscalYear
    default: nil
    }
  }

  /// Reads the number behind letters such as "Feb" or "FY", and gives the index behind it.
  mutating func joinedNumber(_ start: Int, _ index: Int, _ end: Int) -> Int? {
    let key = TimeWords.pack(bytes[start..<index].lazy.map { $0 | 0x20 })
    guard let (value, next) = number(index, end) else { return nil }
    let width = next - index
    if let kind = numbered(key) {
      guard next == end || !isLetter(bytes[next]) else { return nil }
      switch kind {
      case .isoWeek where width <= 2 && (1...53).contains(value): add(.isoWeek, start, next, value)
      case .fiscalYear where width == 2 || width == 4: add(.fiscalYear, start, next, value)
      default: return nil
      }
      return next
    }
    guard let entry = TimeWords.entry(for: key), entry.kind == .month || entry.kind == .weekday, width <= 2 else {
      return nil
    }
    add(entry.kind, start, index, entry.value, entry.extra)
    return index
  }

  /// "1.5h", "0.5h": a length of time with a point in its number.
  private func isDecimalLength(_ start: Int, _ end: Int) -> Bool {
    var index = start
    var points = 0
    while index < end, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") {
      if bytes[index] == UInt8(ascii: ".") { points += 1 }
      index += 1
    }
    guard points == 1, index < end, index - start <= 6 else { return false }
    let key = TimeWords.pack(bytes[index..<end].prefix(8).lazy.map { $0 | 0x20 })
    switch TimeWords.entry(for: key)?.kind {
    case .unit, .unitSuffix: return true
    default: return false
    }
  }

  func isDate(_ start: Int, _ end: Int) -> Bool {
    end - start > 16 && bytes[start + 4] == UInt8(ascii: "-") && bytes[start + 7] == UInt8(ascii: "-")
  }

  func isQuarter(_ start: Int, _ end: Int) -> Bool {
    let first = lower(start)
    guard first == UInt8(ascii: "q") || first == UInt8(ascii: "h") || first == UInt8(ascii: "t") else { return false }
    guard end - start >= 2, isDigit(bytes[start + 1]) else { return false }
    return end - start == 2 || bytes[start + 2] == UInt8(ascii: "-") || bytes[start + 2] == UInt8(ascii: "/")
  }

  /// "10.30am" and "5p.m.": digits, then am or pm.
  func isTimeWithPoints(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") { index += 1 }
    let rest = end - index
    guard rest >= 2, rest <= 4, lower(index) == UInt8(ascii: "a") || lower(index) == UInt8(ascii: "p") else {
      return false
    }
    return (index + 1..<end).allSatisfy { bytes[$0] == UInt8(ascii: ".") || lower($0) == UInt8(ascii: "m") }
  }
}
