/// Picks the words that resemble a typed word out of words offered one by one.
package struct SimilarWordSearch {
  private let word: String
  private let edits: Int

  /// The words found so far, nearest first and then by letter.
  package private(set) var found: [SimilarWord] = []

  /// Begins a search, or nothing when words of that length are taken as they are.
  package init?(for word: String) {
    edits = EditDistance.allowed(forLength: word.utf8.count)
    guard edits > 0, word.utf8.count <= EditDistance.longest else { return nil }
    self.word = word
  }

  /// Takes the word if it is near enough.
  package mutating func offer(_ other: String) {
    guard abs(other.utf8.count - word.utf8.count) <= edits,
      let distance = EditDistance.between(word, other, limit: edits)
    else { return }
    let similar = SimilarWord(word: other, edits: distance)
    let index = found.firstIndex { ($0.edits, $0.word) > (distance, other) } ?? found.endIndex
    found.insert(similar, at: index)
  }
}
