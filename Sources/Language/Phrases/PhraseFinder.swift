import Times

/// Goes through the tokens of a text and takes the phrases out, questions in place of those it half understood.
struct PhraseFinder {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [TimeToken]

  /// The text is expected to say one time, so that what could be one is taken for one.
  private let isWhole: Bool

  init(bytes: UnsafeBufferPointer<UInt8>, hasSprints: Bool = false, isWhole: Bool = false) {
    self.bytes = bytes
    self.isWhole = isWhole
    tokens = TimeLexer.tokens(of: bytes, hasSprints: hasSprints)
  }

  func found() -> [TimePhraseReader.Found] {
    var found: [TimePhraseReader.Found] = []
    var parser = PhraseParser(tokens, of: bytes)
    parser.takesEvents = isWhole
    var previousEnd = 0
    while parser.index < tokens.count, !parser.isExhausted {
      let start = parser.index
      guard tokens[start].kind.rawValue > TimeToken.Kind.slash.rawValue || mayStart(tokens[start]),
        let phrase = parser.phrase(), parser.index > start
      else {
        if let question = question(at: start, after: previousEnd) {
          found.append(question)
          previousEnd = start + 1
        }
        parser.index = start + 1
        continue
      }
      // What was read with too few steps left may lack its end.
      if parser.isExhausted { break }
      let end = parser.index
      let stray = strayBefore(start, after: previousEnd, phrase) ?? strayBehind(end, phrase)
      found.append(
        make(
          stray.map { .open(.notUnderstood($0)) } ?? phrase, start, end,
          isPast: isPast(before: start, from: previousEnd)))
      previousEnd = end
    }
    return found
  }

  private func make(_ phrase: TimePhrase, _ start: Int, _ end: Int, isPast: Bool = false) -> TimePhraseReader.Found {
    var corrections: [TimeReading.Correction] = []
    for token in tokens[start..<end] where token.meant >= 0 {
      corrections.append(
        TimeReading.Correction(
          said: String(decoding: bytes[token.start..<token.end], as: UTF8.self),
          meant: TimeSpelling.words[token.meant].word.description))
    }
    return TimePhraseReader.Found(
      phrase: phrase, span: tokens[start].start..<tokens[end - 1].end, isPast: isPast, corrections: corrections)
  }

  /// An unknown word between a phrase that was found alone and another word of time nearby.
  func unknownWithin(_ found: TimePhraseReader.Found) -> String? {
    guard let start = tokens.firstIndex(where: { $0.start >= found.span.lowerBound }),
      let last = tokens.lastIndex(where: { $0.end <= found.span.upperBound })
    else { return nil }
    return unknownWithin(start, last + 1)
  }

  /// Words that are of time only where the grammar asks for them, such as "launch" in "launch day".
  private func mayStart(_ token: TimeToken) -> Bool {
    guard token.kind == .word, token.end - token.start <= 16 else { return token.kind == .dash }
    return TimeWords.starters.contains(TimeWords.pack(bytes[token.start..<token.end].lazy.map { $0 | 0x20 }))
  }

  /// "biweekly" and its like, which half of the people read otherwise, and "next blursday".
  private func question(at index: Int, after previousEnd: Int) -> TimePhraseReader.Found? {
    switch tokens[index].kind {
    case .twoMeanings:
      return make(.open(.twoMeanings(word(index))), index, index + 1)
    case .dayLike where index > previousEnd:
      switch tokens[index - 1].kind {
      case .next, .last, .this, .every, .by, .on, .until, .since, .due: break
      default: return nil
      }
      return make(.open(.notUnderstood(word(index))), index, index + 1)
    default: return nil
    }
  }

  func word(_ index: Int) -> String {
    if tokens[index].kind == .joint, index > 0, index + 1 < tokens.count {
      return String(decoding: bytes[tokens[index - 1].start..<tokens[index + 1].end], as: UTF8.self)
    }
    return String(decoding: bytes[tokens[index].start..<tokens[index].end], as: UTF8.self)
  }

  func kind(_ index: Int) -> TimeToken.Kind {
    index >= 0 && index < tokens.count ? tokens[index].kind : .end
  }

  /// Whether the words before a phrase speak of what was: "what changed on Monday".
  private func isPast(before start: Int, from previousEnd: Int) -> Bool {
    // "moved to Friday" and the like lie ahead.
    guard start == 0 || tokens[start - 1].kind != .to else { return false }
    var index = start - 1
    while index >= previousEnd, tokens[index].kind != .stop {
      if tokens[index].kind == .word || tokens[index].kind == .state, isPastVerb(tokens[index]) { return true }
      index -= 1
    }
    return false
  }

  private func isPastVerb(_ token: TimeToken) -> Bool {
    guard token.end - token.start <= 16 else { return false }
    return TimeWords.pastVerbs.contains(TimeWords.pack(bytes[token.start..<token.end].lazy.map { $0 | 0x20 }))
  }

  /// Joins a day and a time that stand apart, and leaves out a length of time that only describes what is planned.
  func joined(_ found: [TimePhraseReader.Found]) -> [TimePhraseReader.Found] {
    guard found.count == 2 else { return found }
    let lengths = found.filter { PhraseParser.isLength($0.phrase) }
    if lengths.count == 1, hasWord(between: found[0], found[1]) {
      return found.filter { !PhraseParser.isLength($0.phrase) }
    }
    let joined: TimePhrase
    switch (found[0].phrase, found[1].phrase) {
    // "lunch with Sam on friday, the place opens at 12:30"
    case (.day(let day), .clock(let clock)), (.clock(let clock), .day(let day)): joined = .at(day, clock)
    case (.bound(.by, .day(let day)), .clock(let clock)): joined = .bound(.by, .at(day, clock))
    default: return found
    }
    return [
      TimePhraseReader.Found(
        phrase: joined, span: found[0].span.lowerBound..<found[1].span.upperBound, isPast: found[0].isPast,
        corrections: found[0].corrections + found[1].corrections)
    ]
  }

  private func hasWord(between one: TimePhraseReader.Found, _ other: TimePhraseReader.Found) -> Bool {
    tokens.contains { token in
      token.start >= one.span.upperBound && token.end <= other.span.lowerBound
        && (token.kind == .word || token.kind == .label || token.kind == .guarded || token.kind == .stop)
    }
  }
}
