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

  @Test func `says every column of a row when the terminal is narrow`() {
    let text = TextRenderer(style: Style(width: 40)).text(of: answer)
    #expect(text.contains("AB-20") && text.contains("days: 120"))
  }

  @Test func `aligns the values of facts that follow each other`() {
    let facts = Answer(.answered, "x", body: [.facts([Fact("a", "1")]), .facts([Fact("longer", "2")])])
    #expect(TextRenderer(style: .machine).text(of: facts) == "x\n  a       1\n  longer  2")
  }

  @Test(arguments: ["\u{1B}[31mred", "a\u{202E}b", "a\u{9B}1mb", "bell\u{7}", "line\r\nline", "x\u{2028}y", "a\tb"])
  func `prints nothing of a text that drives a terminal`(text: String) {
    for style in Self.styles { expectOnlyText(TextRenderer(style: style, turn: 7).text(of: everywhere(text)), style) }
  }

  @Test func `prints nothing but text, line feeds and colours, whatever records hold`() {
    var seeded = Seeded(seed: 11)
    for _ in 0..<200 {
      let text = seeded.hostileText()
      for style in Self.styles { expectOnlyText(TextRenderer(style: style).text(of: everywhere(text)), style) }
    }
  }

  @Test func `colours nothing that words do not say too`() {
    var plain = answer
    plain.body.append(.facts([Fact("waits for", "AB-1", role: .bad)]))
    for isHighContrast in [false, true] {
      let style = Style(isColoured: true, isHighContrast: isHighContrast)
      let coloured = TextRenderer(style: style, turn: 3).text(of: plain)
      #expect(coloured.contains(isHighContrast ? "\u{1B}[1;4m" : "\u{1B}[31m"))
      #expect(bare(coloured) == TextRenderer(style: Style(), turn: 3).text(of: plain))
    }
  }

  @Test func `has neither dim nor yellow with high contrast`() {
    var bright = answer
    bright.body.append(.facts([Fact("a", "b", role: .risky), Fact("c", "d", role: .source)]))
    let text = TextRenderer(style: Style(isColoured: true, isHighContrast: true), turn: 3).text(of: bright)
    #expect(!text.contains("\u{1B}[2m") && !text.contains("\u{1B}[33m"))
    #expect(text.contains("\u{1B}[4mb\u{1B}[0m"))
  }

  // MARK: Turns and facts

  @Test func `has the number of the turn at the right end of the headline`() {
    let text = TextRenderer(style: Style(width: 40), turn: 214).text(of: Answer(.answered, "Not yet."))
    #expect(text == "Not yet.                            #214")
  }

  @Test func `has the number of the turn in the first line, however long the headline is`() {
    let long = String(repeating: "word ", count: 9) + "end"
    let wrapped = TextRenderer(style: Style(width: 40), turn: 214).text(of: Answer(.answered, long))
    #expect(wrapped == "word word word word word word word  #214\nword word end")
    let full = TextRenderer(style: Style(width: 40), turn: 7)
      .text(of: Answer(.answered, String(repeating: "x", count: 39)))
    #expect(full == String(repeating: " ", count: 38) + "#7\n" + String(repeating: "x", count: 39))
  }

  @Test func `is one line when it shall be quiet, coloured or spoken as ever`() {
    var style = Style(width: 40)
    style.isQuiet = true
    #expect(TextRenderer(style: style, turn: 3).text(of: answer).split(separator: "\n").count == 3)
    style.width = 1_000
    #expect(TextRenderer(style: style).text(of: answer) == answer.headline)
    style.isColoured = true
    #expect(TextRenderer(style: style).text(of: answer) == "\u{1B}[1m\(answer.headline)\u{1B}[0m")
    style.isPlain = true
    style.isColoured = false
    #expect(TextRenderer(style: style).text(of: Answer(.answered, "Not yet")) == "Not yet.")
    // An answer that is all body would be nothing otherwise.
    #expect(TextRenderer(style: style).text(of: Answer(.answered, "", body: [.paragraph("Only this")])) == "Only this.")
  }

  @Test func `has blank lines around figures where there is room, and none between sentences`() {
    var style = Style(width: 60)
    style.isAiry = true
    let answer = Answer(
      .choice, "Not yet.",
      body: [
        .facts([Fact("state", "in test")]), .paragraph("You can tell the customer:"), .quote("Soon."),
        .paragraph("That is all."),
      ], choices: [Choice(number: 1, label: "offline sync", said: "1")], question: "Which one?", next: ["copy"])
    #expect(
      TextRenderer(style: style).text(of: answer) == """
        Not yet.

          state  in test

        You can tell the customer:
          "Soon."

        That is all.

          1  offline sync

        Which one?
        Next: copy
        """)
    style.isAiry = false
    #expect(!TextRenderer(style: style).text(of: answer).contains("\n\n"))
    style.isAiry = true
    style.isPlain = true
    #expect(!TextRenderer(style: style).text(of: answer).contains("\n\n"))
  }

  @Test func `breaks no suggestion where the next line holds it`() {
    var style = Style(width: 50)
    style.isAiry = true
    let answer = Answer(.answered, "x", next: ["what is blocking Smart Export", "who owns Smart Export"])
    #expect(
      TextRenderer(style: style).text(of: answer)
        == "x\nNext: what is blocking Smart Export ·\nwho owns Smart Export")
  }

  @Test func `puts a label that is too long above its value`() {
    let facts = [Fact("a", "1"), Fact("a label of more than sixteen columns", "its value")]
    #expect(
      TextRenderer(style: Style(width: 40)).text(of: [.facts(facts)])
        == "  a  1\n  a label of more than sixteen columns\n     its value")
  }

  @Test func `dims what tells the source`() {
    let text = TextRenderer(style: Style(isColoured: true)).text(of: [.facts([Fact("as of", "today", role: .source)])])
    #expect(text == "  \u{1B}[2mas of\u{1B}[0m  \u{1B}[2mtoday\u{1B}[0m")
  }

  // MARK: Helpers

  private static let styles = [true, false].flatMap { isColoured in
    [40, 80].flatMap { width in
      [(false, false), (true, false), (false, true), (true, true)].map {
        Style(width: width, isColoured: isColoured, isPlain: $0.0, isASCII: $0.1)
      }
    }
  }

  private func everywhere(_ text: String) -> Answer {
    Answer(
      .answered, text,
      body: [
        .facts([Fact(text, text, role: .bad)]), .paragraph(text), .table(Table([.init(text)], rows: [[text, text]])),
        .tree([Branch(depth: 0, text: text), Branch(depth: 1, text: text)]), .list([text]), .quote(text),
        .bars(
          Bars(text, label: .init(text), value: .init(text), bars: [.init(text, text, share: 0.5, note: text)])),
      ], choices: [Choice(number: 1, label: text, said: text)], question: text, next: [text], notices: [text],
      rest: [.paragraph(text)])
  }

  private func expectOnlyText(_ printed: String, _ style: Style) {
    #expect(
      !bare(printed).unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || 0x7F..<0xA0 ~= $0.value || 0x2028...0x202E ~= $0.value
          || 0x2066...0x2069 ~= $0.value
      }, "\(printed.debugDescription) in \(style)")
    if !style.isColoured { #expect(!printed.contains("\u{1B}")) }
  }

  /// The text without the sequences that set colour and weight.
  private func bare(_ text: String) -> String {
    // By scalars: a mark that follows a sequence would be one character with its end.
    var bare = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    let codes = ["0", "1", "2", "4", "1;4", "31", "32", "33"].map { Array("\u{1B}[\($0)m".unicodeScalars) }
    while let scalar = rest.first {
      if scalar == "\u{1B}", let code = codes.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(code.count)
      } else {
        bare.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(bare)
  }
}
