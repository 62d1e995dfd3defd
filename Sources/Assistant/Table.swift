/// Rows under titles; narrow terminals show it as records.
package struct Table: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package var title: String
    package var isNumber: Bool

    /// Another answer tells the texts of this column whole, so a long table may cut them here behind their first word.
    package var isToldElsewhere: Bool

    package init(_ title: String, isNumber: Bool = false, isToldElsewhere: Bool = false) {
      self.title = title
      self.isNumber = isNumber
      self.isToldElsewhere = isToldElsewhere
    }
  }

  package struct Cell: Hashable, Sendable {
    package var text: String
    package var role: Role

    package init(_ text: String, _ role: Role = .plain) {
      self.text = text
      self.role = role
    }
  }

  package var columns: [Column]
  package var rows: [[Cell]]

  /// Makes a table whose cells are nothing but text.
  package init(_ columns: [Column], rows: [[String]]) {
    self.init(columns, cells: rows.map { row in row.map { Cell($0) } })
  }

  package init(_ columns: [Column], cells: [[Cell]]) {
    self.columns = columns
    self.rows = cells
  }
}
