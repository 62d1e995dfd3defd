import Testing

@testable import Language

@Suite struct `What can follow the start of a line` {
  private let grammar = Grammar(SmallWorld.source())

  private func following(
    _ typed: String, partial: String = "", isWanted: (String) -> Bool = { _ in true }
  ) -> Continuations {
    grammar.continuations(
      of: Folding.words(of: typed), partial: partial, isWanted: isWanted,
      fills: { _, words in words == ["smart", "export"] })
  }

  @Test func `are the words that some phrase has next`() {
    let words = following("who").words.map(\.text)
    #expect(words.contains("owns"))
    #expect(words.contains("is"))
    #expect(!words.contains("blocking"))
  }

  @Test func `are only words that begin as typed`() {
    let words = following("who", partial: "o").words.map(\.text)
    #expect(words == ["owns"])
  }

  @Test func `are words together where a phrase leaves no choice`() {
    #expect(following("remind").words.map(\.text) == ["me to"])
  }

  @Test func `are slots, with the word from which they would be filled`() {
    let slots = following("who owns smart", partial: "ex").slots
    #expect(slots.contains(.init(kind: .feature, start: 2)))
  }

  @Test func `are the words behind a slot that the words before fill`() {
    #expect(following("is smart export").words.map(\.text).contains("live"))
    #expect(following("is dumb export").words.isEmpty)
  }

  @Test func `are only phrases of intents that are wanted`() {
    #expect(following("who owns", isWanted: { $0 == "blocked.list" }).slots.isEmpty)
    #expect(following("who is", isWanted: { $0 == "blocked.list" }).words.map(\.text).contains("blocked"))
  }

  @Test func `lead along every phrase without a slot, word by word`() throws {
    for said in ["who is blocked right now", "good morning", "show me all blocked items"] {
      let words = said.split(separator: " ").map(String.init)
      for place in words.indices {
        let found = grammar.continuations(
          of: Array(words[..<place]), partial: String(words[place].prefix(2)), isWanted: { _ in true },
          fills: { _, _ in false })
        let next = found.words.compactMap { $0.text.split(separator: " ").first.map(String.init) }
        #expect(next.contains(words[place]), "\(said)")
      }
    }
  }
}
