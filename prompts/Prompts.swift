/// What a placeholder of a sentence can be filled with.
package protocol WordValue {
  /// The value as it stands in a sentence.
  var inSentence: String { get }
}

/// A number that chooses between the two forms of a word: one item, several items.
package protocol WordCount: WordValue {
  /// Takes the first form: exactly one, also one below zero.
  var isOne: Bool { get }
}

extension String: WordValue {
  package var inSentence: String { self }
}

extension Substring: WordValue {
  package var inSentence: String { String(self) }
}

extension Int: WordCount {
  package var inSentence: String { String(self) }
  package var isOne: Bool { magnitude == 1 }
}

extension Int64: WordCount {
  package var inSentence: String { String(self) }
  package var isOne: Bool { magnitude == 1 }
}

extension Double: WordCount {
  /// Whole numbers stand without a fraction: 2, not 2.0.
  package var inSentence: String {
    guard let whole = Int(exactly: self) else { return description }
    return String(whole)
  }

  package var isOne: Bool { magnitude == 1 }
}
