package import Delivery
import Interchange
import Times

/// What one person changed with one line, or one import.
package struct ChangeSet: Hashable, Sendable {
  package let id: EntryID
  package let occasion: Occasion
  /// The change set that this one takes back; of a redo, the undo.
  package let undoes: EntryID?
  /// The row, by which sets follow each other here.
  let number: Int64

  static let columns = "number, id, at, said_by, verb, said, source, undoes"

  init?(row: inout Columns) {
    number = row.integer()
    guard let id = EntryID(bytes: row.blob()) else { return nil }
    self.id = id
    let at = Instant(milliseconds: row.integer())
    let by = row.optionalText()
    occasion = Occasion(by: by, at: at, verb: row.text(), said: row.optionalText(), source: row.optionalText())
    undoes = EntryID(bytes: row.blob())
  }
}

/// One record before and after a change.
package struct Entry: Hashable, Sendable {
  package let id: EntryID
  package let reference: Reference
  package let before: Record?
  package let after: Record?

  static let columns = "e.id, e.kind, e.key, e.before, e.after"

  init(row: inout Columns) throws {
    let bytes = row.blob()
    let kind = row.text()
    let key = row.text()
    guard let id = EntryID(bytes: bytes), let kind = Kind(rawValue: kind) else {
      throw DamagedEntry(key: key)
    }
    self.id = id
    reference = Reference(kind, key)
    before = try row.optionalText().map { try RecordLine(text: $0).record }
    after = try row.optionalText().map { try RecordLine(text: $0).record }
  }
}

/// An entry of the journal that does not read.
package struct DamagedEntry: Error, Hashable, Sendable, CustomStringConvertible {
  package let key: String

  package var description: String {
    "An entry of the journal about \(key) cannot be read. Nothing was changed. `gangway doctor` tells more."
  }
}
