import Times

// What starts with a digit: dates, times, counts, and much that is none of them.
extension TimeLexer {
  /// Reads from a digit on, and gives the index behind it, or nothing when the whole chunk can be no time.
  mutating func digits(_ start: Int, _ end: Int, isFirst: Bool) -> Int? {
    guard let (value, next) = number(start, end) else { return nil }
    let width = next - start
    switch byte(next, end) {
    case UInt8(ascii: ":"):
      return clock(start, end, hour: value, width: width, minutes: next + 1)
    case UInt8(ascii: "-") where width == 4 && isFirst:
      return isoDate(start, end, year: value, next: next + 1)
    case UInt8(ascii: "/"), UInt8(ascii: "."):
      if let after = number(next + 1, end) {
        return pair(start, end, first: value, width: width, sign: next, second: after)
      }
      if byte(next, end) == UInt8(ascii: "."), next + 1 == end { return nil }
      add(.number, start, next, value, width)
      return next
    default: break
    }
    if next < end, isLetterByte(next) { return suffixed(start, end, value: value, width: width, next: next) }
    add(.number, start, next, value, width)
    return next
  }

  private func isLetterByte(_ index: Int) -> Bool {
    (97...122).contains(lower(index)) && byte(index, index + 1) >= 65
  }

  /// "10:30", "9:05:30", with "am" or "pm" possibly behind it.
  private mutating func clock(_ start: Int, _ end: Int, hour: Int, width: Int, minutes: Int) -> Int? {
    guard width <= 2, hour < 24, let (minute, next) = number(minutes, end), next - minutes == 2, minute < 60 else {
      return nil
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
    if last < end, isLetterByte(last) { return meridiem(last, end) }
    return last
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

  /// "2024-05-16", "2024-05", "2024-W20", each possibly with a time behind it.
  private mutating func isoDate(_ start: Int, _ end: Int, year: Int, next: Int) -> Int? {
    guard (1...9_999).contains(year) else { return nil }
    if lower(next) == UInt8(ascii: "w"), let (week, after) = number(next + 1, end), after - next == 3, after == end {
      add(.isoWeek, start, after, week, year)
      return after
    }
    guard let (month, afterMonth) = number(next, end) else {
      add(.number, start, next - 1, year, 4)
      return next - 1
    }
    guard byte(afterMonth, end) == UInt8(ascii: "-") else {
      guard afterMonth - next == 2, afterMonth == end, (1...12).contains(month) else { return nil }
      add(.isoMonth, start, afterMonth, month, year)
      return afterMonth
    }
    guard let (number, last) = number(afterMonth + 1, end), last - afterMonth <= 3, afterMonth - next <= 2 else {
      return nil
    }
    guard let day = Day(year: year, month: month, day: number) else {
      guard last == end else { return nil }
      add(.noDate, start, last)
      return last
    }
    add(.isoDate, start, last, day.number)
    guard last < end else { return last }
    guard lower(last) == UInt8(ascii: "t"), let (second, offset) = instantTime(last, end) else { return nil }
    add(.isoTime, last, end, second, offset ?? .min)
    return end
  }

  /// "5/6", "5/6/24", "16.5.2024", "1.5", "10.30".
  private mutating func pair(
    _ start: Int, _ end: Int, first: Int, width: Int, sign: Int, second: (value: Int, end: Int)
  ) -> Int? {
    let mark = byte(sign, end)
    let isSlash = mark == UInt8(ascii: "/")
    if byte(second.end, end) == mark, let (year, last) = number(second.end + 1, end) {
      guard last == end else { return nil }
      if width == 4 {
        guard let day = Day(year: first, month: second.value, day: year) else { return nil }
        add(.isoDate, start, last, day.number)
        return last
      }
      let digits = last - second.end - 1
      if digits == 4, isSlash, first > 31 || second.value > 31 || (first > 12 && second.value > 12) {
        add(.noDate, start, last)
        return last
      }
      guard digits == 4 || (digits == 2 && isSlash), (1...31).contains(first), (1...31).contains(second.value),
        first <= 12 || second.value <= 12
      else { return nil }
      add(.slashDate, start, last, first * 100 + second.value, digits == 2 ? 2_000 + year : year)
      return last
    }
    guard second.end == end || !isSlash else { return nil }
    if isSlash {
      // Seven days a week all day, not the 24th of July.
      guard width <= 2, !(first == 24 && second.value == 7), (1...31).contains(first), (1...31).contains(second.value),
        first <= 12 || second.value <= 12, second.end - sign <= 3
      else { return nil }
      add(.slashDate, start, end, first * 100 + second.value)
      return end
    }
    let fraction = second.end - sign - 1
    guard fraction <= 2 else { return nil }
    add(.decimal, start, second.end, first, fraction == 1 ? -second.value * 10 - 1 : second.value)
    guard second.end < end else { return end }
    guard isLetterByte(second.end) else { return nil }
    return suffix(second.end, end)
  }

  /// "3rd", "5pm", "2wks".
  private mutating func suffixed(_ start: Int, _ end: Int, value: Int, width: Int, next: Int) -> Int? {
    var last = next
    while last < end, isLetterByte(last) { last += 1 }
    let first = lower(next)
    if last - next == 2, width <= 2 {
      let second = lower(next + 1)
      let isOrdinal =
        switch (first, second) {
        case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
          (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
          true
        default: false
        }
      if isOrdinal {
        add(.ordinal, start, last, value)
        return last
      }
    }
    add(.number, start, next, value, width)
    return suffix(next, end)
  }

  /// A unit or half of the day that stands right behind a number, possibly with a further number: "2h30m".
  private mutating func suffix(_ start: Int, _ end: Int) -> Int? {
    if width(ofMeridiem: start, end) != nil { return meridiem(start, end) }
    var last = start
    var key: UInt128 = 0
    while last < end, isLetterByte(last) {
      key = TimeWords.pack(key, lower(last))
      last += 1
    }
    guard last - start <= 16, let entry = TimeWords.entry(for: key), last == end || !isLetterByte(last) else {
      return nil
    }
    switch entry.kind {
    case .unit, .unitSuffix, .month:
      add(entry.kind == .month ? .month : entry.kind, start, last, entry.value, entry.extra)
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
