import class GRDB.Database

/// The page cache of a connection while it imports.
struct ImportCache {
  let database: Database

  func enlarge() throws { try set(-65_536) }

  /// Goes back to SQLite's own choice; a cache that stays large does no harm.
  func restore() { try? set(-2_000) }

  private func set(_ size: Int) throws {
    try Prepared("PRAGMA cache_size = \(size)", in: database).run()
  }
}
