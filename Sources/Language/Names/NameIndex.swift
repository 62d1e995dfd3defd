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

/// A name in an index: how many words it has, and its number there.
package struct NameEntry: Hashable, Sendable, Comparable {
  package var size: Int
  package var number: Int

  package init(size: Int, number: Int) {
    self.size = size
    self.number = number
  }

  /// Short names first: what was said is more of them.
  package static func < (one: NameEntry, other: NameEntry) -> Bool {
    (one.size, one.number) < (other.size, other.number)
  }
}

/// A word that stands in some name and resembles a word that was typed.
package struct SimilarWord: Hashable, Sendable {
  package var word: String

  /// Optimal string alignment distance to the typed word, in letters.
  package var edits: Int

  package init(word: String, edits: Int) {
    self.word = word
    self.edits = edits
  }
}

/// Where the reader finds names; words are given folded, as ``Folding`` makes them.
///
/// A table in memory serves tests and small stores; the store answers the same questions from its indexes, so that a
/// start does not load names that nobody asks for. Entries come shortest first, so that a limit never cuts off a name
/// that has no other words than those asked for.
package protocol NameIndex {
  /// Names that hold a word, under any alias.
  func names(holding word: String, limit: Int) -> [NameEntry]

  /// Names that hold two words that stand near each other, under one alias; asked when many names hold each of them.
  func names(holding word: String, and other: String, limit: Int) -> [NameEntry]

  /// Names that consist of some words and no others, in whatever order.
  func names(of words: [String], limit: Int) -> [NameEntry]

  /// The record under the number of one of its names, and that name's words in order.
  func name(_ number: Int) -> (record: NamedRecord, words: [String])?

  /// Words of names within a few edits of a word: 0, 1, 2 edits for lengths up to 3, 4 to 5, more; nearest first.
  func words(resembling word: String) -> [SimilarWord]
}

extension NameIndex {
  /// The records that are called by some words exactly, by their full name or by an alias.
  package func records(called words: [String]) -> [NamedRecord] {
    names(of: words, limit: 64).compactMap { name($0.number) }.filter { $0.words == words }.map(\.record)
  }
}
