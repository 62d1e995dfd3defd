package import Delivery
package import Times

/// An open item as a plan needs it.
package struct PlannedItem: Hashable, Sendable {
  /// Its number as an end of waits.
  package let number: Int64
  package let estimateDays: Double?
  /// The key of its team, else of its feature's.
  package let team: Key<Team>?
  /// The number of its feature as an end of waits.
  package let feature: Int64?
}

/// One item or feature that something else hits, with who and what it belongs to.
package struct HitEnd: Hashable, Sendable {
  package let reference: Reference
  package let name: String
  package let title: String?
  /// The number of an item's feature as an end of waits.
  package let feature: Int64?
  package let team: Key<Team>?
  package let person: Key<Person>?
  package let release: Key<Release>?
}

/// An open wait onto something, with how sure it is.
package struct OpenWaiter: Hashable, Sendable {
  package let waiting: Int64
  package let since: Instant?
  package let evidence: Dependency.Evidence
}

extension Snapshot {
  /// The open items of a group, or of the whole store, in the order of their numbers.
  package func plannedItems(of group: ItemGroup?) throws -> [PlannedItem] {
    try planned("i.outside = 0 AND \(group.condition) ORDER BY i.id", group.key)
  }

  /// The open item with a number, also one that only links name.
  package func plannedItem(_ number: Int64) throws -> PlannedItem? {
    try planned("i.id = ?1 >> 1", number: number).first
  }

  private func planned(_ condition: String, _ key: String? = nil, number: Int64? = nil) throws -> [PlannedItem] {
    let statement = try Prepared(
      """
      SELECT i.id * 2, i.estimate_days, t.key, i.feature * 2 + 1
      FROM item i LEFT JOIN feature f ON f.id = i.feature LEFT JOIN team t ON t.id = coalesce(i.team, f.team)
      WHERE i.is_open = 1 AND \(condition)
      """, in: database)
    var parameters = statement.parameters
    if let number { parameters.integer(number) } else if let key { parameters.text(key) }
    return try statement.rows { row in
      PlannedItem(
        number: row.integer(), estimateDays: row.optionalNumber(), team: row.optionalText().map { Key($0) },
        feature: row.optionalInteger())
    }
  }

  /// When the items of a group that were finished since a moment were finished, in no order.
  package func finished(of group: ItemGroup?, since start: Instant) throws -> [Instant] {
    try instants("i.done >= ?2 AND i.is_open = 0", "i.done", group, start)
  }

  /// How many items of a group were created since a moment.
  package func createdCount(of group: ItemGroup?, since start: Instant) throws -> Int {
    try instants("i.created >= ?2", "i.created", group, start).count
  }

  private func instants(
    _ condition: String, _ column: String, _ group: ItemGroup?, _ start: Instant
  ) throws -> [Instant] {
    let statement = try Prepared(
      "SELECT \(column) FROM item i WHERE i.outside = 0 AND \(condition) AND \(group.condition)", in: database)
    var parameters = statement.parameters
    parameters.optionalText(group.key)
    parameters.integer(start.milliseconds)
    return try statement.rows { row in Instant(milliseconds: row.integer()) }
  }

  /// When the first item of a group was created, as far as that was recorded.
  package func firstCreated(of group: ItemGroup?) throws -> Instant? {
    let statement = try Prepared(
      "SELECT min(i.created) FROM item i WHERE i.outside = 0 AND \(group.condition)", in: database)
    if let key = group.key {
      var parameters = statement.parameters
      parameters.text(key)
    }
    return try statement.rows { row in row.instant() }.first?.flatMap(\.self)
  }

  /// What waits openly for an end, ascending.
  ///
  /// - Complexity: O(waiters), by index.
  package func openWaiters(onto number: Int64) throws -> [OpenWaiter] {
    let statement = try Prepared(
      """
      SELECT o.waiting, o.since, d.evidence FROM open_dependency o
      JOIN dependency d ON d.waiting = o.waiting AND d.blocker = o.blocker
      WHERE o.blocker = ?1 ORDER BY o.waiting
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(number)
    return try statement.rows { row in
      OpenWaiter(
        waiting: row.integer(), since: row.optionalInteger().map(Instant.init(milliseconds:)),
        evidence: row.word(or: .declared))
    }
  }

  /// What an end of waits is called, and who and what it belongs to.
  package func hitEnd(_ number: Int64) throws -> HitEnd? {
    let isFeature = OpenWaits.isFeature(number)
    let statement = try Prepared(
      isFeature
        ? """
        SELECT f.key, f.name, NULL, NULL, t.key, p.key, r.key FROM feature f
        LEFT JOIN team t ON t.id = f.team LEFT JOIN person p ON p.id = f.owner LEFT JOIN release r ON r.id = f.release
        WHERE f.id = ?1
        """
        : """
        SELECT i.key, i.key, i.title, i.feature * 2 + 1, t.key, p.key, r.key
        FROM item i LEFT JOIN feature f ON f.id = i.feature LEFT JOIN team t ON t.id = coalesce(i.team, f.team)
        LEFT JOIN person p ON p.id = i.assignee LEFT JOIN release r ON r.id = coalesce(i.release, f.release)
        WHERE i.id = ?1
        """, in: database)
    var parameters = statement.parameters
    parameters.integer(number >> 1)
    return try statement.rows { row in
      HitEnd(
        reference: Reference(isFeature ? .feature : .item, row.text()), name: row.text(), title: row.optionalText(),
        feature: row.optionalInteger(), team: row.optionalText().map { Key($0) },
        person: row.optionalText().map { Key($0) }, release: row.optionalText().map { Key($0) })
    }.first
  }

  /// Features of which no dependency was ever recorded, neither theirs nor that of one of their items, by name.
  package func featuresWithoutDependencies() throws -> [Feature] {
    try reader.all(
      Feature.self,
      """
      t.known = 1 AND NOT EXISTS (SELECT 1 FROM dependency d WHERE d.waiting = t.id * 2 + 1)
        AND NOT EXISTS (SELECT 1 FROM dependency d WHERE d.blocker = t.id * 2 + 1)
        AND NOT EXISTS (SELECT 1 FROM item i WHERE i.feature = t.id AND (
          EXISTS (SELECT 1 FROM dependency d WHERE d.waiting = i.id * 2)
          OR EXISTS (SELECT 1 FROM dependency d WHERE d.blocker = i.id * 2)))
      ORDER BY t.name, t.key
      """)
  }
}
