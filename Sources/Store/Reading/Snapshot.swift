package import Delivery
import class GRDB.Database
import Times

/// The store as it was at one moment: every answer of one turn comes from here.
package struct Snapshot {
  let database: Database
  let reader: RowReader

  init(database: Database) {
    self.database = database
    reader = RowReader(database: database)
  }

  /// The record under a kind and a key.
  ///
  /// A record that others name and nobody described is there with its key as its name; such an item is outside.
  package func record(_ reference: Reference) throws -> Record? {
    try reader.record(reference)?.record
  }

  /// The next number for a follow-up, case or question; no number is ever given twice, undone ones neither.
  package func nextNumber(for kind: Kind) throws -> Int {
    let statement = try Prepared("SELECT last FROM counter WHERE kind = ?1", in: database)
    var parameters = statement.parameters
    parameters.text(kind.rawValue)
    guard try statement.step() else { return 1 }
    defer { statement.reset() }
    var columns = statement.columns
    return Int(columns.integer()) + 1
  }
}
