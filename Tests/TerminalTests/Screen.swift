/// What a terminal shows after the bytes that were written to it: as much of ECMA-48 and xterm as readline uses.
struct Screen {
  private(set) var columns: Int
  private var rows: [[Character?]] = [[]]
  private var row = 0
  private var column = 0
  /// The last column was written; the next character goes to the next row.
  private var isFull = false
  private var saved = (row: 0, column: 0)
  private var rest: [Unicode.Scalar] = []
  private var bytes: [UInt8] = []

  init(columns: Int) {
    self.columns = columns
  }

  /// Every row so far, without blanks at its end.
  var lines: [String] {
    rows.map { row in
      var text = String(row.map { $0 ?? "\u{0}" }.filter { $0 != "\u{1}" }.map { $0 == "\u{0}" ? " " : $0 })
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  var text: String { lines.joined(separator: "\n") }

  var cursor: (row: Int, column: Int) { (row, column) }

  mutating func resize(columns: Int) { self.columns = columns }

  mutating func take(_ new: some Sequence<UInt8>) {
    bytes += new
    // A character that has only half arrived waits for its other half.
    var end = bytes.count
    if let start = bytes.lastIndex(where: { $0 < 0x80 || $0 >= 0xC0 }), bytes[start] >= 0xC0 {
      let length = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
      if bytes.count - start < length { end = start }
    }
    rest += String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars
    bytes.removeFirst(end)
    while let used = step() { rest.removeFirst(used) }
  }

  // MARK: Bytes

  /// Acts on what comes first; how much of it was used, or nothing when more has to come.
  private mutating func step() -> Int? {
    guard let first = rest.first else { return nil }
    switch first {
    case "\u{1B}": return escape()
    case "\r": (column, isFull) = (0, false)
    case "\n": newLine()
    case "\u{8}": (column, isFull) = (max(0, column - 1), false)
    case "\u{7}": break
    case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
    default:
      if first.value >= 0x20 { put(first) }
    }
    return 1
  }

  private mutating func escape() -> Int? {
    guard rest.count > 1 else { return nil }
    switch rest[1] {
    case "7": saved = (row, column)
    case "8": (row, column, isFull) = (saved.row, saved.column, false)
    case "[":
      guard let end = rest.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0.value) }) else { return nil }
      control(String(String.UnicodeScalarView(rest[2..<end])), rest[end])
      return end + 1
    case "]", "P":
      guard let end = rest.firstIndex(of: "\u{7}") else { return nil }
      return end + 1
    default: break
    }
    return 2
  }

  private mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    let number = Int(parameters.split(separator: ";").first ?? "") ?? 0
    let count = max(1, number)
    isFull = isFull && final == "m"
    switch final {
    case "A": row = max(0, row - count)
    case "B": moveDown(count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "H": (row, column) = (0, 0)
    case "J":
      if number == 2 { rows = [[]] } else { cutRow(); rows.removeSubrange((row + 1)...) }
    case "K": cutRow()
    case "P": if column < rows[row].count { rows[row].removeSubrange(column..<min(rows[row].count, column + count)) }
    case "@":
      if column < rows[row].count { rows[row].insert(contentsOf: Array(repeating: nil, count: count), at: column) }
    default: break
    }
  }

  // MARK: Cells

  private mutating func newLine() {
    moveDown(1)
    isFull = false
  }

  private mutating func moveDown(_ count: Int) {
    row += count
    while rows.count <= row { rows.append([]) }
  }

  private mutating func cutRow() {
    if column < rows[row].count { rows[row].removeSubrange(column...) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Screen.width(of: scalar)
    if width == 0 {
      let place = max(0, column - 1)
      if let before = rows[row].indices.contains(place) ? rows[row][place] : nil {
        rows[row][place] = Character(String(before) + String(scalar))
      }
      return
    }
    if isFull || column + width > columns {
      newLine()
      column = 0
    }
    while rows[row].count < column + width { rows[row].append(nil) }
    rows[row][column] = Character(scalar)
    if width == 2 { rows[row][column + 1] = "\u{1}" }
    column += width
    if column >= columns { (column, isFull) = (columns - 1, true) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F300...0x1FAFF: 2
    default: 1
    }
  }
}
