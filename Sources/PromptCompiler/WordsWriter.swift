/// Writes the gathered sentences as functions of Swift.
///
/// Each is a run of plain appends, because the type checker takes its time over long interpolations.
struct WordsWriter {
  private var lines: [String] = []

  /// The whole source file.
  static func source(of words: WordGroup) -> String {
    var writer = WordsWriter()
    writer.lines.append("// Made from the prompts by PromptCompiler: edit those.")
    writer.lines.append("")
    writer.lines.append("/// Every sentence that Gangway says, by the file and the key that hold it.")
    writer.write(words, indent: "")
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ group: WordGroup, indent: String) {
    guard !(group.sentences.isEmpty && group.groups.isEmpty) else {
      lines.append("\(indent)package enum \(group.name) {}")
      return
    }
    lines.append("\(indent)package enum \(group.name) {")
    for sentence in group.sentences { write(sentence, indent: indent + "  ") }
    for inner in group.groups { write(inner, indent: indent + "  ") }
    lines.append("\(indent)}")
  }

  private mutating func write(_ sentence: WordGroup.Sentence, indent: String) {
    for template in sentence.templates {
      for line in template.source.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append("\(indent)///     \(line)")
      }
    }
    lines.append("\(indent)///")
    lines.append("\(indent)/// \(sentence.source):\(sentence.line)")
    let type = sentence.isList ? "[Swift.String]" : "Swift.String"
    let placeholders = Self.placeholders(of: sentence)
    if placeholders.isEmpty {
      let texts = sentence.templates.map { SwiftLiteral.line(Self.plainText($0.pieces)) }
      let value = sentence.isList ? "[\(texts.joined(separator: ", "))]" : texts.joined()
      lines.append("\(indent)package static var \(sentence.name): \(type) { \(value) }")
      return
    }
    let parameters = placeholders.map { "\(SwiftName.member($0.name)): some \($0.isCount ? "WordCount" : "WordValue")" }
    lines.append(
      "\(indent)package static func \(sentence.name)(\(parameters.joined(separator: ", "))) -> \(type) {")
    for (number, template) in sentence.templates.enumerated() {
      lines.append("\(indent)  var _text\(number) = \"\"")
      append(template.pieces, to: "_text\(number)", indent: indent + "  ")
    }
    let texts = sentence.templates.indices.map { "_text\($0)" }
    lines.append("\(indent)  return \(sentence.isList ? "[\(texts.joined(separator: ", "))]" : texts.joined())")
    lines.append("\(indent)}")
  }

  private mutating func append(_ pieces: [Template.Piece], to variable: String, indent: String) {
    for piece in pieces {
      switch piece {
      case .text(let text):
        lines.append("\(indent)\(variable) += \(SwiftLiteral.line(text))")
      case .value(let name):
        lines.append("\(indent)\(variable) += \(SwiftName.member(name)).inSentence")
      case .choice(let count, let one, let other):
        lines.append("\(indent)if \(SwiftName.member(count)).isOne {")
        append(one, to: variable, indent: indent + "  ")
        lines.append("\(indent)} else {")
        append(other, to: variable, indent: indent + "  ")
        lines.append("\(indent)}")
      }
    }
  }

  /// What a sentence asks of its caller: one parameter for each name, in the order of first appearance.
  private static func placeholders(of sentence: WordGroup.Sentence) -> [Template.Placeholder] {
    var all: [Template.Placeholder] = []
    for placeholder in sentence.templates.flatMap(\.placeholders) {
      if let known = all.firstIndex(where: { SwiftName.member($0.name) == SwiftName.member(placeholder.name) }) {
        all[known].isCount = all[known].isCount || placeholder.isCount
      } else {
        all.append(placeholder)
      }
    }
    return all
  }

  private static func plainText(_ pieces: [Template.Piece]) -> String {
    pieces.reduce(into: "") { text, piece in
      if case .text(let part) = piece { text += part }
    }
  }
}
