import Times

// Texts in which no phrase was found.
extension PhraseFinder {
  /// Words that are a time only when nothing else is said: "right now", "morning", "soon".
  func alone() -> TimePhrase? {
    let text = String(decoding: bytes.prefix(48), as: UTF8.self).lowercased()
    let plain = text.filter { !".!?".contains($0) }
    switch plain {
    case "right now", "just now", "immediately", "straight away", "right away", "at once", "at this moment",
      "at this time",
      "currently":
      return .now
    case "soon", "asap", "as soon as possible", "later", "in a bit", "in a while", "in a moment", "sometime",
      "some time",
      "someday", "shortly", "eventually", "one of these days", "the other day", "one day", "these days", "recently",
      "soonish", "later on", "another time", "from time to time", "every so often", "every now and then",
      "occasionally",
      "regularly":
      return .open(.vague(text))
    default: break
    }
    let words = tokens.filter { $0.kind != .the && $0.kind != .stop && $0.kind != .in && $0.kind != .at }
    guard words.count == 1, let word = words.first else { return nil }
    switch word.kind {
    case .part: return DayPart(rawValue: word.value).map { .clock(.part($0)) }
    case .lunch: return .clock(.part(.noon))
    default: return nil
    }
  }

  /// A word that can only be of time in a text in which no phrase was understood.
  var stranded: TimeQuestion? {
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .noTime where tokens.count <= 3: return .noSuchTime(word(index))
      case .oclock where index > 0 && kind(index - 1) == .number:
        return .noSuchTime("\(word(index - 1)) \(word(index))")
      case .unit where token.value == TimeUnit.week.rawValue && kind(index + 1) == .number && tokens.count <= 3:
        return .noSuchDay("\(word(index)) \(word(index + 1))")
      case .weekday where token.extra == 0, .weekdays, .ago, .tomorrow, .yesterday, .noDate, .isoDate, .twoMeanings,
        .slashDate where token.extra != 0:
        return .notUnderstood(word(index))
      case .every where tokens.count <= 6: return .notUnderstood(word(index))
      case .dayLike where index > 0 && [.next, .last, .this, .the, .every, .ordinalWord].contains(kind(index - 1)):
        return .notUnderstood(word(index))
      case .month
      where kind(index - 1) == .number && token.extra == 0 && tokens[index - 1].value > 31
        && tokens[index - 1].extra == 2:
        return .noSuchDay("\(word(index - 1)) \(word(index))")
      case .month where kind(index - 1) == .of && index > 2: return .notUnderstood(word(index - 2))
      case .meridiem where kind(index - 1) == .number && tokens.count <= 4: return .noSuchTime(word(index - 1))
      default: continue
      }
    }
    return strandedUnit ?? strandedMonth ?? strandedEdge ?? strandedYear
  }

  /// "in 3 zorks", "every 3 zorks", "two zorks from now", as all that is said.
  private var strandedUnit: TimeQuestion? {
    let kinds = tokens.map(\.kind)
    let isCount = { (kind: TimeToken.Kind) in kind == .number || kind == .numberWord || kind == .a }
    guard kinds.count == 3, kinds[0] == .in, isCount(kinds[1]), kinds[1] != .a,
      kinds[2] == .word || kinds[2] == .dayLike
    else { return nil }
    return .notUnderstood(word(2))
  }

  /// "half past gorp", "mid-flarch", "by the end of smarch", as all that is said.
  private var strandedEdge: TimeQuestion? {
    guard tokens.count <= 6, let last = tokens.indices.last, kind(last) == .word || kind(last) == .dayLike else {
      return nil
    }
    let kinds = tokens.map(\.kind)
    let isSpoken =
      kinds.count <= 4 && (kinds[0] == .half || kinds[0] == .unit || kinds[0] == .a && kinds[1] == .unit)
      && (kind(last - 1) == .past || kind(last - 1) == .to)
    let isMiddle = kinds[0] == .middle && kinds.count <= 3
    // "the 3rd of smarch", "3 smarch 2025"
    let isDate =
      kinds.count >= 3 && kind(last - 1) == .of && (kind(last - 2) == .ordinal || kind(last - 2) == .number)
      && (kinds[0] == .on || kinds[0] == .the || kinds[0] == .ordinal)
    if isDate { return .notUnderstood(word(last)) }
    let isEnd = [.by, .until, .before, .after, .since].contains(kinds[0]) && kinds.contains(.ending)
    return isSpoken || isMiddle || isEnd ? .notUnderstood(word(last)) : nil
  }

  /// A date with an unknown month, such as "3 smarch 2025".
  private var strandedYear: TimeQuestion? {
    guard tokens.count == 3, kind(0) == .number || kind(0) == .ordinal, kind(1) == .word || kind(1) == .dayLike,
      kind(2) == .number, tokens[2].extra == 4, (1_900...2_199).contains(tokens[2].value)
    else { return nil }
    return .notUnderstood(word(1))
  }

  /// "first week of June" is nothing but time; "march on" and "the last minute" are not.
  private var strandedMonth: TimeQuestion? {
    guard tokens.count <= 8, tokens.allSatisfy({ $0.kind.rawValue > TimeToken.Kind.slash.rawValue }) else { return nil }
    return tokens.indices.first { index in
      switch tokens[index].kind {
      case .month: tokens[index].value != 3 && tokens[index].value != 5
      case .unit: index > 0 && tokens[index - 1].kind == .number
      default: false
      }
    }.map { .notUnderstood(word($0)) }
  }
}
