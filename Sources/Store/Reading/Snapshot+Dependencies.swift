package import Delivery
package import Times

extension Snapshot {
  /// The node of an item or a feature, if anybody named it.
  package func node(_ reference: Reference) throws -> Node? { try reader.node(reference) }

  /// Since when an item or feature waits for each of its open blockers, as far as that was recorded.
  package func openLinks(of waiting: Node) throws -> [(blocker: Node, since: Instant?)] {
    let statement = try Prepared(
      """
      SELECT o.blocker, d.since FROM open_dependency o
      JOIN dependency d ON d.waiting = o.waiting AND d.blocker = o.blocker
      WHERE o.waiting = ?1 ORDER BY o.blocker
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(waiting.code)
    return try statement.rows { (Node(code: $0.integer()), $0.instant()) }
  }

  /// Every link of an item or feature that waits, closed ones too.
  package func dependencies(of waiting: Reference) throws -> [Dependency] {
    guard let node = try reader.node(waiting) else { return [] }
    return try dependencies("d.waiting = ?1", node)
  }

  /// Every link to an item or feature that others wait for, closed ones too.
  package func dependencies(on blocker: Reference) throws -> [Dependency] {
    guard let node = try reader.node(blocker) else { return [] }
    return try dependencies("d.blocker = ?1", node)
  }

  private func dependencies(_ condition: String, _ node: Node) throws -> [Dependency] {
    let statement = try Prepared(
      """
      SELECT d.waiting, d.blocker, \(RowReader.dependencyColumns) FROM dependency d WHERE \(condition)
      ORDER BY d.waiting, d.blocker
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(node.code)
    let nowhere = Reference(.item, "")
    let links = try statement.rows { row in
      (Node(code: row.integer()), Node(code: row.integer()), Dependency(waiting: nowhere, blocker: nowhere, row: &row))
    }
    return try links.compactMap { waiting, blocker, value in
      guard let from = try reader.reference(of: waiting), let to = try reader.reference(of: blocker) else { return nil }
      var value = value
      value.waiting = from
      value.blocker = to
      return value
    }.sorted { ($0.waiting, $0.blocker) < ($1.waiting, $1.blocker) }
  }
}
