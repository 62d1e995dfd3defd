package import Delivery
package import Times

/// How much of some work is done, and how fresh the records of it are.
package struct WorkCounts: Hashable, Sendable {
  package var total = 0
  package var done = 0
  package var active = 0
  package var waiting = 0
  /// When one of the items was last changed.
  package var newest: Instant?
  /// Where most of the items came from.
  package var source: String?
}

/// Somebody, and how many open items they have.
package struct Worker: Hashable, Sendable {
  package var person: Person
  package var open: Int
}

extension Snapshot {
  package func workCounts(ofFeature feature: Key<Feature>) throws -> WorkCounts {
    try workCounts("feature = (SELECT id FROM feature WHERE key = ?1)", feature.text)
  }

  package func workCounts(ofRelease release: Key<Release>) throws -> WorkCounts {
    try workCounts(
      """
      (release = (SELECT id FROM release WHERE key = ?1) OR (release IS NULL AND feature IN (
        SELECT id FROM feature WHERE release = (SELECT id FROM release WHERE key = ?1))))
      """, release.text)
  }

  private func workCounts(_ condition: String, _ key: String) throws -> WorkCounts {
    let statement = try Prepared(
      """
      SELECT i.is_open, s.category, count(*), max(coalesce(i.updated, i.done, i.created)), i.source
      FROM item i LEFT JOIN status s ON s.id = i.status WHERE i.outside = 0 AND \(condition)
      GROUP BY i.is_open, s.category, i.source ORDER BY count(*) DESC
      """, in: database)
    var parameters = statement.parameters
    parameters.text(key)
    var counts = WorkCounts()
    for row in try statement.rows({ row in
      (row.flag(), row.optionalText(), Int(row.integer()), row.instant(), row.optionalText())
    }) {
      let (isOpen, category, count, newest, source) = row
      counts.total += count
      switch (isOpen, category) {
      case (false, _): counts.done += count
      case (true, "active"): counts.active += count
      default: counts.waiting += count
      }
      counts.newest = [counts.newest, newest].compactMap(\.self).max()
      counts.source = counts.source ?? source
    }
    return counts
  }

  /// Who has most open items of a feature.
  package func workers(onFeature feature: Key<Feature>, limit: Int) throws -> [Worker] {
    let statement = try Prepared(
      """
      SELECT p.key, count(*) AS open FROM item i JOIN person p ON p.id = i.assignee
      WHERE i.feature = (SELECT id FROM feature WHERE key = ?1) AND i.is_open = 1
      GROUP BY p.id ORDER BY open DESC, p.key LIMIT ?2
      """, in: database)
    var parameters = statement.parameters
    parameters.text(feature.text)
    parameters.integer(Int64(limit))
    return try statement.rows { row in (row.text(), Int(row.integer())) }.compactMap { key, open in
      try person(Key(key)).map { Worker(person: $0, open: open) }
    }
  }

  /// The open records that an item or a feature waits for, in the order of their keys.
  package func openBlockers(of waiting: Reference) throws -> [Reference] {
    guard let node = try reader.node(waiting) else { return [] }
    let statement = try Prepared(
      """
      SELECT blocker & 1, CASE blocker & 1 WHEN 1 THEN (SELECT key FROM feature WHERE id = blocker >> 1)
        ELSE (SELECT key FROM item WHERE id = blocker >> 1) END AS key
      FROM open_dependency WHERE waiting = ?1 ORDER BY key
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(node.code)
    return try statement.rows { row in
      let isFeature = row.flag()
      return Reference(isFeature ? .feature : .item, row.text())
    }
  }

  /// The item that somebody means by a key: as stored, in other letter case, or its number alone.
  package func item(said key: String) throws -> Item? {
    if let item = try reader.find(Item.self, key)?.value { return item }
    let condition = key.hasPrefix("#") ? "t.key LIKE '%' || ?1" : "t.key = ?1 COLLATE NOCASE"
    let found = try reader.all(Item.self, "\(condition) ORDER BY t.key LIMIT 2") { $0.text(key) }
    return found.count == 1 ? found[0] : nil
  }

  /// What a status counts as.
  package func category(ofStatus name: String) throws -> Status.Category? {
    let statement = try Prepared(
      "SELECT category FROM status WHERE folded = ?1 AND category IS NOT NULL ORDER BY key = ?2 DESC LIMIT 1",
      in: database)
    var parameters = statement.parameters
    parameters.text(Status.fold(name))
    parameters.text(name)
    return try statement.rows { $0.optionalText() }.first?.flatMap(Status.Category.init)
  }
}

extension Snapshot {
  /// Keys of items that begin like a key, or end in the same number.
  package func itemKeys(like key: String, limit: Int) throws -> [String] {
    let number = String(key.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let project = String(key.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }).uppercased()
    let statement = try Prepared(
      """
      SELECT key FROM item WHERE outside = 0 AND (
        (?1 <> '' AND key >= ?1 || '-' AND key < ?1 || '.' AND ?2 <> '' AND key LIKE ?1 || '-' || substr(?2, 1, 1) || '%')
        OR (?2 <> '' AND (key LIKE '%-' || ?2 OR key LIKE '%#' || ?2)))
      ORDER BY abs(length(key) - ?3), key LIMIT ?4
      """, in: database)
    var parameters = statement.parameters
    parameters.text(project)
    parameters.text(number)
    parameters.integer(Int64(key.utf8.count))
    parameters.integer(Int64(limit))
    return try statement.rows { $0.text() }
  }
}
