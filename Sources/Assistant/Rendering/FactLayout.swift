/// Facts in two columns, label first; a label that is too long for its column stands above its value.
struct FactLayout {
  let facts: [Fact]
  let style: Style

  init(_ facts: [Fact], style: Style) {
    self.facts = facts
    self.style = style
  }

  var lines: [String] {
    let labels = facts.map { style.line($0.label) }
    let fitting = labels.map { DisplayWidth.of($0) }.filter { $0 <= widest }
    let column = fitting.max() ?? 0
    let indent = fitting.isEmpty ? 6 : column == 0 ? 2 : column + 4
    return zip(labels, facts).flatMap { label, fact -> [String] in
      var values = Wrapping.lines(style.text(fact.value), width: style.width - indent)
        .map { style.paint($0, fact.role) }
      let blanks = String(repeating: " ", count: indent)
      guard DisplayWidth.of(label) <= column else {
        let head = Wrapping.lines(label, width: style.width - 2).map { "  " + style.paint($0, .source) }
        return head + values.map { $0.isEmpty ? "" : blanks + $0 }
      }
      let first = values.removeFirst()
      let gap = String(repeating: " ", count: indent - 2 - DisplayWidth.of(label))
      let head = "  " + style.paint(label, .source) + (first.isEmpty ? "" : gap + first)
      return [head] + values.map { $0.isEmpty ? "" : blanks + $0 }
    }
  }

  private var widest: Int { min(30, style.width / 2 - 4) }
}
