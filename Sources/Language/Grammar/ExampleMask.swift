/// Puts slots in the place of the values that an example names.
enum ExampleMask {
  /// The example as a phrase; a value that its line does not hold leaves the words as they are.
  static func mask(_ example: ExampleSource, slots: [SlotSource], shorthand: [String: String]) -> [PhraseElement] {
    let tokens = Folding.line(example.text) { chunk in
      shorthand[String(decoding: chunk, as: UTF8.self)].map(Folding.words(of:))
    }.tokens
    var elements: [PhraseElement?] = tokens.map { .word($0.text) }
    let values = (example.slots ?? [:]).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (name, value) in values where slots.contains(where: { $0.name == name }) {
      let words = Folding.words(of: value)
      guard !words.isEmpty, let place = place(of: words, in: tokens, elements) else { continue }
      for index in place { elements[index] = nil }
      elements[place.lowerBound] = .slot(name)
    }
    return elements.compactMap(\.self)
  }

  /// The words that name a value: all of it, misspelt perhaps, else its first word (a person by first name).
  private static func place(of words: [String], in tokens: [Token], _ free: [PhraseElement?]) -> Range<Int>? {
    func isWord(_ index: Int) -> Bool { if case .word = free[index] { true } else { false } }
    func fits(_ start: Int, _ part: ArraySlice<String>) -> Bool {
      start + part.count <= tokens.count
        && zip(start..., part).allSatisfy { index, word in
          isWord(index)
            && (EditDistance.between(typed: tokens[index].text, word) != nil || tokens[index].text == word + "s")
        }
    }
    for count in [words.count, 1] where words.count == count || words.count > 1 {
      for start in tokens.indices where fits(start, words.prefix(count)) { return start..<start + count }
    }
    return nil
  }
}
