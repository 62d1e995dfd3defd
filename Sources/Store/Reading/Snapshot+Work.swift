package import Delivery
package import Times

/// Which work items a list shows; what is absent does not matter.
package struct WorkFilter: Hashable, Sendable {
  package var assignee: Key<Person>?
  package var team: Key<Team>?
  package var feature: Key<Feature>?
  package var release: Key<Release>?
  /// The name of a status, in any spelling.
  package var status: String?
  package var category: Status.Category?
  /// Closed items count too.
  package var includesClosed = false

  package init(
    assignee: Key<Person>? = nil, team: Key<Team>? = nil, feature: Key<Feature>? = nil, release: Key<Release>? = nil,
    status: String? = nil, category: Status.Category? = nil, includesClosed: Bool = false
  ) {
    self.assignee = assignee
    self.team = team
    self.feature = feature
    self.release = release
    self.status = status
    self.category = category
    self.includesClosed = includesClosed
  }
}

/// A work item as lists show it, with names instead of keys and without its history.
package struct ListedWork: Hashable, Sendable {
  package var key: Key<Item>
  package var title: String?
  package var status: String?
  package var category: Status.Category?
  package var assignee: String?
  package var feature: String?
  package var team: String?
  /// When it took its status, or was last changed where no history says so.
  package var since: Instant?
  /// When its record was last changed.
  package var updated: Instant?
}

/// How many items have a status, and as what it is stored.
package struct StatusUse: Hashable, Sendable {
  package var spelling: String
  package var category: Status.Category?
  package var items: Int
}

extension Snapshot {
  /// The items of the store's own, not those that only links name, in the order of their keys.
  package func work(_ filter: WorkFilter) throws -> [ListedWork] {
    let statement = try Prepared(
      """
      SELECT i.key, i.title, s.key, s.category, p.name, f.name, t.name, i.updated,
        (SELECT at FROM history WHERE item = i.id ORDER BY seq DESC LIMIT 1)
      FROM item i LEFT JOIN status s ON s.id = i.status LEFT JOIN person p ON p.id = i.assignee
        LEFT JOIN feature f ON f.id = i.feature LEFT JOIN team t ON t.id = coalesce(i.team, f.team)
      WHERE i.known = 1 AND i.outside = 0 AND (?1 OR i.is_open = 1)
        AND (?2 IS NULL OR i.assignee = (SELECT id FROM person WHERE key = ?2))
        AND (?3 IS NULL OR coalesce(i.team, f.team) = (SELECT id FROM team WHERE key = ?3))
        AND (?4 IS NULL OR i.feature = (SELECT id FROM feature WHERE key = ?4))
        AND (?5 IS NULL OR coalesce(i.release, f.release) = (SELECT id FROM release WHERE key = ?5))
        AND (?6 IS NULL OR s.folded = ?6) AND (?7 IS NULL OR s.category = ?7)
      ORDER BY i.key
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(filter.includesClosed ? 1 : 0)
    parameters.optionalText(filter.assignee?.text)
    parameters.optionalText(filter.team?.text)
    parameters.optionalText(filter.feature?.text)
    parameters.optionalText(filter.release?.text)
    parameters.optionalText(filter.status.map(Status.fold))
    parameters.optionalText(filter.category?.rawValue)
    return try statement.rows { row in
      var work = ListedWork(
        key: Key(row.text()), title: row.optionalText(), status: row.optionalText(),
        category: row.optionalText().flatMap(Status.Category.init), assignee: row.optionalText(),
        feature: row.optionalText(), team: row.optionalText())
      work.updated = row.instant()
      work.since = row.instant() ?? work.updated
      return work
    }
  }

  /// The status of a category that most items have whose key starts with a text; nothing when none has any.
  package func mostUsedStatus(_ category: Status.Category, ofKeysStartingWith start: String) throws -> String? {
    let statement = try Prepared(
      """
      SELECT s.key FROM item i JOIN status s ON s.id = i.status
      WHERE s.category = ?1 AND i.key >= ?2 AND substr(i.key, 1, length(?2)) = ?2
      GROUP BY s.id ORDER BY count(*) DESC, s.key LIMIT 1
      """, in: database)
    var parameters = statement.parameters
    parameters.text(category.rawValue)
    parameters.text(start)
    return try statement.rows { $0.text() }.first
  }

  /// What is stored of a status in any spelling; nothing when no record has it and nobody described it.
  package func use(ofStatus name: String) throws -> StatusUse? {
    let statement = try Prepared(
      """
      SELECT s.key, s.category, (SELECT count(*) FROM item i JOIN status o ON o.id = i.status
        WHERE o.folded = s.folded AND i.outside = 0)
      FROM status s WHERE s.folded = ?1 ORDER BY s.known DESC, s.key = ?2 DESC, s.key LIMIT 1
      """, in: database)
    var parameters = statement.parameters
    parameters.text(Status.fold(name))
    parameters.text(name)
    return try statement.rows { row in
      StatusUse(
        spelling: row.text(), category: row.optionalText().flatMap(Status.Category.init), items: Int(row.integer()))
    }.first
  }
}
