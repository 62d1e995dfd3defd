import Times

// What waits for something: "when ENG-42 is done, or by friday", "as soon as the API ships".
extension PhraseParser {
  mutating func condition() -> TimePhrase? {
    switch kind() {
    case .as where kind(1) == .soon && kind(2) == .as: index += 3
    case .when, .once: index += 1
    // "after ENG-42 ships" waits as well; "after the launch" is no sentence.
    case .after where kind(1) == .guarded || kind(1) == .the || kind(1) == .word || kind(1) == .label: index += 1
    default: return nil
    }
    // "when will it ship" asks and waits for nothing.
    if Self.asking.contains(where: { isWord(0, $0) }) { return nil }
    _ = take(.the)
    guard let (subject, state) = clause() else { return nil }
    return .condition(subject: subject, state: state, fallback: attempt { $0.fallback() })
  }

  /// What follows a "when" that asks.
  private static var asking: [StaticString] {
    ["will", "would", "does", "do", "did", "can", "could", "should", "shall", "might", "must"]
  }

  /// A subject and what it does or becomes.
  private mutating func clause() -> (subject: String, state: String)? {
    let first = index
    while index - first < 7 {
      if index > first, isHappening { break }
      switch kind() {
      case .word, .label, .guarded, .season, .holiday, .joint: index += 1
      case .number, .and, .the, .of: guard index > first else { return nil }; index += 1
      default:
        guard kind() == .is, index > first else { return nil }
        return become(first)
      }
    }
    guard index > first, isHappening else { return nil }
    let end = index
    index += 1
    if isWord(0, "off") || isWord(0, "live") || isWord(0, "out") || kind() == .up || kind() == .state { index += 1 }
    return (words(from: first, to: end), words(from: end, to: index))
  }

  private var isHappening: Bool {
    kind() == .word && TimeWords.happenings.contains(key())
  }

  /// "is done", "has been signed", "has signed off", "goes live".
  private mutating func become(_ first: Int) -> (subject: String, state: String)? {
    let end = index
    while kind() == .is { index += 1 }
    let start = index
    switch kind() {
    case .state, .up, .over: index += 1
    case .word where isWord(0, "signed") || isWord(0, "out") || isWord(0, "off") || isWord(0, "green"): index += 1
    default: return nil
    }
    if isWord(0, "off") || isWord(0, "out") || isWord(0, "up") || isWord(0, "live") { index += 1 }
    // "live in EU"
    _ = attempt { parser -> Bool? in
      guard parser.take(.in) || parser.take(.for) else { return nil }
      let name = parser.index
      while parser.index - name < 3, parser.kind() == .word { parser.index += 1 }
      return parser.index > name && [.end, .comma, .or, .stop].contains(parser.kind()) ? true : nil
    }
    return (words(from: first, to: end), words(from: start, to: index))
  }

  /// ", or by friday", "otherwise monday", ", at the latest 3 june".
  private mutating func fallback() -> TimePhrase? {
    if kind() == .comma { index += 1 }
    let isOr = take(.or) || take(.but) || isWord(0, "otherwise") || isWord(0, "else")
    if isWord(0, "otherwise") || isWord(0, "else") { index += 1 }
    if kind() == .comma { index += 1 }
    if kind() == .at, kind(1) == .the, kind(2) == .latest {
      index += 3
    } else if kind() == .no, kind(1) == .later, kind(2) == .than {
      index += 3
    } else {
      guard isOr || kind() == .by else { return nil }
    }
    _ = take(.by) || take(.on)
    guard let time = bound({ $0.dayAndClock(isPrepared: true) ?? $0.simple() ?? $0.periodPhrase(isPrepared: true) })
    else { return nil }
    _ = attempt { $0.take(.at) && $0.take(.the) && $0.take(.latest) ? true : nil }
    return PhraseParser.isLength(time) ? nil : time
  }
}
