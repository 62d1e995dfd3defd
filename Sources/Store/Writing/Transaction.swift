package import Delivery
import class GRDB.Database
package import Times

/// One transaction in which a turn looks at the store, changes it and is logged: all of it, or nothing.
package struct Transaction {
  let database: Database
  let options: StoreOptions

  /// The store as it stands inside the transaction, with what the transaction has changed so far.
  package var snapshot: Snapshot { Snapshot(database: database) }

  /// Makes changes and notes them in the journal; a record that is stored like that already makes no entry.
  package func apply(_ changes: [Change], _ occasion: Occasion) throws -> Applied {
    try Writer(occasion, in: database, options: options).apply(changes)
  }

  /// Begins a change set that several changes of one line belong to; the journal has it from the first change on.
  package func changes(_ occasion: Occasion) throws -> LineChanges {
    LineChanges(writer: try Writer(occasion, in: database, options: options))
  }

  /// Runs a body and takes back whatever it wrote: how things would stand.
  ///
  /// - Throws: What the body throws.
  package func trying<Value>(_ body: () throws -> Value) throws -> Value {
    try database.execute(sql: "SAVEPOINT trial")
    let result = Result { try body() }
    try database.execute(sql: "ROLLBACK TO trial; RELEASE trial")
    return try result.get()
  }

  /// Takes back the newest change of a person that still stands; without a person the anonymous speakers' change.
  package func undo(by: Key<Person>?, at: Instant, said: String?) throws -> UndoResult {
    try Reversal(database: database, options: options).undo(by: by, at: at, said: said)
  }

  /// Makes again what the person's newest undo took back, unless they changed something since.
  package func redo(by: Key<Person>?, at: Instant, said: String?) throws -> UndoResult {
    try Reversal(database: database, options: options).redo(by: by, at: at, said: said)
  }
}

/// The changes of one line as they are made, one change set in the journal.
package struct LineChanges {
  let writer: Writer

  /// Makes further changes; the result speaks of all that were made so far.
  package func make(_ changes: [Change]) throws -> Applied { try writer.apply(changes) }
}

extension Store {
  /// Runs a transaction that is kept unless the body throws or it is only tried.
  ///
  /// - Throws: ``StoreError``, and what the body throws; then nothing was changed.
  package func transaction<Value>(isTrial: Bool = false, _ body: (Transaction) throws -> Value) throws -> Value {
    try write { database in
      (try body(Transaction(database: database, options: options)), keep: !isTrial)
    }
  }
}
