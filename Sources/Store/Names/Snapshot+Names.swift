package import Delivery

extension Snapshot {
  /// Names that hold some folded words and one that begins with a partial word, under one alias.
  ///
  /// - Parameters:
  ///   - words: Whole folded words.
  ///   - partial: The start of another one; empty only when no word is given, for every name.
  ///   - kinds: Only records of these kinds; all when empty.
  ///   - limit: At most so many names.
  /// - Returns: The names, in a stable order.
  /// - Throws: ``StoreError``.
  /// - Complexity: By index on the words; without any, O(*n*) in the number of names.
  package func names(
    completing words: [String], partial: String, kinds: [Kind], limit: Int
  ) throws -> [StoredName] {
    let conditions = words.indices.map { index in
      "AND EXISTS (SELECT 1 FROM name_word o WHERE o.word = ?\(index + 4) AND o.name = n.id)"
    }
    let list = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let isAll = words.isEmpty && partial.isEmpty
    // A word that no name holds is known at once; else every name would be looked at for it.
    for word in words {
      let known = try Prepared("SELECT 1 FROM name_word WHERE word = ?1 LIMIT 1", in: database)
      var parameters = known.parameters
      parameters.text(word)
      if try known.rows({ $0.integer() }).isEmpty { return [] }
    }
    let statement = try Prepared(
      """
      SELECT DISTINCT n.kind, n.key, n.alias, (
        SELECT m.alias FROM name m WHERE m.key = n.key AND m.kind = n.kind AND m.is_main = 1 LIMIT 1)
      FROM \(isAll ? "name n WHERE n.is_main = 1" : "name_word w JOIN name n ON n.id = w.name")
      \(isAll ? "AND ?2 = ?3" : "WHERE w.word >= ?2 AND w.word < ?3")
      \(conditions.joined(separator: " ")) \(kinds.isEmpty ? "" : "AND n.kind IN (\(list))") LIMIT ?1
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(Int64(limit))
    parameters.text(partial)
    // No folded word holds the last of all characters.
    parameters.text(isAll ? "" : partial + "\u{10FFFF}")
    for word in words { parameters.text(word) }
    return try statement.rows { row in
      (row.text(), row.text(), row.text(), row.optionalText())
    }.compactMap { kind, key, alias, name in
      Kind(rawValue: kind).map { StoredName(target: Reference($0, key), name: name ?? alias, alias: alias) }
    }
  }

  /// Keys of work items that begin with some letters and numbers, whatever their case.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: By index on the key.
  package func itemKeys(startingWith start: String, limit: Int) throws -> [String] {
    let statement = try Prepared(
      """
      SELECT key FROM item WHERE outside = 0 AND (key >= ?1 AND key < ?2 OR key >= ?3 AND key < ?4)
      ORDER BY length(key), key LIMIT ?5
      """, in: database)
    var parameters = statement.parameters
    for text in [start, start.uppercased()] {
      parameters.text(text)
      parameters.text(text + "\u{10FFFF}")
    }
    parameters.integer(Int64(limit))
    return try statement.rows { $0.text() }
  }
}
