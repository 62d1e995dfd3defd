import Times

/// Reads one phrase of time from tokens, by recursive descent without going back further than the phrase's start.
///
/// Every method that gives nothing leaves the index where it was.
struct PhraseParser {
  let tokens: [TimeToken]
  var index = 0
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Phrases within phrases, bounded so that no text can make the reader deep.
  private var depth = 0

  /// Inside "by", "until" and the like a name such as "may" or two numbers such as "5/6" can only be a time.
  private(set) var isBound = false

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

  mutating func take(_ kind: TimeToken.Kind) -> Bool {
    guard self.kind() == kind else { return false }
    index += 1
    return true
  }

  /// Runs a rule and goes back when it gives nothing.
  mutating func attempt<Result>(_ rule: (inout PhraseParser) -> Result?) -> Result? {
    let start = index
    if let result = rule(&self) { return result }
    index = start
    return nil
  }

  /// A whole phrase at the index: a bound, a recurrence, a condition, or a plain time.
  mutating func phrase() -> TimePhrase? {
    if let phrase = attempt({ $0.condition() }) { return phrase }
    if let phrase = attempt({ $0.recurrence() }) { return .recurrence(phrase) }
    isBound = true
    let bound = attempt { $0.bound() }
    isBound = false
    if let bound { return bound }
    guard let plain = plain() else { return nil }
    return attempt { parser in
      guard parser.take(.at), parser.take(.the), parser.take(.latest) else { return nil }
      return .bound(.by, plain)
    } ?? plain
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
    return attempt { $0.shift() } ?? attempt { $0.dayAndClock() } ?? attempt { $0.periodPhrase() }
      ?? attempt { $0.length() }
  }

  private mutating func bound() -> TimePhrase? {
    switch kind() {
    case .by, .due:
      let isDue = take(.due)
      if !take(.by) {
        guard isDue, kind() == .on || kind() == .at || kind() == .before || kind() == .in || plainStarts else {
          return nil
        }
      }
      _ = take(.before)
      guard let inner = plain() ?? attempt({ $0.bareHour() }) else { return nil }
      // "cut it by 3 days" says how much, not when.
      if case .duration = inner { return nil }
      return .bound(.by, inner)
    case .no:
      let isEarlier = value(1) == 1
      guard take(.no), take(.later), take(.than) else { return nil }
      return plain().map { .bound(isEarlier ? .from : .by, $0) }
    case .until:
      index += 1
      return (plain() ?? attempt { $0.bareHour() }).map {
        .bound(.until, $0)
      }
    case .since, .before:
      let bound: TimePhrase.Bound = kind() == .since ? .since : .before
      index += 1
      return plain().map { .bound(bound, $0) }
    case .after where kind(1) != .lunch:
      index += 1
      // "after 1" orders follow-ups; an hour says "after 1pm".
      return plain().map { .bound(.after, $0) }
    case .from:
      index += 1
      guard let start = plain() else { return nil }
      // "from Monday on": without an end it has no last day.
      if take(.on), kind() != .the { return .bound(.from, start) }
      if case .range = start { return start }
      return .bound(.from, start)
    case .within:
      index += 1
      _ = take(.the)
      _ = take(.next)
      guard let amounts = amounts() ?? unit().map({ [Amount($0.factor, $0.unit)] }) else { return nil }
      return .bound(.by, .shift(amounts, .after, from: nil))
    case .during, .over:
      index += 1
      return attempt { $0.periodPhrase() }
    case .for:
      index += 1
      _ = take(.the)
      guard kind() != .next, kind() != .last, kind() != .past else { return nil }
      return length()
    default: return nil
    }
  }

  private var plainStarts: Bool {
    switch kind() {
    case .weekday, .today, .tomorrow, .isoDate, .slashDate, .next, .this, .number, .ordinal, .month, .ending, .part:
      true
    default: false
    }
  }

  /// "by 3": an hour on its own, when the sentence stops behind it.
  private mutating func bareHour() -> TimePhrase? {
    guard kind() == .number, value() >= 1, value() <= 23, extra() <= 2, kind(-2) != .change else { return nil }
    switch kind(1) {
    case .end, .stop, .comma, .and, .or:
      let hour = value()
      index += 1
      return .clock(PhraseParser.clock(hour: hour))
    default: return nil
    }
  }

  /// Whether a sentence goes on behind a bare number as it does behind a time, not as it does behind a count.
  func endsNumber(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .word, .guarded, .label, .unit, .unitSuffix, .joint, .slash, .decimal, .number, .numberWord: false
    default: true
    }
  }
}
