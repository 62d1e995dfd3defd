import Testing

@testable import PromptCompiler

@Suite struct `A literal` {
  @Test(arguments: [
    ("say \"hi\"", #""say \"hi\"""#), ("a\nb", #""a\nb""#), (#"\(x)"#, #""\\(x)""#), ("\u{1B}", #""\u{1B}""#),
    ("é 東 👋", "\"é 東 👋\""), ("a\u{202E}b", #""a\u{202E}b""#),
  ])
  func `on one line escapes what would end it or deceive`(text: String, literal: String) {
    #expect(SwiftLiteral.line(text) == literal)
  }

  @Test(arguments: [
    ("plain", 1), ("\"\"\"#", 2), ("\\#n", 2), ("\"##", 3), ("# ## ###", 1), ("\\##u{41}", 3),
  ])
  func `over many lines takes more hashes than the text holds`(text: String, hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    #expect(SwiftLiteral.block(text) == "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)")
  }

  @Test func `over many lines escapes what a source file may not hold`() {
    #expect(SwiftLiteral.block("a\r\nb\u{0}c") == "#\"\"\"\na\\#u{D}\nb\\#u{0}c\n\"\"\"#")
  }
}
