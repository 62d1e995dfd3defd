/// How near a line comes to a phrase, and what of it counted.
struct WeighedMatch {
  var intent: Int
  var sequence: Int
  var fills: [(slot: Int, candidate: Candidate)]

  /// A line that must not be read so.
  var isBarred = false

  /// 0 to 1.
  var score: Double

  /// The line and the phrase hold the same telling words.
  var isWhole: Bool { score >= 0.985 }

  /// Weight of what the line and the phrase share, and of what only the line holds.
  var shared: Double
  var unread: Double
  var sharedWords: [String]
  var unreadTokens: [Int]

  /// The weight of what is surely meant: names of records, and words that tell, typed right or nearly so.
  var firm = 0.0

  /// The weight of what nobody knows among the unread.
  var strange = 0.0
}

/// Weighs a line against every phrase that shares a telling word with it.
struct WeighingMatcher {
  let view: GrammarView
  let line: WorkingLine
  let range: Range<Int>

  /// A word of the line, or several that mean one.
  private struct Unit {
    var concept: Int?
    var tokens: TokenSet
    var weight: Double
    var edits: Int
    var token: Int
  }

  private let units: [Unit]

  /// The word that folding opens `n't` to: a phrase that denies and a line that does not are far apart.
  private let negation: Int?
  private let unknownWeight = 2.6

  /// What a slot weighs beside words.
  private static let slotWeight = 2.0

  /// So many phrases are weighed fully, and so many of one intent.
  private static let examined = 32
  private static let examinedOfOneIntent = 5

  init(view: GrammarView, line: WorkingLine, range: Range<Int>) {
    self.view = view
    self.line = line
    self.range = range.lowerBound..<min(range.upperBound, range.lowerBound + TokenSet.capacity)
    negation = view.word("not").map { view.wordConcept[$0] }
    units = Self.units(view, line, self.range, unknownWeight: unknownWeight)
  }

