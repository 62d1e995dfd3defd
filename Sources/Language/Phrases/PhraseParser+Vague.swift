import Times

// Words of time that name no moment on which two people agree.
extension PhraseParser {
  /// "early next week", "late june", "this summer", "the last few days", "mother's day".
  mutating func vagueTime() -> TimePhrase? {
    let start = index
    func open(_ parser: PhraseParser) -> TimePhrase { .open(.vague(parser.words(from: start, to: parser.index))) }
    if isWord(0, "mother") || isWord(0, "mothers"), kind(1) == .unit, value(1) == TimeUnit.day.rawValue {
      index += 2
      return .open(.twoMeanings(words(from: start, to: index)))
    }
    if kind() == .in || kind() == .over || kind() == .during { index += 1 }
    _ = take(.the)
    switch kind() {
    case .early, .late, .middle:
      let isMiddle = kind() == .middle
      index += 1
      if kind() == .in { index += 1 }
      _ = take(.the)
      if !isMiddle, attempt({ $0.period(isPrepared: true) }) != nil { return open(self) }
      if kind() == .part, value() != DayPart.noon.rawValue, value() != DayPart.midnight.rawValue {
        index += 1
        return open(self)
      }
      guard !isMiddle, kind() != .word, attempt({ $0.dayWithPart(isPrepared: false) }) != nil else { return nil }
      return open(self)
    case .later where value() == 0 && (kind(1) == .this || kind(1) == .today):
      index += 1
      guard take(.today) || period(isPrepared: true) != nil else { return nil }
      return open(self)
    case .season:
      guard index > start || index > 0 && isSeasonOpener(-1) else { return nil }
      index += 1
      return endsName() ? open(self) : nil
    case .this, .next, .last:
      if kind(1) == .season {
        index += 2
        return endsName() ? open(self) : nil
      }
      guard kind(1) == .few || kind(1) == .couple && kind(2) == .few else { return nil }
      index += 2
      _ = take(.more)
      _ = take(.working)
      return unit() == nil ? nil : open(self)
    case .a where index > start:
      guard kind(1) == .vague, kind(2) == .end || kind(2) == .stop || kind(2) == .comma else { return nil }
      index += 2
      return open(self)
    default: return nil
    }
  }

  private func isSeasonOpener(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .by, .until, .before, .after, .since: true
    default: false
    }
  }

  /// "a few days", "several weeks", "some time".
  mutating func vagueLength() -> TimePhrase? {
    let start = index
    _ = take(.a)
    guard take(.few) else { return nil }
    _ = take(.more)
    _ = take(.working)
    guard unit() != nil else { return nil }
    _ = take(.ago)
    return .open(.vague(words(from: start, to: index)))
  }
}
