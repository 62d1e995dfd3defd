import Yams

extension Finding {
  /// What the YAML reader threw, with the line it threw at.
  init(_ error: any Error, in file: String, text: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, message: "this is no YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.min() ?? "a key"
      let line = Self.line(ofSecond: key, below: context.mark, in: text)
      self.init(file: file, line: line, message: "“\(key)” stands twice in one map: rename or remove one")
    default:
      self.init(file: file, line: 1, message: "this is no YAML: \(error)")
    }
  }

  /// The line where a key comes for the second time, or the start of its map, which is all that the reader tells.
  private static func line(ofSecond key: String, below mark: Mark, in text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { number, line in number + 1 >= mark.line && line.trimmingPrefix { $0 == " " }.hasPrefix("\(key):") }
      .map { $0.offset + 1 }
    return lines.dropFirst().first ?? mark.line
  }
}
