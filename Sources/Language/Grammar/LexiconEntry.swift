/// What a phrase of the lexicon stands for.
enum LexiconEntry: Hashable {
  case synonym(concept: Int)
  case list(SlotKind, value: Int)
  case polite
  case leadIn

  enum Role: Int {
    case synonym, list, polite, leadIn
  }
}

extension GrammarView {
  func entry(_ index: Int) -> LexiconEntry? {
    let at = index * 3
    switch LexiconEntry.Role(rawValue: entries[at]) {
    case .synonym: return .synonym(concept: entries[at + 1])
    case .list: return .list(SlotKind.byNumber[entries[at + 1]], value: entries[at + 2])
    case .polite: return .polite
    case .leadIn: return .leadIn
    case nil: return nil
    }
  }

  /// The concept of the longest phrase of several words from a place on, and where it ends.
  func joinedConcept(_ words: [Int?], from start: Int, before limit: Int) -> (concept: Int, end: Int)? {
    var joined: (concept: Int, end: Int)?
    walkLexicon(words, from: start) { entry, end in
      if case .synonym(let concept) = entry, end > start + 1, end <= limit { joined = (concept, end) }
    }
    return joined
  }

  /// The words that a short form stands for.
  ///
  /// - Parameter chunk: The form as typed, in lower case.
  /// - Returns: Its words, or nothing when it is no short form.
  /// - Complexity: O(log *n*) in the number of short forms.
  func longForm(_ chunk: ArraySlice<UInt8>) -> [String]? {
    var low = 0
    var high = shorthand.count / 2
    while low < high {
      let middle = (low + high) / 2
      let key = encodedString(shorthand[2 * middle])
      if key.elementsEqual(chunk) {
        return string(shorthand[2 * middle + 1]).split(separator: " ").map(String.init)
      }
      if key.lexicographicallyPrecedes(chunk) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
