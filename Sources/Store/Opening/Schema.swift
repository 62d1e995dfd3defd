import class GRDB.Database
import struct GRDB.DatabaseError
import struct GRDB.ResultCode

/// The layout of the file: which one it has, and how an older one becomes the present one.
enum Schema {
  /// Marks a file as ours, in SQLite's header: “GANG”.
  static let application = 0x4741_4E47

  /// The scripts that lead from each version to the next; the first makes a store from nothing.
  static let migrations = [SchemaVersion1.script]

  /// Brings a fresh connection into shape: checks whose file it is, migrates it, sets what holds per connection.
  static func prepare(_ database: Database, path: String) throws {
    let version = try integer("PRAGMA user_version", database)
    let isOurs = try integer("PRAGMA application_id", database) == application
    if isOurs {
      guard version <= migrations.count else {
        throw StoreError.newer(path: path, version: version, understood: migrations.count)
      }
    } else {
      // A file without our mark is taken only when nothing is in it.
      let isEmpty = try version == 0 && integer("SELECT count(*) FROM sqlite_schema", database) == 0
      // Another process may have made the store between one look and the next.
      guard try isEmpty || integer("PRAGMA application_id", database) == application else {
        throw StoreError.notAStore(path: path)
      }
    }
    if !isOurs || version < migrations.count {
      try switchToLog(database)
      try migrate(database, path: path)
    }
    for pragma in ["synchronous = NORMAL", "journal_size_limit = 4194304"] {
      let statement = try Prepared("PRAGMA \(pragma)", in: database)
      while try statement.step() {}
    }
  }

  /// Of two processes that make one store at once SQLite refuses the second without waiting; the first has switched.
  private static func switchToLog(_ database: Database) throws {
    do {
      let statement = try Prepared("PRAGMA journal_mode = WAL", in: database)
      while try statement.step() {}
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {}
  }

  private static func migrate(_ database: Database, path: String) throws {
    try database.inTransaction(.immediate) {
      // Another process may have been faster.
      let version = try integer("PRAGMA user_version", database)
      guard version <= migrations.count else {
        throw StoreError.newer(path: path, version: version, understood: migrations.count)
      }
      for script in migrations[version...] { try database.execute(sql: script) }
      try database.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(migrations.count)")
      return .commit
    }
  }

  private static func integer(_ sql: String, _ database: Database) throws -> Int {
    let statement = try Prepared(sql, in: database)
    defer { statement.reset() }
    guard try statement.step() else { return 0 }
    var row = statement.columns
    return Int(row.integer())
  }
}
