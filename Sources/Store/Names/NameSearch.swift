import class GRDB.Database
package import Delivery

/// A record under one of its names.
package struct StoredName: Hashable, Sendable {
  package var target: Reference
  /// The full name.
  package var name: String
  /// The name that was looked for.
  package var alias: String
}

/// Names of the store as one line looks for them, by index and in no more than a few reads.
///
/// Entries come shortest first and then in the order in which names were stored.
package struct NameSearch {
  private let reader: RowReader
  private let holding: Prepared
  private let together: Prepared
  private let named: Prepared
  private let spelled: Prepared

  /// - Throws: ``StoreError`` when the store cannot be read.
  package init(_ snapshot: Snapshot) throws {
    reader = snapshot.reader
    let database = snapshot.database
    holding = try Prepared("SELECT size, name FROM name_word WHERE word = ?1 LIMIT ?2", in: database)
    together = try Prepared("SELECT size, name FROM name_words WHERE code = ?1 LIMIT ?2", in: database)
    named = try Prepared(
      """
      SELECT kind, key, alias, CASE WHEN is_main THEN alias ELSE (
        SELECT m.alias FROM name m WHERE m.key = n.key AND m.kind = n.kind AND m.is_main = 1 LIMIT 1) END
      FROM name n WHERE id = ?1
      """, in: database)
    spelled = try Prepared("SELECT word FROM name_spelling WHERE code = ?1", in: database)
  }

  /// Names that hold a folded word.
  package func names(holding word: String, limit: Int) throws -> [(size: Int, number: Int)] {
    var row = holding.parameters
    row.text(word)
    row.integer(Int64(limit))
    return try holding.rows { row in (Int(row.integer()), Int(row.integer())) }
  }

  /// Names that hold two words near each other, or that consist of these words; others only by a rare chance.
  package func names(holdingAll words: [String], limit: Int) throws -> [(size: Int, number: Int)] {
    var row = together.parameters
    row.integer(WordSet.code(of: words))
    row.integer(Int64(limit))
    return try together.rows { row in (Int(row.integer()), Int(row.integer())) }
  }

  /// The name under a number.
  package func name(_ number: Int) throws -> StoredName? {
    var row = named.parameters
    row.integer(Int64(number))
    let found = try named.rows { row in (row.text(), row.text(), row.text(), row.optionalText()) }.first
    guard let (kind, key, alias, name) = found, let kind = Kind(rawValue: kind) else { return nil }
    if name == nil, kind == .status {
      // What was taught may spell the status another way than it is described.
      let spelling = try reader.spelling(ofStatus: key)
      return StoredName(target: Reference(.status, spelling), name: spelling, alias: alias)
    }
    return StoredName(target: Reference(kind, key), name: name ?? alias, alias: alias)
  }

  /// Words of names under some spelling codes, handed over one by one, some of them several times.
  ///
  /// Read only when a word of a line stands in no name.
  package func words(spelledAs codes: [Int64], _ body: (String) -> Void) throws {
    for code in codes {
      var row = spelled.parameters
      row.integer(code)
      _ = try spelled.rows { row in body(row.text()) }
    }
  }
}
