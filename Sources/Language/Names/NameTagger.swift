/// Finds names of records in the words of a line, misspelt, shortened or turned round.
///
/// Words are looked up one by one and names joined around them, the rarest words first, so that no name is compared as
/// a whole unless one of its words is there; of words that many names hold, two together are looked up.
///
/// Not generic over the index: a generic type would be compiled for none that another module has.
struct NameTagger {
  private let names: any NameIndex
  private var line: NameLine
  private var clues: [NameClue] = []
  private var hits: [Hit] = []
  private var loaded: [Int: (record: NamedRecord, words: [String])] = [:]
  private var found: [NameAlignment] = []

  /// Where whole names stand.
  private var wholes: [Range<Int>] = []

  /// The names that were compared, and how many hits led to each.
  private var compared: [Int: Int] = [:]

  /// A name that a clue leads to.
  private struct Hit {
    var entry: NameEntry
    var clue: Int
  }

  /// More misspelt words than this are not looked up in one line, and so many of the words that each may be.
  private static let lookups = 12
  private static let similars = 12

  /// Two words of one name stand no further apart than this.
  private static let reach = 3

  /// Longer runs of common words are not looked up as one name.
  private static let longest = 6

  /// So many names are compared with the line at most, the likeliest first.
  private static let comparisons = 24

  private init(names: any NameIndex, line: NameLine) {
    self.names = names
    self.line = line
  }

  static func candidates(_ names: any NameIndex, _ line: NameLine) -> [Candidate] {
    var tagger = NameTagger(names: names, line: line)
    tagger.lookUpWords()
    tagger.lookUpRuns()
    tagger.compare()
    tagger.lookUpTogether()
    tagger.compare()
    tagger.lookUpOpenWords()
    return NameRanking(names: names, line: tagger.line).candidates(tagger.found)
  }

  // MARK: Words as typed

  private mutating func lookUpWords() {
    for index in line.tokens.indices {
      let word = line.tokens[index].text
      if add(NameClue(token: index, word: word, spread: 0)) {
        line.traits[index].insert(.held)
      } else if !line.isStop(index), word.utf8.count > 3 {
        let form = word.last == "s" ? String(word.dropLast()) : word + "s"
        add(NameClue(token: index, word: form, edits: 1, spread: 0))
      }
    }
    for index in line.tokens.indices.dropFirst() where mayBeJoined(index - 1) {
      let word = line.tokens[index - 1].text + line.tokens[index].text
      add(NameClue(token: index - 1, length: 2, word: word, edits: 1, spread: 0))
    }
  }

  /// Whether two neighbours may be one word of a name: `web hooks`.
  private func mayBeJoined(_ index: Int) -> Bool {
    guard line.tokens[index + 1].gap.rawValue < Token.Gap.comma.rawValue else { return false }
    if line.tokens[index + 1].gap == .hyphen { return true }
    return !line.isStop(index) && !line.isStop(index + 1) && !(line.isHeld(index) && line.isHeld(index + 1))
      && !(line.isKnown(index) && line.isKnown(index + 1))
  }

  /// Looks a word up.
  ///
  /// - Returns: Whether any name holds it.
  @discardableResult private mutating func add(_ clue: NameClue) -> Bool {
    let entries = names.names(holding: clue.word, limit: NameClue.limit)
    guard !entries.isEmpty else { return false }
    var clue = clue
    clue.spread = entries.count
    for entry in entries { hits.append(Hit(entry: entry, clue: clues.count)) }
    clues.append(clue)
    return true
  }

  /// Looks up the names that hold two words which stand near each other, where the names of one would be too many.
  private mutating func lookUpTogether(from firstClue: Int = 0) {
    for one in firstClue..<max(firstClue, clues.count) where clues[one].spread > NameClue.few {
      for other in 0..<one where clues[other].spread > NameClue.few {
        let isKnown = !clues[one].isCommon && !clues[other].isCommon
        let distance = abs(clues[one].token - clues[other].token)
        guard !isKnown, distance > 0, distance <= Self.reach, clues[one].edits + clues[other].edits < 3,
          !isCovered(clues[one].token, clues[other].token)
        else { continue }
        for entry in names.names(holding: clues[one].word, and: clues[other].word, limit: NameClue.limit) {
          hits.append(Hit(entry: entry, clue: one))
          hits.append(Hit(entry: entry, clue: other))
        }
      }
    }
  }

