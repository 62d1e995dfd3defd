import Language
import Testing
import Times

@Suite struct `The reader, for any line` {
  @Test(arguments: 0..<40)
  func `never fails and keeps places within the line`(_ seed: UInt64) {
    var generator = Seeded(seed: seed &* 7_919)
    let reader = SmallWorld.reader()
    for _ in 0..<8 {
      let text = generator.line()
      let reading = reader.read(text, names: SmallWorld.names, context: ReadingContext(now: SmallWorld.now))
      #expect(reading == reader.read(text, names: SmallWorld.names, context: ReadingContext(now: SmallWorld.now)))
      for value in reading.slots.values {
        #expect(value.span.upperBound <= text.utf8.count)
        #expect(String(decoding: Array(text.utf8)[value.span], as: UTF8.self) == value.said)
      }
      #expect((0...1).contains(reading.score))
      #expect(reading.alternatives.count <= 3)
    }
  }

  @Test func `reads alike whatever the order of files`() {
    let lines = [
      "what is blocking smart export", "anything in the way of bulk invite", "who owns it", "ivo to check retention",
      "smart export", "status of smrt export", "something else entirely",
    ]
    let expected = lines.map { SmallWorld.read($0) }
    for seed in 0..<5 {
      var generator = Seeded(seed: UInt64(seed))
      let source = GrammarSource.read(SmallWorld.files.shuffled(using: &generator)).source
      let grammar = Grammar(source)
      #expect(grammar.imageText == Grammar(SmallWorld.source()).imageText)
      let reader = Reader(grammar: grammar)
      let context = ReadingContext(now: SmallWorld.now)
      #expect(lines.map { reader.read($0, names: SmallWorld.names, context: context) } == expected)
    }
  }

  @Test(arguments: [
    ("what is blocking smart export", "blocked.by"), ("how come is bulk import stuck", "blocked.by"),
    ("show all blocked items", "blocked.list"), ("who is the owner of bulk invite", "feature.owner"),
    ("what is the status of smart export", "feature.status"), ("is smart export live already", "feature.status"),
    ("how is bulk import coming along", "feature.status"), ("who do i talk to about smart export", "feature.owner"),
  ])
  func `survives one slip in any longer word`(_ line: String, _ intent: String) {
    let reader = SmallWorld.reader()
    let words = line.split(separator: " ").map(String.init)
    for (place, word) in words.enumerated() where word.count > 4 {
      for seed in 0..<12 {
        var generator = Seeded(seed: UInt64(seed * 31 + place))
        var slipped = words
        slipped[place] = generator.slip(word)
        let text = slipped.joined(separator: " ")
        let reading = reader.read(text, names: SmallWorld.names, context: ReadingContext(now: SmallWorld.now))
        #expect(reading.intent == intent, "\(text)")
        #expect(intent == "blocked.list" || reading.slots["feature"]?.key != nil, "\(text)")
      }
    }
  }

  @Test func `cuts a line of several requests at its people`() {
    let reading = SmallWorld.read("f/u nora draft dpa, ivo review it and nora to check retention")
    #expect(reading.intent == "followup.add")
    #expect(reading.parts.map { $0["person"]?.value } == ["Nora Lind", "Ivo Berg", "Nora Lind"])
    #expect(reading.parts.map { $0["text"]?.value } == ["draft dpa", "review it", "check retention"])
    #expect(reading.slots == reading.parts.first)
    #expect(!reading.isExact)
  }

  @Test(arguments: [
    ("what is atlas holding back", "impact"), ("what is holding back atlas", "blockers"),
    ("what on earth is atlas blokcing now", "impact"), ("what on earth is blokcing atlas now", "blockers"),
    ("atlas does not wait for beacon", "unlink"), ("so atlas waits for beacon", "link"),
  ])
  func `minds the order of words and a not`(_ line: String, _ intent: String) {
    let files = [
      "lexicon": "stop: [what, is, on, now, so, does, for]\nsynonyms: { blocking: [holding back] }",
      "impact": "intent: impact\nsay: ['what is {feature} blocking']",
      "blockers": "intent: blockers\nsay: ['what is blocking {feature}']",
      "link": "intent: link\nsay: ['{feature} waits for {blocker}']\nslots: { feature: feature, blocker: feature }",
      "unlink": "intent: unlink\nsay: ['{feature} does not wait for {blocker}']\n"
        + "slots: { feature: feature, blocker: feature }",
    ].map { PromptFile(path: "p/\($0.key).yaml", text: $0.value) }
    let names = NameTable([
      NamedRecord(kind: .feature, key: "a", name: "Atlas"), NamedRecord(kind: .feature, key: "b", name: "Beacon"),
    ])
    let reading = Reader(grammar: Grammar(GrammarSource.read(files).source)).read(
      line, names: names, context: ReadingContext(now: SmallWorld.now))
    #expect(reading.intent == intent, "\(reading.trace)")
    #expect(reading.slots["feature"]?.value == "Atlas")
    #expect(reading.slots["blocker"]?.value == (intent.hasSuffix("link") ? "Beacon" : nil))
  }

  @Test func `explains itself by pattern, file and line`() throws {
    let reading = SmallWorld.read("what is blocknig smart export")
    let matched = try #require(reading.trace.first { $0.kind == .matched })
    #expect(matched.facts["pattern"] == "what is blocking [the] {feature}")
    #expect(matched.facts["file"] == "p/blocked.by.yaml")
    #expect(matched.facts["line"] == "3")
    let corrected = try #require(reading.trace.first { $0.kind == .corrected })
    #expect(corrected.facts == ["said": "blocknig", "value": "blocking", "edits": "1"])
  }
}
