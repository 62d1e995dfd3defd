/// Sentences under a name, with the groups inside it: what becomes one enum of ``Words``.
struct WordGroup: Sendable {
  let name: String
  private(set) var groups: [WordGroup] = []
  private(set) var sentences: [Sentence] = []

  init(name: String) {
    self.name = name
  }

  /// A key that holds one template or a list of them.
  struct Sentence: Sendable {
    /// The key as a name of Swift.
    let name: String

    let templates: [Template]

    /// Given as a list, even if it holds one template only.
    let isList: Bool

    /// The file as the doc comment names it, such as `prompts/voice.yaml`, and the line of the key.
    let source: String
    let line: Int
  }

  /// Adds a sentence below the groups of a path, which come to be when they are needed.
  ///
  /// - Returns: The sentence that already has the name, and stays, if there is one.
  mutating func add(_ sentence: Sentence, at path: ArraySlice<String>) -> Sentence? {
    guard let first = path.first else {
      if let known = sentences.first(where: { $0.name == sentence.name }) { return known }
      sentences.append(sentence)
      return nil
    }
    if let index = groups.firstIndex(where: { $0.name == first }) {
      return groups[index].add(sentence, at: path.dropFirst())
    }
    groups.append(WordGroup(name: first))
    return groups[groups.count - 1].add(sentence, at: path.dropFirst())
  }
}
