/// Lays names along a line, with one of their words where it was found.
struct NameAligner {
  let line: NameLine

  /// Words of a line that stand for words of a name.
  private struct Step {
    var tokens: Range<Int>
    var words: Range<Int>
    var edits = 0

    /// A letter that stands for a person's name.
    var isInitial = false

    /// Taken for another word although it is one itself.
    var isForced = false

    /// Singular for plural, or a possessive: a form of the word, no slip.
    var isForm = false
  }

  /// The best way in which a name stands around a word of the line, if it does.
  ///
  /// - Parameters:
  ///   - record: The record under one of its names.
  ///   - words: The name's folded words.
  ///   - clue: The word that was found, and where.
  /// - Returns: The alignment, or nothing where the name does not stand.
  func alignment(of record: NamedRecord, _ words: [String], at clue: NameClue) -> NameAlignment? {
    var best: NameAlignment?
    for place in words.indices where words[place] == clue.word {
      guard let anchor = step(from: clue.token, words, place, record, isSupported: words.count > 1),
        let found = whole(record, words, anchor) ?? loose(record, words, anchor, clue)
      else { continue }
      if let other = best, !NameAlignment.precedes(found, other) { continue }
      best = found
    }
    return best ?? handle(record, words, clue)
  }

  // MARK: Words

  /// How a typed word stands for one word of a name, if it does.
  private func near(
    _ index: Int, _ words: [String], _ place: Int, _ record: NamedRecord, isSupported: Bool
  ) -> Step? {
    let (typed, word) = (line.tokens[index].text, words[place])
    var step = Step(tokens: index..<index + 1, words: place..<place + 1)
    if typed == word { return step }
    if record.kind == .person, typed.utf8.count == 1, word.hasPrefix(typed),
      !line.traits[index].isDisjoint(with: [.letter, .capital])
    {
      step.isInitial = true
      return step
    }
    guard !line.isStop(index), line.mayBeNear(index, word) else { return nil }
    if Self.isForm(typed, of: word) {
      step.isForm = true
      step.edits = 1
      return step
    }
    var length = EditDistance.letters(of: typed)
    if isSupported, length > 2 { length = max(length, EditDistance.letters(of: word)) }
    var limit = EditDistance.allowed(forLength: length)
    if line.isKnown(index) {
      limit = min(limit, isSupported ? 1 : 0)
      step.isForced = true
    }
    guard limit > 0, let edits = EditDistance.between(typed, word, limit: limit), !NameLine.hasDigit(typed),
      !NameLine.hasDigit(word)
    else { return nil }
    step.edits = edits
    return step
  }

  /// Whether one word is the other's plural or possessive: `sams list` is typed for `sam's list`.
  private static func isForm(_ typed: String, of word: String) -> Bool {
    let (short, long) = typed.utf8.count < word.utf8.count ? (typed.utf8, word.utf8) : (word.utf8, typed.utf8)
    return long.count == short.count + 1 && short.count > 2 && long.last == UInt8(ascii: "s")
      && long.starts(with: short)
  }

  /// The words from a token on that stand for those of a name from a place on: one for one, joined or split.
  private func step(
    from token: Int, _ words: [String], _ place: Int, _ record: NamedRecord, isSupported: Bool
  ) -> Step? {
    guard line.tokens.indices.contains(token), words.indices.contains(place) else { return nil }
    var best = near(token, words, place, record, isSupported: isSupported)
    if best?.edits == 0 { return best }
    let typed = line.tokens[token].text
    guard typed.utf8.first == words[place].utf8.first else { return best }
    if typed.utf8.count < words[place].utf8.count {
      guard token + 1 < line.tokens.count, !line.isStop(token), !line.isStop(token + 1) else { return best }
      let joined = typed + line.tokens[token + 1].text
      // A word that stands in a name by itself is no misspelt end of another: `smart export eu`.
      let isApart = line.traits[token + 1].contains(.held)
      if let edits = joinedEdits(joined, words[place]), edits < best?.edits ?? .max, !isApart || edits == 1 {
        best = Step(tokens: token..<token + 2, words: place..<place + 1, edits: edits)
      }
    } else if place + 1 < words.count {
      var joined = words[place]
      for end in place + 1..<words.count where joined.utf8.count < typed.utf8.count {
        joined += words[end]
        if let edits = joinedEdits(typed, joined), edits < best?.edits ?? .max {
          best = Step(tokens: token..<token + 1, words: place..<end + 1, edits: edits)
        }
      }
    }
    return best
  }

