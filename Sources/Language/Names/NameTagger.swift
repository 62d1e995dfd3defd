/// Finds names of records in the words of a line, misspelt, shortened or turned round.
///
/// Words are looked up one by one and names joined around them, so that no name is compared as a whole unless one of
/// its words is there. After Garbe's symmetric delete (SymSpell) in spirit; the index decides how words are found.
struct NameTagger<Names: NameIndex> {
  let names: Names
  let tokens: [Token]

  /// Whether a token is an everyday word of the grammar.
  let isStop: (Int) -> Bool

  /// Whether a token is a word of some phrase, so that it is no misspelt name by itself.
  let isKnown: (Int) -> Bool

  /// Whether a token was typed in capitals.
  let isCapital: (Int) -> Bool

  private static var limit: Int { 48 }

  /// More misspelt words than this are not looked up in one line.
  private static var lookups: Int { 12 }

  func candidates() -> [Candidate] {
    var found: [Alignment] = []
    var covered = [Bool](repeating: false, count: tokens.count)
    var seen: [Bool] = []
    for index in tokens.indices {
      var records = names.names(holding: tokens[index].text, limit: Self.limit)
      seen.append(!records.isEmpty)
      if records.count == Self.limit, index + 1 < tokens.count {
        records += names.names(holdingAll: [tokens[index].text, tokens[index + 1].text], limit: Self.limit)
      }
      for record in records { align(record, tokens[index].text, at: index, isOnly: records.count == 1, into: &found) }
    }
    for alignment in found where !alignment.isPartial && !alignment.isWeak {
      for index in alignment.tokens { covered[index] = true }
    }
    var lookups = 0
    for index in tokens.indices where !covered[index] && !seen[index] && !isStop(index) && !isKnown(index) {
      guard lookups < Self.lookups else { break }
      lookups += 1
      var similar = Array(names.words(resembling: tokens[index].text).prefix(6))
      if tokens[index].text.utf8.count == 3, tokens[index].text.last == "s" {
        similar.append(SimilarWord(word: String(tokens[index].text.dropLast()), edits: 1))
      }
      for similar in similar {
        let records = names.names(holding: similar.word, limit: Self.limit)
        for record in records { align(record, similar.word, at: index, isOnly: records.count == 1, into: &found) }
      }
    }
    return grouped(found)
  }

  /// Lays a name along the line with one of its words at a token.
  private func align(
    _ record: NamedRecord, _ word: String, at index: Int, isOnly: Bool, into found: inout [Alignment]
  ) {
    let words = Folding.words(of: record.alias)
    guard let place = words.firstIndex(of: word) else { return }
    let start = index - place
    var edits = 0
    var isWhole = start >= 0 && start + words.count <= tokens.count
    if isWhole, words.count == 1, tokens[start].text == word + "s" {
      edits = 1
    } else if isWhole {
      for (offset, word) in words.enumerated() {
        guard let distance = supportedDistance(tokens[start + offset].text, word) else {
          isWhole = false
          break
        }
        edits += distance
      }
    }
    if isWhole {
      let isWeak = words.count == 1 && edits == 0 && isStop(index) && !isCapital(index)
      // Short names made of everyday words are never guessed.
      // `sams list` is typed for `sam's list`.
      let isPossessive = words.count == 1 && tokens[start].text == words[0] + "s"
      if edits > 0, !isPossessive, words.allSatisfy({ $0.utf8.count < 4 }) { return }
      // One word alone must be long to be guessed through two slips.
      if edits > 1, words.count == 1, words[0].utf8.count < 8 { return }
      add(
        Alignment(
          record: record, tokens: start..<start + words.count, edits: edits, isPartial: false, words: words,
          isWeak: isWeak), to: &found)
      return
    }
    guard !isStop(index) else { return }
    if words.count == 2, place == 1, index + 1 < tokens.count,
      let distance = EditDistance.between(typed: tokens[index + 1].text, words[0])
    {
      add(
        Alignment(
          record: record, tokens: index..<index + 2, edits: distance, isPartial: true, words: words, isWeak: false),
        to: &found)
      return
    }
    partly(record, words, place, at: index, isOnly: isOnly, into: &found)
  }

  /// The distance between words when another word of the name is there: `blk import` may be *Bulk Import*.
  private func supportedDistance(_ typed: String, _ word: String) -> Int? {
    let length = typed.utf8.count < 3 ? typed.utf8.count : max(typed.utf8.count, word.utf8.count)
    return EditDistance.between(typed, word, limit: EditDistance.allowed(forLength: length))
  }

