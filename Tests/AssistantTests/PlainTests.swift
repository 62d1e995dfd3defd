import Assistant
import Testing

@Suite struct `Plain prose` {
  private func said(_ answer: Answer, turn: Int? = nil) -> String {
    TextRenderer(style: Style(isPlain: true), turn: turn).text(of: answer)
  }

  @Test func `begins with the number of the answer, and ends with what to say`() {
    let answer = Answer(.answered, "Most likely 20 March. 85 % sure by 2 April.", next: ["why 2 April", "what now?"])
    #expect(
      said(answer, turn: 218)
        == "Answer 218. Most likely 20 March. 85 percent sure by 2 April.\nSay: why 2 April. Or: what now?")
  }

  @Test(arguments: [
    ("done", "done."), ("done.", "done."), ("which?", "which?"), ("see:", "see:"), ("“done.”", "\"done.\""),
    ("A — B", "A, B."), ("A → B → A", "A, then B, then A."), ("one · two", "one, two."), ("51–53", "51 to 53."),
    ("«sync» is 7 %", "\"sync\" is 7 percent."), ("remind me to …", "remind me to."), ("✓ it holds", "done it holds."),
    ("1 to 4 a week ▂▄▁█", "1 to 4 a week."), ("Do it? (y/n)", "Do it? (y/n)"), ("off (EU)", "off (EU)."),
    ("(“ok.”)", "(\"ok.\")"), ("customer’s, — and", "customer's, and."),
  ]) func `speaks or drops signs, with one full stop at the end`(text: String, spoken: String) {
    #expect(said(Answer(.answered, text)) == spoken)
  }

  @Test func `says rows, branches and entries as sentences`() {
    let answer = Answer(
      .answered, "x",
      body: [
        .table(Table([.init("item"), .init(""), .init("days", isNumber: true)], rows: [["AB-1", "a thing", "3"]])),
        .tree([Branch(depth: 0, text: "AB-1"), Branch(depth: 1, text: "AB-2, open.")]),
        .list(["first", "second"]), .list(["1. a step"]), .facts([Fact("state", "in test.")]),
      ], choices: [Choice(number: 1, label: "offline sync", said: "1")])
    #expect(
      said(answer).split(separator: "\n") == [
        "x.", "AB-1, a thing, days 3.", "Level 1: AB-1.", "Level 2: AB-2, open.", "1. first.", "2. second.",
        "1. a step.", "state: in test.", "1: offline sync.",
      ])
  }

  @Test func `has no sign but those of sentences, and no columns`() {
    var seeded = Seeded(seed: 3)
    for _ in 0..<200 {
      let text = seeded.text()
      let shown = said(
        Answer(
          .answered, text, body: [.table(Table([.init(text)], rows: [[text, text]])), .list([text]), .quote(text)],
          next: [text], notices: [text]))
      #expect(!shown.contains { "→←·—«»…│├└▇".contains($0) }, "\(shown)")
      #expect(!shown.contains("  ") && !shown.contains("..") && !shown.contains("?."), "\(shown.debugDescription)")
    }
  }
}

@Suite struct `Writing in ASCII` {
  private func written(_ text: String) -> String { TextRenderer(style: Style(isASCII: true)).text(of: text) }

  @Test func `turns signs into ASCII and leaves letters alone`() {
    #expect(written("“Łukasz Żółć” — 山田 · 1–2 → «ok» …") == "\"Łukasz Żółć\" -- 山田 | 1-2 -> \"ok\" ...")
  }

  @Test func `draws in ASCII`() {
    let answer = Answer(
      .answered, "x",
      body: [
        .tree([Branch(depth: 0, text: "a"), Branch(depth: 1, text: "b"), Branch(depth: 1, text: "c")]),
        .bars(Bars("Chance", bars: [.init("a", "50 %", share: 0.5, note: "half")])),
        .facts([Fact("pace", "1 to 4 \(Sparkline.of([1, 2, 4]))")]),
      ], next: ["one", "two"])
    let text = TextRenderer(style: Style(isASCII: true)).text(of: answer)
    #expect(
      text.split(separator: "\n") == [
        "x", "  a", "  |-- b", "  `-- c", "  a  50 %  ###############                 <- half", "  pace  1 to 4 138",
        "Next: one | two",
      ])
  }
}
