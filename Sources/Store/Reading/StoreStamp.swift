/// Which state of the records a snapshot shows: equal stamps of one connection mean equal records.
///
/// The journal's newest change set tells of changes by this connection, SQLite's own counter of those by others.
package struct StoreStamp: Hashable, Sendable {
  let changeSet: Int64
  let version: Int64
}

extension Snapshot {
  /// - Complexity: O(1).
  package func stamp() throws -> StoreStamp {
    let newest = try Prepared("SELECT max(number) FROM change_set", in: database)
    let version = try Prepared("PRAGMA data_version", in: database)
    return StoreStamp(
      changeSet: try newest.rows { $0.integer() }.first ?? 0, version: try version.rows { $0.integer() }.first ?? 0)
  }
}
