/// Picks the words that resemble a typed word out of words offered one by one.
package struct SimilarWordSearch {
  private let word: String
  private let edits: Int

  /// The word as bits, if it is all ASCII.
  private let pattern: LetterPattern?

  /// The codes under which words that may be near are kept.
  package let codes: [Int64]

  /// The words found so far, nearest first and then by letter.
  package private(set) var found: [SimilarWord] = []

  /// Begins a search, or nothing when words of that length are taken as they are.
  package init?(for word: String) {
    let length = EditDistance.letters(of: word)
    edits = EditDistance.allowed(forLength: length)
    guard edits > 0, length <= EditDistance.longest else { return nil }
    self.word = word
    pattern = length == word.utf8.count ? LetterPattern(word.utf8) : nil
    codes = SpellingCodes.codes(of: word)
  }

  /// Takes the word if it is near enough and another one; the same word may be offered several times.
  package mutating func offer(_ other: String) {
    guard let distance = distance(to: other), distance > 0 else { return }
    let index = found.firstIndex { ($0.edits, $0.word) >= (distance, other) } ?? found.endIndex
    if index < found.endIndex, found[index].word == other { return }
    found.insert(SimilarWord(word: other, edits: distance), at: index)
  }

  private func distance(to other: String) -> Int? {
    guard let pattern, EditDistance.letters(of: other) == other.utf8.count else {
      return EditDistance.between(word, other, limit: edits)
    }
    var other = other
    return other.withUTF8 { pattern.distance(to: $0, limit: edits) }
  }
}
