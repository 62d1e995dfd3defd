/// A way in which a line fits a phrase.
struct PhraseMatch {
  var intent: Int
  var pattern: Int

  /// The slots of the grammar that it fills, with what fills them.
  var fills: [(slot: Int, candidate: Candidate)]

  /// What speaks against it; 0 for the phrase word for word.
  var cost: Double

  /// Misspelt words of the phrase that were taken for others.
  var corrections: [(token: Int, word: Int, edits: Int)]

  /// The weight of the words that the phrase names.
  var literalWeight: Int

  /// The phrase is the name of a record and nothing else.
  var isName = false

  static func precedes(_ one: PhraseMatch, _ other: PhraseMatch) -> Bool {
    if one.cost != other.cost { return one.cost < other.cost }
    if one.literalWeight != other.literalWeight { return one.literalWeight > other.literalWeight }
    return one.pattern < other.pattern
  }
}

/// Walks the trie of phrases along a line: every word of the line must be in its place.
struct PhraseMatcher {
  let view: GrammarView
  let line: WorkingLine
  let range: Range<Int>

  /// Whether words that name no record may stand where a phrase wants a name.
  let takesUnknown: Bool

  private var steps = 0
  private var best: [Int: PhraseMatch] = [:]
  private var chosen: [Candidate] = []
  private var corrections: [(token: Int, word: Int, edits: Int)] = []

  /// The weights of the words walked along.
  private var weights: [Int] = []

  /// The words of the line that stand for words of the phrase.
  private var literals: [Int] = []

  /// A line with many free texts could be cut in very many ways; no more are tried.
  private static let stepLimit = 4_000
  private static let longestUnknownName = 5

  init(view: GrammarView, line: WorkingLine, range: Range<Int>, takesUnknown: Bool) {
    self.view = view
    self.line = line
    self.range = range
    self.takesUnknown = takesUnknown
  }

  /// The best fit of each intent, best first.
  mutating func matches() -> [PhraseMatch] {
    walk(TrieBuilder.phrases, range.lowerBound, cost: 0, weight: 0)
    return best.values.sorted(by: PhraseMatch.precedes)
  }

  private mutating func walk(_ node: Int, _ index: Int, cost: Double, weight: Int) {
    steps += 1
    guard steps < Self.stepLimit else { return }
    if index == range.upperBound {
      finish(node, cost: cost, weight: weight)
      return
    }
    for choice in line.words[index] {
      guard let next = view.next(node, choice.word) else { continue }
      let concept = view.wordConcept[choice.word]
      if choice.edits > 0 { corrections.append((index, choice.word, choice.edits)) }
      weights.append(line.isEveryday(index, view) ? 0 : view.conceptWeight[concept])
      literals.append(index)
      walk(next, index + 1, cost: cost + Double(choice.edits) * 3, weight: weight + view.conceptWeight[concept])
      weights.removeLast()
      literals.removeLast()
      if choice.edits > 0 { corrections.removeLast() }
    }
    var slots: [(kind: SlotKind, node: Int)] = []
    view.slotEdges(node) { kind, next in slots.append((kind, next)) }
    for (kind, next) in slots {
      for number in line.starting[index] {
        let candidate = line.candidates[number]
        guard candidate.kind == kind, candidate.tokens.upperBound <= range.upperBound else { continue }
        take(candidate, next, cost: cost + candidate.cost, weight: weight)
      }
      if kind.isName || kind == .item, index + 1 < range.upperBound, isStop(index) {
        // An article that the phrase does not foresee.
        for number in line.starting[index + 1] {
          let candidate = line.candidates[number]
          guard candidate.kind == kind, candidate.tokens.upperBound <= range.upperBound else { continue }
          take(candidate, next, cost: cost + candidate.cost + 0.5, weight: weight)
        }
      }
      if kind == .text { takeText(index, next, cost: cost, weight: weight) }
      if takesUnknown, kind.isName { takeUnknown(kind, index, next, cost: cost, weight: weight) }
    }
  }

  private mutating func take(_ candidate: Candidate, _ node: Int, cost: Double, weight: Int) {
    chosen.append(candidate)
    walk(node, candidate.tokens.upperBound, cost: cost, weight: weight)
    chosen.removeLast()
  }

  private mutating func takeText(_ index: Int, _ node: Int, cost: Double, weight: Int) {
    let isLast = view.nodes[4 * node + 1] == 0
    for end in (isLast ? range.upperBound : index + 1)...range.upperBound {
      let words = index..<end
      let candidate = Candidate(kind: .text, tokens: words, value: line.verbatim(words).text)
      let isQuoted = line.quotes.contains { $0.tokens == words }
      take(candidate, node, cost: cost + (isQuoted ? 0 : 0.05 * Double(words.count)), weight: weight)
    }
  }

  private mutating func takeUnknown(_ kind: SlotKind, _ index: Int, _ node: Int, cost: Double, weight: Int) {
    guard Self.recordable(kind), kind == .status ? opensStatus(index) : !isEveryday(index) else { return }
    let order = Double(kind.number) * 0.01 + (Self.seldomUnknown.contains(kind) ? 2.5 : 0)
    for end in index + 1...min(range.upperBound, index + Self.longestUnknownName) {
      let words = index..<end
      if isNamed(end - 1) { break }
      guard !isEveryday(end - 1) else { continue }
      var candidate = Candidate(kind: kind, tokens: words, value: line.verbatim(words).text)
      candidate.isUnknown = true
      let known = words.count { index in !isStop(index) && line.words[index].contains { $0.edits == 0 } }
      take(
        candidate, node,
        cost: cost + candidate.cost + order + 0.1 * Double(words.count) + 4 * Double(known), weight: weight)
    }
  }

