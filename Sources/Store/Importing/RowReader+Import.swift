import Delivery
import Times

extension RowReader {
  /// Whether a person, and no import, changed a record last.
  func isPersons(_ reference: Reference) throws -> Bool {
    let statement = try Prepared(
      """
      SELECT verb <> 'import' FROM change_set WHERE number =
        (SELECT change_set FROM entry WHERE key = ?1 AND kind = ?2 ORDER BY number DESC LIMIT 1)
      """, in: database)
    var parameters = statement.parameters
    parameters.text(reference.key)
    parameters.text(reference.kind.rawValue)
    return try statement.rows { $0.flag() }.first ?? false
  }

  func updated(ofItem id: Int64) throws -> Instant? {
    let statement = try Prepared("SELECT updated FROM item WHERE id = ?1", in: database)
    var parameters = statement.parameters
    parameters.integer(id)
    return try statement.rows { $0.instant() }.first ?? nil
  }

  /// Keys of items that an import found gone.
  func goneItems() throws -> Set<String> {
    let statement = try Prepared("SELECT key FROM item WHERE closed_because IS NOT NULL", in: database)
    return Set(try statement.rows { $0.text() })
  }

  func keys(ofItemsAfter moment: Instant, source: String) throws -> [String] {
    let statement = try Prepared("SELECT key FROM item WHERE source = ?1 AND updated > ?2", in: database)
    var parameters = statement.parameters
    parameters.text(source)
    parameters.integer(moment.milliseconds)
    return try statement.rows { $0.text() }
  }

  /// Items that a source brought and that no import found gone, with when they were last changed.
  func openItems(source: String) throws -> [(id: Int64, updated: Instant?)] {
    let statement = try Prepared(
      """
      SELECT id, coalesce(updated, created) FROM item
      WHERE source = ?1 AND known = 1 AND outside = 0 AND closed_because IS NULL ORDER BY id
      """, in: database)
    var parameters = statement.parameters
    parameters.text(source)
    return try statement.rows { ($0.integer(), $0.instant()) }
  }

  /// Links that a source brought, that nobody else stated, and that are not closed.
  func openLinks(source: String) throws -> [(waiting: Node, blocker: Node, value: Dependency)] {
    let statement = try Prepared(
      """
      SELECT d.waiting, d.blocker, \(RowReader.dependencyColumns) FROM dependency d
      WHERE d.source = ?1 AND d.said_by IS NULL AND d.closed IS NULL ORDER BY d.waiting, d.blocker
      """, in: database)
    var parameters = statement.parameters
    parameters.text(source)
    let links = try statement.rows { row in
      let ends = (Node(code: row.integer()), Node(code: row.integer()))
      let nowhere = Reference(.item, "")
      return (ends.0, ends.1, Dependency(waiting: nowhere, blocker: nowhere, row: &row))
    }
    return try links.compactMap { waiting, blocker, value in
      guard let from = try reference(of: waiting), let to = try reference(of: blocker) else { return nil }
      var value = value
      value.waiting = from
      value.blocker = to
      return (waiting, blocker, value)
    }
  }

  /// The key of an end.
  func reference(of node: Node) throws -> Reference? {
    let kind: Kind = node.isFeature ? .feature : .item
    let statement = try Prepared("SELECT key FROM \(kind.rawValue) WHERE id = ?1", in: database)
    var parameters = statement.parameters
    parameters.integer(node.id)
    return try statement.rows { Reference(kind, $0.text()) }.first
  }

  /// The key of who has a number.
  func owner(of number: Int, _ kind: Kind) throws -> String? {
    let statement = try Prepared("SELECT key FROM \"\(kind.rawValue)\" WHERE number = ?1", in: database)
    var parameters = statement.parameters
    parameters.integer(Int64(number))
    return try statement.rows { $0.text() }.first
  }
}
