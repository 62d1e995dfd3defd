import Prompts

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
  /// Records that were put into the store.
  package var records: Int

  /// How much of the file was read, from 0 to 1.
  package var share: Double

  package init(records: Int, share: Double) {
    self.records = records
    self.share = share
  }

  /// The whole percents read; all of them only count once the import has ended.
  package var percent: Int {
    share.isFinite ? min(99, max(0, Int(share * 100))) : 0
  }

  /// How many records the file may hold, by what is read of it.
  package var expected: Int {
    share > 0 && share.isFinite ? Int(min(1e15, Double(records) / share)) : 0
  }

  /// A line with a bar, shorter than the style's width.
  package func bar(style: Style) -> String {
    let bare = line(style: style, bar: "")
    let length = min(30, style.width - 1 - DisplayWidth.of(bare))
    guard length >= 5 else { return DisplayWidth.cut(bare, at: style.width - 1).0 }
    let bar = String(repeating: style.isASCII ? "#" : "▇", count: percent * length / 100)
    return line(style: style, bar: DisplayWidth.pad(bar, to: length))
  }

  private func line(style: Style, bar: String) -> String {
    style.line(
      Words.Rendering.Progress.bar(
        bar: bar, percent: DisplayWidth.pad("\(percent)", to: 2, isNumber: true),
        records: ImportProgress.grouped(records)))
  }

  /// A line of words, for where nothing can be drawn over.
  package func line(style: Style) -> String {
    style.line(Words.Rendering.Progress.line(percent: percent, records: ImportProgress.grouped(records)))
  }

  private static func grouped(_ number: Int) -> String {
    var text = ""
    let digits = String(number)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
