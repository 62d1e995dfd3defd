/// A table with a header, read row by row in the columns that are known.
struct Table {
  /// The header's cells, as they stand.
  let header: [String]
  private var reader: TableReader
  private var cells: [TableReader.Cell] = []
  private(set) var place = Place.row(1)
  /// Cells that were not UTF-8.
  private(set) var otherCells = 0
  private let delimiter: UInt8

  /// How many bytes are read.
  var offset: Int { reader.offset }

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(TrackerError) {
    delimiter = TableReader.delimiter(of: bytes)
    reader = TableReader(bytes, delimiter: delimiter)
    guard try reader.next(into: &cells) else { throw .empty }
    let reader = self.reader
    header = cells.map { reader.text(of: $0).text.trimmed }
    // A header of one quoted cell that holds separators was quoted as a whole by a spreadsheet.
    if header.count(where: { !$0.isEmpty }) == 1, cells[0].isQuoted, Table.looksLikeRow(header[0]) {
      throw .damagedTable(row: 1, line: 1, reason: .rowInOneCell)
    }
  }

  /// Goes to the next row; what fits no header is skipped and told.
  ///
  /// - Returns: Whether there is one.
  mutating func next(_ skipped: (Skipped) -> Void) throws(TrackerError) -> Bool {
    while true {
      let line = reader.nextLine
      guard try reader.next(into: &cells) else { return false }
      place = .row(reader.row)
      if header.count > 2, let first = cells.first, !first.range.isEmpty,
        cells.dropFirst().allSatisfy(\.range.isEmpty), Table.looksLikeRow(reader.text(of: first).text)
      {
        throw .damagedTable(row: reader.row, line: line, reason: .rowInOneCell)
      }
      if cells.count > header.count, !cells[header.count...].allSatisfy(\.range.isEmpty) {
        skipped(Skipped(place, .longRow(cells: cells.count, columns: header.count)))
        continue
      }
      return true
    }
  }

  /// The text of a cell, or nothing when it is blank or the row ends before it.
  mutating func text(_ column: Int?) -> String? {
    guard let column, column < cells.count, !cells[column].range.isEmpty else { return nil }
    let (text, isUTF8) = reader.text(of: cells[column])
    if !isUTF8 { otherCells += 1 }
    return text.trimmed.nonEmpty
  }

  /// The texts of several columns that are not blank.
  mutating func texts(_ columns: [Int]) -> [String] {
    var texts: [String] = []
    for column in columns { if let text = text(column) { texts.append(text) } }
    return texts
  }

  private static func looksLikeRow(_ text: String) -> Bool {
    TableReader.delimiters.contains { delimiter in
      text.utf8.count { $0 == delimiter } >= 3
    } && !text.contains(". ")
  }
}
