package import Delivery
package import Times

/// Every open link as two columns of nodes, in the order of what waits.
package struct OpenGraph: Hashable, Sendable {
  package var waiting: [Int64] = []
  package var blocker: [Int64] = []

  package init() {}
}

/// What a graph's node stands for, in few words.
package struct NodeDetails: Hashable, Sendable {
  package var node: Node
  package var reference: Reference
  /// The title of an item or the name of a feature.
  package var title: String?
  package var status: String?
  package var category: Status.Category?
  package var assignee: Key<Person>?
  package var team: Key<Team>?
  package var isOpen: Bool?
  package var isOutside: Bool
  package var updated: Instant?
  package var estimateDays: Double?
}

extension Snapshot {
  /// The whole open part of the graph of dependencies.
  ///
  /// - Complexity: One pass over the open links.
  package func openGraph() throws -> OpenGraph {
    var graph = OpenGraph()
    let statement = try Prepared("SELECT waiting, blocker FROM open_dependency ORDER BY waiting, blocker", in: database)
    while try statement.step() {
      var row = statement.columns
      graph.waiting.append(row.integer())
      graph.blocker.append(row.integer())
    }
    return graph
  }

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

  /// What nodes stand for, in the order given; nodes without a row are left out.
  package func details(of nodes: [Node]) throws -> [NodeDetails] {
    // A list of numbers needs no quoting, and JSON carries any number of them in one parameter.
    let list = "[" + nodes.map { String($0.code) }.joined(separator: ",") + "]"
    let statement = try Prepared(
      """
      SELECT n.value, coalesce(i.key, f.key), coalesce(i.title, f.name), s.key, s.category,
        (SELECT key FROM person WHERE id = coalesce(i.assignee, f.owner)),
        (SELECT key FROM team WHERE id = coalesce(i.team, f.team)),
        iif(n.value & 1, 1, i.is_open), coalesce(i.outside, 0), i.updated, i.estimate_days
      FROM json_each(?1) n
      LEFT JOIN item i ON n.value & 1 = 0 AND i.id = n.value >> 1
      LEFT JOIN feature f ON n.value & 1 = 1 AND f.id = n.value >> 1
      LEFT JOIN status s ON s.id = i.status
      WHERE i.id IS NOT NULL OR f.id IS NOT NULL ORDER BY n.key
      """, in: database)
    var parameters = statement.parameters
    parameters.text(list)
    return try statement.rows { row in
      let node = Node(code: row.integer())
      return NodeDetails(
        node: node, reference: Reference(node.isFeature ? .feature : .item, row.text()), title: row.optionalText(),
        status: row.optionalText(), category: row.optionalText().flatMap(Status.Category.init(rawValue:)),
        assignee: row.key(), team: row.key(), isOpen: row.optionalInteger().map { $0 == 1 }, isOutside: row.flag(),
        updated: row.instant(), estimateDays: row.optionalNumber())
    }
  }
}
