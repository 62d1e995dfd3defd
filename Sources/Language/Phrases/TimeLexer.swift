import Times

/// Cuts a line into tokens of time; what can never be a time comes out guarded.
///
/// - Complexity: O(*n*) in the bytes, of which at most ``limit`` are read.
struct TimeLexer {
  /// The bytes of a line that are read; times behind them are not seen.
  static let limit = 4_096

  let bytes: UnsafeBufferPointer<UInt8>
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
    while start < end, let width = opening(start, end) {
      add(.stop, start, start + width)
      start += width
    }
    let last = end
    while end > start, let width = closing(start, end), !isAbbreviation(start, end) { end -= width }
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
      guard bytes[index] < 0x80 else { continue }
      add(bytes[index] == UInt8(ascii: ",") ? .comma : .stop, index, index + 1)
    }
    if last > end, bytes[end] >= 0x80 { add(.stop, end, last) }
  }

  /// The width of a bracket or quotation mark at the start of a chunk.
  private func opening(_ start: Int, _ end: Int) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "*"):
      1
    case 0xE2 where isCurly(start, end): 3
    default: nil
    }
  }

  /// The width of a sign that ends a chunk.
  private func closing(_ start: Int, _ end: Int) -> Int? {
    switch bytes[end - 1] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ","),
      UInt8(ascii: "."), UInt8(ascii: "*"):
      1
    case 0x80... where end - start >= 3 && isCurly(end - 3, end): 3
    default: nil
    }
  }

  /// A curly quotation mark or an ellipsis in UTF-8.
  func isCurly(_ index: Int, _ end: Int) -> Bool {
    index + 3 <= end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && ((0x98...0x9F).contains(bytes[index + 2]) || bytes[index + 2] == 0xA6)
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
    // "version 3", "case 17": the number is a name.
    let kind = kind == .number && tokens.last?.kind == .label ? .guarded : kind
    tokens.append(TimeToken(kind: kind, value: value, extra: extra, start: start, end: end))
  }
}
