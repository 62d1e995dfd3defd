/// How a store's file is laid out.
package struct StoreLayout: Hashable, Sendable {
  /// The version of its tables.
  package var version: Int
  /// SQLite's word for how it keeps changes until they are done, such as `wal`.
  package var journal: String
}

extension Store {
  /// How the file is laid out.
  ///
  /// - Throws: ``StoreError``.
  package func layout() throws -> StoreLayout {
    try read { snapshot in
      let version = try Prepared("PRAGMA user_version", in: snapshot.database).rows { $0.integer() }
      let journal = try Prepared("PRAGMA journal_mode", in: snapshot.database).rows { $0.text() }
      return StoreLayout(version: Int(version.first ?? 0), journal: journal.first ?? "")
    }
  }

  /// Begins a change and takes it back.
  ///
  /// - Throws: ``StoreError`` when nothing can be changed now: another process writes, or the file is not to be written.
  package func tryWriting() throws {
    try write { _ in ((), keep: false) }
  }
}
