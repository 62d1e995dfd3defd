/// Shares of a whole, drawn as bars below each other.
package struct Bars: Hashable, Sendable {
  package struct Bar: Hashable, Sendable {
    package var label: String

    /// The number with its unit, such as `18 %`; a bar never stands without it.
    package var value: String

    /// How much of the longest bar is drawn, from 0 to 1; what lies beyond is drawn as the nearer end.
    package var share: Double

    /// What to know about this bar, such as “half of the runs”.
    package var note: String?

    package var role: Role

    package init(_ label: String, _ value: String, share: Double, note: String? = nil, role: Role = .plain) {
      self.label = label
      self.value = value
      self.share = share
      self.note = note
      self.role = role
    }
  }

  /// What the bars show, for those who hear them, such as “Chance by date”.
  package var title: String

  /// The heads of labels and values; empty ones are not shown.
  package var label: Table.Column
  package var value: Table.Column

  package var bars: [Bar]

  package init(
    _ title: String, label: Table.Column = Table.Column(""), value: Table.Column = Table.Column("", isNumber: true),
    bars: [Bar]
  ) {
    self.title = title
    self.label = label
    self.value = value
    self.bars = bars
  }
}
