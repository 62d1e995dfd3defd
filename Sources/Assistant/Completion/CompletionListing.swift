import Prompts

/// Completions in columns, each without what all of them begin with.
package struct CompletionListing {
  package let text: String

  /// - Parameters:
  ///   - lines: Whole lines, in the order in which they are shown.
  ///   - width: Columns of the terminal.
  package init(_ lines: [String], width: Int) {
    let kept = CompletionListing.sharedWords(of: lines)
    let names = lines.prefix(CompletionListing.most).map { line in
      PrintableText.line(String(line.dropFirst(kept))).trimmingBlanks
    }
    let column = (names.map(DisplayWidth.of).max() ?? 0) + 2
    let columns = max(1, (width - 2) / column)
    let rows = (names.count + columns - 1) / columns
    var shown = (0..<rows).map { row in
      let cells = stride(from: row, to: names.count, by: rows).map { DisplayWidth.pad(names[$0], to: column) }
      return ("  " + cells.joined()).trimmingBlanks(keepingIndent: true)
    }
    if lines.count >= Completer.mostNames {
      shown.append("  " + Words.Completion.many)
    } else if lines.count > names.count {
      shown.append("  " + Words.Completion.more(count: lines.count - names.count))
    }
    text = shown.joined(separator: "\n")
  }

  private static let most = 60

  /// Characters up to the last blank, or slash of a path, before which all lines are the same.
  private static func sharedWords(of lines: [String]) -> Int {
    guard let first = lines.first, lines.count > 1 else { return 0 }
    var shared = Array(first)
    for line in lines.dropFirst() {
      shared = Array(zip(shared, line).prefix { $0 == $1 || $0.lowercased() == $1.lowercased() }.map(\.0))
    }
    return (shared.lastIndex { $0 == " " || $0 == "/" } ?? -1) + 1
  }
}

extension String {
  fileprivate var trimmingBlanks: String { trimmingBlanks(keepingIndent: false) }

  fileprivate func trimmingBlanks(keepingIndent: Bool) -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    if !keepingIndent { while text.first == " " { text.removeFirst() } }
    return String(text)
  }
}
