import Delivery

extension Writer {
  /// The row of a record that another refers to, made if nobody named the record before.
  func id<Value: Referable>(of type: Value.Type, _ key: String) throws -> Int64 {
    let kind = Value.table.kind
    if let id = ids[kind]?[key] { return id }
    let id = try (fresh.contains(kind) ? nil : try reader.rowID(kind, key)) ?? makeStub(kind, key)
    ids[kind, default: [:]][key] = id
    return id
  }

  /// Sees to it that what a record points at by kind and key has a row, if its kind is one that can be named ahead.
  func mention(_ reference: Reference) throws {
    switch reference.kind {
    case .team: _ = try id(of: Team.self, reference.key)
    case .person: _ = try id(of: Person.self, reference.key)
    case .release: _ = try id(of: Release.self, reference.key)
    case .feature: _ = try id(of: Feature.self, reference.key)
    case .item: _ = try id(of: Item.self, reference.key)
    case .incident: _ = try id(of: Incident.self, reference.key)
    default: break
    }
  }

  private func makeStub(_ kind: Kind, _ key: String) throws -> Int64 {
    let sql =
      switch kind {
      case .item: "INSERT INTO item (known, key, outside) VALUES (0, ?1, 1)"
      case .incident: "INSERT INTO incident (known, key, title) VALUES (0, ?1, ?1)"
      case .status:
        """
        INSERT INTO status (known, key, folded, category)
        VALUES (0, ?1, ?2, (SELECT category FROM status WHERE folded = ?2 ORDER BY known DESC LIMIT 1))
        """
      default: "INSERT INTO \(kind.rawValue) (known, key, name) VALUES (0, ?1, ?1)"
      }
    let statement = try Prepared(sql, in: database)
    var row = statement.parameters
    row.text(key)
    if kind == .status { row.text(Status.fold(key)) }
    try statement.run()
    let id = insertedID
    try nameStub(kind, key)
    return id
  }

  /// Forgets everything about a record but its key.
  func blank(_ kind: Kind, id: Int64, key: String) throws {
    let sql =
      switch kind {
      case .item:
        """
        UPDATE item SET known = 0, is_open = NULL, outside = 1, title = NULL, feature = NULL, team = NULL,
          assignee = NULL, status = NULL, release = NULL, type = NULL, created = NULL, updated = NULL, done = NULL,
          due = NULL, estimate_days = NULL, url = NULL, text = NULL, source = NULL, closed_because = NULL
        WHERE id = ?1
        """
      case .team: "UPDATE team SET known = 0, name = key, mission = NULL, zone = NULL WHERE id = ?1"
      case .person:
        """
        UPDATE person SET known = 0, name = key, short = NULL, team = NULL, role = NULL, zone = NULL, active = 1
        WHERE id = ?1
        """
      case .release: "UPDATE release SET known = 0, name = key, date = NULL, state = NULL, source = NULL WHERE id = ?1"
      case .feature:
        """
        UPDATE feature SET known = 0, name = key, team = NULL, release = NULL, owner = NULL, aliases = '[]',
          summary = NULL, source = NULL WHERE id = ?1
        """
      case .status: "UPDATE status SET known = 0, category = NULL, said_by = NULL WHERE id = ?1"
      default:
        """
        UPDATE incident SET known = 0, title = key, severity = NULL, feature = NULL, started = NULL, detected = NULL,
          ended = NULL, impact = NULL WHERE id = ?1
        """
      }
    let statement = try Prepared(sql, in: database)
    var row = statement.parameters
    row.integer(id)
    try statement.run()
    if kind == .item {
      let statement = try Prepared("DELETE FROM history WHERE item = ?1", in: database)
      var row = statement.parameters
      row.integer(id)
      try statement.run()
    }
  }
}
