/// The words of a line as names are looked for in them.
struct NameLine {
  let tokens: [Token]
  var traits: [Traits]

  /// The letters that each word holds; nothing for words with letters of other scripts.
  private let masks: [UInt32?]

  init(tokens: [Token], traits: [Traits]) {
    self.tokens = tokens
    self.traits = traits
    masks = tokens.map { token in
      token.text.utf8.allSatisfy { $0 < 0x80 } ? LetterMask.of(token.text.utf8) : nil
    }
  }

  /// What else a word of the line is.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// A word that stands in any line: `the`, `is`; no name's misspelling, and a name only where nothing else fits.
    static let stop = Traits(rawValue: 1)

    /// A word of some phrase of the grammar, and so no misspelling.
    static let known = Traits(rawValue: 2)

    /// Typed with a capital letter.
    static let capital = Traits(rawValue: 4)

    /// Typed behind an at sign.
    static let handle = Traits(rawValue: 8)

    /// A single letter that is no word of the grammar: a person's initial, if anything.
    static let letter = Traits(rawValue: 32)

    /// Some name holds the word as it stands.
    static let held = Traits(rawValue: 16)
  }

  /// Whether a word and another may be a few slips apart, told at a glance.
  func mayBeNear(_ index: Int, _ word: String) -> Bool {
    guard let mask = masks[index] else { return true }
    return abs(tokens[index].text.utf8.count - word.utf8.count) <= EditDistance.most
      && LetterMask.mayBeNear(mask, LetterMask.of(word.utf8), edits: EditDistance.most)
  }

  func isStop(_ index: Int) -> Bool { !traits[index].isDisjoint(with: [.stop, .letter]) }
  func isKnown(_ index: Int) -> Bool { traits[index].contains(.known) }
  func isHeld(_ index: Int) -> Bool { traits[index].contains(.held) }

  /// Whether a neighbour is a word of names that does not stand in any line.
  func isHeldAlone(_ index: Int) -> Bool {
    tokens.indices.contains(index) && isHeld(index) && !isStop(index)
  }

  /// Whether a word may be a misspelt one: no word that the grammar knows, and no number.
  func isOpen(_ index: Int) -> Bool {
    traits[index].isDisjoint(with: [.stop, .known]) && !NameLine.hasDigit(tokens[index].text)
  }

  /// Whether a word beside another may be a misspelt word of the same name, or an initial: nobody knows it as it is.
  func mayBelong(_ index: Int) -> Bool {
    tokens.indices.contains(index) && traits[index].isDisjoint(with: [.stop, .known, .held])
  }

  /// Whether a word speaks against a name that its neighbour alone stands for, as nobody knows it.
  func isStrange(_ index: Int) -> Bool {
    tokens.indices.contains(index) && traits[index].isDisjoint(with: [.stop, .known, .letter])
  }

  /// Whether a comma or the end of a sentence stands between two neighbours; not behind an initial: `p. raman`.
  func isDivided(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { index in
      tokens[index].gap.rawValue >= Token.Gap.comma.rawValue
        && !(tokens[index].gap == .stop && tokens[index - 1].text.utf8.count == 1)
    }
  }

  static func hasDigit(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
  }
}