  /// Looks up names that consist of common words which stand side by side.
  private mutating func lookUpRuns(from firstClue: Int = 0) {
    for clue in firstClue..<max(firstClue, clues.count) where clues[clue].isCommon && clues[clue].length == 1 {
      let run = run(around: clue)
      guard let place = run.firstIndex(of: clue) else { continue }
      for first in 0...place {
        for end in place + 1...run.count
        where end > first + 1 && end <= first + Self.longest && (firstClue > 0 || end == place + 1) {
          for entry in names.names(of: run[first..<end].map { clues[$0].word }, limit: NameClue.few) {
            for clue in run[first..<end] { hits.append(Hit(entry: entry, clue: clue)) }
          }
        }
      }
    }
  }

  /// The clues on the tokens around one that are common words as typed, and the one itself.
  private func run(around clue: Int) -> [Int] {
    var run = [clue]
    func neighbour(_ token: Int) -> Int? {
      clues.indices.first { clues[$0].token == token && clues[$0].isCommon && clues[$0].edits == 0 }
    }
    while run.count < 2 * Self.longest, let next = neighbour(clues[run[run.count - 1]].token + 1) { run.append(next) }
    while run.count < 2 * Self.longest, let before = neighbour(clues[run[0]].token - 1) { run.insert(before, at: 0) }
    return run
  }

  // MARK: Comparing

  /// Lays the names along the line that the clues found so far lead to.
  private mutating func compare() {
    hits.sort { ($0.entry, $0.clue) < ($1.entry, $1.clue) }
    var ranked: [(rank: Int, range: Range<Int>)] = []
    var start = 0
    while start < hits.count {
      var end = start + 1
      while end < hits.count, hits[end].entry == hits[start].entry { end += 1 }
      // Nothing new leads to the name since it was compared.
      if compared[hits[start].entry.number] != end - start, let rank = rank(start..<end) {
        ranked.append((rank, start..<end))
      }
      start = end
    }
    ranked.sort { ($0.rank, $0.range.lowerBound) < ($1.rank, $1.range.lowerBound) }
    let aligner = NameAligner(line: line)
    for (_, range) in ranked.prefix(Self.comparisons) {
      let entry = hits[range.lowerBound].entry
      compared[entry.number] = range.count
      guard !isExplained(range), let (record, words) = load(entry.number) else { continue }
      var tried = 0
      var covered = 0..<0
      for hit in hits[range] where tried < 6 && !covered.contains(clues[hit.clue].token) {
        tried += 1
        guard let alignment = aligner.alignment(of: record, words, at: clues[hit.clue]) else { continue }
        covered = alignment.tokens
        add(alignment)
      }
    }
  }

  /// How likely a name is meant by the clues that lead to it, the likeliest first; nothing when it cannot be.
  private func rank(_ range: Range<Int>) -> Int? {
    let size = hits[range.lowerBound].entry.size
    let first = clues[hits[range.lowerBound].clue]
    var words = first.isStart ? 2 : 1
    var token = first.token
    var weight = first.weight
    // Clues come in the order of their tokens, but for those of misspelt words.
    for hit in hits[range] where clues[hit.clue].token != token {
      token = clues[hit.clue].token
      words += 1
      weight += clues[hit.clue].weight
    }
    // Of the names that hold a common word only some were looked up.
    if words == 1, size > 1, first.isCommon || !mayStandAlone(first) { return nil }
    return max(0, size - words) - weight
  }

  /// Whether both of two words belong to one name that was found.
  private func isCovered(_ one: Int, _ other: Int) -> Bool {
    wholes.contains { $0.contains(one) && $0.contains(other) }
  }

