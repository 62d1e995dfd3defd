import class GRDB.Database
import GRDBSQLite

/// Somebody stopped an import; nothing of it was kept.
package struct ImportStopped: Error, Equatable {
  package init() {}
}

/// Asks while SQLite works, also within a long statement, whether anybody wants it to stop.
///
/// SQLite gives the statement up with SQLITE_INTERRUPT then (sqlite.org/c3ref/progress_handler.html).
final class ImportStop {
  private let isWanted: () -> Bool
  private(set) var hasCome = false

  /// So many instructions of SQLite's machine lie between two questions: less than a thousandth of a second.
  private static let stride: Int32 = 5_000

  init(_ isWanted: @escaping () -> Bool) {
    self.isWanted = isWanted
  }

  func attach(to database: Database) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      database.sqliteConnection, ImportStop.stride,
      { context in
        guard let context else { return 0 }
        return Unmanaged<ImportStop>.fromOpaque(context).takeUnretainedValue().ask() ? 1 : 0
      }, context)
  }

  func detach(from database: Database) {
    sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil)
  }

  /// Once is enough: what takes the changes back may not be stopped.
  private func ask() -> Bool {
    guard !hasCome, isWanted() else { return false }
    hasCome = true
    return true
  }
}
