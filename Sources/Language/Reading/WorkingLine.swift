import Times

/// A line while it is being read: its words, what each may be in the grammar, and where names and values stand.
struct WorkingLine {
  let said: String
  let bytes: [UInt8]
  let tokens: [Token]
  let quotes: [FoldedLine.Quote]

  /// For each token the words of the grammar that it is or resembles, with edits; the word itself alone if it is one.
  var words: [[WordChoice]]
  var candidates: [Candidate] = []

  /// The numbers of the candidates that start at a token.
  var starting: [[Int]]

  struct WordChoice {
    var word: Int
    var edits: Int
  }

  init(_ said: String, _ folded: FoldedLine) {
    self.said = said
    bytes = Array(said.utf8)
    tokens = folded.tokens
    quotes = folded.quotes
    words = []
    starting = []
  }

  mutating func setCandidates(_ found: [Candidate]) {
    candidates = found.sorted(by: Candidate.precedes)
    starting = [[Int]](repeating: [], count: tokens.count)
    for (number, candidate) in candidates.enumerated() where candidate.tokens.lowerBound < tokens.count {
      starting[candidate.tokens.lowerBound].append(number)
    }
  }

  /// Whether a word stands in lines about anything; see ``Lexicon/everyday``.
  func isEveryday(_ index: Int, _ view: GrammarView) -> Bool {
    guard let choice = words[index].first, choice.edits == 0 else { return false }
    return !WordFlags(rawValue: view.wordFlags[choice.word]).isDisjoint(with: [.everyday, .stop, .pronoun])
  }

  /// Whether a misspelt word is near enough to stand alone for what it is taken for: one edit, not in the first letter.
  func isSlip(_ index: Int, _ view: GrammarView) -> Bool {
    guard let choice = words[index].first else { return false }
    return choice.edits == 0
      || choice.edits == 1 && view.encodedString(view.wordText[choice.word]).first == tokens[index].text.utf8.first
  }

  /// Whether a word asks.
  func isQuestionWord(_ index: Int) -> Bool {
    ["how", "what", "why", "who", "when", "where", "which", "whether"].contains(tokens[index].text)
  }

  /// The bytes that some words cover.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard let first = tokens[range].first, let last = tokens[range].last else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }

  func text(_ span: Range<Int>) -> String {
    String(decoding: bytes[span], as: UTF8.self)
  }

  /// Words as typed, without the quotes around them and the full stop behind them.
  func verbatim(_ range: Range<Int>) -> (text: String, span: Range<Int>) {
    var span = span(range)
    if let quote = quotes.first(where: { $0.tokens == range }) { return (text(quote.bytes), quote.bytes) }
    if range.upperBound == tokens.count {
      var end = bytes.count
      while end > span.upperBound, Self.trimmed.contains(bytes[end - 1]) { end -= 1 }
      span = span.lowerBound..<max(end, span.upperBound)
    }
    return (text(span), span)
  }

  private static let trimmed = Array(" \t\r\n.,;!".utf8)

  /// Typed with a capital, a digit or in quotes, as names are.
  func looksLikeName(_ range: Range<Int>) -> Bool {
    if quotes.contains(where: { $0.tokens.overlaps(range) }) { return true }
    return range.contains { index in
      let typed = bytes[tokens[index].range]
      let isCapital = typed.contains { (0x41...0x5A).contains($0) }
      let hasDigit = typed.contains { (0x30...0x39).contains($0) }
      return hasDigit
        || (isCapital && (index > 0 || typed.count > 1 && typed.dropFirst().contains { $0 < 0x5B && $0 > 0x40 }))
    }
  }

  func slotValue(_ candidate: Candidate, as kind: SlotKind) -> SlotValue {
    let (said, span) =
      candidate.kind == .text
      ? verbatim(candidate.tokens) : (text(self.span(candidate.tokens)), self.span(candidate.tokens))
    return SlotValue(
      kind: kind, value: candidate.value, key: candidate.key, said: candidate.time?.said ?? said,
      span: candidate.time?.span ?? span, origin: candidate.origin, time: candidate.time, rivals: candidate.rivals)
  }
}
