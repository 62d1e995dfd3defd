/// Words that mean the same in every intent: short forms, fillers, synonyms, closed lists.
package struct Lexicon: Hashable, Sendable {
  /// Short forms and what they stand for: `b4: before`, `w/: with`, `whats: what is`.
  package var shorthand: [String: String] = [:]

  /// Words that carry little meaning: `the`, `is`, `of`.
  package var stop: [String] = []

  /// Words that stand in lines about anything and count, but never alone: `who`, `tell`, `show`.
  package var everyday: [String] = []

  /// Phrases skipped at both ends of a line: `please`, `can you tell me`.
  package var polite: [String] = []

  /// Words that point at something said before: `it`, `that one`.
  package var pronouns: [String] = []

  /// Phrases that carry the last question on: `and`, `what about`, `same for`.
  package var leadIns: [String] = []

  /// Phrases by the word that they mean: `blocking: [holding up, in the way of]`.
  package var synonyms: [String: [String]] = [:]

  /// Closed lists by kind of slot, then by value: `stage: { beta: [in beta, beta test] }`.
  package var lists: [SlotKind: [String: [String]]] = [:]

  package init() {}
}
