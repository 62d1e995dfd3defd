/// A table in columns where it fits, else as records.
struct TableLayout {
  let table: Table
  let style: Style

  init(_ table: Table, style: Style) {
    self.table = Table(
      table.columns.map { Table.Column(PrintableText.line($0.title), isNumber: $0.isNumber) },
      rows: table.rows.map { row in row.map(PrintableText.line) })
    self.style = style
  }

  var lines: [String] {
    guard let widths, style.width >= 60 else { return records }
    let head = table.columns.map(\.title)
    let titles = head.contains { !$0.isEmpty } ? [style.paint(line(head, widths), .source)] : []
    return titles + table.rows.map { line($0, widths) }
  }

  /// The width of each column; the widest text column gives way, and nothing when even that does not fit.
  private var widths: [Int]? {
    var widths = table.columns.indices.map { index in
      ([table.columns[index].title] + table.rows.map { $0.indices.contains(index) ? $0[index] : "" })
        .map(DisplayWidth.of).max() ?? 0
    }
    var excess = widths.reduce(0, +) + 2 * widths.count - style.width
    while excess > 0 {
      guard let widest = widths.indices.filter({ !table.columns[$0].isNumber }).max(by: { widths[$0] < widths[$1] }),
        widths[widest] > 14
      else { return nil }
      let cut = min(excess, widths[widest] - 14)
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let parts = zip(table.columns.indices, cells).map { index, cell in
      DisplayWidth.pad(fitted(cell, widths[index]), to: widths[index], isNumber: table.columns[index].isNumber)
    }
    var line = "  " + parts.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func fitted(_ cell: String, _ width: Int) -> String {
    guard DisplayWidth.of(cell) > width else { return cell }
    let mark = style.isASCII ? "..." : "…"
    return DisplayWidth.cut(cell, at: width - DisplayWidth.of(mark)).0 + mark
  }

  private var records: [String] {
    table.rows.flatMap { row in
      zip(table.columns, row).enumerated().flatMap { index, pair in
        let (column, cell) = pair
        guard !cell.isEmpty else { return [String]() }
        let text = index == 0 || column.title.isEmpty ? cell : "\(column.title): \(cell)"
        let indent = index == 0 ? 2 : 4
        return DisplayWidth.wrap(text, width: style.width - indent).map {
          String(repeating: " ", count: indent) + $0
        }
      }
    }
  }
}