  /// What it costs that words were joined or split: one edit, and one slip may come on top.
  private func joinedEdits(_ typed: String, _ word: String) -> Int? {
    let limit = min(1, EditDistance.allowed(forLength: EditDistance.letters(of: typed)))
    return EditDistance.between(typed, word, limit: limit).map { $0 + 1 }
  }

  // MARK: Whole names

  private func whole(_ record: NamedRecord, _ words: [String], _ anchor: Step) -> NameAlignment? {
    guard anchor.tokens.upperBound + words.count - anchor.words.upperBound <= line.tokens.count + words.count / 2
    else { return nil }
    var steps: [Step] = []
    steps.reserveCapacity(words.count)
    steps.append(anchor)
    var last = anchor
    while last.words.upperBound < words.count {
      guard let next = step(from: last.tokens.upperBound, words, last.words.upperBound, record, isSupported: true)
      else { return nil }
      steps.append(next)
      last = next
    }
    var first = anchor
    while first.words.lowerBound > 0 {
      guard let before = step(endingAt: first, words, record) else { return nil }
      steps.append(before)
      first = before
    }
    let range = first.tokens.lowerBound..<last.tokens.upperBound
    guard isPlausible(steps, words, range) else { return nil }
    var found = alignment(record, words, steps, range, .whole)
    found.isWeak =
      found.edits == 0 && (words.count == 1 || record.kind != .status)
      && range.allSatisfy { line.isStop($0) && !line.traits[$0].contains(.capital) }
    return found
  }

  /// The step that ends where another begins.
  private func step(endingAt next: Step, _ words: [String], _ record: NamedRecord) -> Step? {
    let (token, place) = (next.tokens.lowerBound - 1, next.words.lowerBound - 1)
    guard token >= 0 else { return nil }
    if let one = step(from: token, words, place, record, isSupported: true), one.tokens.count == 1,
      one.words.count == 1
    {
      return one
    }
    if token > 0, let two = step(from: token - 1, words, place, record, isSupported: true), two.tokens.count == 2 {
      return two
    }
    for first in (0..<place).reversed() {
      if let joined = step(from: token, words, first, record, isSupported: true), joined.tokens.count == 1,
        joined.words.upperBound == place + 1
      {
        return joined
      }
    }
    return nil
  }

  private func isPlausible(_ steps: [Step], _ words: [String], _ range: Range<Int>) -> Bool {
    let edits = steps.reduce(0) { $0 + $1.edits }
    guard edits > 0 || steps.contains(where: \.isInitial) else { return true }
    guard !line.isDivided(range) else { return false }
    guard let only = steps.first, words.count == 1 else {
      // What is no word by itself must show that the name is meant.
      let exact = steps.count { $0.edits == 0 && !$0.isInitial }
      if steps.contains(where: { $0.isForced }), exact < steps.count - 1 { return false }
      if steps.allSatisfy(\.isInitial) { return false }
      let letters = words.reduce(0) { $0 + $1.utf8.count }
      if letters < 4 * words.count, steps.count(where: { $0.edits > 0 && !$0.isForm }) == steps.count { return false }
      return edits <= max(2, letters / 4)
    }
    if only.isForm { return !line.isKnown(range.lowerBound) }
    // A word that others hold, or that the grammar knows, is no slip; short words are never guessed, middling ones by
    // one slip.
    let letters = EditDistance.letters(of: words[0])
    guard !only.isForced, !(only.tokens.count == 1 && line.isHeld(range.lowerBound)), letters > 3 else { return false }
    return edits == 1 || letters > 7 || only.tokens.count > 1
  }

  // MARK: Parts of names

