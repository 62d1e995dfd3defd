package import Delivery

/// A name that a person goes by, and the person's key.
package struct PersonName: Hashable, Sendable {
  package var key: Key<Person>
  package var alias: String
}

extension Snapshot {
  package func whyCase(_ key: Key<Case>) throws -> Case? { try reader.find(Case.self, key.text)?.value }

  package func whyCase(numbered number: Int) throws -> Case? {
    try reader.all(Case.self, "t.number = ?1") { $0.integer(Int64(number)) }.first
  }

  /// All cases, those that are not closed first, of each the newest first.
  package func whyCases() throws -> [Case] {
    try reader.all(Case.self, "true ORDER BY t.state = 'closed', t.number DESC")
  }

  /// The case with the greatest number; of those that are not closed if asked.
  package func newestWhyCase(onlyOpen: Bool = false) throws -> Case? {
    try reader.all(Case.self, "\(onlyOpen ? "t.state <> 'closed'" : "true") ORDER BY t.number DESC LIMIT 1").first
  }

  /// The names of people that hold a folded word.
  ///
  /// - Complexity: By index on the word.
  package func personNames(holding word: String) throws -> [PersonName] {
    let statement = try Prepared(
      """
      SELECT n.key, n.alias FROM name_word w JOIN name n ON n.id = w.name
      WHERE w.word = ?1 AND n.kind = 'person' ORDER BY n.key, n.id LIMIT 100
      """, in: database)
    var parameters = statement.parameters
    parameters.text(word)
    return try statement.rows { row in PersonName(key: Key(row.text()), alias: row.text()) }
  }
}
