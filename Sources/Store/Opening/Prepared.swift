import class GRDB.Database
import struct GRDB.DatabaseError
import class GRDB.Statement
import struct GRDB.ResultCode
import GRDBSQLite

/// A compiled statement that is stepped directly, because rows of our own need no second form in between.
struct Prepared {
  /// Keeps the compiled statement alive.
  private let statement: Statement
  private let raw: OpaquePointer
  private unowned let database: Database

  /// Takes the statement from the connection's cache, or compiles it.
  init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    raw = statement.sqliteStatement
    self.database = database
  }

  /// Where the next values go.
  var parameters: Parameters { Parameters(raw) }

  /// Where the current row's values come from.
  var columns: Columns { Columns(raw) }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there is one; after the last the statement is ready to be used again.
  func step() throws -> Bool {
    let code = sqlite3_step(raw)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(raw)
      return false
    default:
      let error = DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: statement.sql)
      sqlite3_reset(raw)
      throw error
    }
  }

  /// Runs a statement whose rows, if any, nobody wants.
  func run() throws {
    if try step() { reset() }
  }

  /// Reads every row.
  func rows<Value>(_ read: (inout Columns) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    do {
      while try step() {
        var row = columns
        values.append(try read(&row))
      }
    } catch {
      reset()
      throw error
    }
    return values
  }

  func reset() {
    sqlite3_reset(raw)
  }
}

/// The parameters of a statement, bound in order.
struct Parameters {
  private let raw: OpaquePointer
  private var index: Int32 = 0

  init(_ raw: OpaquePointer) {
    self.raw = raw
  }

  mutating func integer(_ value: Int64?) {
    index += 1
    if let value { sqlite3_bind_int64(raw, index, value) } else { sqlite3_bind_null(raw, index) }
  }

  mutating func number(_ value: Double?) {
    index += 1
    if let value { sqlite3_bind_double(raw, index, value) } else { sqlite3_bind_null(raw, index) }
  }

  mutating func text(_ value: String) {
    index += 1
    guard !value.isEmpty else {
      sqlite3_bind_text(raw, index, "", 0, Parameters.copied)
      return
    }
    var value = value
    value.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(raw, index, characters.baseAddress, Int32(characters.count), Parameters.copied)
      }
    }
  }

  /// Binds a text that may be missing; an empty one says nothing either.
  mutating func optionalText(_ value: String?) {
    guard let value, !value.isEmpty else {
      integer(nil)
      return
    }
    text(value)
  }

  /// Binds text that is UTF-8 already; none is nothing.
  mutating func utf8(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else {
      integer(nil)
      return
    }
    index += 1
    bytes.withUnsafeBytes { bytes in
      _ = sqlite3_bind_text(
        raw, index, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count), Parameters.copied)
    }
  }

  mutating func id(_ id: EntryID) {
    index += 1
    withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { bytes in
      _ = sqlite3_bind_blob(raw, index, bytes.baseAddress, Int32(bytes.count), Parameters.copied)
    }
  }

  mutating func blob(_ bytes: [UInt8]) {
    index += 1
    bytes.withUnsafeBytes { bytes in
      _ = sqlite3_bind_blob(raw, index, bytes.baseAddress, Int32(bytes.count), Parameters.copied)
    }
  }

  /// Tells SQLite to copy what it is given.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

/// The values of a row, read in order.
struct Columns {
  private let raw: OpaquePointer
  private var index: Int32 = -1

  init(_ raw: OpaquePointer) {
    self.raw = raw
  }

  mutating func integer() -> Int64 {
    index += 1
    return sqlite3_column_int64(raw, index)
  }

  mutating func flag() -> Bool {
    integer() != 0
  }

  mutating func optionalInteger() -> Int64? {
    index += 1
    return sqlite3_column_type(raw, index) == SQLITE_NULL ? nil : sqlite3_column_int64(raw, index)
  }

  mutating func optionalNumber() -> Double? {
    index += 1
    return sqlite3_column_type(raw, index) == SQLITE_NULL ? nil : sqlite3_column_double(raw, index)
  }

  mutating func text() -> String {
    optionalText() ?? ""
  }

  mutating func optionalText() -> String? {
    index += 1
    guard let start = sqlite3_column_text(raw, index) else { return nil }
    let count = Int(sqlite3_column_bytes(raw, index))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  mutating func blob() -> [UInt8] {
    index += 1
    guard let start = sqlite3_column_blob(raw, index) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(raw, index))))
  }
}
