/// Text in the language of manual pages: the macros of man(7), which groff and mandoc read.
struct Roff {
  private(set) var text = ""

  /// What stands in a line as it is.
  ///
  /// Signs that mean something, or that look otherwise when they are typeset, are written by their names (groff_char(7)).
  ///
  /// - Parameters:
  ///   - text: What is to be read on the page.
  ///   - isTyped: It is to be typed or copied, so that every hyphen stays one.
  /// - Returns: The text on one line, in ASCII; control characters are left out.
  static func escaped(_ text: some StringProtocol, isTyped: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\[rs]"
      case "-": escaped += isTyped ? "\\-" : "-"
      case "'": escaped += isTyped ? "\\[aq]" : "'"
      case "\"": escaped += "\\[dq]"
      case "`": escaped += "\\[ga]"
      case "^": escaped += "\\[ha]"
      case "~": escaped += "\\[ti]"
      case "\u{20}"..."\u{7E}": escaped.unicodeScalars.append(scalar)
      case "\n", "\t": escaped += " "
      default:
        let code = String(scalar.value, radix: 16, uppercase: true)
        if scalar.value >= 0xA0 { escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)]" }
      }
    }
    return escaped
  }

  /// A line with its marks: `backticks` around what is typed, *stars* around what is replaced.
  static func marked(_ text: some StringProtocol) -> String {
    var marked = ""
    var rest = text[...]
    while let mark = rest.firstIndex(where: { $0 == "`" || $0 == "*" }) {
      let after = rest[rest.index(after: mark)...]
      guard let end = after.firstIndex(of: rest[mark]) else { break }
      marked += escaped(rest[..<mark])
      marked += rest[mark] == "`" ? bold(String(after[..<end])) : italic(String(after[..<end]))
      rest = after[after.index(after: end)...]
    }
    return marked + escaped(rest)
  }

  static func bold(_ text: String) -> String { "\\fB\(escaped(text, isTyped: true))\\fR" }

  static func italic(_ text: String) -> String { "\\fI\(escaped(text, isTyped: true))\\fR" }

  /// A request with its arguments, which are words of their own.
  mutating func request(_ name: String, _ arguments: String...) {
    text += ([".\(name)"] + arguments.map { "\"\($0)\"" }).joined(separator: " ") + "\n"
  }

  /// A line of text that has been escaped; one that would begin like a request is kept from it.
  mutating func line(_ line: String) {
    text += (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line + "\n"
  }

  /// Sentences, each on a line of its own, with their marks.
  mutating func sentences(_ text: String) {
    var rest = text[...]
    while let end = rest.firstRange(of: ". ") {
      line(Roff.marked(rest[..<end.lowerBound]) + ".")
      rest = rest[end.upperBound...]
    }
    line(Roff.marked(rest))
  }

  mutating func paragraph(_ text: String) {
    request("PP")
    sentences(text)
  }

  /// A head and what hangs below it.
  mutating func entry(_ head: String, _ body: [String]) {
    request("TP")
    line(head)
    for text in body { sentences(text) }
  }

  /// Lines that stay as they are.
  mutating func display(_ lines: [String]) {
    request("PP")
    request("RS", "4")
    request("nf")
    for text in lines { line(Roff.escaped(text, isTyped: true)) }
    request("fi")
    request("RE")
  }
}
