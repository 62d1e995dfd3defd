/// What is wrong with a template, and in which of its lines, from 0.
struct TemplateFault: Error, Hashable {
  let line: Int
  let message: String

  /// Refuses what no reader sees in the file, yet everybody sees in the answer, or nobody ever does.
  static func refuseUntidiness(of source: String) throws(TemplateFault) {
    if source.allSatisfy(\.isWhitespace) {
      throw TemplateFault(line: 0, message: "the sentence is empty: write one, or remove its key")
    }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      for scalar in line.unicodeScalars where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        throw TemplateFault(line: number, message: "the sentence holds a control character (U+\(code)): remove it")
      }
      if line.last?.isWhitespace == true {
        throw TemplateFault(line: number, message: "the line “\(line)” ends in a blank: remove it")
      }
    }
    if lines.first?.first?.isWhitespace == true {
      throw TemplateFault(line: 0, message: "the sentence begins with a blank: remove it")
    }
    if lines.first?.isEmpty == true {
      throw TemplateFault(line: 0, message: "the sentence begins with an empty line: remove it")
    }
    if lines.last?.isEmpty == true {
      throw TemplateFault(
        line: lines.count - 2, message: "the sentence ends in a line break: begin the block with |- instead of |")
    }
  }
}
