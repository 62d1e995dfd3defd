import Times

/// Reads one phrase of time from tokens, by recursive descent without going back further than the phrase's start.
///
/// Every method that gives nothing leaves the index where it was.
struct PhraseParser {
  let tokens: [TimeToken]
  var index = 0
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Rules that were tried so far, in all phrases of the text.
  private var steps = 0

  /// Rules that may be tried on one text; some hundred are enough for any sentence.
  private static let mostSteps = 12_000

  /// Whether the text has taken more steps than any that people write.
  var isExhausted: Bool { steps > PhraseParser.mostSteps }

  /// Phrases within phrases, bounded so that no text can make the reader deep.
  private var depth = 0

  /// Inside "by", "until" and the like a name such as "may" or two numbers such as "5/6" can only be a time.
  var isBound = false

  /// "before the launch" is taken for a time though only others know when that is.
  var takesEvents = false

  /// The bytes are those that the tokens were cut from, and must outlive the parser.
  init(_ tokens: [TimeToken], of bytes: UnsafeBufferPointer<UInt8>) {
    self.tokens = tokens
    self.bytes = bytes
  }

  /// The words from the token at one index up to the one before the other, as typed.
  func words(from start: Int, to end: Int) -> String {
    guard start < end, start >= 0, end <= tokens.count else { return "" }
    return String(decoding: bytes[tokens[start].start..<tokens[end - 1].end], as: UTF8.self)
  }

  func kind(_ ahead: Int = 0) -> TimeToken.Kind {
    let at = index + ahead
    return at >= 0 && at < tokens.count ? tokens[at].kind : .end
  }

  func value(_ ahead: Int = 0) -> Int {
    let at = index + ahead
    return at >= 0 && at < tokens.count ? tokens[at].value : 0
  }

  func extra(_ ahead: Int = 0) -> Int {
    let at = index + ahead
    return at >= 0 && at < tokens.count ? tokens[at].extra : 0
  }

  /// Whether the token is that word, in either case.
  func isWord(_ ahead: Int, _ word: StaticString) -> Bool {
    let at = index + ahead
    guard at >= 0, at < tokens.count, tokens[at].end - tokens[at].start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { zip($0, bytes[tokens[at].start...]).allSatisfy { $0 == $1 | 0x20 } }
  }

  /// The token's letters, folded and packed; zero for a longer one.
  func key(_ ahead: Int = 0) -> UInt128 {
    let at = index + ahead
    guard at >= 0, at < tokens.count, tokens[at].end - tokens[at].start <= 16 else { return 0 }
    return TimeWords.pack(bytes[tokens[at].start..<tokens[at].end].lazy.map { $0 | 0x20 })
  }

  /// Whether nothing stands between the token and the one after it.
  func isJoined(_ ahead: Int = 0) -> Bool {
    let at = index + ahead
    return at >= 0 && at + 1 < tokens.count && tokens[at].end == tokens[at + 1].start
  }

  mutating func take(_ kind: TimeToken.Kind) -> Bool {
    guard self.kind() == kind else { return false }
    index += 1
    return true
  }

  /// Runs a rule and goes back when it gives nothing.
  mutating func attempt<Result>(_ rule: (inout PhraseParser) -> Result?) -> Result? {
    let start = index
    steps += 1
    if !isExhausted, let result = rule(&self) { return result }
    index = start
    return nil
  }

  /// Runs a rule where names and numbers that could be times are taken for times.
  mutating func bound<Result>(_ rule: (inout PhraseParser) -> Result?) -> Result? {
    let was = isBound
    isBound = true
    defer { isBound = was }
    return attempt(rule)
  }

  /// A whole phrase at the index: a bound, a recurrence, a condition, or a plain time.
  mutating func phrase() -> TimePhrase? {
    if let phrase = attempt({ $0.condition() }) { return phrase }
    if let phrase = attempt({ $0.recurrence() }) { return phrase }
    if let phrase = bound({ $0.boundPhrase() }) { return phrase }
    if takesEvents, let phrase = attempt({ $0.boundEvent() }) { return phrase }
    guard let plain = plain() else { return nil }
    return attempt { $0.tail(of: plain) } ?? plain
  }

  /// A time without bounds, possibly a range.
  mutating func plain() -> TimePhrase? {
    guard depth < 4 else { return nil }
    depth += 1
    defer { depth -= 1 }
    return attempt { $0.range() } ?? attempt { $0.simple() }
  }

  /// A single time: a shift, a day, a clock, a period or a duration.
  mutating func simple() -> TimePhrase? {
    if kind() == .now, isBound || tokens.count == 1 {
      index += 1
      return .now
    }
    return attempt { $0.vagueTime() } ?? attempt { $0.shift() } ?? attempt { $0.dayAndClock() }
      ?? attempt { $0.periodPhrase() } ?? attempt { $0.length() }
  }

  /// Whether a sentence goes on behind a bare number as it does behind a time, not as it does behind a count.
  func endsNumber(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .word, .dayLike, .guarded, .label, .unit, .unitSuffix, .joint, .slash, .decimal, .number, .numberWord,
      .workday,
      .working:
      false
    default: true
    }
  }

  /// Whether what follows lets a name that is also an ordinary word be a time: not a word that it might belong to.
  func endsName(_ ahead: Int = 0) -> Bool {
    switch kind(ahead) {
    case .word, .dayLike, .guarded, .label, .state, .joint: false
    default: true
    }
  }
}
