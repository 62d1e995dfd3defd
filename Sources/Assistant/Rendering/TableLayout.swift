/// A table in columns where it fits, else as records.
struct TableLayout {
  let columns: [Table.Column]
  let rows: [[Table.Cell]]
  let style: Style

  /// Narrower terminals show records.
  private static let narrowest = 60
  /// Rows that would grow taller are easier to read as records.
  private static let tallest = 3
  /// A table that would grow by more lines is cut where it may be, so that an answer stays on the screen.
  private static let mostGrowth = 5
  private static let indent = 2
  private static let gap = 2

  init(_ table: Table, style: Style) {
    let count = max(table.columns.count, table.rows.map(\.count).max() ?? 0)
    let used = (0..<count).filter { index in
      table.columns.indices.contains(index) && !table.columns[index].title.isEmpty
        || table.rows.contains { $0.indices.contains(index) && !$0[index].text.isEmpty }
    }
    columns = used.map { index in
      guard table.columns.indices.contains(index) else { return Table.Column("") }
      var column = table.columns[index]
      column.title = style.line(column.title)
      return column
    }
    rows = table.rows.map { row in
      used.map { index in
        row.indices.contains(index) ? Table.Cell(style.line(row[index].text), row[index].role) : Table.Cell("")
      }
    }
    self.style = style
  }

  var lines: [String] {
    guard style.width >= TableLayout.narrowest else { return records }
    let fit = ColumnFit(
      rows: [columns.map(\.title)] + rows.map { $0.map(\.text) }, hanging: columns.indices.map(hanging),
      isFixed: columns.map(\.isNumber),
      room: style.width - TableLayout.indent - TableLayout.gap * (columns.count - 1))
    let widths = fit.widths
    let wrapped = widths.map { widths in rows.map { lines(of: $0, widths) } } ?? []
    let growth = wrapped.reduce(0) { $0 + $1.count - 1 }
    if widths == nil || growth > TableLayout.mostGrowth, let cut = cuts(fit) {
      return titles(cut) + rows.flatMap { lines(of: shortened($0, cut), cut) }
    }
    guard let widths, wrapped.allSatisfy({ $0.count <= TableLayout.tallest }) else { return records }
    return titles(widths) + wrapped.flatMap(\.self)
  }

  private func titles(_ widths: [Int]) -> [String] {
    let titles = columns.map { Table.Cell($0.title, .source) }
    return columns.contains { !$0.title.isEmpty } ? lines(of: titles, widths) : []
  }

  // MARK: Columns

  /// The widths when the column that may be cut takes what the others leave.
  private func cuts(_ fit: ColumnFit) -> [Int]? {
    guard let index = columns.firstIndex(where: \.isToldElsewhere) else { return nil }
    return fit.widths(cutting: index, least: TableLayout.leastCut)
  }

  private static let leastCut = 14

  private func shortened(_ cells: [Table.Cell], _ widths: [Int]) -> [Table.Cell] {
    zip(cells, widths).enumerated().map { index, pair in
      let (cell, width) = pair
      guard columns[index].isToldElsewhere, DisplayWidth.of(cell.text) > width else { return cell }
      let mark = style.line("…")
      var text = DisplayWidth.cut(cell.text, at: width - mark.count).0
      while text.last == " " { text.removeLast() }
      return Table.Cell(text + mark, cell.role)
    }
  }

  /// How far the later lines of a cell stand in, so that one sees where rows begin.
  private func hanging(_ index: Int) -> Int {
    index == columns.firstIndex { !$0.isNumber } ? 2 : 0
  }

  private func lines(of cells: [Table.Cell], _ widths: [Int]) -> [String] {
    let wrapped = columns.indices.map { index in
      let hanging = hanging(index)
      let lines = Wrapping.lines(cells[index].text, width: widths[index] - hanging, first: widths[index])
      let blanks = String(repeating: " ", count: hanging)
      return lines.prefix(1) + lines.dropFirst().map { blanks + $0 }
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { level in
      var line = ""
      var blanks = TableLayout.indent
      for (index, width) in widths.enumerated() {
        let text = level < wrapped[index].count ? wrapped[index][level] : ""
        guard !text.isEmpty else {
          blanks += width + TableLayout.gap
          continue
        }
        let free = max(0, width - DisplayWidth.of(text))
        if columns[index].isNumber { blanks += free }
        line += String(repeating: " ", count: blanks) + style.paint(text, cells[index].role)
        blanks = (columns[index].isNumber ? 0 : free) + TableLayout.gap
      }
      return line
    }
  }

  // MARK: Records

  /// Each row as a line that names it, and below it the other cells with their titles, as many as a line holds.
  private var records: [String] {
    // A number alone names nothing to a reader.
    let named = columns.firstIndex { !$0.isNumber } ?? 0
    return rows.flatMap { row -> [String] in
      let name = row[...min(named, row.count - 1)].filter { !$0.text.isEmpty }
      let title = name.map(\.text).joined(separator: "  ")
      let cells = zip(columns, row).dropFirst(named + 1).filter { !$0.1.text.isEmpty }.map { column, cell in
        RecordLines.Cell(label: column.title.isEmpty ? "" : column.title + ": ", cell.text, cell.role)
      }
      return RecordLines.below(.init(label: "", title, name.last?.role ?? .plain), cells, style: style)
    }
  }
}
