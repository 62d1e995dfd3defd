import struct GRDB.DatabaseError

/// Why the store could not do what it was asked.
package enum StoreError: Error, Hashable, Sendable {
  /// The file was written by a newer Gangway.
  case newer(path: String, version: Int, understood: Int)
  /// The file is something else.
  case notAStore(path: String)
  case readOnly(path: String)
  case full(path: String)
  /// Another process kept the store to itself for too long.
  case busy(path: String)
  case cannotOpen(path: String, reason: String)
  /// SQLite found the file, or the store a record in it, to be damaged.
  case damaged(path: String, reason: String)
  case failed(path: String, reason: String)

  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "SQLite says code \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path, reason: reason)
    case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
    default: self = .failed(path: path, reason: reason)
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// What happened, what is unharmed, and what to do next.
  package var description: String {
    switch self {
    case .newer(let path, let version, let understood):
      "The store \(path) was written by a newer Gangway (layout \(version); this one reads up to \(understood)). "
        + "It was not touched. Install the newer Gangway, or name another store with --store."
    case .notAStore(let path):
      "\(path) is not a store of Gangway. It was not touched. Name another file with --store."
    case .readOnly(let path):
      "The store \(path) may not be written here. Nothing was changed. "
        + "Give yourself the right to write the file and its directory, or name another store with --store."
    case .full(let path):
      "The disk that holds \(path) is full. What was stored before is unharmed and nothing of this change was kept. "
        + "Make room, then say it again."
    case .busy(let path):
      "Another Gangway is writing to \(path) and did not finish in time. Nothing was changed. Say it again in a moment."
    case .cannotOpen(let path, let reason):
      "The store \(path) cannot be opened (\(reason)). Nothing was changed. "
        + "See that its directory exists and belongs to you, or name another store with --store."
    case .damaged(let path, let reason):
      "The store \(path) is damaged (\(reason)). Nothing was changed. "
        + "Keep a copy of the file, and start again from an export or a backup with --store."
    case .failed(let path, let reason):
      "The store \(path) refused (\(reason)). What was stored before is unharmed and nothing of this change was kept. "
        + "`gangway doctor` tells more."
    }
  }
}
