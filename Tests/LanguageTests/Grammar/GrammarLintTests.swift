import Language
import Testing
import Times

@Suite struct `The lint of prompts` {
  private func findings(_ files: [String: String]) -> [String] {
    let (source, early) = GrammarSource.read(files.map { PromptFile(path: $0.key, text: $0.value) })
    let late = GrammarLint.findings(in: source, context: ReadingContext(now: SmallWorld.now))
    return (early + late).map(\.description)
  }

  @Test func `is content with a sound grammar`() {
    let (source, early) = GrammarSource.read(SmallWorld.files)
    #expect(early.isEmpty)
    #expect(GrammarLint.findings(in: source, context: ReadingContext(now: SmallWorld.now)) == [])
  }

  @Test(arguments: [
    ("intent: a\nsays: [x]\n", "p/a.yaml:2: error: unknown key 'says'"),
    ("say: [x]\n", "p/a.yaml:1: error: has no 'intent: name'"),
    ("intent: a\nsay:\n  - go (to\n", "p/a.yaml:3: error: 'go (to': '(' is not closed"),
    ("intent: a\nsay:\n  - go {where}\n", "p/a.yaml:3: error: unknown slot '{where}'; declared are: none"),
    ("intent: a\nslots:\n  x: { type: colour }\n", "p/a.yaml:3: error: unknown type of slot 'colour'"),
    ("intent: a\none_of: [b]\n", "p/a.yaml:1: error: 'one_of' names the slot 'b'"),
    (
      "intent: a\nsay: [go far]\nexamples:\n  - go far: { x: y }\n", "p/a.yaml:4: error: the example names the slot 'x'"
    ),
    ("intent: a\nsay: ['[far]']\n  x", "p/a.yaml:"),
    (
      "intent: a\nsay: [go]\nexamples: [swim in the lake]\nnot: [go]\n",
      "p/a.yaml:4: error: 'go' must not be read as 'a'"
    ),
  ])
  func `names file and line`(_ text: String, _ start: String) {
    let found = findings(["p/a.yaml": text])
    #expect(found.contains { $0.hasPrefix(start) }, "\(found)")
  }

  @Test func `names both sides of a collision`() {
    let found = findings([
      "p/a.yaml": "intent: a\nsay:\n  - who (owns|runs) {team}\n",
      "p/b.yaml": "intent: b\nsay:\n  - what\n  - who runs [the] {team}\n",
    ])
    #expect(
      found.contains { $0.hasPrefix("p/b.yaml:4: error: 'who runs {team}' is also") && $0.hasSuffix("(p/a.yaml:3)") })
  }

  @Test func `refuses free text behind everyday words`() {
    let found = findings([
      "p/lexicon.yaml": "stop: [what, is]\n",
      "p/a.yaml": "intent: a\nsay:\n  - what is {text}\n  - look for {text}\n",
    ])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("p/a.yaml:3: error: 'what is {text}' takes free text") == true)
  }

  @Test func `refuses an example that another intent wins, or with other values`() {
    let found = findings([
      "p/a.yaml": "intent: a\nsay: ['who owns {team}']\nexamples:\n  - who runs data: { team: Data }\n",
      "p/b.yaml":
        "intent: b\nsay: ['who runs {team}', 'show {team}']\nexamples:\n  - show payments: { team: Data }\n"
        + "  - show payments and more: { team: Payments }\n",
    ])
    #expect(
      found.filter { $0.contains(": error: '") } == [
        "p/a.yaml:4: error: 'who runs data' is read as 'b' (1.0) (p/b.yaml:2)",
        "p/b.yaml:4: error: 'show payments' fills 'team' with 'Payments', not 'Data'",
      ])
  }

  @Test func `refuses one intent in two files`() {
    let found = findings(["p/a.yaml": "intent: a\n", "p/b.yaml": "intent: a\n"])
    #expect(found == ["p/b.yaml:1: error: intent 'a' has another file; join them (p/a.yaml:1)"])
  }
}
