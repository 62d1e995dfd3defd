import Times

// What starts with a digit: times, counts, and much that is none of them.
extension TimeLexer {
  /// Reads from a digit on, and gives the index behind it, or nothing when the whole chunk can be no time.
  mutating func digits(_ start: Int, _ end: Int, isFirst: Bool) -> Int? {
    guard let (value, next) = number(start, end) else { return compactDate(start, end) }
    let width = next - start
    switch byte(next, end) {
    case UInt8(ascii: ":"):
      return clock(start, end, hour: value, width: width, minutes: next + 1)
    case UInt8(ascii: "-") where width == 4 && isFirst:
      return isoDate(start, end, year: value, next: next + 1)
    case UInt8(ascii: "-") where width <= 2 && isFirst:
      if let last = hyphenDate(start, end, first: value, next: next) { return last }
    case UInt8(ascii: "/"), UInt8(ascii: "."):
      if let after = number(next + 1, end) {
        return pair(start, end, first: value, width: width, sign: next, second: after)
      }
      if byte(next, end) == UInt8(ascii: "."), next + 1 == end { return nil }
      add(.number, start, next, value, width)
      return next
    case UInt8(ascii: ","):
      if let last = grouped(start, end, value: value, next: next) { return last }
    case 0xC2:
      if let hundredths = fractionSign(next, end) {
        add(.decimal, start, next + 2, value, hundredths)
        return next + 2 < end && isLetterByte(next + 2) ? suffix(next + 2, end) : next + 2
      }
    default: break
    }
    if next < end, isLetterByte(next) { return suffixed(start, end, value: value, width: width, next: next) }
    add(.number, start, next, value, width)
    return next
  }

  func isLetterByte(_ index: Int) -> Bool {
    (97...122).contains(lower(index)) && byte(index, index + 1) >= 65
  }

  /// "1,500" is one number, and "1,5" one with a fraction.
  private mutating func grouped(_ start: Int, _ end: Int, value: Int, next: Int) -> Int? {
    guard let (second, last) = number(next + 1, end), last == end || !isDigit(bytes[last]) else { return nil }
    switch last - next - 1 {
    case 3 where value < 1_000 && byte(last, end) != UInt8(ascii: ","):
      add(.number, start, last, value * 1_000 + second, 5)
    case 1, 2: add(.decimal, start, last, value, last - next == 2 ? second * 10 : second)
    default: return nil
    }
    return last
  }

  /// A number that starts with its point, such as ".5".
  mutating func leadingPoint(_ start: Int, _ end: Int) -> Int? {
    guard let (value, last) = number(start + 1, end), last - start <= 3 else { return nil }
    add(.decimal, start, last, 0, last - start == 2 ? value * 10 : value)
    return last < end && isLetterByte(last) ? suffix(last, end) : last
  }

  // MARK: Times of day

  /// "10:30", "9:05:30", with "am" or "pm" possibly behind it.
  private mutating func clock(_ start: Int, _ end: Int, hour: Int, width: Int, minutes: Int) -> Int? {
    guard width <= 2, let (minute, next) = number(minutes, end), next - minutes == 2 else { return nil }
    guard hour < 24 && minute < 60 || hour == 24 && minute == 0 else {
      guard next == end else { return nil }
      add(.noTime, start, next)
      return next
    }
    var seconds = hour * 3_600 + minute * 60
    var last = next
    if byte(next, end) == UInt8(ascii: ":") {
      guard let (second, after) = number(next + 1, end), after - next == 3, second < 60 else { return nil }
      seconds += second
      last = after
    }
    if byte(last, end) == UInt8(ascii: ":") { return nil }
    let isCertain = hour > 12 || hour == 0 || (width == 2 && hour < 10)
    add(.clock, start, last, seconds, isCertain ? 1 : 0)
    guard last < end, isLetterByte(last) else { return last }
    switch lower(last) {
    case UInt8(ascii: "z") where last + 1 == end:
      add(.zone, last, end)
      return end
    case UInt8(ascii: "h") where last + 1 == end: return end
    case UInt8(ascii: "i") where isApproximate(last, end): return approximate(last, end)
    default: return meridiem(last, end)
    }
  }

