/// A row of a table as lines of its own: what names it, and below that its other cells.
enum RecordLines {
  struct Cell {
    let label: String
    let text: String
    let role: Role

    init(label: String, _ text: String, _ role: Role) {
      self.label = label
      self.text = text
      self.role = role
    }
  }

  private static let indent = 2

  /// The lines of a row; cells share a line where they fit on it.
  static func below(_ name: Cell, _ cells: [Cell], style: Style) -> [String] {
    var lines = whole(name, indent: indent, style: style)
    let separator = style.line(" · ")
    var line = ""
    var used = 0
    for cell in cells {
      let width = DisplayWidth.of(cell.label) + DisplayWidth.of(cell.text)
      if !line.isEmpty, 2 * indent + used + DisplayWidth.of(separator) + width <= style.width {
        line += separator + painted(cell, style)
        used += DisplayWidth.of(separator) + width
        continue
      }
      if !line.isEmpty { lines.append(line) }
      if 2 * indent + width <= style.width {
        line = blanks(2 * indent) + painted(cell, style)
        used = width
      } else {
        lines += whole(cell, indent: 2 * indent, style: style)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func painted(_ cell: Cell, _ style: Style) -> String {
    cell.label + style.paint(cell.text, cell.role)
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// One cell on lines of its own, the later ones standing in.
  private static func whole(_ cell: Cell, indent: Int, style: Style) -> [String] {
    let hanging = indent + RecordLines.indent
    let lines = Wrapping.lines(cell.label + cell.text, width: style.width - hanging, first: style.width - indent)
    return lines.enumerated().map { index, line in
      guard index == 0 else { return blanks(hanging) + style.paint(line, cell.role) }
      let isWhole = line.hasPrefix(cell.label)
      let value = isWhole ? String(line.dropFirst(cell.label.count)) : ""
      return blanks(indent) + (isWhole ? cell.label + style.paint(value, cell.role) : line)
    }
  }
}
