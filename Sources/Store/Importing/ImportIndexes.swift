import class GRDB.Database

/// The indexes that are cheaper to build once, sorted, than to keep during the first import into an empty store.
struct ImportIndexes {
  private let database: Database
  private var scripts: [String] = []

  /// Nothing in an import asks these; those that its triggers and look-ups need stay.
  private static let deferred = [
    "history_at", "item_of_feature", "item_of_assignee", "item_of_team", "item_of_release", "item_of_status",
  ]

  init(database: Database) {
    self.database = database
  }

  /// Drops the indexes if no item is stored yet; the transaction takes that back when the import fails.
  mutating func drop(with mode: ImportMode) throws {
    let some = try Prepared("SELECT 1 FROM item LIMIT 1", in: database)
    guard try some.rows({ _ in true }).isEmpty else { return }
    // A tracker's view asks the journal who wrote a record last.
    let names = ImportIndexes.deferred + (mode == .exact ? ["entry_of_record"] : [])
    for name in names {
      let select = try Prepared("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?1", in: database)
      var parameters = select.parameters
      parameters.text(name)
      guard let script = try select.rows({ $0.text() }).first else { continue }
      scripts.append(script)
    }
    for name in names { try Prepared("DROP INDEX \(name)", in: database).run() }
  }

  func restore() throws {
    for script in scripts { try Prepared(script, in: database).run() }
  }
}
