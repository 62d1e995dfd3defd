import Delivery
import class GRDB.Database
import struct GRDB.DatabaseError
import Interchange

/// Writes records within one transaction, and with each its journal entry, names and searched words.
///
/// A class, because the rows it writes hand it the keys they refer to while it is writing them.
final class Writer {
  let database: Database
  let reader: RowReader
  let words: @Sendable (String) -> [String]
  let spellings: @Sendable (String) -> [Int64]
  var journal: Journal
  var ids: [Kind: [String: Int64]] = [:]
  /// Kinds whose every row this writer made, and so knows.
  var fresh: Set<Kind> = []
  var categories: [String: Status.Category?] = [:]
  /// Words of names that were written or forgotten, until their spellings are settled.
  var touchedWords: Set<String> = []
  /// Numbers that others had taken, and what was given instead.
  var renumbered: [Renumbering] = []

  init(
    _ occasion: Occasion, undoes: EntryID? = nil, keepsEntries: Bool = true, in database: Database,
    options: StoreOptions
  ) throws {
    self.database = database
    reader = RowReader(database: database)
    words = options.words
    spellings = options.spellings
    journal = try Journal(
      occasion, undoes: undoes, keepsEntries: keepsEntries, in: database, random: options.random)
  }

  /// Notes which tables are empty, so that a first import need not look for what cannot be there.
  func expectNewRecords() throws {
    for kind in Kind.allCases where kind.stored?.table.isReferable ?? false {
      let some = try Prepared("SELECT 1 FROM \(kind.rawValue) LIMIT 1", in: database)
      if try some.rows({ _ in true }).isEmpty { fresh.insert(kind) }
    }
  }

  /// Whether the record's table was empty and no row was made for its key since.
  private func isNew(_ table: Table, _ key: String) -> Bool {
    table.isReferable && fresh.contains(table.kind) && ids[table.kind]?[key] == nil
  }

  /// The row that was inserted last.
  var insertedID: Int64 { database.lastInsertedRowID }

  /// What writing a record came to.
  enum Outcome {
    case created, updated, unchanged
  }

  // MARK: Records

  /// Makes the stored record equal to the given one, and notes that.
  ///
  /// What is stored in the end is made by the closure, of the given record and of the stored one if any is described.
  func put(_ record: Record, merging merge: (Record, Record?) throws -> Record = { new, _ in new }) throws -> Outcome {
    var record = record
    switch record {
    case .dependency(let dependency): return try put(dependency, merging: merge)
    case .item(var item):
      // A status without a name says nothing, and the last one is the present one.
      item.history.removeAll { $0.status.isEmpty }
      if (item.status ?? "").isEmpty { item.status = item.history.last?.status }
      record = .item(item)
    case .status(var status):
      if let known = try reader.knownSpelling(ofStatus: status.name) { status.name = known }
      record = .status(status)
    default: break
    }
    func putStored<Value: Stored>(_ value: Value) throws -> Outcome {
      let found = isNew(Value.table, value.identity) ? nil : try reader.find(Value.self, value.identity)
      let old = found.flatMap { $0.isKnown ? $0.value : nil }
      let merged = try merge(record, old?.record).stored as? Value
      return try write(merged ?? value, over: old, row: found?.id)
    }
    guard let value = record.stored else { return .unchanged }
    return try putStored(value)
  }

  private func write<Value: Stored>(_ value: Value, over old: Value?, row: Int64?) throws -> Outcome {
    var value = value
    if var numbered = value as? any Numbered, old.map({ ($0 as? any Numbered)?.number != numbered.number }) ?? true {
      try settleNumber(of: &numbered, kept: (old as? any Numbered)?.number)
      if let settled = numbered as? Value { value = settled }
    }
    guard old != value else { return .unchanged }
    let table = Value.table
    let statement = try Prepared(row == nil ? table.insert : table.update, in: database)
    var writer = RowWriter(values: statement.parameters, writer: self)
    writer.values.integer(row)
    writer.values.text(value.identity)
    try value.bind(to: &writer)
    try statement.run()
    let id = row ?? insertedID
    if table.isReferable { ids[table.kind, default: [:]][value.identity] = id }
    try value.writeDetails(of: id, over: old, with: self)
    // What differs only in blank texts is stored the same.
    if let old, try reader.find(Value.self, id: id)?.value == old { return .unchanged }
    if case .status(let status) = value.record { try settleOpenness(of: status) }
    try index(value.record, id: id, over: old?.record, hadRow: row != nil)
    try journal.note(value.record.reference, before: old?.record, after: value.record)
    return old == nil ? .created : .updated
  }

  /// Takes a record away; one that others name stays as a name.
  ///
  /// - Returns: Whether there was one.
  func remove(_ reference: Reference) throws -> Bool {
    if reference.kind == .dependency { return try removeDependency(reference) }
    guard let (record, isKnown) = try reader.record(reference), isKnown else { return false }
    func removeStored<Value: Stored>(_ value: Value) throws {
      let key = value.identity
      guard let id = try reader.find(Value.self, key)?.id else { return }
      try unindex(record, id: id)
      if case .status(let status) = record { try settleOpenness(of: status, category: nil) }
      let statement = try Prepared(Value.table.delete, in: database)
      var row = statement.parameters
      row.integer(id)
      do {
        try statement.run()
        ids[Value.table.kind]?[key] = nil
        // Items may use another spelling.
        if Value.table.kind == .status { try nameStatus(key) }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT && Value.table.isReferable {
        try blank(Value.table.kind, id: id, key: key)
        try nameStub(Value.table.kind, key)
      }
    }
    if let value = record.stored { try removeStored(value) }
    try journal.note(record.reference, before: record, after: nil)
    return true
  }
}
