/// Reads comma-separated values (RFC 4180) row by row over bytes, without copying cells that nobody asks for.
///
/// Written by hand: a reader that keys cells by header loses repeated headers, and one that makes strings of all
/// cells spends most of its time on the thousands of empty columns that trackers export.
/// Accepted beyond the RFC: rows that end in LF or CR, any mixture of line breaks inside cells, other delimiters, and
/// quotation marks in the middle of an unquoted cell.
struct TableReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private(set) var offset = 0
  private var line = 1
  /// Rows read so far, the header included, blank ones not.
  private(set) var row = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// Reads the next row that is not blank.
  ///
  /// - Parameter cells: Takes where the row's cells stand.
  /// - Returns: Whether there was one.
  /// - Throws: ``TrackerError/damagedTable(row:line:reason:)``.
  mutating func next(into cells: inout [Cell]) throws(TrackerError) -> Bool {
    repeat {
      guard offset < bytes.count else { return false }
      cells.removeAll(keepingCapacity: true)
      row += 1
      try readRow(into: &cells)
      guard cells.count == 1, cells[0].range.isEmpty else { return true }
      row -= 1
    } while true
  }

  /// Where a cell stands, and whether it holds doubled quotation marks.
  struct Cell {
    var range: Range<Int>
    var hasDoubledQuotes = false
    var isQuoted = false
  }

  private mutating func readRow(into cells: inout [Cell]) throws(TrackerError) {
    let firstLine = line
    while true {
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        cells.append(try readQuoted(firstLine))
      } else {
        let start = offset
        while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
          offset += 1
        }
        cells.append(Cell(range: start..<offset))
      }
      guard offset < bytes.count else { return }
      let end = bytes[offset]
      offset += 1
      if end == delimiter { continue }
      if end == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      line += 1
      return
    }
  }

  private mutating func readQuoted(_ firstLine: Int) throws(TrackerError) -> Cell {
    offset += 1
    let start = offset
    var hasDoubledQuotes = false
    while offset < bytes.count {
      if bytes[offset] == 0x0A { line += 1 }
      guard bytes[offset] == UInt8(ascii: "\"") else {
        offset += 1
        continue
      }
      guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else {
        let cell = Cell(range: start..<offset, hasDoubledQuotes: hasDoubledQuotes, isQuoted: true)
        offset += 1
        if offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
          let isOtherDelimiter = TableReader.delimiters.contains(bytes[offset])
          throw .damagedTable(
            row: row, line: firstLine, reason: isOtherDelimiter ? .rowInOneCell : .textAfterQuote)
        }
        return cell
      }
      hasDoubledQuotes = true
      offset += 2
    }
    throw .damagedTable(row: row, line: firstLine, reason: .unclosedQuote)
  }

  /// The line at which the next row begins.
  var nextLine: Int { line }

  /// The text of a cell as bytes, its doubled quotation marks made single.
  func content(of cell: Cell) -> [UInt8] {
    guard cell.hasDoubledQuotes else { return Array(bytes[cell.range]) }
    var result: [UInt8] = []
    result.reserveCapacity(cell.range.count)
    var index = cell.range.lowerBound
    while index < cell.range.upperBound {
      result.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return result
  }

  /// The text of a cell, and whether it was UTF-8; if not, it is read as Windows-1252.
  func text(of cell: Cell) -> (text: String, isUTF8: Bool) {
    if !cell.hasDoubledQuotes {
      let slice = UnsafeBufferPointer(rebasing: bytes[cell.range])
      if let text = String(validating: slice, as: UTF8.self) { return (text, true) }
    }
    let content = content(of: cell)
    if let text = String(validating: content, as: UTF8.self) { return (text, true) }
    return (Windows1252.text(of: content), false)
  }

  static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]

  /// The delimiter of a table, told by its header: whichever stands there most often outside quotation marks.
  static func delimiter(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if delimiters.contains(byte) { counts[byte, default: 0] += 1 }
    }
    return delimiters.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }
}