  /// Takes a run of a name's words, or a single one that no other name holds.
  private func partly(
    _ record: NamedRecord, _ words: [String], _ place: Int, at index: Int, isOnly: Bool, into found: inout [Alignment]
  ) {
    var edits = EditDistance.between(typed: tokens[index].text, words[place]) ?? 0
    var end = index + 1
    var word = place + 1
    while end < tokens.count, word < words.count {
      if let distance = EditDistance.between(typed: tokens[end].text, words[word]) {
        edits += distance
        end += 1
        word += 1
      } else if word + 1 < words.count, end > index,
        let distance = EditDistance.between(typed: tokens[end].text, words[word + 1])
      {
        edits += distance
        end += 1
        word += 2
      } else {
        break
      }
    }
    let count = end - index
    let letters = tokens[index..<end].reduce(0) { $0 + $1.text.utf8.count }
    let whole = words.reduce(0) { $0 + $1.utf8.count }
    let isDistinct = isOnly && edits == 0 && letters >= 4 && !isKnown(index) && 3 * letters >= whole
    guard count >= 2 && 2 * letters >= whole || isDistinct, !isStop(end - 1) else { return }
    add(
      Alignment(
        record: record, tokens: index..<end, edits: edits, isPartial: true, words: words, isWeak: false), to: &found)
  }

  private func add(_ alignment: Alignment, to found: inout [Alignment]) {
    let double = found.firstIndex { other in
      other.record.key == alignment.record.key && other.record.kind == alignment.record.kind
        && other.tokens == alignment.tokens
    }
    guard let double else {
      found.append(alignment)
      return
    }
    if Alignment.precedes(alignment, found[double]) { found[double] = alignment }
  }

  /// One candidate for each place and kind; the others that are as near become its rivals.
  private func grouped(_ found: [Alignment]) -> [Candidate] {
    let groups = Dictionary(grouping: found) { Place(tokens: $0.tokens, kind: $0.record.kind) }
    var candidates: [Candidate] = []
    for group in groups.values {
      let ranked = group.sorted(by: Alignment.precedes)
      guard let best = ranked.first else { continue }
      let reach = best.edits + (best.edits > 0 ? 1 : 0)
      var rivals: [NamedRecord] = []
      for other in ranked.dropFirst() where other.record.key != best.record.key {
        guard other.isPartial == best.isPartial, other.edits <= reach,
          !rivals.contains(where: { $0.key == other.record.key })
        else { continue }
        rivals.append(other.record)
      }
      if best.edits > 0, !best.isPartial { rivals += lookalikes(of: best, besides: rivals) }
      candidates.append(
        Candidate(
          kind: best.record.kind, tokens: best.tokens, value: best.record.name, key: best.record.key,
          edits: best.edits, isPartial: best.isPartial, isWeak: best.isWeak, rivals: Array(rivals.prefix(3))))
    }
    return candidates
  }

  /// Names that start as the misspelt one does and whose misspelt word has the same first letter.
  ///
  /// Somebody who types `bulk impor` may have *Bulk Invite* in mind as well as *Bulk Import*.
  private func lookalikes(of best: Alignment, besides rivals: [NamedRecord]) -> [NamedRecord] {
    guard best.words.count > 1, let typedLast = tokens[best.tokens].last?.text, typedLast != best.words.last,
      tokens[best.tokens.lowerBound].text == best.words[0]
    else { return [] }
    let near = names.names(holding: best.words[0], limit: Self.limit).filter { record in
      guard record.kind == best.record.kind, record.key != best.record.key,
        !rivals.contains(where: { $0.key == record.key })
      else { return false }
      let words = Folding.words(of: record.alias)
      return words.count == best.words.count && words.dropLast() == best.words.dropLast()
        && words.last?.utf8.first == typedLast.utf8.first
    }
    return near.count <= 2 ? near.sorted { ($0.name, $0.key) < ($1.name, $1.key) } : []
  }
}

/// A record's name laid along the line.
private struct Alignment {
  var record: NamedRecord
  var tokens: Range<Int>
  var edits: Int
  var isPartial: Bool
  var words: [String]
  var isWeak: Bool

  static func precedes(_ one: Alignment, _ other: Alignment) -> Bool {
    if one.isPartial != other.isPartial { return other.isPartial }
    if one.edits != other.edits { return one.edits < other.edits }
    if one.words.count != other.words.count { return one.words.count < other.words.count }
    let (left, right) = (one.record, other.record)
    return (left.name, left.key, left.alias) < (right.name, right.key, right.alias)
  }
}

private struct Place: Hashable {
  var tokens: Range<Int>
  var kind: SlotKind
}
