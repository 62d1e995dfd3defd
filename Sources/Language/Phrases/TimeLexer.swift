import Times

/// Cuts a line into tokens of time; what can never be a time comes out guarded.
///
/// - Complexity: O(*n*) in the bytes, of which at most ``limit`` are read.
struct TimeLexer {
  /// The bytes of a line that are read; times behind them are not seen.
  static let limit = 8_192

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var tokens: [TimeToken] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [TimeToken] {
    var lexer = TimeLexer(UnsafeBufferPointer(rebasing: bytes.prefix(limit)))
    lexer.run()
    return lexer.tokens
  }

  private mutating func run() {
    tokens.reserveCapacity(min(bytes.count / 4 + 4, 512))
    var index = 0
    while index < bytes.count {
      if isBlank(bytes[index]) {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, !isBlank(bytes[end]) { end += 1 }
      chunk(index, end)
      index = end
    }
  }

  /// Reads what stands between two blanks.
  private mutating func chunk(_ start: Int, _ end: Int) {
    var start = start
    var end = end
    while start < end, "([{\"'*".utf8.contains(bytes[start]) {
      add(.stop, start, start + 1)
      start += 1
    }
    let last = end
    while end > start, ")]}\"'!?;:,.*".utf8.contains(bytes[end - 1]), !isAbbreviation(start, end) { end -= 1 }
    if start < end {
      if isGuarded(start, end) {
        add(.guarded, start, end)
      } else {
        words(start, end)
      }
    }
    for index in end..<last {
      // The point of "Sept." and "Fri." ends no sentence when something follows.
      if bytes[index] == UInt8(ascii: "."), last < bytes.count, let word = tokens.last, word.end - word.start <= 4,
        word.kind == .month || word.kind == .weekday
      {
        continue
      }
      add(bytes[index] == UInt8(ascii: ",") ? .comma : .stop, index, index + 1)
    }
  }

  /// "a.m." and "p.m." keep their last point.
  private func isAbbreviation(_ start: Int, _ end: Int) -> Bool {
    end - start >= 4 && bytes[end - 1] == UInt8(ascii: ".") && lower(end - 2) == UInt8(ascii: "m")
      && bytes[end - 3] == UInt8(ascii: ".")
      && (lower(end - 4) == UInt8(ascii: "a") || lower(end - 4) == UInt8(ascii: "p"))
  }

  /// Item keys, addresses, paths, money, shares, and numbers with letters or points that no clock or calendar has.
  private func isGuarded(_ start: Int, _ end: Int) -> Bool {
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

  private func isDate(_ start: Int, _ end: Int) -> Bool {
    end - start > 16 && bytes[start + 4] == UInt8(ascii: "-") && bytes[start + 7] == UInt8(ascii: "-")
  }

  private func isQuarter(_ start: Int, _ end: Int) -> Bool {
    let first = lower(start)
    guard first == UInt8(ascii: "q") || first == UInt8(ascii: "h") || first == UInt8(ascii: "t") else { return false }
    guard end - start >= 2, isDigit(bytes[start + 1]) else { return false }
    return end - start == 2 || bytes[start + 2] == UInt8(ascii: "-") || bytes[start + 2] == UInt8(ascii: "/")
  }

  /// "10.30am" and "5p.m.": digits, then am or pm.
  private func isTimeWithPoints(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") { index += 1 }
    let rest = end - index
    guard rest >= 2, rest <= 4, lower(index) == UInt8(ascii: "a") || lower(index) == UInt8(ascii: "p") else {
      return false
    }
    return (index + 1..<end).allSatisfy { bytes[$0] == UInt8(ascii: ".") || lower($0) == UInt8(ascii: "m") }
  }

  /// Reads the runs of letters and of digits in a chunk that is not guarded.
  private mutating func words(_ start: Int, _ end: Int) {
    let first = tokens.count
    var index = start
    while index < end {
      let byte = bytes[index]
      if isDigit(byte) {
        guard let next = digits(index, end, isFirst: index == start) else {
          tokens.removeSubrange(first...)
          add(.guarded, start, end)
          return
        }
        index = next
      } else if isLetter(byte) || byte >= 0x80 {
        if let width = dashWidth(index, end) {
          dash(index, width, start, end)
          index += width
        } else {
          index = word(index, end)
        }
      } else if byte == UInt8(ascii: "-") {
        dash(index, 1, start, end)
        index += 1
      } else {
        let kind: TimeToken.Kind =
          switch byte {
          case UInt8(ascii: ","): .comma
          case UInt8(ascii: "/"): .slash
          case UInt8(ascii: "&"): .and
          case UInt8(ascii: "@"): .at
          case UInt8(ascii: "~"), UInt8(ascii: "'"): .function
          case UInt8(ascii: "+"): .guarded
          default: .stop
          }
        add(kind, index, index + 1)
        index += 1
      }
    }
  }

  /// An en or em dash in UTF-8.
  private func dashWidth(_ index: Int, _ end: Int) -> Int? {
    guard index + 3 <= end, bytes[index] == 0xE2, bytes[index + 1] == 0x80, (0x90...0x95).contains(bytes[index + 2])
    else { return nil }
    return 3
  }

  /// A hyphen joins words ("end-of-month", "year-end"), or stands between two times ("mon-wed", "10-11:30").
  private mutating func dash(_ index: Int, _ width: Int, _ start: Int, _ end: Int) {
    guard width == 1, index > start, index + 1 < end, isLetter(bytes[index - 1]), isLetter(bytes[index + 1]) else {
      add(.dash, index, index + width)
      return
    }
    let previous = tokens.last?.kind ?? .end
    let next = peekWord(index + 1, end)
    if previous == .weekday || previous == .month, next == .weekday || next == .month {
      add(.dash, index, index + 1)
    } else if previous == .word || next == .word {
      add(.joint, index, index + 1)
    }
  }

  private func peekWord(_ start: Int, _ end: Int) -> TimeToken.Kind {
    var lexer = TimeLexer(bytes)
    _ = lexer.word(start, end)
    return lexer.tokens.last?.kind ?? .word
  }

  private mutating func word(_ start: Int, _ end: Int) -> Int {
    var key: UInt128 = 0
    var index = start
    var isPlain = true
    loop: while index < end {
      let byte = bytes[index]
      switch byte {
      case let byte where isLetter(byte): key = TimeWords.pack(key, byte | 0x20)
      case UInt8(ascii: "."):
        // Only a.m. and p.m. have points inside.
        key = TimeWords.pack(key, byte)
      case UInt8(ascii: "'"):
        guard !isPossessive(index, 1, end) else { break loop }
        key = TimeWords.pack(key, byte)
      case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99:
        guard !isPossessive(index, 3, end) else { break loop }
        key = TimeWords.pack(key, UInt8(ascii: "'"))
        index += 2
      case 0xE2 where dashWidth(index, end) != nil: break loop
      case 0x80...:
        isPlain = false
      case let byte where isDigit(byte) && index == start + 1:
        key = TimeWords.pack(key, byte)
      default: break loop
      }
      index += 1
    }
    if isPlain, index - start <= 16, let entry = TimeWords.entry(for: key) {
      tokens.append(TimeToken(kind: entry.kind, value: entry.value, extra: entry.extra, start: start, end: index))
    } else {
      add(.word, start, index)
    }
    // "today's", "friday's": the word of time counts, what it owns does not.
    if index < end, isPossessive(index, 1, end) { return end }
    if index < end, isPossessive(index, 3, end) { return end }
    return max(index, start + 1)
  }

  private func isPossessive(_ index: Int, _ width: Int, _ end: Int) -> Bool {
    guard width == 1 ? bytes[index] == UInt8(ascii: "'") : bytes[index] == 0xE2 else { return false }
    let next = index + width
    return next == end || (next + 1 == end && lower(next) == UInt8(ascii: "s"))
  }

  mutating func add(_ kind: TimeToken.Kind, _ start: Int, _ end: Int, _ value: Int = 0, _ extra: Int = 0) {
    tokens.append(TimeToken(kind: kind, value: value, extra: extra, start: start, end: end))
  }
}

// Bytes, and the numbers among them.
extension TimeLexer {
  func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F
  }

  func isDigit(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57
  }

  func isLetter(_ byte: UInt8) -> Bool {
    let folded = byte | 0x20
    return folded >= 97 && folded <= 122
  }

  func lower(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] | 0x20 : 0
  }

