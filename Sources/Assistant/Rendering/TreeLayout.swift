/// A tree with its branches drawn.
struct TreeLayout {
  let branches: [Branch]
  let style: Style

  /// Deeper branches keep the indent of this depth, so that long chains stay on the screen.
  private var deepestIndent: Int { min(12, (style.width - 2 - TreeLayout.narrowestText) / bar.count) }

  private static let narrowestText = 20

  init(_ branches: [Branch], style: Style) {
    self.branches = branches
    self.style = style
  }

  /// - Complexity: O(*n*) in the number of branches, times the bounded depth of indents.
  var lines: [String] {
    var lines: [String] = []
    let deepestIndent = deepestIndent
    /// Whether a later branch stands at each depth below the same parent.
    var follows = Array(repeating: false, count: deepestIndent + 2)
    var prefixes: [(stem: String, run: String)] = []
    for branch in branches.reversed() {
      let depth = min(max(0, branch.depth), deepestIndent)
      var stem = ""
      var run = ""
      if depth > 0 {
        for level in stride(from: 1, to: depth, by: 1) {
          stem += follows[level] ? bar : blank
        }
        run = stem + (follows[depth] ? bar : blank)
        stem += follows[depth] ? fork : end
      }
      for deeper in depth + 1..<follows.count { follows[deeper] = false }
      follows[depth] = true
      prefixes.append((stem, run))
    }
    for (branch, prefix) in zip(branches, prefixes.reversed()) {
      let width = max(TreeLayout.narrowestText, style.width - 2 - DisplayWidth.of(prefix.stem))
      for (index, line) in Wrapping.lines(style.line(branch.text), width: width).enumerated() {
        lines.append("  " + (index == 0 ? prefix.stem : prefix.run) + line)
      }
    }
    return lines
  }

  private var fork: String { style.isASCII ? "|-- " : "├─ " }
  private var end: String { style.isASCII ? "`-- " : "└─ " }
  private var bar: String { style.isASCII ? "|   " : "│  " }
  private var blank: String { String(repeating: " ", count: bar.count) }
}
