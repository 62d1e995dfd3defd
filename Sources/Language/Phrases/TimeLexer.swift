import Times

/// Cuts a line into tokens of time; what can never be a time comes out guarded.
///
/// - Complexity: O(*n*) in the bytes, of which at most ``limit`` are read.
struct TimeLexer {
  /// The bytes of a line that are read; times behind them are not seen.
  static let limit = 4_096

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var tokens: [TimeToken] = []

  /// Whether "sprint" is a stretch of time.
  private let hasSprints: Bool

  private init(_ bytes: UnsafeBufferPointer<UInt8>, hasSprints: Bool) {
    self.bytes = bytes
    self.hasSprints = hasSprints
  }

  static func tokens(of bytes: UnsafeBufferPointer<UInt8>, hasSprints: Bool = false) -> [TimeToken] {
    var lexer = TimeLexer(UnsafeBufferPointer(rebasing: bytes.prefix(limit)), hasSprints: hasSprints)
    lexer.run()
    return lexer.tokens
  }

  private mutating func run() {
    tokens.reserveCapacity(min(bytes.count / 3 + 4, 512))
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
    if shortYear(&start, end) || weekSign(&start, end) || offset(&start, end) { return closers(start, end) }
    while start < end, let width = opening(start, end) {
      add(.stop, start, start + width)
      start += width
    }
    let last = end
    while end > start, let width = closing(start, end), !isAbbreviation(start, end) { end -= width }
    if start < end, bytes[start] == UInt8(ascii: "+"), start + 1 < end, isDigit(bytes[start + 1]) {
      add(.plus, start, start + 1)
      start += 1
    }
    if start < end {
      if isGuarded(start, end) {
        add(.guarded, start, end)
      } else {
        words(start, end)
      }
    }
    closers(end, last)
  }

  /// The signs at the end of a chunk.
  private mutating func closers(_ start: Int, _ last: Int) {
    for index in start..<last {
      // The point of "Sept." and "Fri." ends no sentence when something follows.
      if bytes[index] == UInt8(ascii: "."), last < bytes.count, let word = tokens.last, word.end - word.start <= 4,
        word.kind == .month || word.kind == .weekday
      {
        continue
      }
      guard bytes[index] < 0x80 else { continue }
      add(bytes[index] == UInt8(ascii: ",") ? .comma : .stop, index, index + 1)
    }
    if last > start, bytes[start] >= 0x80 { add(.stop, start, last) }
  }

  /// "'24": an apostrophe and two digits.
  private mutating func shortYear(_ start: inout Int, _ end: Int) -> Bool {
    let width = bytes[start] == UInt8(ascii: "'") ? 1 : isCurly(start, end) ? 3 : 0
    guard width > 0, let (value, next) = number(start + width, end), next - start - width == 2,
      next == end || closing(next, end) == end - next
    else { return false }
    add(.shortYear, start, next, value)
    start = next
    return true
  }

  /// "w/c" and "w/e": the week that begins or ends with a day.
  private mutating func weekSign(_ start: inout Int, _ end: Int) -> Bool {
    guard end - start == 3, lower(start) == UInt8(ascii: "w"), bytes[start + 1] == UInt8(ascii: "/") else {
      return false
    }
    switch lower(start + 2) {
    case UInt8(ascii: "c"): add(.weekCommencing, start, end)
    case UInt8(ascii: "e"): add(.weekEnding, start, end)
    default: return false
    }
    start = end
    return true
  }