  func byte(_ index: Int, _ end: Int) -> UInt8 {
    index < end ? bytes[index] : 0
  }

  /// The number that starts at the index and the index behind it; nothing beyond six digits.
  func number(_ start: Int, _ end: Int) -> (value: Int, end: Int)? {
    var value = 0
    var index = start
    while index < end, isDigit(bytes[index]) {
      value = value * 10 + Int(bytes[index]) - 48
      index += 1
      if index - start > 6 { return nil }
    }
    return index > start ? (value, index) : nil
  }

  func instantTime(_ start: Int, _ end: Int) -> (second: Int, offset: Int?)? {
    // The day does not matter: only the time and offset behind it are read.
    var text = Array("1970-01-02".utf8)
    text.append(contentsOf: bytes[start..<end])
    return text.withUnsafeBufferPointer { buffer in
      guard let plain = Instant(iso: buffer, defaultOffset: 0) else { return nil }
      let second = Int(plain.seconds - 86_400)
      let tail = bytes[(start + 1)..<end]
      guard
        let sign = tail.firstIndex(where: { byte in
          byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte | 0x20 == UInt8(ascii: "z")
        })
      else { return (second, nil) }
      var offset = 0
      if bytes[sign] | 0x20 != UInt8(ascii: "z") {
        let digits = bytes[(sign + 1)..<end].filter(isDigit).map { Int($0) - 48 }
        guard digits.count == 2 || digits.count == 4 else { return nil }
        offset = (digits[0] * 10 + digits[1]) * 3_600
        if digits.count == 4 { offset += (digits[2] * 10 + digits[3]) * 60 }
        if bytes[sign] == UInt8(ascii: "-") { offset = -offset }
      }
      return (((second + offset) % 86_400 + 86_400) % 86_400, offset)
    }
  }
}
