import Delivery

extension Writer {
  func put(_ value: Dependency, merging merge: (Record, Record?) throws -> Record) throws -> Outcome {
    let from = try node(value.waiting)
    let to = try node(value.blocker)
    let old = try reader.dependency(from, to, waiting: value.waiting, blocker: value.blocker)
    guard case .dependency(let value) = try merge(.dependency(value), old.map(Record.dependency)), old != value else {
      return .unchanged
    }
    let statement = try Prepared(
      old == nil
        ? """
        INSERT INTO dependency
          (waiting, blocker, since, evidence, source, said_by, note, closed, closed_because)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """
        : """
        UPDATE dependency SET since = ?3, evidence = ?4, source = ?5, said_by = ?6, note = ?7, closed = ?8,
          closed_because = ?9
        WHERE waiting = ?1 AND blocker = ?2
        """, in: database)
    var row = RowWriter(values: statement.parameters, writer: self)
    row.values.integer(from.code)
    row.values.integer(to.code)
    row.instant(value.since)
    row.values.text(value.evidence.rawValue)
    row.values.optionalText(value.source)
    try row.key(value.by)
    row.values.optionalText(value.note)
    row.instant(value.closed)
    row.values.optionalText(value.closedBecause)
    try statement.run()
    if let old, try reader.dependency(from, to, waiting: value.waiting, blocker: value.blocker) == old {
      return .unchanged
    }
    try journal.note(
      Reference(.dependency, value.key), before: old.map(Record.dependency), after: .dependency(value))
    return old == nil ? .created : .updated
  }

  func removeDependency(_ reference: Reference) throws -> Bool {
    guard let (from, to, value) = try reader.dependency(reference.key) else { return false }
    let statement = try Prepared("DELETE FROM dependency WHERE waiting = ?1 AND blocker = ?2", in: database)
    var row = statement.parameters
    row.integer(from.code)
    row.integer(to.code)
    try statement.run()
    try journal.note(Reference(.dependency, value.key), before: .dependency(value), after: nil)
    return true
  }

  /// The node of an end, made if nobody named it before.
  func node(_ end: Reference) throws -> Node {
    end.kind == .feature
      ? Node(.feature, id: try id(of: Feature.self, end.key)) : Node(.item, id: try id(of: Item.self, end.key))
  }
}
