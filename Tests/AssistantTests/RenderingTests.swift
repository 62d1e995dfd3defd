import Assistant
import Testing

@Suite struct `Rendering an answer` {
  private let answer = Answer(
    .answered, "Two of the many things that somebody wanted to know stand here, one below the other.",
    body: [
      .facts([
        Fact("who", "a person with a very long name indeed, and another person whose name is not any shorter"),
        Fact("a label that is long", "short"), Fact("数据", "宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符宽字符"),
      ]),
      .table(
        Table(
          [.init("item"), .init("title"), .init("days", isNumber: true)],
          rows: [["AB-1", "A title that is somewhat long for a narrow column", "9"], ["AB-20", "日本語のタイトル", "120"]])),
      .tree((0..<30).map { Branch(depth: $0, text: "level \($0) of a deep tree with words enough to wrap") }),
      .list(["one", "two of them with a sentence that goes on for longer than a narrow terminal is wide"]),
      .quote("Say this and nothing else to whoever asks about the thing that was asked about."),
    ], choices: [Choice(number: 1, label: "the first of the choices, which is a long one too", said: "1")],
    question: "Which one?", next: ["what is blocking AB-1", "who owns something with a long name", "undo"])

  /// Columns as a terminal counts them: these tests use no other wide characters.
  private func width(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + (0x2E80...0xFF60 ~= $1.value ? 2 : 1) }
  }

  @Test(arguments: [40, 50, 60, 80, 100, 200], [false, true]) func `fits the width`(columns: Int, isPlain: Bool) {
    let text = TextRenderer(style: Style(width: columns, isPlain: isPlain)).text(of: answer)
    for line in text.split(separator: "\n") { #expect(width(line) <= min(columns, 100), "\(line)") }
  }

  @Test func `draws only ASCII when it is told to`() {
    var plain = answer
    plain.body = [.tree([Branch(depth: 0, text: "a"), Branch(depth: 1, text: "b"), Branch(depth: 1, text: "c")])]
    #expect(TextRenderer(style: Style(isASCII: true)).text(of: plain).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `says every column of a row when the terminal is narrow`() {
    let text = TextRenderer(style: Style(width: 40)).text(of: answer)
    #expect(text.contains("AB-20") && text.contains("days: 120"))
  }

  @Test func `aligns the values of facts that follow each other`() {
    let facts = Answer(.answered, "x", body: [.facts([Fact("a", "1")]), .facts([Fact("longer", "2")])])
    #expect(TextRenderer(style: .machine).text(of: facts) == "x\n  a       1\n  longer  2")
  }

  @Test(arguments: ["\u{1B}[31mred", "a\u{202E}b", "a\u{9B}1mb", "bell\u{7}", "line\r\nline", "x\u{2028}y"])
  func `prints nothing of a text that drives a terminal`(text: String) {
    let answer = Answer(
      .answered, text,
      body: [
        .facts([Fact(text, text)]), .paragraph(text), .table(Table([.init(text)], rows: [[text]])),
        .tree([Branch(depth: 0, text: text)]), .list([text]), .quote(text),
      ], choices: [Choice(number: 1, label: text, said: text)], question: text, next: [text], notices: [text])
    for isPlain in [false, true] {
      let printed = TextRenderer(style: Style(isPlain: isPlain)).text(of: answer)
      #expect(
        !printed.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || 0x7F..<0xA0 ~= $0.value || 0x2028...0x202E ~= $0.value
        })
    }
  }

  @Test func `colours nothing that words do not say too`() {
    var plain = answer
    plain.body.append(.facts([Fact("waits for", "AB-1", role: .bad)]))
    let coloured = TextRenderer(style: Style(isColoured: true)).text(of: plain)
    #expect(coloured.contains("\u{1B}[31m"))
    var bare = ""
    var isInside = false
    for character in coloured {
      if character == "\u{1B}" {
        isInside = true
      } else if isInside {
        isInside = character != "m"
      } else {
        bare.append(character)
      }
    }
    #expect(bare == TextRenderer(style: Style()).text(of: plain))
  }
}
