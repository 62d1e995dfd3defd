import Delivery
import class GRDB.Database
import Times

/// Reads whole records out of their rows.
struct RowReader {
  let database: Database

  /// A record and the row it is in.
  struct Found<Value: Stored> {
    let id: Int64
    /// Whether somebody described the record; otherwise others only name it.
    let isKnown: Bool
    var value: Value
  }

  func find<Value: Stored>(_ type: Value.Type, _ key: String) throws -> Found<Value>? {
    let statement = try Prepared(Value.table.select + " t.key = ?1", in: database)
    var parameters = statement.parameters
    parameters.text(key)
    return try first(statement)
  }

  func find<Value: Stored>(_ type: Value.Type, id: Int64) throws -> Found<Value>? {
    let statement = try Prepared(Value.table.select + " t.id = ?1", in: database)
    var parameters = statement.parameters
    parameters.integer(id)
    return try first(statement)
  }

  /// All records that a condition on the table `t` selects.
  func all<Value: Stored>(
    _ type: Value.Type, _ condition: String, bind: (inout Parameters) -> Void = { _ in }
  ) throws -> [Value] {
    let statement = try Prepared(Value.table.select + " " + condition, in: database)
    var parameters = statement.parameters
    bind(&parameters)
    var found: [Found<Value>] = []
    while try statement.step() { found.append(row(statement)) }
    return try found.map { found in
      var found = found
      try found.value.loadDetails(of: found.id, from: self)
      return found.value
    }
  }

  private func first<Value: Stored>(_ statement: Prepared) throws -> Found<Value>? {
    guard try statement.step() else { return nil }
    var found: Found<Value> = row(statement)
    statement.reset()
    try found.value.loadDetails(of: found.id, from: self)
    return found
  }

  func row<Value: Stored>(_ statement: Prepared) -> Found<Value> {
    var columns = statement.columns
    let id = columns.integer()
    let isKnown = columns.flag()
    let key = columns.text()
    return Found(id: id, isKnown: isKnown, value: Value(key: key, row: &columns))
  }

  // MARK: Dependencies

  /// The row of an end, if it has one.
  func node(_ end: Reference) throws -> Node? {
    try rowID(end.kind, end.key).map { Node(end.kind, id: $0) }
  }

  func dependency(_ key: String) throws -> (waiting: Node, blocker: Node, value: Dependency)? {
    for (waiting, blocker) in Dependency.ends(of: key) {
      guard let from = try node(waiting), let to = try node(blocker),
        let value = try dependency(from, to, waiting: waiting, blocker: blocker)
      else { continue }
      return (from, to, value)
    }
    return nil
  }

  func dependency(_ from: Node, _ to: Node, waiting: Reference, blocker: Reference) throws -> Dependency? {
    let statement = try Prepared(
      "SELECT \(RowReader.dependencyColumns) FROM dependency d WHERE waiting = ?1 AND blocker = ?2", in: database)
    var parameters = statement.parameters
    parameters.integer(from.code)
    parameters.integer(to.code)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    var columns = statement.columns
    return Dependency(waiting: waiting, blocker: blocker, row: &columns)
  }

  static let dependencyColumns = """
    d.since, d.evidence, d.source, (SELECT key FROM person WHERE id = d.said_by), d.note, d.closed, d.closed_because
    """
}

extension Dependency {
  init(waiting: Reference, blocker: Reference, row: inout Columns) {
    self.init(
      waiting: waiting, blocker: blocker, since: row.instant(), evidence: row.word(or: .declared),
      source: row.optionalText(), by: row.key(), note: row.optionalText(), closed: row.instant(),
      closedBecause: row.optionalText())
  }
}

extension RowReader {
  /// The record under a reference, described or not.
  func record(_ reference: Reference) throws -> (record: Record, isKnown: Bool)? {
    func found<Value: Stored>(_ type: Value.Type, _ key: String) throws -> (record: Record, isKnown: Bool)? {
      try find(type, key).map { ($0.value.record, $0.isKnown) }
    }
    guard let type = reference.kind.stored else {
      return try dependency(reference.key).map { (.dependency($0.value), true) }
    }
    let isStatus = reference.kind == .status
    return try found(type, isStatus ? try spelling(ofStatus: reference.key) : reference.key)
  }

  /// The row of a record of a kind that has a table with keys.
  func rowID(_ kind: Kind, _ key: String) throws -> Int64? {
    let statement = try Prepared("SELECT id FROM \(kind.rawValue) WHERE key = ?1", in: database)
    var parameters = statement.parameters
    parameters.text(key)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    var columns = statement.columns
    return columns.integer()
  }

  /// The spelling under which a status is described.
  func knownSpelling(ofStatus name: String) throws -> String? {
    try spelling(ofStatus: name, "known = 1")
  }

  /// The spelling under which a status is described, else one that items use, else the one given.
  func spelling(ofStatus name: String) throws -> String {
    try spelling(ofStatus: name, "true") ?? name
  }

  private func spelling(ofStatus name: String, _ condition: String) throws -> String? {
    let statement = try Prepared(
      """
      SELECT key FROM status WHERE folded = ?1 AND \(condition) ORDER BY known DESC, key = ?2 DESC, key LIMIT 1
      """, in: database)
    var parameters = statement.parameters
    parameters.text(Status.fold(name))
    parameters.text(name)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    var columns = statement.columns
    return columns.text()
  }
}
