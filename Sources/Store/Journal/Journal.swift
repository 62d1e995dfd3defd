import Delivery
import class GRDB.Database
import Interchange
package import Times

/// Who changes the store, when, and by what.
package struct Occasion: Hashable, Sendable {
  /// The key of the person, or nothing for an anonymous speaker.
  package var by: String?
  package var at: Instant
  /// The name of the intent, or `import`.
  package var verb: String
  /// The line as typed; nothing when it is off the record.
  package var said: String?
  /// The file that was imported.
  package var source: String?

  package init(by: String?, at: Instant, verb: String, said: String? = nil, source: String? = nil) {
    self.by = by
    self.at = at
    self.verb = verb
    self.said = said
    self.source = source
  }
}

/// Writes one change set: a row for the occasion as soon as there is an entry, and a row for each entry.
struct Journal {
  let database: Database
  let occasion: Occasion
  /// The change set that this one takes back.
  let undoes: EntryID?
  private var ids: EntryIDs
  private var line = JSONWriter()
  private var number: Int64?
  private(set) var set: EntryID?
  private(set) var entries: [EntryID] = []
  private let keepsEntries: Bool

  /// Prepares a change set that has no row yet; ids of entries are kept unless there will be too many, as in an import.
  init(
    _ occasion: Occasion, undoes: EntryID? = nil, keepsEntries: Bool = true, in database: Database,
    random: () -> UInt64
  ) throws {
    self.database = database
    self.occasion = occasion
    self.undoes = undoes
    self.keepsEntries = keepsEntries
    ids = EntryIDs(at: occasion.at, after: try Journal.lastID(database), random: random)
  }

  /// Notes a record before and after its change, in the line of the interchange.
  mutating func note(_ reference: Reference, before: Record?, after: Record?) throws {
    let change = try changeSet()
    let id = ids.make()
    let statement = try Prepared(
      "INSERT INTO entry (id, change_set, kind, key, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", in: database)
    var row = statement.parameters
    row.id(id)
    row.integer(change)
    row.text(reference.kind.rawValue)
    row.text(reference.key)
    for record in [before, after] {
      line.reset()
      record?.write(to: &line)
      row.utf8(line.bytes)
    }
    try statement.run()
    if keepsEntries { entries.append(id) }
  }

  private mutating func changeSet() throws -> Int64 {
    if let number { return number }
    let id = ids.make()
    let statement = try Prepared(
      "INSERT INTO change_set (id, at, said_by, verb, said, source, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      in: database)
    var row = statement.parameters
    row.id(id)
    row.integer(occasion.at.milliseconds)
    row.optionalText(occasion.by)
    row.text(occasion.verb)
    row.optionalText(occasion.said)
    row.optionalText(occasion.source)
    if let undoes { row.blob(undoes.bytes) } else { row.integer(nil) }
    try statement.run()
    let made = database.lastInsertedRowID
    number = made
    set = id
    return made
  }

  /// The newest id in the file, of a change set or of an entry.
  private static func lastID(_ database: Database) throws -> EntryID? {
    var newest: EntryID?
    for table in ["change_set", "entry"] {
      let statement = try Prepared("SELECT id FROM \(table) ORDER BY number DESC LIMIT 1", in: database)
      guard try statement.step() else { continue }
      defer { statement.reset() }
      var columns = statement.columns
      if let id = EntryID(bytes: columns.blob()), newest.map({ $0 < id }) ?? true { newest = id }
    }
    return newest
  }
}
