package import Delivery
import class GRDB.Database
package import Times

extension Store {
  /// Imports a stream of records in one transaction: all of it, or nothing.
  ///
  /// Importing the same records again changes nothing and makes no entry.
  ///
  /// - Parameters:
  ///   - mode: How stored records are treated.
  ///   - at: The time of the import.
  ///   - by: Who imports.
  ///   - source: The name of the file, for the journal.
  ///   - dryRun: Whether everything is taken back in the end, so that only the report stays.
  ///   - isStopped: Asked all the while whether somebody wants the import no more.
  ///   - body: Puts the records.
  /// - Returns: What changed.
  /// - Throws: ``StoreError``, ``ImportStopped``, and what the closure throws; the store is then as it was.
  package func importing(
    _ mode: ImportMode, at: Instant, by: Key<Person>?, source: String?, dryRun: Bool = false,
    isStopped: @escaping () -> Bool = { false }, _ body: (inout ImportSession) throws -> Void
  ) throws -> ImportReport {
    let occasion = Occasion(by: by?.text, at: at, verb: "import", source: source)
    let stop = ImportStop(isStopped)
    let report = try stoppable(stop) { database in
      // Many pages change at once, and all of them in random order.
      let cache = ImportCache(database: database)
      try cache.enlarge()
      defer { cache.restore() }
      var indexes = ImportIndexes(database: database)
      try indexes.drop(with: mode)
      let writer = try Writer(occasion, keepsEntries: false, in: database, options: options)
      try writer.expectNewRecords()
      var session = try ImportSession(mode: mode, writer: writer)
      try body(&session)
      let report = try session.finish()
      try indexes.restore()
      return (report, keep: !dryRun)
    }
    if report.set != nil { try tidy() }
    return report
  }

  /// Runs a transaction that somebody may stop.
  private func stoppable<Value>(_ stop: ImportStop, _ body: (Database) throws -> (Value, keep: Bool)) throws -> Value {
    try write { database in
      stop.attach(to: database)
      defer { stop.detach(from: database) }
      do {
        return try body(database)
      } catch {
        throw stop.hasCome ? ImportStopped() : error
      }
    }
  }
}
