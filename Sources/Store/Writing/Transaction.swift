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

  /// Takes back the newest change of a person that still stands; without a person the anonymous speakers' change.
  package func undo(by: Key<Person>?, at: Instant, said: String?) throws -> UndoResult {
    try Reversal(database: database, options: options).undo(by: by, at: at, said: said)
  }

  /// Makes again what the person's newest undo took back, unless they changed something since.
  package func redo(by: Key<Person>?, at: Instant, said: String?) throws -> UndoResult {
    try Reversal(database: database, options: options).redo(by: by, at: at, said: said)
  }
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