  /// "+02:00" or "-0500" behind a time.
  private mutating func offset(_ start: inout Int, _ end: Int) -> Bool {
    switch tokens.last?.kind {
    case .clock, .meridiem, .isoTime: break
    default: return false
    }
    guard let (seconds, next) = signedOffset(start, end), next == end || closing(next, end) == end - next,
      next - start > 3
    else { return false }
    add(.zone, start, next, seconds)
    start = next
    return true
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
      if let hundredths = fractionSign(index, end) {
        add(.decimal, index, index + 2, 0, hundredths)
        index += 2
      } else if byte == UInt8(ascii: "."), index == start, index + 1 < end, isDigit(bytes[index + 1]),
        let next = leadingPoint(index, end)
      {
        index = next
      } else if isDigit(byte) {
        guard let next = digits(index, end, isFirst: index == start || bytes[index - 1] == UInt8(ascii: "/")) else {
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
          case UInt8(ascii: "~"): .about
          case UInt8(ascii: "'"): .function
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
    var lexer = TimeLexer(bytes, hasSprints: hasSprints)
    _ = lexer.word(start, end)
    return lexer.tokens.last?.kind ?? .word
  }

  mutating func word(_ start: Int, _ end: Int) -> Int {
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
      case let byte where isDigit(byte):
        if let next = joinedNumber(start, index, end) { return next }
        key = TimeWords.pack(key, byte)
      default: break loop
      }
      index += 1
    }
    if isPlain, index - start <= 16, let entry = TimeWords.entry(for: key) {
      addWord(entry, start, index)
    } else {
      unknown(start, index, isPlain: isPlain)
    }
    if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"), tokens.last?.kind == .zone,
      tokens.last?.value == 0, let (seconds, next) = signedOffset(index, end)
    {
      tokens[tokens.count - 1].value = seconds
      tokens[tokens.count - 1].end = next
      index = next
    }
    // "today's", "friday's": the word of time counts, what it owns does not.
    if index < end, isPossessive(index, 1, end) { return end }
    if index < end, isPossessive(index, 3, end) { return end }
    return max(index, start + 1)
  }

  private mutating func addWord(_ entry: TimeWords.Entry, _ start: Int, _ end: Int) {
    var kind = entry.kind
    // "sprint 12" has a name; "this sprint" is a stretch of time where people work in sprints.
    if kind == .label, hasSprints, isSprint(start, end) {
      tokens.append(TimeToken(kind: .unit, value: TimeUnit.sprint.rawValue, start: start, end: end))
      return
    }
    if kind == .vague, tokens.last?.kind != .a { kind = .word }
    tokens.append(TimeToken(kind: kind, value: entry.value, extra: entry.extra, start: start, end: end))
  }

  private func isSprint(_ start: Int, _ end: Int) -> Bool {
    end - start >= 6 && lower(start) == UInt8(ascii: "s") && lower(start + 1) == UInt8(ascii: "p")
      && !(end + 1 < bytes.count && isDigit(bytes[end + 1]))
  }

  /// A word that is not in the table: misspelt, with "ish" behind it, ending like a day or month, or of no concern.
  private mutating func unknown(_ start: Int, _ end: Int, isPlain: Bool) {
    guard isPlain, end - start >= 4, end - start <= 14 else { return add(.word, start, end) }
    let word = bytes[start..<end].map { $0 | 0x20 }
    if TimeLexer.ends(word, "ish"), let entry = TimeWords.entry(for: TimeWords.pack(word.dropLast(3))),
      entry.kind == .part || entry.kind == .weekday
    {
      tokens.append(TimeToken(kind: entry.kind, value: entry.value, extra: entry.extra, start: start, end: end - 3))
      return add(.approx, end - 3, end)
    }
    if let index = TimeSpelling.nearest(word[...], expectsUnit: expectsUnit) {
      let entry = TimeSpelling.words[index]
      tokens.append(
        TimeToken(kind: entry.kind, value: entry.value, extra: entry.extra, start: start, end: end, meant: index))
      return
    }
    let tails: [StaticString] = ["day", "days", "uary", "ember", "tober"]
    let isLike = word.count > 4 && tails.contains { TimeLexer.ends(word, $0) }
    add(isLike && !TimeWords.ordinary.contains(TimeWords.pack(word)) ? .dayLike : .word, start, end)
  }

  private static func ends(_ word: [UInt8], _ tail: StaticString) -> Bool {
    tail.withUTF8Buffer { word.suffix($0.count).elementsEqual($0) }
  }

  /// Whether the word at the end of what was read may well be a unit.
  private var expectsUnit: Bool {
    switch tokens.last?.kind {
    case .number, .numberWord, .decimal, .next, .last, .past, .other, .half, .few, .couple, .hundred, .every: true
    default: false
    }
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