  private static func units(
    _ view: GrammarView, _ line: WorkingLine, _ range: Range<Int>, unknownWeight: Double
  ) -> [Unit] {
    let words = line.words.map { $0.first?.word }
    var units: [Unit] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let joined = view.joinedConcept(words, from: index, before: range.upperBound) {
        units.append(
          Unit(
            concept: joined.concept, tokens: TokenSet(index..<joined.end, from: range.lowerBound),
            weight: Double(view.conceptWeight[joined.concept]) / 1_000, edits: 0, token: index))
        index = joined.end
        continue
      }
      let choice = line.words[index].first
      let concept = choice.map { view.wordConcept[$0.word] }
      let weight = concept.map { Double(view.conceptWeight[$0]) / 1_000 }
      units.append(
        Unit(
          concept: concept, tokens: TokenSet(index..<index + 1, from: range.lowerBound),
          weight: weight ?? (line.tokens[index].text.utf8.count < 2 ? 0.2 : unknownWeight), edits: choice?.edits ?? 0,
          token: index))
      index += 1
    }
    return units
  }

  /// The best match of each of some intents, and the best of the lines that it bars, best first.
  func matches(of intents: Set<Int>) -> [WeighedMatch] {
    var best: [Int: WeighedMatch] = [:]
    for sequence in promising(intents) {
      guard let match = weigh(sequence) else { continue }
      let key = 2 * match.intent + (match.isBarred ? 1 : 0)
      if let other = best[key], other.score >= match.score { continue }
      best[key] = match
    }
    return best.values.sorted { one, other in
      one.score != other.score ? one.score > other.score : one.sequence < other.sequence
    }
  }

  /// Phrases by the weight of the words that they share with the line, a few of each intent.
  private func promising(_ intents: Set<Int>) -> [Int] {
    var concepts: [Int] = []
    for unit in units { if let concept = unit.concept, !concepts.contains(concept) { concepts.append(concept) } }
    let count = view.sequences.count / GrammarView.sequenceFields
    var leaders: [Leader] = []
    withUnsafeTemporaryAllocation(of: Float.self, capacity: max(count, 1)) { shared in
      shared.initialize(repeating: 0)
      for concept in concepts {
        let weight = Float(view.conceptWeight[concept]) / 1_000
        for at in view.postingStart[concept]..<view.postingStart[concept + 1] { shared[view.postings[at]] += weight }
      }
      // Phrases of one intent lie side by side.
      var first = 0
      var intent = -1
      for sequence in 0..<count where shared[sequence] > 0 {
        let at = sequence * GrammarView.sequenceFields
        if view.sequences[at] != intent {
          intent = view.sequences[at]
          first = leaders.count
        }
        guard intents.contains(intent) else { continue }
        let bound = shared[sequence] - 0.15 * Float(view.sequences[at + 3])
        var place = leaders.count
        while place > first, leaders[place - 1].bound < bound { place -= 1 }
        guard place - first < Self.examinedOfOneIntent else { continue }
        leaders.insert(Leader(sequence: sequence, bound: bound), at: place)
        if leaders.count - first > Self.examinedOfOneIntent { leaders.removeLast() }
      }
    }
    leaders.sort { $0.bound != $1.bound ? $0.bound > $1.bound : $0.sequence < $1.sequence }
    return leaders.prefix(Self.examined).map(\.sequence)
  }

  private struct Leader {
    var sequence: Int
    var bound: Float
  }

  private func weigh(_ sequence: Int) -> WeighedMatch? {
    let at = sequence * GrammarView.sequenceFields
    let intent = view.sequences[at]
    let first = view.sequences[at + 2]
    let elements = (first..<first + view.sequences[at + 3]).map { view.elements[$0] }
    if view.sequences[at + 4] == 1 { return weighFreeText(sequence, intent, elements) }

    var used = TokenSet()
    var fills: [(slot: Int, candidate: Candidate)] = []
    var phraseWeight = 0.0
    var shared = 0.0
    var lineWeight = 0.0
    for element in elements where element >= TrieBuilder.slotBase {
      let slot = element - TrieBuilder.slotBase
      phraseWeight += Self.slotWeight
      guard let candidate = candidate(for: slot, avoiding: used) else { continue }
      fills.append((slot, candidate))
      used.formUnion(TokenSet(candidate.tokens, from: range.lowerBound))
      shared += Self.slotWeight * max(0.3, 1 - 0.06 * candidate.cost)
      lineWeight += Self.slotWeight
    }
    for slot in view.slotRange(ofIntent: intent) where !fills.contains(where: { $0.slot == slot }) {
      let kind = view.slotKind(slot)
      guard kind != .text, kind != .number, let candidate = candidate(for: slot, avoiding: used, isOptional: true)
      else { continue }
      fills.append((slot, candidate))
      used.formUnion(TokenSet(candidate.tokens, from: range.lowerBound))
    }

    order(&fills)
    var firm = fills.reduce(0.0) { $0 + (Self.isFirm($1.candidate) ? Self.slotWeight : 0) }
    let isNamed = firm > 0

    var taken = TokenSet()
    var places: [Int] = []
    var sharedWords: [String] = []
    for element in elements {
      guard element < TrieBuilder.slotBase else {
        if let fill = fills.first(where: { $0.slot == element - TrieBuilder.slotBase }) {
          places.append(fill.candidate.tokens.lowerBound)
        }
        continue
      }
      let weight = Double(view.conceptWeight[element]) / 1_000
      phraseWeight += weight
      guard
        let unit = units.first(where: { unit in
          unit.concept == element && unit.tokens.isDisjoint(with: used) && unit.tokens.isDisjoint(with: taken)
        })
      else { continue }
      taken.formUnion(unit.tokens)
      if weight > 0.2 { places.append(unit.token) }
      shared += weight * (1 - 0.1 * Double(unit.edits))
      if weight > 0.2 { sharedWords.append(line.tokens[unit.token].text) }
      if weight > 0.2, isNamed || unit.edits == 0 || line.isSlip(unit.token, view),
        unit.tokens.count > 1 || !line.isEveryday(unit.token, view)
      {
        firm += weight
      }
    }
    var unread = 0.0
    var strange = 0.0
    var unreadTokens: [Int] = []
    for unit in units where unit.tokens.isDisjoint(with: used) {
      lineWeight += unit.weight
      if unit.tokens.isDisjoint(with: taken), unit.weight > 0.2 {
        unread += unit.weight
        if unit.concept == nil || unit.edits > 0 { strange += unit.weight }
        unreadTokens.append(unit.token)
      }
    }
    guard shared > 0, phraseWeight + lineWeight > 0 else { return nil }
    var score = 2 * shared / (phraseWeight + lineWeight)
    score *= 1 - 0.12 * Self.disorder(places)
    if let negation, elements.contains(negation) != units.contains(where: { $0.concept == negation }) { score *= 0.7 }
    if asksBySight, elements.first != units.first?.concept, view.intentFlags(intent).contains(.changes) { score *= 0.4 }
    return WeighedMatch(
      intent: intent, sequence: sequence, fills: fills, isBarred: view.sequences[at + 4] == 2, score: min(score, 0.99),
      shared: shared, unread: unread,
      sharedWords: sharedWords, unreadTokens: unreadTokens, firm: firm, strange: strange)
  }

  /// Whether a candidate shows by itself that the line is about something here.
  private static func isFirm(_ candidate: Candidate) -> Bool {
    !candidate.isWeak && !candidate.isUnknown
      && (candidate.kind.isName && candidate.key != nil || candidate.kind == .item)
  }

  /// Whether the line starts as questions do that a yes or no answers: `is 3 done` changes nothing.
  private var asksBySight: Bool {
    ["is", "are", "was", "were", "has", "have", "did", "does"].contains(line.tokens[range.lowerBound].text)
  }

  /// Puts what fits several slots into them in the order of the line.
  private func order(_ fills: inout [(slot: Int, candidate: Candidate)]) {
    for one in fills.indices {
      for other in fills.indices.dropFirst(one + 1) {
        let (left, right) = (fills[one], fills[other])
        guard left.candidate.tokens.lowerBound > right.candidate.tokens.lowerBound,
          view.slot(left.slot, accepts: right.candidate.kind), view.slot(right.slot, accepts: left.candidate.kind)
        else { continue }
        fills[one].candidate = right.candidate
        fills[other].candidate = left.candidate
      }
    }
  }

  /// The share of neighbouring words and slots that stand the other way round: `X blocks` is not `blocks X`.
  private static func disorder(_ places: [Int]) -> Double {
    guard places.count > 1 else { return 0 }
    return Double(zip(places, places.dropFirst()).count { $0 > $1 }) / Double(places.count - 1)
  }

  private func candidate(for slot: Int, avoiding used: TokenSet, isOptional: Bool = false) -> Candidate? {
    line.candidates.first { candidate in
      view.slot(slot, accepts: candidate.kind) && range.contains(candidate.tokens.lowerBound)
        && candidate.tokens.upperBound <= range.upperBound
        && !(isOptional && (candidate.isWeak || candidate.mayBeEmpty))
        && TokenSet(candidate.tokens, from: range.lowerBound).isDisjoint(with: used)
    }
  }

  /// Free text counts only behind every literal word of its phrase, in order.
  private func weighFreeText(_ sequence: Int, _ intent: Int, _ elements: [Int]) -> WeighedMatch? {
    var position = range.lowerBound
    var fills: [(slot: Int, candidate: Candidate)] = []
    var openText: (slot: Int, start: Int)?
    var weight = 0.0
    var skipped = 0.0
    var sharedWords: [String] = []
    var unreadTokens: [Int] = []

    func close(at end: Int) -> Bool {
      guard let open = openText else { return true }
      guard end > open.start else { return false }
      let words = open.start..<end
      fills.append((open.slot, Candidate(kind: .text, tokens: words, value: line.verbatim(words).text)))
      openText = nil
      return true
    }
    func pass(to end: Int) {
      for unit in units where unit.token >= position && unit.token < end && unit.weight > 0.2 {
        skipped += unit.weight
        unreadTokens.append(unit.token)
      }
    }
    for element in elements {
      if element >= TrieBuilder.slotBase {
        let slot = element - TrieBuilder.slotBase
        let kind = view.slotKind(slot)
        if kind == .text {
          openText = (slot, position)
          continue
        }
        guard
          let candidate = line.candidates.filter({ candidate in
            view.slot(slot, accepts: candidate.kind) && candidate.tokens.lowerBound >= position
              && candidate.tokens.upperBound <= range.upperBound
          }).min(by: { $0.tokens.lowerBound < $1.tokens.lowerBound })
        else { return nil }
        if openText == nil { pass(to: candidate.tokens.lowerBound) }
        guard close(at: candidate.tokens.lowerBound) else { return nil }
        fills.append((slot, candidate))
        weight += Self.slotWeight
        position = candidate.tokens.upperBound
      } else {
        guard let unit = units.first(where: { $0.concept == element && $0.token >= position && $0.edits == 0 })
        else { return nil }
        if openText == nil { pass(to: unit.token) }
        guard close(at: unit.token) else { return nil }
        let unitWeight = Double(view.conceptWeight[element]) / 1_000
        weight += unitWeight
        if unitWeight > 0.2 { sharedWords.append(line.tokens[unit.token].text) }
        position = unit.token + unit.tokens.count
      }
    }
    if openText == nil { pass(to: range.upperBound) }
    guard !sharedWords.isEmpty, close(at: range.upperBound), weight * 1_000 >= Double(PhraseMatcher.tellingWeight)
    else { return nil }
    let certainty = weight < Self.slotWeight + 2 ? 0.65 : 0.92
    return WeighedMatch(
      intent: intent, sequence: sequence, fills: fills, score: certainty * weight / (weight + skipped), shared: weight,
      unread: skipped, sharedWords: sharedWords, unreadTokens: unreadTokens,
      firm: weight, strange: 0)
  }
}

/// Some of the first tokens of a range.
struct TokenSet {
  private var bits: UInt128 = 0

  static let capacity = 128

  init() {}

  init(_ tokens: Range<Int>, from start: Int) {
    for token in tokens where token >= start && token - start < Self.capacity { bits |= 1 << UInt128(token - start) }
  }

  var count: Int { bits.nonzeroBitCount }

  func isDisjoint(with other: TokenSet) -> Bool { bits & other.bits == 0 }

  mutating func formUnion(_ other: TokenSet) { bits |= other.bits }
}
