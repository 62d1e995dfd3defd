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
    if letters > 0, isLetter(bytes[start]) {
      // ENG-42, v1.2: letters first and a digit behind a hyphen or letters; Q3 and H1 are words of time.
      for index in (start + 1)..<max(end, start + 1) where isDigit(bytes[index]) {
        if bytes[index - 1] == UInt8(ascii: "-") || bytes[index - 1] == UInt8(ascii: ".") { return true }
        if isLetter(bytes[index - 1]) { return !isQuarter(start, end) }
      }
    }
    if letters > 0, points > 0, !isTimeWithPoints(start, end), !isDate(start, end) { return true }
    return false
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
