package import Delivery

extension Snapshot {
  /// Records whose titles and texts hold all words of a line, the best first; a word of a title counts tenfold.
  ///
  /// The line is words only: nothing in it is read as the index's own language. The last word may be cut short.
  ///
  /// - Parameters:
  ///   - line: What is looked for, as typed.
  ///   - kinds: Only these; all when nothing is said.
  ///   - limit: At most so many.
  /// - Returns: The records, nothing when the line holds no word.
  /// - Throws: ``StoreError``.
  package func search(_ line: String, in kinds: Set<Kind>? = nil, limit: Int) throws -> [Reference] {
    let words = line.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }
    guard !words.isEmpty, limit > 0 else { return [] }
    let codes = Kind.allCases.filter { kinds?.contains($0) ?? true }
    let list = codes.map { String($0.code) }.joined(separator: ", ")
    let statement = try Prepared(
      """
      SELECT rowid & 31, rowid >> 5 FROM search WHERE search MATCH ?1 AND rowid & 31 IN (\(list))
      ORDER BY bm25(search, 10.0, 1.0), rowid LIMIT ?2
      """, in: database)
    var parameters = statement.parameters
    parameters.text(words.joined(separator: " ") + "*")
    parameters.integer(Int64(limit))
    let rows = try statement.rows { row in (row.integer(), row.integer()) }
    return try rows.compactMap { code, id in
      guard let kind = codes.first(where: { $0.code == code }) else { return nil }
      let key = try Prepared("SELECT key FROM \"\(kind.rawValue)\" WHERE id = ?1", in: database)
      var parameters = key.parameters
      parameters.integer(id)
      return try key.rows { Reference(kind, $0.text()) }.first
    }
  }
}
