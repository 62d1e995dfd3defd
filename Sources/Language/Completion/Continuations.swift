/// What can follow the start of a line, as the phrases of a grammar have it.
package struct Continuations: Hashable, Sendable {
  /// A word that some phrase has next, and whether the phrase goes on after it.
  package struct Word: Hashable, Sendable {
    package var text: String
    package var goesOn: Bool
  }

  /// A slot that some phrase has, and the token from which the typed words would fill it.
  package struct Slot: Hashable, Sendable {
    package var kind: SlotKind
    package var start: Int
  }

  /// In the order of the alphabet; words that a phrase has without a choice are given together.
  package var words: [Word] = []

  /// Those that begin at an earlier word come first.
  package var slots: [Slot] = []
}

extension Grammar {
  /// Walks the phrases along what was typed.
  ///
  /// - Parameters:
  ///   - typed: The folded words before the one that is being typed.
  ///   - partial: The start of the word that is being typed; empty after a blank.
  ///   - isWanted: Whether phrases of an intent are to be offered.
  ///   - fills: Whether some folded words fill a slot of a kind, so that the phrase goes on behind them.
  /// - Returns: The words that can come next, and the slots that the last words can fill.
  /// - Complexity: O(*w*·*e*) for *w* typed words and *e* edges of the nodes on their way, and one walk through what
  ///   can follow for every word that is offered.
  package func continuations(
    of typed: [String], partial: String, isWanted: (_ intent: String) -> Bool,
    fills: (_ kind: SlotKind, _ words: [String]) -> Bool
  ) -> Continuations {
    withView { view in
      ContinuationWalk(view: view, typed: typed, partial: partial).continuations(isWanted: isWanted, fills: fills)
    }
  }
}

/// One walk through the trie of phrases.
private struct ContinuationWalk {
  let view: GrammarView
  let typed: [String]
  let partial: String

  private struct Place: Hashable {
    var node: Int
    var word: Int
  }

  /// A name has at most so many words.
  private static let longestName = 6

  func continuations(isWanted: (String) -> Bool, fills: (SlotKind, [String]) -> Bool) -> Continuations {
    var result = Continuations()
    var wanted: [Int: Bool] = [:]
    func leadsSomewhere(_ node: Int) -> Bool {
      if let known = wanted[node] { return known }
      var leads = payloadIntents(node).contains { isWanted(view.intentName($0)) }
      if !leads { leads = targets(node).contains { leadsSomewhere($0) } }
      wanted[node] = leads
      return leads
    }
    var words: [String: Bool] = [:]
    var slots: Set<Continuations.Slot> = []
    for place in places(fills) {
      view.slotEdges(place.node) { kind, next in
        if leadsSomewhere(next) { slots.insert(.init(kind: kind, start: place.word)) }
      }
      guard place.word == typed.count else { continue }
      for (label, next) in wordEdges(place.node) {
        var text = view.wordString(label)
        guard text.hasPrefix(partial), leadsSomewhere(next) else { continue }
        var node = next
        while payloadIntents(node).isEmpty, case let following = wordEdges(node), following.count == 1,
          view.nodes[4 * node + 1] == 1
        {
          text += " " + view.wordString(following[0].0)
          node = following[0].1
        }
        words[text] = (words[text] ?? false) || view.nodes[4 * node + 1] > 0
      }
    }
    result.words = words.sorted { $0.key < $1.key }.map { .init(text: $0.key, goesOn: $0.value) }
    result.slots = slots.sorted { ($0.start, $0.kind.number) < ($1.start, $1.kind.number) }
    return result
  }

  /// Every place that the typed words lead to; words may also be part of a name that fills a slot.
  private func places(_ fills: (SlotKind, [String]) -> Bool) -> [Place] {
    var seen: Set<Place> = [Place(node: TrieBuilder.phrases, word: 0)]
    var waiting = Array(seen)
    var places: [Place] = []
    while let place = waiting.popLast() {
      places.append(place)
      guard place.word < typed.count else { continue }
      var reached: [Place] = []
      if let word = view.word(typed[place.word]), let next = view.next(place.node, word) {
        reached.append(Place(node: next, word: place.word + 1))
      }
      view.slotEdges(place.node) { kind, next in
        guard kind.isName || kind == .item || kind == .number else { return }
        let most = kind.isName ? ContinuationWalk.longestName : 1
        for end in place.word + 1...min(typed.count, place.word + most)
        where fills(kind, Array(typed[place.word..<end])) {
          reached.append(Place(node: next, word: end))
        }
      }
      for next in reached where seen.insert(next).inserted { waiting.append(next) }
    }
    // What is near the end is what is being typed.
    return places.filter { $0.word + ContinuationWalk.longestName > typed.count }
  }

  private func edges(_ node: Int) -> Range<Int> {
    let first = view.nodes[4 * node]
    return first..<first + view.nodes[4 * node + 1]
  }

  private func targets(_ node: Int) -> [Int] { edges(node).map { view.edges[2 * $0 + 1] } }

  private func wordEdges(_ node: Int) -> [(Int, Int)] {
    edges(node).map { (view.edges[2 * $0], view.edges[2 * $0 + 1]) }.filter { $0.0 < TrieBuilder.slotBase }
  }

  private func payloadIntents(_ node: Int) -> [Int] {
    let payload = view.payload(node)
    return stride(from: payload.lowerBound, to: payload.upperBound, by: 3).map {
      view.patternIntent(view.terminals[$0])
    }
  }
}
