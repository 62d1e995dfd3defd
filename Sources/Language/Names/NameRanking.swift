/// Makes candidates of the names that were laid along a line.
struct NameRanking {
  let names: any NameIndex
  let line: NameLine

  private struct Place: Hashable {
    var tokens: Range<Int>
    var kind: SlotKind
  }

  /// One candidate for each place and kind; the others that are as near become its rivals.
  func candidates(_ found: [NameAlignment]) -> [Candidate] {
    let exact = found.filter { $0.isExact && !$0.isWeak }
    let standing = found.filter { alignment in
      // What is a name as it stands is no other name's part, or slip.
      alignment.isExact
        || !exact.contains {
          $0.tokens.lowerBound <= alignment.tokens.lowerBound
            && $0.tokens.upperBound >= alignment.tokens.upperBound
        }
    }
    let groups = Dictionary(grouping: standing) { Place(tokens: $0.tokens, kind: $0.record.kind) }
    return groups.values.flatMap { candidates(of: $0.sorted(by: NameAlignment.precedes)) }
  }

  private func candidates(of ranked: [NameAlignment]) -> [Candidate] {
    guard let best = ranked.first else { return [] }
    var rivals: [NamedRecord] = []
    func add(_ record: NamedRecord) {
      if record.key != best.record.key, !rivals.contains(where: { $0.key == record.key }) { rivals.append(record) }
    }
    for other in ranked.dropFirst() where best.rivals(other) { add(other.record) }
    if best.edits > 0, best.fit == .whole { for record in lookalikes(of: best) { add(record) } }
    let candidate = Candidate(
      kind: best.record.kind, tokens: best.tokens, value: best.record.name, key: best.record.key, edits: best.edits,
      isPartial: best.fit > .whole, isWeak: best.isWeak, rivals: Array(rivals.prefix(3)))
    guard best.record.kind == .team, let tokens = titled(best.tokens) else { return [candidate] }
    var titled = candidate
    titled.tokens = tokens
    return [candidate, titled]
  }

  /// A team's name with the word `team` beside it.
  private func titled(_ tokens: Range<Int>) -> Range<Int>? {
    func isTitle(_ index: Int) -> Bool {
      line.tokens.indices.contains(index) && TeamTitle.words.contains(line.tokens[index].text)
    }
    if tokens.contains(where: isTitle) { return nil }
    if isTitle(tokens.upperBound), !line.isDivided(tokens.lowerBound..<tokens.upperBound + 1) {
      return tokens.lowerBound..<tokens.upperBound + 1
    }
    return isTitle(tokens.lowerBound - 1) && !line.isDivided(tokens.lowerBound - 1..<tokens.upperBound)
      ? tokens.lowerBound - 1..<tokens.upperBound : nil
  }

  /// Names that start as the misspelt one does and whose misspelt word has the same first letter.
  ///
  /// Somebody who types `bulk impor` may have *Bulk Invite* in mind as well as *Bulk Import*.
  private func lookalikes(of best: NameAlignment) -> [NamedRecord] {
    let words = Folding.words(of: best.record.alias)
    guard words.count > 1, best.tokens.count == words.count, let typedLast = line.tokens[best.tokens].last?.text,
      typedLast != words.last, line.tokens[best.tokens.lowerBound].text == words[0]
    else { return [] }
    let entries = names.names(holding: words[0], limit: NameClue.limit)
    guard entries.count < NameClue.limit else { return [] }
    let near = entries.lazy.filter { $0.size == words.count }.compactMap { names.name($0.number) }.filter {
      record, other in
      record.kind == best.record.kind && record.key != best.record.key && other.dropLast() == words.dropLast()
        && other.last?.first == typedLast.first
    }.map(\.record)
    let sorted = near.sorted { ($0.name, $0.key) < ($1.name, $1.key) }
    return sorted.count <= 2 ? sorted : []
  }
}
