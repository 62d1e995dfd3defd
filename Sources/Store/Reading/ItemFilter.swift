package import Delivery

/// Which items are wanted, and in which order; what is left open does not count.
package struct ItemFilter: Hashable, Sendable {
  package var assignee: Key<Person>?
  package var team: Key<Team>?
  package var feature: Key<Feature>?
  package var release: Key<Release>?
  /// In any letter case.
  package var status: String?
  package var category: Status.Category?
  package var isOpen: Bool?
  /// Whether items that were only named by others count too.
  package var includesOutside = false
  package var order = Order.key
  package var limit: Int?

  package enum Order: Hashable, Sendable {
    case key
    /// Those that were changed longest ago first, those without a time last.
    case longestUntouched
    case newest
  }

  package init() {}

  /// The condition after `WHERE`, with parameters from ?1 to ?6.
  var condition: String {
    var parts = includesOutside ? ["true"] : ["t.outside = 0"]
    if assignee != nil { parts.append("t.assignee = (SELECT id FROM person WHERE key = ?1)") }
    if team != nil { parts.append("t.team = (SELECT id FROM team WHERE key = ?2)") }
    if feature != nil { parts.append("t.feature = (SELECT id FROM feature WHERE key = ?3)") }
    if release != nil { parts.append("t.release = (SELECT id FROM release WHERE key = ?4)") }
    if status != nil { parts.append("t.status IN (SELECT id FROM status WHERE folded = ?5)") }
    switch category {
    case .done: parts.append("t.status IN (SELECT id FROM status WHERE category = 'done')")
    case .active: parts.append("t.status IN (SELECT id FROM status WHERE category = 'active')")
    case .waiting:
      // An open item whose status nobody explained has not begun, as far as anybody knows.
      parts.append(
        """
        (t.status IN (SELECT id FROM status WHERE category = 'waiting') OR (t.is_open = 1 AND
          (t.status IS NULL OR t.status IN (SELECT id FROM status WHERE category IS NULL))))
        """)
    case nil: break
    }
    if let isOpen { parts.append("t.is_open = \(isOpen ? 1 : 0)") }
    return parts.joined(separator: " AND ")
  }

  func bind(to parameters: inout Parameters) {
    parameters.optionalText(assignee?.text)
    parameters.optionalText(team?.text)
    parameters.optionalText(feature?.text)
    parameters.optionalText(release?.text)
    parameters.optionalText(status.map(Status.fold))
    parameters.integer(Int64(limit ?? -1))
  }
}

extension Snapshot {
  /// The items that a filter selects.
  package func items(_ filter: ItemFilter) throws -> [Item] {
    let order =
      switch filter.order {
      case .key: "t.key"
      case .longestUntouched: "coalesce(t.updated, t.created, 9223372036854775807), t.key"
      case .newest: "coalesce(t.updated, t.created, 0) DESC, t.key"
      }
    return try reader.all(Item.self, "\(filter.condition) ORDER BY \(order) LIMIT ?6") { filter.bind(to: &$0) }
  }
}
