import Times

// Dates that are written with digits alone.
extension TimeLexer {
  /// "20240516", which is as often a number.
  mutating func compactDate(_ start: Int, _ end: Int) -> Int? {
    guard end - start == 8, (start..<end).allSatisfy({ isDigit(bytes[$0]) }), let (year, _) = number(start, start + 4),
      let (month, _) = number(start + 4, start + 6), let (number, _) = number(start + 6, end),
      (1_900...2_199).contains(year), let day = Day(year: year, month: month, day: number)
    else { return nil }
    add(.compactDate, start, end, day.number)
    return end
  }

  /// "2024-05-16", "2024-05", "2024-W20", each possibly with a time behind it.
  mutating func isoDate(_ start: Int, _ end: Int, year: Int, next: Int) -> Int? {
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
      // "2023-2025" is from year to year.
      if afterMonth - next == 4, afterMonth == end {
        add(.number, start, next - 1, year, 4)
        return next - 1
      }
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
    guard last < end, byte(last, end) != UInt8(ascii: "/") else { return last }
    guard lower(last) == UInt8(ascii: "t"), let (second, offset) = instantTime(last, end) else { return nil }
    add(.isoTime, last, end, second, offset ?? .min)
    return end
  }

  /// "16-5-2024", "12-30-16".
  mutating func hyphenDate(_ start: Int, _ end: Int, first: Int, next: Int) -> Int? {
    guard let (second, after) = number(next + 1, end), after - next <= 3, byte(after, end) == UInt8(ascii: "-"),
      let (year, last) = number(after + 1, end), last == end
    else { return nil }
    let digits = last - after - 1
    guard digits == 2 || digits == 4, (1...31).contains(first), (1...31).contains(second), first <= 12 || second <= 12
    else { return nil }
    add(.slashDate, start, last, first * 100 + second, year == 0 ? 2_000 : year)
    return last
  }

  /// "5/6", "5/6/24", "16.5.2024", "1.5", "10.30", "05/2024".
  mutating func pair(
    _ start: Int, _ end: Int, first: Int, width: Int, sign: Int, second: (value: Int, end: Int)
  ) -> Int? {
    let mark = byte(sign, end)
    if byte(second.end, end) == mark, let (third, last) = number(second.end + 1, end) {
      return triple(start, end, first: first, width: width, sign: sign, second: second, third: (third, last))
    }
    guard mark == UInt8(ascii: "/") else {
      return decimal(start, end, first: first, sign: sign, second: second)
    }
    // "06/Nov/2023" has its month in letters; "1/2h" is half an hour.
    if second.end < end {
      // "3/6-7/6"
      if byte(second.end, end) == UInt8(ascii: "-"), width <= 2, second.end - sign <= 3, (1...31).contains(first),
        (1...31).contains(second.value), first <= 12 || second.value <= 12, second.end + 1 < end
      {
        add(.slashDate, start, second.end, first * 100 + second.value)
        return second.end
      }
      guard isLetterByte(second.end), let hundredths = TimeLexer.hundredths(first, second.value) else { return nil }
      add(.decimal, start, second.end, 0, hundredths)
      return suffix(second.end, end)
    }
    let digits = second.end - sign - 1
    if digits == 4, width <= 2, (1...12).contains(first), (1_900...2_199).contains(second.value) {
      add(.isoMonth, start, end, first, second.value)
      return end
    }
    if width == 4, digits <= 2, (1...12).contains(second.value), (1_900...2_199).contains(first) {
      add(.isoMonth, start, end, second.value, first)
      return end
    }
    // Seven days a week all day, not the 24th of July.
    guard width <= 2, !(first == 24 && second.value == 7), (1...31).contains(first), (1...31).contains(second.value),
      first <= 12 || second.value <= 12, digits <= 2
    else { return nil }
    add(.slashDate, start, end, first * 100 + second.value)
    return end
  }

  static func hundredths(_ part: Int, _ whole: Int) -> Int? {
    switch (part, whole) {
    case (1, 2): 50
    case (1, 4): 25
    case (3, 4): 75
    default: nil
    }
  }

  private mutating func triple(
    _ start: Int, _ end: Int, first: Int, width: Int, sign: Int, second: (value: Int, end: Int),
    third: (value: Int, end: Int)
  ) -> Int? {
    let isSlash = byte(sign, end) == UInt8(ascii: "/")
    guard third.end == end else { return nil }
    if width == 4 {
      guard let day = Day(year: first, month: second.value, day: third.value) else { return nil }
      add(.isoDate, start, end, day.number)
      return end
    }
    let digits = third.end - second.end - 1
    if digits == 4, isSlash, first > 31 || second.value > 31 || (first > 12 && second.value > 12) {
      add(.noDate, start, end)
      return end
    }
    let isPadded = width == 2 && second.end - sign == 3
    guard digits == 4 || (digits == 2 && (isSlash || isPadded)), (1...31).contains(first),
      (1...31).contains(second.value), first <= 12 || second.value <= 12
    else { return nil }
    let year = third.value == 0 ? 2_000 : digits == 4 || isSlash ? third.value : -third.value - 1
    add(.slashDate, start, end, first * 100 + second.value, year)
    return end
  }

  private mutating func decimal(
    _ start: Int, _ end: Int, first: Int, sign: Int, second: (value: Int, end: Int)
  ) -> Int? {
    let digits = second.end - sign - 1
    guard digits <= 2 else { return nil }
    add(.decimal, start, second.end, first, digits == 1 ? -second.value * 10 - 1 : second.value)
    guard second.end < end else { return end }
    guard isLetterByte(second.end) else { return second.end }
    return suffix(second.end, end)
  }
}
