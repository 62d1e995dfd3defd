/// A record that can be named in a line, under one of its names.
package struct NamedRecord: Hashable, Sendable, Codable {
  package var kind: SlotKind

  /// The record's own key, as stored.
  package var key: String

  /// The full name, as stored: what a reading shows.
  package var name: String

  /// The name that matched: the full name, a first name, initials or an alias.
  package var alias: String

  package init(kind: SlotKind, key: String, name: String, alias: String? = nil) {
    self.kind = kind
    self.key = key
    self.name = name
    self.alias = alias ?? name
  }
}

/// A word that stands in some name and resembles a word that was typed.
package struct SimilarWord: Hashable, Sendable {
  package var word: String

  /// Optimal string alignment distance to the typed word.
  package var edits: Int

  package init(word: String, edits: Int) {
    self.word = word
    self.edits = edits
  }
}

/// Where the reader finds names; words are given folded, as ``Folding`` makes them.
///
/// A table in memory serves tests and small stores; the store answers the same questions from its indexes, so that a
/// start does not load names that nobody asks for.
package protocol NameIndex {
  /// Names that hold a word, under any alias.
  ///
  /// - Parameters:
  ///   - word: One folded word.
  ///   - limit: At most so many names; a word that more names hold says little.
  /// - Returns: Names in a stable order.
  func names(holding word: String, limit: Int) -> [NamedRecord]

  /// Names that hold all of some words, under one alias; asked when a single word is in too many names.
  func names(holdingAll words: [String], limit: Int) -> [NamedRecord]

  /// Words of names within a few edits of a word that no name holds: 0, 1, 2 edits for lengths up to 3, 4 to 5, more.
  func words(resembling word: String) -> [SimilarWord]
}
