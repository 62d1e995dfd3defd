package import Delivery
package import Times

extension Transaction {
  /// Takes back one change set, whichever came after it, unless its records have changed since.
  package func undo(_ set: ChangeSet, by: Key<Person>?, at: Instant, said: String?) throws -> UndoResult {
    try Reversal(database: database, options: options).undo(set, by: by, at: at, said: said)
  }
}

extension Snapshot {
  /// The changes that take a change set back, the newest first.
  package func reversal(of set: ChangeSet) throws -> [Change] { Reversal.changes(of: try entries(of: set)) }

  /// Whether a change set takes nothing back itself and was not taken back.
  package func isStanding(_ set: ChangeSet) throws -> Bool {
    try !changeSets(
      """
      WHERE id = ?1 AND undoes IS NULL AND NOT EXISTS (
        SELECT 1 FROM change_set u WHERE u.undoes = c.id
          AND NOT EXISTS (SELECT 1 FROM change_set r WHERE r.undoes = u.id))
      """
    ) { $0.blob(set.id.bytes) }.isEmpty
  }

  /// What a person said or did at a moment, oldest first; without a person what anonymous speakers did.
  package func changeSets(by person: Key<Person>?, at: Instant) throws -> [ChangeSet] {
    try changeSets("WHERE said_by IS ?1 AND at = ?2 ORDER BY number") {
      $0.optionalText(person?.text)
      $0.integer(at.milliseconds)
    }
  }

  /// How many records others than a person changed after a moment, by kind.
  ///
  /// - Complexity: O(*n*) in the change sets and the entries after the moment.
  package func changedRecords(after: Instant, notBy person: Key<Person>?) throws -> [Kind: Int] {
    let statement = try Prepared(
      """
      SELECT e.kind, count(DISTINCT e.key) FROM change_set c CROSS JOIN entry e ON e.change_set = c.number
      WHERE c.at > ?1 AND c.said_by IS NOT ?2 GROUP BY e.kind
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(after.milliseconds)
    parameters.optionalText(person?.text)
    let rows = try statement.rows { row in
      let kind: Kind? = Kind(rawValue: row.text())
      return (kind, Int(row.integer()))
    }
    return Dictionary(rows.compactMap { kind, count in kind.map { ($0, count) } }) { first, _ in first }
  }

  /// When the newest import was read or the newest claim was made.
  package func newestData() throws -> Instant? {
    let statement = try Prepared(
      """
      SELECT max(at) FROM (
        SELECT max(at) AS at FROM change_set WHERE source IS NOT NULL UNION ALL SELECT max(at) FROM claim)
      """, in: database)
    return try statement.rows { $0.optionalInteger() }.first?.flatMap(\.self).map { Instant(milliseconds: $0) }
  }

  /// How many teams, people, features and items somebody described.
  package func knownCounts() throws -> [Kind: Int] {
    var counts: [Kind: Int] = [:]
    for kind in [Kind.team, .person, .feature, .item] {
      let statement = try Prepared("SELECT count(*) FROM \(kind.rawValue) WHERE known = 1", in: database)
      counts[kind] = Int(try statement.rows { $0.integer() }.first ?? 0)
    }
    return counts
  }

  /// The open follow-ups of a person that are due before a moment, what is due first first.
  ///
  /// Days begin where the offset has them, in seconds east of UTC.
  package func openFollowUps(of person: Key<Person>, dueBefore: Instant, offset: Int) throws -> [FollowUp] {
    var filter = FollowUpFilter()
    filter.owner = person
    filter.states = [.open]
    filter.dueBefore = dueBefore
    filter.offset = offset
    return try followUps(filter)
  }
}
