package import Delivery

/// A record under one of its names.
package struct StoredName: Hashable, Sendable {
  package var target: Reference
  /// The full name.
  package var name: String
  /// The name that holds the word that was looked for.
  package var alias: String
}

extension Snapshot {
  /// Names that hold all of some folded words under one alias, in the order of their records' keys.
  ///
  /// - Complexity: By index on the words; the rarest should stand first.
  package func names(holdingAll words: [String], limit: Int) throws -> [StoredName] {
    guard let first = words.first else { return [] }
    let others = words.indices.dropFirst().map { index in
      "AND EXISTS (SELECT 1 FROM name_word o WHERE o.word = ?\(index + 2) AND o.name = w.name)"
    }
    let statement = try Prepared(
      """
      SELECT n.kind, n.key, n.alias, (
        SELECT m.alias FROM name m WHERE m.key = n.key AND m.kind = n.kind AND m.is_main = 1 LIMIT 1)
      FROM name_word w JOIN name n ON n.id = w.name WHERE w.word = ?2 \(others.joined(separator: " "))
      ORDER BY n.key, n.kind, n.id LIMIT ?1
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(Int64(limit))
    parameters.text(first)
    for word in words.dropFirst() { parameters.text(word) }
    return try statement.rows { row in
      let kind = row.text()
      let key = row.text()
      let alias = row.text()
      let name = row.optionalText()
      return Kind(rawValue: kind).map { (Reference($0, key), name, alias) }
    }.compactMap(\.self).map { target, name, alias in
      if name == nil, target.kind == .status {
        // What was taught may spell the status another way than it is described.
        let spelling = try reader.spelling(ofStatus: target.key)
        return StoredName(target: Reference(.status, spelling), name: spelling, alias: alias)
      }
      return StoredName(target: target, name: name ?? alias, alias: alias)
    }
  }

  /// Every different folded word of the store's names, handed over in order.
  ///
  /// Looked through only when a word of a line stands in no name.
  ///
  /// - Complexity: O(*n*) in the number of different words.
  package func nameWords(_ body: (String) -> Void) throws {
    let statement = try Prepared("SELECT DISTINCT word FROM name_word ORDER BY word", in: database)
    _ = try statement.rows { row in body(row.text()) }
  }
}
