import Delivery
import Times

/// A kind of record with a table of its own, whose row this type writes and reads in the order of its columns.
protocol Stored: Hashable, Sendable {
  static var table: Table { get }

  /// The record's key.
  var identity: String { get }

  var record: Record { get }

  /// Reads the values of the columns.
  init(key: String, row: inout Columns)

  /// Gives the values of the columns.
  func bind(to row: inout RowWriter) throws

  /// Reads what hangs below the record's row.
  mutating func loadDetails(of id: Int64, from reader: RowReader) throws

  /// Writes what hangs below the record's row, knowing what hung there before.
  func writeDetails(of id: Int64, over old: Self?, with writer: Writer) throws
}

extension Stored {
  mutating func loadDetails(of id: Int64, from reader: RowReader) {}
  func writeDetails(of id: Int64, over old: Self?, with writer: Writer) {}
}

/// A record that others name by key and that has a row as soon as they do.
protocol Referable: Stored {}

/// The name of a table and of its columns beyond id, known and key.
struct Table: Sendable {
  let kind: Kind
  let isReferable: Bool
  let select: String
  let export: String
  let insert: String
  let update: String
  let delete: String

  /// - Parameters:
  ///   - kind: Names the table.
  ///   - isReferable: Whether a row may stand for a record that nobody described.
  ///   - order: What the interchange sorts by.
  ///   - columns: In the order in which the type writes and reads them.
  init(_ kind: Kind, isReferable: Bool = false, order: String = "key", _ columns: [Column]) {
    self.kind = kind
    self.isReferable = isReferable
    let table = "\"\(kind.rawValue)\""
    let known = isReferable ? "known" : "1"
    let read = (["t.id", known, "t.key"] + columns.map(\.read)).joined(separator: ", ")
    select = "SELECT \(read) FROM \(table) t WHERE"
    export = "SELECT \(read) FROM \(table) t \(isReferable ? "WHERE known = 1" : "") ORDER BY t.\(order)"
    let names = (["id", "key"] + (isReferable ? ["known"] : []) + columns.map(\.name))
    let values = ["?1", "?2"] + (isReferable ? ["1"] : []) + columns.indices.map { "?\($0 + 3)" }
    insert =
      "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")))"
    let assignments =
      ["key = ?2"] + (isReferable ? ["known = 1"] : [])
      + zip(columns, columns.indices).map { "\($0.name) = ?\($1 + 3)" }
    update = "UPDATE \(table) SET \(assignments.joined(separator: ", ")) WHERE id = ?1"
    delete = "DELETE FROM \(table) WHERE id = ?1"
  }
}

/// A column, and the expression that reads it.
struct Column: Sendable, ExpressibleByStringLiteral {
  let name: String
  let read: String

  init(stringLiteral name: String) {
    self.name = name
    read = "t.\(name)"
  }

  private init(name: String, read: String) {
    self.name = name
    self.read = read
  }

  /// A reference by id, read as the key of what it points at.
  static func key(_ name: String, of kind: Kind) -> Column {
    Column(name: name, read: "(SELECT key FROM \(kind.rawValue) WHERE id = t.\(name))")
  }
}

/// The parameters of a row's statement, with keys turned into ids on the way.
struct RowWriter {
  var values: Parameters
  let writer: Writer

  mutating func key<Subject: Referable>(_ key: Key<Subject>?) throws {
    guard let key else {
      values.integer(nil)
      return
    }
    values.integer(try writer.id(of: Subject.self, key.text))
  }

  mutating func status(_ name: String?) throws {
    guard let name, !name.isEmpty else {
      values.integer(nil)
      return
    }
    values.integer(try writer.id(of: Status.self, name))
  }

  mutating func instant(_ instant: Instant?) {
    values.integer(instant?.milliseconds)
  }

  mutating func day(_ day: Day?) {
    values.integer(day.map { Int64($0.number) })
  }

  mutating func integer(_ integer: Int?) {
    values.integer(integer.map(Int64.init))
  }

  mutating func flag(_ flag: Bool) {
    values.integer(flag ? 1 : 0)
  }

  mutating func texts(_ texts: [String]) {
    values.text(TextList.encode(texts))
  }
}

extension Columns {
  mutating func key<Subject>() -> Key<Subject>? {
    optionalText().map { Key($0) }
  }

  mutating func instant() -> Instant? {
    optionalInteger().map { Instant(milliseconds: $0) }
  }

  mutating func day() -> Day? {
    optionalInteger().map { Day(number: Int($0)) }
  }

  mutating func optionalInt() -> Int? {
    optionalInteger().map { Int($0) }
  }

  mutating func texts() -> [String] {
    TextList.decode(text())
  }

  /// A word of a closed list, which the table's own checks guarantee.
  mutating func word<Word: RawRepresentable>(or standard: Word) -> Word where Word.RawValue == String {
    Word(rawValue: text()) ?? standard
  }
}
