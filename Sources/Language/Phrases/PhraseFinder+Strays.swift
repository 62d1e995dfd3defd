import Times

// Words beside a phrase that change its meaning in a way that was not understood.
extension PhraseFinder {
  /// A word right before a phrase that changes it: "not friday", "any friday", "two fridays", "next frobday at 5".
  func strayBefore(_ start: Int, after previousEnd: Int, _ phrase: TimePhrase) -> String? {
    let index = start - 1
    guard index >= previousEnd, index >= 0 else { return nil }
    switch tokens[index].kind {
    case .any:
      return PhraseParser.isLength(phrase) ? nil : word(index)
    case .not, .every, .alternate, .joint, .ago, .few, .couple, .adverb, .twoMeanings, .except, .noDate, .noTime,
      .dayLike:
      return word(index)
    case .next, .last, .ordinalWord, .ordinal, .first, .half: return word(index)
    case .numberWord, .number:
      switch tokens[start].kind {
      case .weekday, .weekdays, .unit, .month, .today, .tomorrow, .tonight, .yesterday, .holiday: return word(index)
      default: return nil
      }
    case .before, .after, .unit, .later: return word(index)
    case .past: return word(index)
    case .early, .late, .middle:
      switch tokens[start].kind {
      case .weekday, .month, .this, .next, .last, .today, .tomorrow, .quarterName, .tonight: return word(index)
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
    case .dash where kind(index - 1) == .number && (PhraseParser.isLength(phrase) || isShift(phrase)):
      return word(index - 1)
    case .times: return word(index)
    case .month where tokens[index].extra == 0 && tokens[index].value != 3 && tokens[index].value != 5:
      return word(index)
    case .ending, .starting: return word(index)
    case .of where index > 0:
      // "the end of friday" was read; "the friday of friday" and "the eve of 3 May" were not.
      switch tokens[index - 1].kind {
      case .weekday, .unit, .part, .ordinal, .ordinalWord, .ending, .starting, .dayLike, .season: return word(index - 1)
      case .word where kind(index - 2) == .ordinalWord || kind(index - 2) == .ordinal: return word(index - 1)
      default: return nil
      }
    case .word: return unknownDay(index, start, phrase)
    default: return nil
    }
  }

  /// "next frobday at 5", "two zorks from now": a word that nobody knows where the day or the unit should stand.
  private func unknownDay(_ index: Int, _ start: Int, _ phrase: TimePhrase) -> String? {
    switch phrase {
    case .clock:
      let before = kind(index - 1)
      return [.next, .last, .this, .every].contains(before) && !isEvent(index) ? word(index) : nil
    case .bound(.from, .now), .bound(.from, .day(.away(0))):
      return kind(index - 1) == .number || kind(index - 1) == .numberWord ? word(index) : nil
    default: return nil
    }
  }

  /// Whether a word names something that takes place, so that "next standup at 5" has no day to be understood.
  private func isEvent(_ index: Int) -> Bool { false }

  /// An unknown word between a phrase and another word of time nearby, in a text that is expected to say one time.
  ///
  /// "at 10 blurg eastern time", "the day tworth before friday": half of what was said would be lost.
  func unknownWithin(_ start: Int, _ end: Int) -> String? {
    if tokens.count <= 7, kind(start - 1) == .of, kind(start - 2) == .word { return word(start - 2) }
    if kind(start - 1) == .than { return word(start - 1) }
    // "when ENG-42 is zork, or friday"
    if kind(start - 1) == .or, [.when, .once, .as].contains(kind(0)) { return word(0) }
    if let index = opener(before: start) { return word(index) }
    if let index = gap(from: start - 1, step: -1) ?? gap(from: end, step: 1) { return word(index) }
    return nil
  }

  /// The unknown word that keeps "by", "every" or the number of a day from a phrase: "every blurg friday".
  private func opener(before start: Int) -> Int? {
    guard kind(start - 1) == .word else { return nil }
    var index = start - 2
    if kind(index) == .word { index -= 1 }
    switch kind(index) {
    case .every, .not, .other, .except: return index == start - 2 ? start - 1 : nil
    case .by, .until, .since, .before, .after, .from, .within:
      switch tokens[start].kind {
      case .on, .at, .in, .by, .until, .every: return nil
      default: return index == 0 || [.not, .no, .up, .stop, .comma].contains(kind(index - 1)) ? start - 1 : nil
      }
    case .number, .ordinal: return index == start - 2 && tokens[start].kind == .month ? start - 1 : nil
    default: return nil
    }
  }

  /// The unknown word nearest to a phrase when a word of time lies behind it.
  private func gap(from first: Int, step: Int) -> Int? {
    var unknown: Int?
    var index = first
    for _ in 0..<4 {
      switch kind(index) {
      case .word: unknown = unknown ?? index
      case .dayLike: return index
      case .number where step > 0 && tokens[index].extra == 4 && (1_900...2_199).contains(tokens[index].value):
        return unknown
      case .of, .the, .at, .in, .on, .to, .dash, .from, .a, .and, .this, .number, .numberWord, .ordinal: break
      case .comma where step > 0 && kind(index + 2) == .number: break
      case .between where step < 0, .thing: return unknown
      // "I am awake" is no time.
      case .meridiem where [.number, .numberWord, .clock, .decimal, .approx].contains(kind(index - 1)) || step > 0:
        return unknown
      case .weekday where tokens[index].extra == 0, .month where tokens[index].value != 3 && tokens[index].value != 5,
        .weekdays, .part, .oclock, .ago, .hence, .latest, .earliest, .today, .tomorrow, .yesterday, .noTime,
        .noDate, .weekend, .lunch, .ownZone, .zone, .unit:
        return unknown
      default: return nil
      }
      index += step
    }
    return nil
  }

  /// A word right behind a phrase that changes it: "friday after next", "tomorrow ago", "monday or so".
  func strayBehind(_ end: Int, _ phrase: TimePhrase) -> String? {
    guard end < tokens.count else { return nil }
    let next = kind(end + 1)
    var isDay = false
    var isPeriod = false
    switch phrase {
    case .day, .at, .bound(_, .day), .range: isDay = true
    case .period, .bound(_, .period): isPeriod = true
    default: break
    }
    switch tokens[end].kind {
    case .ago, .hence, .joint, .past, .adverb, .twoMeanings, .unknownZone, .not, .unit, .unitSuffix, .meridiem, .oclock,
      .except, .noDate, .noTime, .approx, .dayLike:
      return word(end)
    case .until, .commencing:
      if case .recurrence = phrase { return word(end) }
      return nil
    case .before, .after: return word(end)
    case .early, .late: return isDay && [.part, .in, .end, .stop].contains(next) ? word(end) : nil
    case .zone where isTimed(phrase), .ownZone where isTimed(phrase): return word(end)
    case .next, .last: return next == .end || next == .stop ? word(end) : nil
    case .of where isDay || isPeriod: return isLabelled(end + 1) ? nil : word(end)
    case .at where next == .noTime || next == .noDate: return word(end + 1)
    case .at where isDay && next == .the && (kind(end + 2) == .latest || kind(end + 2) == .earliest):
      return word(end + 2)
    case .at where isDay && next == .number && !isFollowedByCount(end + 1): return word(end + 1)
    case .at where isDay && next == .number && kind(end + 2) == .word && kind(end + 3) == .end: return word(end + 2)
    case .the where isDay && next == .ordinal && [.end, .stop, .comma].contains(kind(end + 2)): return word(end + 1)
    case .or: return [.function, .later, .the, .end].contains(next) ? word(end) : nil
    case .word where next == .time && isTimed(phrase): return word(end)
    case .number, .decimal, .slashDate, .shortYear:
      return isDay && (next == .end || next == .stop || next == .comma || next == .dash) ? word(end) : nil
    case .earliest, .latest: return word(end)
    case .and where isDay && next == .number, .comma where isDay && next == .number:
      // "June 3 and 4": a number that ends the sentence is a further day.
      let behind = kind(end + 2)
      return behind == .end || behind == .stop || behind == .comma || behind == .and ? word(end + 1) : nil
    case .dash where isDay || isTimed(phrase), .to where isDay || isTimed(phrase),
      .through where isDay || isTimed(phrase):
      switch next {
      case .weekday, .month, .clock, .ordinal, .today, .tomorrow, .isoDate, .slashDate, .decimal, .noTime:
        return word(end)
      default: return nil
      }
    default: return nil
    }
  }

  /// "the first monday of ENG-42" is not of time; "last friday of the team" is the friday.
  private func isLabelled(_ index: Int) -> Bool {
    switch kind(index) {
    case .month, .this, .next, .last, .every, .number, .ordinal, .unit, .quarterName, .the, .end, .weekday: false
    default: true
    }
  }

  private func isFollowedByCount(_ index: Int) -> Bool {
    switch kind(index + 1) {
    case .word, .label, .guarded: true
    default: false
    }
  }

  private func isShift(_ phrase: TimePhrase) -> Bool {
    if case .shift = phrase { return true }
    return false
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
    case .recurrence(let phrase): !phrase.clocks.isEmpty
    default: false
    }
  }
}