  /// Kinds of records that people speak of by names that nobody recorded; cases and incidents have numbers.
  private static func recordable(_ kind: SlotKind) -> Bool {
    kind.isName && kind != .case && kind != .incident
  }

  /// Names that people rarely say before somebody recorded them; a feature or a person is likelier.
  private static let seldomUnknown: Set<SlotKind> = [.document, .scope, .release]

  /// A status nobody recorded may start with a preposition: `in qa`.
  private func opensStatus(_ index: Int) -> Bool {
    !isEveryday(index) || ["in", "on", "to", "at", "under", "for"].contains(line.tokens[index].text)
  }

  /// Whether a word stands in lines about anything.
  private func isEveryday(_ index: Int) -> Bool {
    isStop(index) || line.isEveryday(index, view)
  }

  /// Whether words that no record bears may be taken for a name in a phrase without a telling word.
  private func isPlausible(_ candidate: Candidate, _ last: Candidate?) -> Bool {
    if line.looksLikeName(candidate.tokens) { return true }
    switch candidate.kind {
    case .status:
      // `ENG-42 is purple`: what is said of an item by its key.
      let isOfItem = chosen.first?.kind == .item && candidate.tokens.count <= 2 && !literals.isEmpty
      return last?.kind == .category || isOfItem
    case .person:
      // `tomas to check retention by friday`: one word nobody knows, asked to do something by a time.
      guard candidate.tokens == range.lowerBound..<range.lowerBound + 1, line.words[range.lowerBound].isEmpty,
        let last, last.kind == .text || last.time != nil, let text = chosen.first(where: { $0.kind == .text }),
        !isEveryday(text.tokens.lowerBound)
      else { return false }
      return line.candidates.contains { $0.time != nil && $0.tokens.upperBound == range.upperBound }
        || line.bytes[line.tokens[range.lowerBound].range].first.map { (0x41...0x5A).contains($0) } ?? false
        || line.tokens.indices.contains(range.lowerBound + 1) && line.tokens[range.lowerBound + 1].gap == .colon
    default: return false
    }
  }

  /// Whether a part of a word known and the words around it were taken for another word that changes the matter.
  private var isFarCorrected: Bool {
    guard !corrections.isEmpty else { return false }
    let isAnchored =
      chosen.contains { !$0.isUnknown && !$0.isWeak && ($0.kind.isName || $0.kind == .item) }
      || zip(literals, weights).contains { index, weight in
        weight >= 1_000 && !corrections.contains { $0.token == index }
      }
    return !isAnchored && (chosen.contains(where: \.isUnknown) || corrections.contains { !line.isSlip($0.token, view) })
  }

  /// Whether a word is part of a name, key or number that is known: it is no unknown name then.
  private func isNamed(_ index: Int) -> Bool {
    line.candidates.contains { candidate in
      candidate.tokens.contains(index) && candidate.kind != .text && !candidate.isPartial && !candidate.isWeak
    }
  }

  private func isStop(_ index: Int) -> Bool {
    line.words[index].contains { choice in
      choice.edits == 0 && !WordFlags(rawValue: view.wordFlags[choice.word]).isDisjoint(with: [.stop, .pronoun])
    }
  }

  private mutating func finish(_ node: Int, cost: Double, weight: Int) {
    let unknown = chosen.filter(\.isUnknown)
    // Where a phrase holds no telling word, only what looks like a name is taken for one.
    if (weights.max() ?? 0) < Self.tellingWeight, !unknown.allSatisfy({ isPlausible($0, chosen.last) }) { return }
    if isFarCorrected { return }
    // A phrase of slots alone is an address: `priya: draft the dpa`.
    if weights.isEmpty, let text = chosen.last, text.kind == .text, chosen.count > 1,
      line.tokens[text.tokens.lowerBound].gap != .colon
    {
      return
    }
    let isName = literals.isEmpty && chosen.count == 1 && (chosen[0].kind.isName || chosen[0].kind == .item)
    // A name that nobody bears asks nothing, and `#3` alone chooses the third.
    if isName, chosen[0].isUnknown || chosen[0].value.hasPrefix("#") { return }
    let asks = asksBehindPerson
    let payload = view.payload(node)
    for at in stride(from: payload.lowerBound, to: payload.upperBound, by: 3) {
      let pattern = view.terminals[at]
      if asks, view.intentFlags(view.patternIntent(pattern)).contains(.several) { continue }
      let first = view.terminals[at + 1]
      // A slot that takes names and free text takes the latter in quotes, or beside more than small words.
      let isLoose =
        literals.allSatisfy(isStop)
        && zip(first..., chosen).contains { list, candidate in
          candidate.kind == .text && view.slotKind(view.slotLists[list]) != .text
            && !line.quotes.contains { $0.tokens == candidate.tokens }
        }
      if isLoose { continue }
      let fills = zip(first..<first + view.terminals[at + 2], chosen).map { (view.slotLists[$0], $1) }
      let match = PhraseMatch(
        intent: view.patternIntent(pattern), pattern: pattern, fills: fills, cost: cost, corrections: corrections,
        literalWeight: weight, isName: isName)
      if let other = best[match.intent], !PhraseMatch.precedes(match, other) { continue }
      best[match.intent] = match
    }
  }

  /// Whether a question follows a person: `remind me how it works` asks, and asks nobody to do anything.
  private var asksBehindPerson: Bool {
    zip(chosen, chosen.dropFirst()).contains { person, text in
      person.kind == .person && text.kind == .text && person.tokens.upperBound == text.tokens.lowerBound
        && line.tokens[text.tokens.lowerBound].gap == .blank && line.isQuestionWord(text.tokens.lowerBound)
    }
  }

  /// Words of at least this weight say what a phrase is about.
  static let tellingWeight = 1_000
}
