/// What speaks for an intent.
struct Contender {
  var intent: Int
  var score: Double

  /// The share of all that speaks for any intent; 1 when a phrase left no doubt.
  var share = 1.0
  var fills: [Fill]

  /// A phrase that the line fits word for word.
  var phrase: PhraseMatch?

  /// The nearest phrase, and what the line shares with it.
  var weighed: WeighedMatch?

  /// Words of the line that no phrase of the intent has.
  var unread: [Int] = []

  /// A slot of the grammar and what fills it.
  typealias Fill = (slot: Int, candidate: Candidate)

  /// How many words went into free text.
  var textLength: Int {
    fills.reduce(0) { $0 + ($1.candidate.kind == .text ? $1.candidate.tokens.count : 0) }
  }

  var hasText: Bool { fills.contains { $0.candidate.kind == .text } }

  /// The better supported first: of phrases that fit alike the one that leaves fewer words to free text.
  static func precedes(_ one: Contender, _ other: Contender) -> Bool {
    let (left, right) = (Int(one.score * 100 + 0.5), Int(other.score * 100 + 0.5))
    if left != right { return left > right }
    if one.phrase != nil, other.phrase != nil, one.textLength != other.textLength {
      return one.textLength < other.textLength
    }
    if one.score != other.score { return one.score > other.score }
    if let left = one.phrase, let right = other.phrase { return PhraseMatch.precedes(left, right) }
    return one.intent < other.intent
  }
}
