import Language
import Testing
import Times

@Suite struct `A compiled grammar` {
  @Test func `goes through its image and back`() throws {
    let grammar = Grammar(SmallWorld.source())
    let text = grammar.imageText
    #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x23 })
    let copy = try #require(Grammar(image: Array(text.utf8)))
    #expect(copy.imageText == text)
    #expect(copy.intentNames == grammar.intentNames)
    let context = ReadingContext(now: SmallWorld.now)
    for line in ["what is blocking smart export", "smart export status pls", "who is blocked"] {
      let one = Reader(grammar: copy).read(line, names: SmallWorld.names, context: context)
      #expect(one == Reader(grammar: grammar).read(line, names: SmallWorld.names, context: context))
    }
  }

  @Test func `refuses an image that is cut or of another version`() {
    let image = Array(Grammar(SmallWorld.source()).imageText.utf8)
    #expect(Grammar(image: Array(image.dropLast())) == nil)
    #expect(Grammar(image: []) == nil)
    #expect(Grammar(image: Array("GWG0".utf8) + image.dropFirst(4)) == nil)
  }

  @Test func `knows the slots and traits of its intents`() {
    let grammar = Grammar(SmallWorld.source())
    #expect(grammar.slots(of: "feature.owner").map(\.ask) == ["The owner of what?"])
    #expect(grammar.slots(of: "feature.owner").map(\.isRequired) == [true])
    #expect(grammar.slots(of: "blocked.by").map(\.kinds) == [[.feature], [.item]])
    #expect(grammar.traits(of: "blocked.by")?.oneOf == ["feature", "item"])
    #expect(grammar.traits(of: "blocked.by")?.ask == "Which feature or item?")
    #expect(grammar.traits(of: "followup.add")?.changes == true)
    #expect(grammar.traits(of: "followup.add")?.several == true)
    #expect(grammar.traits(of: "none.unable")?.unable == true)
    #expect(grammar.traits(of: "nothing") == nil)
  }

  @Test func `keeps texts of any script whole`() throws {
    let file = PromptFile(
      path: "p/ü.yaml", text: "intent: x.y\nsay: ['wo ist das {feature}, \"Größe\" #1 \\ ~']\nask: 'Où? 数据'")
    let grammar = Grammar(GrammarSource.read([file]).source)
    #expect(grammar.traits(of: "x.y")?.ask == "Où? 数据")
    let reading = Reader(grammar: grammar).read(
      "wo ist das Zeug Größe 1", names: NameTable(), context: ReadingContext(now: SmallWorld.now))
    #expect(reading.intent == "x.y")
  }

  @Test func `needs nothing but plain examples`() {
    let files = ["play": "play some jazz", "alarm": "wake me at seven", "cook": "how long do i boil an egg"].map {
      PromptFile(path: "d/\($0.key).yaml", text: "intent: \($0.key)\nexamples:\n  - \($0.value)\n")
    }
    let reader = Reader(grammar: Grammar(GrammarSource.read(files).source))
    let context = ReadingContext(now: SmallWorld.now)
    #expect(reader.read("play some jazz please", names: NameTable(), context: context).intent == "play")
    #expect(reader.read("how do you boil an egg", names: NameTable(), context: context).intent == "cook")
  }
}
