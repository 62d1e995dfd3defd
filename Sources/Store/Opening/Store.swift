import class GRDB.Database
import struct GRDB.DatabaseError
import class GRDB.DatabaseQueue
import struct GRDB.Configuration

/// One SQLite file with every record, the journal of changes and the log of turns.
///
/// Several processes may use one file: writers wait for each other, readers wait for nobody.
package struct Store: Sendable {
  let queue: DatabaseQueue
  let options: StoreOptions
  /// The path as given, or a word for a store in memory.
  package let path: String

  /// Opens the store at a path, or makes one there.
  ///
  /// - Throws: ``StoreError``; a file of a newer layout and one that is no store are left as they were, byte for byte.
  package static func open(at path: String, options: StoreOptions) throws -> Store {
    try StoreFile(path: path).create()
    return try open(path: path, options: options) { configuration in
      try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// Makes an empty store that lives as long as this value.
  package static func inMemory(options: StoreOptions) throws -> Store {
    try open(path: "in memory", options: options) { configuration in
      try DatabaseQueue(named: nil, configuration: configuration)
    }
  }

  private static func open(
    path: String, options: StoreOptions, _ connect: (Configuration) throws -> DatabaseQueue
  ) throws -> Store {
    var configuration = Configuration()
    configuration.busyMode = .timeout(options.patience)
    configuration.prepareDatabase { database in try Schema.prepare(database, path: path) }
    do {
      return Store(queue: try connect(configuration), options: options, path: path)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Looks at the store as it is at one moment, whatever other processes write meanwhile.
  package func read<Value>(_ body: (Snapshot) throws -> Value) throws -> Value {
    try translatingErrors {
      try queue.inDatabase { database in
        var value: Value?
        try database.inTransaction(.deferred) {
          value = try body(Snapshot(database: database))
          return .commit
        }
        guard let value else { throw StoreError.failed(path: path, reason: "a read gave nothing") }
        return value
      }
    }
  }

  /// Runs a transaction that is kept when the body asks for it, and undone when it throws.
  func write<Value>(_ body: (Database) throws -> (Value, keep: Bool)) throws -> Value {
    try translatingErrors {
      try queue.inDatabase { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          let (result, keeps) = try body(database)
          value = result
          return keeps ? .commit : .rollback
        }
        guard let value else { throw StoreError.failed(path: path, reason: "a write gave nothing") }
        return value
      }
    }
  }

  /// Moves what was written into the file itself, so that the next start need not read a long log; waits for nobody.
  func tidy() throws {
    try translatingErrors {
      try queue.inDatabase { database in
        _ = try Prepared("PRAGMA wal_checkpoint(TRUNCATE)", in: database).rows { _ in true }
      }
    }
  }

  /// Lets go of the file; afterwards this value and its copies are of no use.
  ///
  /// - Throws: ``StoreError``.
  package func close() throws {
    try translatingErrors { try queue.close() }
  }

  private func translatingErrors<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError { throw StoreError(error, path: path) }
  }
}
