/// Bars drawn below each other, each with its label, its number and its note.
struct BarLayout {
  let bars: Bars
  let style: Style

  private static let longest = 30
  /// Shorter bars tell nothing.
  private static let shortest = 10

  init(_ bars: Bars, style: Style) {
    self.bars = Bars(
      style.line(bars.title), label: .init(style.line(bars.label.title), isNumber: bars.label.isNumber),
      value: .init(style.line(bars.value.title), isNumber: bars.value.isNumber),
      bars: bars.bars.map { bar in
        Bars.Bar(
          style.line(bar.label), style.line(bar.value), share: bar.share, note: bar.note.map(style.line),
          role: bar.role)
      })
    self.style = style
  }

  var lines: [String] {
    let labels = width(of: bars.bars.map(\.label) + [bars.label.title])
    let values = width(of: bars.bars.map(\.value) + [bars.value.title])
    let notes = width(of: bars.bars.compactMap(\.note))
    // Two columns before each part, and an arrow before a note.
    let room = style.width - 2 - labels - 2 - values - 2
    if room < BarLayout.shortest { return tallLines(values: values) }
    let beside = notes == 0 ? 0 : notes + 4 + arrow.count
    let isBeside = room - beside >= BarLayout.shortest
    let length = min(BarLayout.longest, isBeside ? room - beside : room)
    let head = bars.label.title + bars.value.title
    let titles =
      head.isEmpty
      ? []
      : [
        "  "
          + style.paint(
            DisplayWidth.pad(bars.label.title, to: labels, isNumber: bars.label.isNumber) + "  "
              + DisplayWidth.pad(bars.value.title, to: values, isNumber: bars.value.isNumber).trimmedEnd, .source)
      ]
    return titles
      + bars.bars.flatMap { bar -> [String] in
        let label = DisplayWidth.pad(bar.label, to: labels, isNumber: bars.label.isNumber)
        let value = DisplayWidth.pad(bar.value, to: values, isNumber: bars.value.isNumber)
        let drawn = drawing(bar, length)
        let line = "  \(label)  \(value)  ".trimmedEnd(unless: !drawn.isEmpty)
        let bare = line + style.paint(drawn, bar.role)
        guard let note = bar.note, !note.isEmpty else { return [bare] }
        guard isBeside else { return [bare] + noteLines(note, indent: 2 + labels + 2) }
        let blanks = String(repeating: " ", count: length - drawn.count + 2)
        let gap = drawn.isEmpty ? String(repeating: " ", count: 2) : ""
        return [bare + gap + blanks + style.paint("\(arrow) \(note)", .source)]
      }
  }

  /// Labels too long to stand beside their bars stand above them.
  private func tallLines(values: Int) -> [String] {
    let length = max(1, min(BarLayout.longest, style.width - 4 - min(values, style.width / 2) - 2))
    return bars.bars.flatMap { bar -> [String] in
      let label = wrapped(bar.label, indent: 2)
      let value = wrapped(bar.value, indent: 4)
      let drawn = style.paint(drawing(bar, length), bar.role)
      let note = bar.note.map { noteLines($0, indent: 4) } ?? []
      guard value.count == 1, values <= style.width / 2 else { return label + value + ["    " + drawn] + note }
      return label + ["    " + DisplayWidth.pad(bar.value, to: values, isNumber: bars.value.isNumber) + "  " + drawn]
        + note
    }
  }

  private var arrow: String { style.line("←") }

  private func noteLines(_ note: String, indent: Int) -> [String] {
    wrapped("\(arrow) \(note)", indent: indent).map { style.paint($0, .source) }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let indent = min(indent, style.width / 2)
    return Wrapping.lines(text, width: style.width - indent).map { String(repeating: " ", count: indent) + $0 }
  }

  /// What is more than nothing is drawn with one mark at least.
  private func drawing(_ bar: Bars.Bar, _ length: Int) -> String {
    let share = bar.share.isNaN ? 0 : min(1, max(0, bar.share))
    let marks = share > 0 ? max(1, Int((share * Double(length)).rounded())) : 0
    return String(repeating: style.isASCII ? "#" : "▇", count: marks)
  }

  private func width(of texts: [String]) -> Int {
    texts.map { DisplayWidth.of($0) }.max() ?? 0
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  fileprivate func trimmedEnd(unless isFollowed: Bool) -> String { isFollowed ? self : trimmedEnd }
}
