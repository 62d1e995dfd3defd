package import Delivery
package import Times

/// The life of a finished item, its statuses by number.
package struct FinishedLife: Sendable {
  package let created: Instant?
  package let done: Instant
  package let stages: [(at: Instant, status: Int)]
}

/// A status by its number in histories.
package struct NumberedStatus: Hashable, Sendable {
  package let number: Int
  package let name: String
  package let category: Status.Category?
}

extension Snapshot {
  /// The lives of a group's items that were finished within a period.
  ///
  /// - Complexity: O(items of the group + their histories).
  package func lives(of group: ItemGroup?, from start: Instant, to end: Instant) throws -> [FinishedLife] {
    let statement = try Prepared(
      """
      SELECT i.id, i.created, i.done, h.at, h.status FROM item i LEFT JOIN history h ON h.item = i.id
      WHERE i.outside = 0 AND i.is_open = 0 AND i.done >= ?2 AND i.done < ?3 AND \(group.condition)
      ORDER BY i.id, h.seq
      """, in: database)
    var parameters = statement.parameters
    parameters.optionalText(group.key)
    parameters.integer(start.milliseconds)
    parameters.integer(end.milliseconds)
    var lives: [FinishedLife] = []
    var current: Int64 = -1
    var life: (created: Instant?, done: Instant)?
    var stages: [(at: Instant, status: Int)] = []
    func close() {
      if let life { lives.append(FinishedLife(created: life.created, done: life.done, stages: stages)) }
      stages.removeAll(keepingCapacity: true)
    }
    defer { statement.reset() }
    while try statement.step() {
      var row = statement.columns
      let id = row.integer()
      let created = row.instant()
      let done = Instant(milliseconds: row.integer())
      if id != current {
        close()
        current = id
        life = (created, done)
      }
      if let at = row.instant() { stages.append((at, Int(row.integer()))) }
    }
    close()
    return lives
  }

  /// Every status that an item has or had; spellings that are one status have what is explained of either.
  package func numberedStatuses() throws -> [NumberedStatus] {
    let statement = try Prepared(
      """
      SELECT s.id, s.key, coalesce(s.category,
        (SELECT o.category FROM status o WHERE o.folded = s.folded AND o.category IS NOT NULL LIMIT 1))
      FROM status s ORDER BY s.id
      """, in: database)
    return try statement.rows { row in
      NumberedStatus(
        number: Int(row.integer()), name: row.text(), category: row.optionalText().flatMap(Status.Category.init))
    }
  }

  /// How many open items of a group stand in each status; those without one under none.
  package func openCounts(of group: ItemGroup?) throws -> [Int?: Int] {
    let statement = try Prepared(
      """
      SELECT i.status, count(*) FROM item i WHERE i.outside = 0 AND i.is_open = 1 AND \(group.condition) GROUP BY i.status
      """, in: database)
    if let key = group.key {
      var parameters = statement.parameters
      parameters.text(key)
    }
    let rows = try statement.rows { row in (row.optionalInteger().map { Int($0) }, Int(row.integer())) }
    return Dictionary(rows) { $0 + $1 }
  }

  /// Who has or had the items of each of a team's features since a moment, open or finished, by feature.
  package func hands(onTeam team: Key<Team>, since start: Instant) throws -> [Key<Feature>: [Key<Person>: Int]] {
    let statement = try Prepared(
      """
      SELECT f.key, p.key, count(*) FROM item i JOIN feature f ON f.id = i.feature JOIN person p ON p.id = i.assignee
      WHERE f.team = (SELECT id FROM team WHERE key = ?1) AND (i.is_open = 1 OR i.done >= ?2)
      GROUP BY f.id, p.id
      """, in: database)
    var parameters = statement.parameters
    parameters.text(team.text)
    parameters.integer(start.milliseconds)
    var hands: [Key<Feature>: [Key<Person>: Int]] = [:]
    for (feature, person, count) in try statement.rows({ row in (row.text(), row.text(), Int(row.integer())) }) {
      hands[Key(feature), default: [:]][Key(person)] = count
    }
    return hands
  }
}
