import Times

/// Goes through the tokens of a text and takes the phrases out, questions in place of those it half understood.
struct PhraseFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: [TimeToken]

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens = TimeLexer.tokens(of: bytes)
  }

  func found() -> [TimePhraseReader.Found] {
    var found: [TimePhraseReader.Found] = []
    var parser = PhraseParser(tokens, of: bytes)
    var previousEnd = 0
    while parser.index < tokens.count {
      guard tokens[parser.index].kind.rawValue > TimeToken.Kind.slash.rawValue else {
        parser.index += 1
        continue
      }
      let start = parser.index
      guard let phrase = parser.phrase(), parser.index > start else {
        if let vague = ambiguousWord(at: start) {
          found.append(vague)
          previousEnd = start + 1
        }
        parser.index = start + 1
        continue
      }
      let end = parser.index
      let span = tokens[start].start..<tokens[end - 1].end
      let stray = strayBefore(start, after: previousEnd, phrase) ?? strayBehind(end, phrase)
      found.append(
        TimePhraseReader.Found(
          phrase: stray.map { .open(.notUnderstood($0)) } ?? phrase, span: span,
          isPast: isPast(before: start, from: previousEnd)))
      previousEnd = end
    }
    return found
  }

  /// "biweekly" and its like, which half of the people read otherwise.
  private func ambiguousWord(at index: Int) -> TimePhraseReader.Found? {
    guard tokens[index].kind == .twoMeanings else { return nil }
    return TimePhraseReader.Found(
      phrase: .open(.twoMeanings(word(index))), span: tokens[index].start..<tokens[index].end, isPast: false)
  }

  private func word(_ index: Int) -> String {
    if tokens[index].kind == .joint, index > 0, index + 1 < tokens.count {
      return String(decoding: bytes[tokens[index - 1].start..<tokens[index + 1].end], as: UTF8.self)
    }
    return String(decoding: bytes[tokens[index].start..<tokens[index].end], as: UTF8.self)
  }

  /// A word right before a phrase that changes it: "not friday", "any friday", "two fridays".
  private func strayBefore(_ start: Int, after previousEnd: Int, _ phrase: TimePhrase) -> String? {
    let index = start - 1
    guard index >= previousEnd, index >= 0 else { return nil }
    switch tokens[index].kind {
    case .any:
      if case .duration = phrase { return nil }
      return word(index)
    case .not, .every, .alternate, .joint, .ago, .few, .couple, .adverb, .twoMeanings:
      return word(index)
    case .next, .last, .ordinalWord, .ordinal, .first, .half: return word(index)
    case .numberWord, .number:
      switch tokens[start].kind {
      case .weekday, .weekdays, .unit, .month, .today, .tomorrow, .tonight, .yesterday: return word(index)
      default: return nil
      }
    case .before, .after, .unit, .later: return word(index)
    case .past: return word(index)
    case .early, .late, .middle:
      switch tokens[start].kind {
      case .weekday, .month, .this, .next, .last, .today, .tomorrow, .quarterName: return word(index)
      default: return nil
      }
    case .and, .or, .comma, .to:
      // "3 and 4 June", "five to noon": half of it was not read.
      guard index > 0, tokens[index].kind != .to || !isDayWord(start) else { return nil }
      switch (tokens[index - 1].kind, tokens[start].kind) {
      case (.number, .number), (.ordinal, .ordinal), (.ordinal, .number), (.number, .part), (.numberWord, .part):
        return word(index - 1)
      default: return nil
      }
    case .ending, .starting: return word(index)
    case .of where index > 0:
      // "the end of friday" was read; "the friday of friday" and "the eve of 3 May" were not.
      switch tokens[index - 1].kind {
      case .weekday, .unit, .part, .ordinal, .ordinalWord, .ending, .starting: return word(index - 1)
      default: return nil
      }
    default: return nil
    }
  }

  /// A word right behind a phrase that changes it: "friday after next", "tomorrow ago", "monday or so".
  private func strayBehind(_ end: Int, _ phrase: TimePhrase) -> String? {
    guard end < tokens.count else { return nil }
    let next = end + 1 < tokens.count ? tokens[end + 1].kind : .end
    var isDay = false
    switch phrase {
    case .day, .at, .bound(_, .day): isDay = true
    default: break
    }
    switch tokens[end].kind {
    case .ago, .hence, .joint, .past, .adverb, .twoMeanings, .unknownZone, .not, .unit, .unitSuffix, .meridiem, .oclock:
      return word(end)
    case .before, .after: return word(end)
    case .zone where isTimed(phrase): return word(end)
    case .next, .last: return next == .end || next == .stop ? word(end) : nil
    case .of where isDay: return word(end)
    case .or: return [.function, .later, .the, .end].contains(next) ? word(end) : nil
    case .word where next == .time && isTimed(phrase): return word(end)
    case .number, .decimal, .slashDate:
      return isDay && (next == .end || next == .stop || next == .comma || next == .dash) ? word(end) : nil
    case .earliest, .latest: return word(end)
    case .and where isDay && next == .number, .comma where isDay && next == .number:
      // "June 3 and 4": a number that ends the sentence is a further day.
      let behind = end + 2 < tokens.count ? tokens[end + 2].kind : .end
      return behind == .end || behind == .stop || behind == .comma || behind == .and ? word(end + 1) : nil
    case .dash where isDay || isTimed(phrase), .to where isDay || isTimed(phrase),
      .through where isDay || isTimed(phrase):
      switch next {
      case .weekday, .month, .clock, .ordinal, .today, .tomorrow, .isoDate, .slashDate: return word(end)
      default: return nil
      }
    default: return nil
    }
  }

  private func isDayWord(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .weekday, .today, .tomorrow, .yesterday: true
    default: false
    }
  }

  private func isTimed(_ phrase: TimePhrase) -> Bool {
    switch phrase {
    case .clock, .at, .range: true
    case .bound(_, let inner): isTimed(inner)
    case .recurrence(let phrase): phrase.clock != nil
    default: false
    }
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
    var key: UInt128 = 0
    guard token.end - token.start <= 16 else { return false }
    for index in token.start..<token.end { key = TimeWords.pack(key, bytes[index] | 0x20) }
    return TimeWords.pastVerbs.contains(key)
  }

  /// A word that can only be of time in a text in which no phrase was understood.
  var strandedWord: String? {
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .weekday where token.extra == 0, .weekdays, .ago, .tomorrow, .yesterday, .noDate, .isoDate, .twoMeanings,
        .slashDate where token.extra != 0:
        return word(index)
      case .every where tokens.count <= 6: return word(index)
      default: continue
      }
    }
    // "first week of June" is nothing but time; "march on" and "the last minute" are not.
    guard tokens.count <= 8, tokens.allSatisfy({ $0.kind.rawValue > TimeToken.Kind.slash.rawValue }) else { return nil }
    return tokens.indices.first { index in
      switch tokens[index].kind {
      case .month: tokens[index].value != 3 && tokens[index].value != 5
      case .unit: index > 0 && tokens[index - 1].kind == .number
      default: false
      }
    }.map(word)
  }

  /// Joins a day and a time that stand apart: "lunch with Sam on friday, the place opens at 12:30".
  static func joined(_ found: [TimePhraseReader.Found]) -> [TimePhraseReader.Found] {
    guard found.count == 2 else { return found }
    let joined: TimePhrase
    switch (found[0].phrase, found[1].phrase) {
    case (.day(let day), .clock(let clock)), (.clock(let clock), .day(let day)): joined = .at(day, clock)
    case (.bound(.by, .day(let day)), .clock(let clock)): joined = .bound(.by, .at(day, clock))
    default: return found
    }
    return [
      TimePhraseReader.Found(
        phrase: joined, span: found[0].span.lowerBound..<found[1].span.upperBound, isPast: found[0].isPast)
    ]
  }
}
