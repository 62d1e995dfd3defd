package import Delivery

extension Store {
  /// Hands over every described record: kinds in the order of the interchange, then by number or key.
  ///
  /// Kinds are all when none are given. Equal stores give equal records in equal order. Records stream, so that no more than one stands in memory.
  ///
  /// - Throws: ``StoreError``, and what the closure throws.
  package func export(_ kinds: Set<Kind>? = nil, _ body: (Record) throws -> Void) throws {
    try read { snapshot in try snapshot.export(kinds, body) }
  }
}

extension Snapshot {
  /// Hands over every described record, in the order of ``Store/export(_:_:)``.
  package func export(_ kinds: Set<Kind>? = nil, _ body: (Record) throws -> Void) throws {
    func export<Value: Stored>(_ type: Value.Type) throws {
      let statement = try Prepared(Value.table.export, in: database)
      defer { statement.reset() }
      while try statement.step() {
        var found: RowReader.Found<Value> = reader.row(statement)
        try found.value.loadDetails(of: found.id, from: reader)
        try body(found.value.record)
      }
    }
    for kind in Kind.interchangeOrder where kinds?.contains(kind) ?? true {
      if let type = kind.stored { try export(type) } else { try exportDependencies(body) }
    }
  }

  private func exportDependencies(_ body: (Record) throws -> Void) throws {
    let statement = try Prepared(
      """
      SELECT d.waiting & 1, iif(d.waiting & 1, wf.key, wi.key) AS w, d.blocker & 1, iif(d.blocker & 1, bf.key, bi.key)
        AS b, \(RowReader.dependencyColumns)
      FROM dependency d
      LEFT JOIN item wi ON wi.id = d.waiting >> 1 LEFT JOIN feature wf ON wf.id = d.waiting >> 1
      LEFT JOIN item bi ON bi.id = d.blocker >> 1 LEFT JOIN feature bf ON bf.id = d.blocker >> 1
      ORDER BY w, d.waiting & 1, b, d.blocker & 1
      """, in: database)
    defer { statement.reset() }
    while try statement.step() {
      var row = statement.columns
      let waiting = Reference(row.flag() ? .feature : .item, row.text())
      let blocker = Reference(row.flag() ? .feature : .item, row.text())
      try body(.dependency(Dependency(waiting: waiting, blocker: blocker, row: &row)))
    }
  }
}

extension Kind {
  /// What others refer to comes first, so that a reader of lines meets few names ahead of their records.
  static let interchangeOrder: [Kind] = [
    .workspace, .team, .person, .release, .feature, .scope, .status, .item, .dependency, .incident, .claim, .document,
    .term, .alias, .case, .question, .followup, .shield, .batch, .holiday, .away,
  ]
}
