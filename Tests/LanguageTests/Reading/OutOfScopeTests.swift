import Language
import Testing
import Times

@Suite struct `A line out of scope` {
  private static let files = [
    PromptFile(path: "p/lexicon.yaml", text: "stop: [who, what, is, the, me, of, a, how, do, i]"),
    PromptFile(path: "p/a.yaml", text: "intent: team.show\nsay: ['who is [the] {team}', 'show me [the] {team}']"),
    PromptFile(path: "p/b.yaml", text: "intent: work.list\nsay: ['show me [the] {feature} work']"),
    PromptFile(
      path: "p/c.yaml", text: "intent: feature.explain\nsay: ['show me how {feature} works', 'what is {feature}']"),
    PromptFile(path: "p/d.yaml", text: "intent: note.add\nsay: ['jot down {text}']\nchanges: true"),
  ]

  private func intent(_ line: String) -> String {
    let names = NameTable([NamedRecord(kind: .person, key: "marek", name: "Marek")])
    return Reader(grammar: Grammar(GrammarSource.read(Self.files).source)).read(
      line, names: names, context: ReadingContext(now: SmallWorld.now)
    ).intent
  }

  @Test(arguments: [
    "who is the president", "what is the meaning of life", "what is love", "how is the market", "tell me a joke",
    "down with all of it",
  ])
  func `fills no name with everyday words`(_ line: String) {
    #expect(intent(line) == Reading.unclear)
  }

  @Test func `still takes what looks like a name`() {
    #expect(intent("what is UAT") == "feature.explain")
    #expect(intent("who is \"blue falcon\"") == "team.show")
    #expect(intent("jot down the wifi code") == "note.add")
  }
}