  /// "ish" at the end of a chunk, possibly with more behind it.
  private func isApproximate(_ start: Int, _ end: Int) -> Bool {
    end - start >= 3 && lower(start) == UInt8(ascii: "i") && lower(start + 1) == UInt8(ascii: "s")
      && lower(start + 2) == UInt8(ascii: "h") && (end - start == 3 || !isLetterByte(start + 3))
  }

  private mutating func approximate(_ start: Int, _ end: Int) -> Int {
    add(.approx, start, start + 3)
    return start + 3
  }

  private mutating func meridiem(_ start: Int, _ end: Int) -> Int? {
    var next = start
    while next < end, isLetterByte(next) || byte(next, end) == UInt8(ascii: ".") { next += 1 }
    let letters = (start..<next).filter(isLetterByte).map(lower)
    guard letters.count <= 2, let first = letters.first, first == UInt8(ascii: "a") || first == UInt8(ascii: "p"),
      letters.count == 1 || letters[1] == UInt8(ascii: "m")
    else { return nil }
    add(.meridiem, start, next, first == UInt8(ascii: "p") ? 1 : 0)
    return next
  }

  // MARK: Numbers with letters

  /// "3rd", "5pm", "2wks", "17h30", "8ish", "1990s".
  private mutating func suffixed(_ start: Int, _ end: Int, value: Int, width: Int, next: Int) -> Int? {
    var last = next
    while last < end, isLetterByte(last) { last += 1 }
    let first = lower(next)
    if last - next == 2, width <= 2, isOrdinal(first, lower(next + 1)) {
      add(.ordinal, start, last, value)
      return last
    }
    if last - next == 1, first == UInt8(ascii: "h"), value < 24, let (minute, after) = number(last, end),
      after - last == 2, minute < 60, after == end || !isLetter(bytes[after])
    {
      add(.hourMinute, start, after, value * 3_600 + minute * 60)
      return after
    }
    if last - next == 1, first == UInt8(ascii: "s"), value % 10 == 0, width == 4, (1_500...2_100).contains(value) {
      add(.decade, start, last, value, 10)
      return last
    }
    if value == 2, let kind = soundAlike(next, last) {
      add(kind, start, last)
      return last
    }
    if (width == 4 || width == 2), first == UInt8(ascii: "q"), let (quarter, after) = number(last, end),
      last - next == 1,
      after == end, (1...4).contains(quarter)
    {
      add(.quarterName, start, end, quarter)
      add(.number, start, end, width == 2 ? 2_000 + value : value, 4)
      return end
    }
    add(.number, start, next, value, width)
    if isApproximate(next, end) { return approximate(next, end) }
    return suffix(next, end)
  }

  private func isOrdinal(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      true
    default: false
    }
  }

  /// "2moro", "2nite".
  private func soundAlike(_ start: Int, _ end: Int) -> TimeToken.Kind? {
    let letters = TimeWords.pack(bytes[start..<end].prefix(8).lazy.map { $0 | 0x20 })
    switch letters {
    case TimeWords.pack("moro".utf8), TimeWords.pack("morro".utf8), TimeWords.pack("morrow".utf8),
      TimeWords.pack("mrw".utf8), TimeWords.pack("mrrw".utf8):
      return .tomorrow
    case TimeWords.pack("nite".utf8), TimeWords.pack("night".utf8): return .tonight
    default: return nil
    }
  }

  /// A unit or half of the day that stands right behind a number, possibly with a further number: "2h30m".
  mutating func suffix(_ start: Int, _ end: Int) -> Int? {
    if width(ofMeridiem: start, end) != nil { return meridiem(start, end) }
    var last = start
    var key: UInt128 = 0
    while last < end, isLetterByte(last) {
      key = TimeWords.pack(key, lower(last))
      last += 1
    }
    guard last - start <= 16, let entry = TimeWords.entry(for: key) else { return nil }
    switch entry.kind {
    case .unit, .unitSuffix, .month, .zone:
      add(entry.kind, start, last, entry.value, entry.extra)
      return last
    default: return nil
    }
  }

  private func width(ofMeridiem start: Int, _ end: Int) -> Int? {
    let first = lower(start)
    guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p") else { return nil }
    let rest = end - start
    if rest == 1 || byte(start + 1, end) == UInt8(ascii: "-") { return 1 }
    return lower(start + 1) == UInt8(ascii: "m") || byte(start + 1, end) == UInt8(ascii: ".") ? 2 : nil
  }
}