  /// Words of a name in any order, some of them perhaps left out.
  private func loose(
    _ record: NamedRecord, _ words: [String], _ anchor: Step, _ clue: NameClue
  ) -> NameAlignment? {
    guard anchor.tokens.count == 1, anchor.words.count == 1, !line.isStop(anchor.tokens.lowerBound), !anchor.isForced,
      words.count > 1, words.count <= 64
    else { return nil }
    var steps = [anchor]
    var used = UInt64(1) << UInt64(anchor.words.lowerBound)
    var place = anchor.words.lowerBound
    var range = anchor.tokens
    while let next = free(range.upperBound, words, used, after: place, record) {
      used |= 1 << UInt64(next.words.lowerBound)
      place = next.words.lowerBound
      range = range.lowerBound..<range.upperBound + 1
      steps.append(next)
    }
    while let before = free(range.lowerBound - 1, words, used, after: nil, record) {
      used |= 1 << UInt64(before.words.lowerBound)
      range = range.lowerBound - 1..<range.upperBound
      steps.append(before)
    }
    steps.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    while let last = steps.last, line.isStop(last.tokens.lowerBound), !last.isInitial { steps.removeLast() }
    while let first = steps.first, line.isStop(first.tokens.lowerBound), !first.isInitial { steps.removeFirst() }
    guard let first = steps.first, let last = steps.last else { return nil }
    range = first.tokens.lowerBound..<last.tokens.upperBound
    let missing = words.indices.filter { place in !steps.contains { $0.words.lowerBound == place } }
    var found = alignment(record, words, steps, range, missing.isEmpty ? .turned : .part)
    found.dropped = missing.reduce(0) { $0 + words[$1].utf8.count }
    if record.kind == .team, missing.allSatisfy({ TeamTitle.words.contains(words[$0]) }) {
      found.fit = isInOrder(steps) ? .whole : .turned
      found.dropped = 0
    }
    return isTelling(found, steps, words, clue) ? found : nil
  }

  private func isInOrder(_ steps: [Step]) -> Bool {
    zip(steps, steps.dropFirst()).allSatisfy { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// A word of the line as one of a name's words that none stands for yet; the one in order before others.
  private func free(
    _ token: Int, _ words: [String], _ used: UInt64, after place: Int?, _ record: NamedRecord
  ) -> Step? {
    guard line.tokens.indices.contains(token) else { return nil }
    var best: Step?
    for offset in words.indices {
      let place = (offset + (place ?? -1) + 1) % words.count
      guard used & 1 << UInt64(place) == 0, let near = near(token, words, place, record, isSupported: false),
        !near.isForced, near.edits < best?.edits ?? .max
      else { continue }
      best = near
      if near.edits == 0, !near.isInitial { break }
    }
    return best
  }

  /// Whether a part says which name is meant.
  private func isTelling(_ found: NameAlignment, _ steps: [Step], _ words: [String], _ clue: NameClue) -> Bool {
    guard !line.isDivided(found.tokens) else { return false }
    guard steps.contains(where: { $0.edits == 0 && !$0.isInitial && !line.isStop($0.tokens.lowerBound) }) else {
      return false
    }
    if found.fit != .part { return found.edits <= 2 }
    let all = words.reduce(0) { $0 + $1.utf8.count }
    let typed = all - found.dropped
    if steps.count > 1 { return 2 * typed >= all && found.edits <= 2 }
    // One word alone, that few names hold and that neither the grammar nor a neighbour claims.
    let index = found.tokens.lowerBound
    return clue.spread <= NameClue.few && typed >= 4 && !line.isKnown(index) && 3 * typed >= all
      && !line.isStrange(index - 1) && !line.isStrange(index + 1)
  }

  // MARK: Handles

  /// `@praman` for Priya Raman.
  private func handle(_ record: NamedRecord, _ words: [String], _ clue: NameClue) -> NameAlignment? {
    guard record.kind == .person, line.traits[clue.token].contains(.handle), words.count > 1,
      let initial = words[0].first, let last = words.last,
      line.tokens[clue.token].text == "\(initial)\(last)"
    else { return nil }
    return NameAlignment(
      record: record, tokens: clue.token..<clue.token + 1, size: words.count, fit: .turned, edits: 0)
  }

  private func alignment(
    _ record: NamedRecord, _ words: [String], _ steps: [Step], _ range: Range<Int>, _ fit: NameAlignment.Fit
  ) -> NameAlignment {
    NameAlignment(
      record: record, tokens: range, size: words.count,
      fit: fit == .whole && steps.contains(where: \.isInitial) ? .turned : fit,
      edits: steps.reduce(0) { $0 + $1.edits },
      forced: steps.count { $0.edits > 0 && !$0.isForm && $0.tokens.count == 1 && line.isHeld($0.tokens.lowerBound) },
      strangeStarts: steps.count {
        line.tokens[$0.tokens.lowerBound].text.unicodeScalars.first
          != words[$0.words.lowerBound].unicodeScalars.first
      })
  }
}

/// Words that people put beside a team's name: `the payments team`, `team payments`.
enum TeamTitle {
  static let words: Set<String> = ["team", "squad", "crew", "group", "folks"]
}