  /// Whether one word may lead to a name of several: few names hold it, or a word beside it may be a misspelt one.
  private func mayStandAlone(_ clue: NameClue) -> Bool {
    if clue.edits == 0, clue.spread <= NameClue.several { return true }
    return line.mayBelong(clue.token - 1) || line.mayBelong(clue.token + clue.length)
  }

  /// Whether a name found so far holds every word that leads to another name, which would lack some of its own.
  private func isExplained(_ range: Range<Int>) -> Bool {
    let entry = hits[range.lowerBound].entry
    return wholes.contains { tokens in
      entry.size > tokens.count && hits[range].allSatisfy { tokens.contains(clues[$0.clue].token) }
    }
  }

  private mutating func load(_ number: Int) -> (record: NamedRecord, words: [String])? {
    if let name = loaded[number] { return name }
    loaded[number] = names.name(number)
    return loaded[number]
  }

  /// Takes an alignment; of several of one record on the same words the best stays.
  private mutating func add(_ alignment: NameAlignment) {
    if alignment.fit == .whole, !alignment.isWeak, !wholes.contains(alignment.tokens) {
      wholes.append(alignment.tokens)
    }
    let double = found.firstIndex { other in
      other.tokens == alignment.tokens && other.record.key == alignment.record.key
        && other.record.kind == alignment.record.kind
    }
    guard let double else {
      found.append(alignment)
      return
    }
    if NameAlignment.precedes(alignment, found[double]) { found[double] = alignment }
  }

  // MARK: Misspelt words

  /// Looks up what the words may be that no name found so far covers: misspelt, joined, or a handle.
  private mutating func lookUpOpenWords() {
    var isCovered = [Bool](repeating: false, count: line.tokens.count)
    for alignment in found where alignment.fit == .whole && !alignment.isWeak {
      // A misspelt name may go on where other names' words stand beside it.
      let tokens = alignment.tokens
      if !alignment.isExact, line.isHeldAlone(tokens.lowerBound - 1) || line.isHeldAlone(tokens.upperBound) { continue }
      for index in tokens { isCovered[index] = true }
    }
    let open = line.tokens.indices.filter { !isCovered[$0] && line.isOpen($0) }
    let firstClue = clues.count
    for index in open.prefix(Self.lookups) where !lookUpSimilar(index) {
      lookUpPieces(index)
    }
    guard clues.count > firstClue else { return }
    lookUpTogether(from: firstClue)
    lookUpRuns(from: firstClue)
    compare()
  }

  /// - Returns: Whether a word is but one slip away.
  private mutating func lookUpSimilar(_ index: Int) -> Bool {
    let similar = names.words(resembling: line.tokens[index].text)
    for word in similar.prefix(Self.similars) {
      add(NameClue(token: index, word: word.word, edits: word.edits, spread: 0))
    }
    return similar.first?.edits == 1
  }

  /// Looks up the words that a word may have been joined of: `smartexport`, or the surname behind `@p`.
  private mutating func lookUpPieces(_ index: Int) {
    let word = line.tokens[index].text
    guard !line.isHeld(index) else { return }
    if line.traits[index].contains(.handle), word.utf8.count > 3 {
      add(NameClue(token: index, word: String(word.dropFirst()), edits: 1, spread: 0))
    }
    guard word.utf8.count > 5, word.utf8.count <= EditDistance.longest else { return }
    for length in 2...max(2, word.unicodeScalars.count - 3) {
      let start = String(word.unicodeScalars.prefix(length))
      let entries = names.names(holding: start, limit: NameClue.limit)
      guard !entries.isEmpty else { continue }
      let whole =
        entries.count < NameClue.limit
        ? entries
        : names.names(holding: start, and: String(word.unicodeScalars.dropFirst(length)), limit: NameClue.limit)
      for entry in whole where entry.size > 1 { hits.append(Hit(entry: entry, clue: clues.count)) }
      clues.append(NameClue(token: index, word: start, edits: 1, isStart: true, spread: entries.count))
    }
  }
}
