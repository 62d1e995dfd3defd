package import Delivery
package import Times

extension Snapshot {
  /// The newest change set, of one person if asked.
  package func lastChangeSet(by person: Key<Person>? = nil) throws -> ChangeSet? {
    guard let person else { return try changeSets("ORDER BY number DESC LIMIT 1").first }
    return try changeSets("WHERE said_by = ?1 ORDER BY number DESC LIMIT 1") { $0.text(person.text) }.first
  }

  /// The change set under an id.
  package func changeSet(_ id: EntryID) throws -> ChangeSet? {
    try changeSets("WHERE id = ?1") { $0.blob(id.bytes) }.first
  }

  /// The change sets made at a moment or later, oldest first.
  package func changes(since: Instant) throws -> [ChangeSet] {
    try changeSets("WHERE at >= ?1 ORDER BY number") { $0.integer(since.milliseconds) }
  }

  /// What a change set did to each record, in order.
  package func entries(of set: ChangeSet) throws -> [Entry] {
    let statement = try Prepared(
      "SELECT \(Entry.columns) FROM entry e WHERE change_set = ?1 ORDER BY number", in: database)
    var parameters = statement.parameters
    parameters.integer(set.number)
    return try statement.rows { row in try Entry(row: &row) }
  }

  /// How many records a change set touched, by kind and by what happened to them, without reading the records.
  package func summary(of set: ChangeSet) throws -> [EntryCount] {
    let statement = try Prepared(
      """
      SELECT kind, before IS NULL, after IS NULL, count(*) FROM entry WHERE change_set = ?1
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(set.number)
    return try statement.rows { row in
      let kind: Kind = row.word(or: .item)
      let isNew = row.flag()
      let isGone = row.flag()
      return EntryCount(kind: kind, change: isNew ? .made : isGone ? .removed : .changed, count: Int(row.integer()))
    }
  }

  /// Every change of a record with its occasion, oldest first.
  package func history(of reference: Reference) throws -> [(set: ChangeSet, entry: Entry)] {
    let sets = ChangeSet.columns.split(separator: ", ").map { "c.\($0)" }.joined(separator: ", ")
    let statement = try Prepared(
      """
      SELECT \(sets), \(Entry.columns) FROM entry e JOIN change_set c ON c.number = e.change_set
      WHERE e.key = ?1 AND e.kind = ?2 ORDER BY e.number
      """, in: database)
    var parameters = statement.parameters
    parameters.text(reference.key)
    parameters.text(reference.kind.rawValue)
    return try statement.rows { row in
      guard let set = ChangeSet(row: &row) else { throw DamagedEntry(key: reference.key) }
      return (set, try Entry(row: &row))
    }
  }

  func changeSets(_ condition: String, bind: (inout Parameters) -> Void = { _ in }) throws -> [ChangeSet] {
    let statement = try Prepared("SELECT \(ChangeSet.columns) FROM change_set c \(condition)", in: database)
    var parameters = statement.parameters
    bind(&parameters)
    return try statement.rows { row in ChangeSet(row: &row) }.compactMap(\.self)
  }
}

/// How many records of a kind a change set made, changed or removed.
package struct EntryCount: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    case made, changed, removed
  }

  package let kind: Kind
  package let change: Change
  package let count: Int
}
