/// The columns of an image while it is being read; never kept.
struct GrammarView {
  let strings: UnsafePointer<UInt8>
  let stringStart: Column
  let wordText, wordMask, wordConcept, wordFlags, wordTable, lengthStart: Column
  let conceptText, conceptWeight, postingStart, postings: Column
  let intents, slots, patterns, slotLists: Column
  let sequences, elements: Column
  let nodes, edges, terminals, entries: Column
  let shorthand: Column
  let profileKeys, profileStart, profileRarity, profile, profileBlocks, profileBase: Column

  /// - Parameter bytes: A whole image, as ``Grammar`` checks it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { preconditionFailure("an image is never empty") }
    let header = Column(
      base: base + GrammarImage.headerLength, count: 2 * GrammarImage.Section.allCases.count)
    func column(_ section: GrammarImage.Section) -> Column {
      Column(base: base + header[2 * section.rawValue], count: header[2 * section.rawValue + 1])
    }
    strings = column(.strings).base
    stringStart = column(.stringStart)
    wordText = column(.wordText)
    wordMask = column(.wordMask)
    wordConcept = column(.wordConcept)
    wordFlags = column(.wordFlags)
    wordTable = column(.wordTable)
    lengthStart = column(.lengthStart)
    conceptText = column(.conceptText)
    conceptWeight = column(.conceptWeight)
    postingStart = column(.postingStart)
    postings = column(.postings)
    intents = column(.intents)
    slots = column(.slots)
    patterns = column(.patterns)
    slotLists = column(.slotLists)
    sequences = column(.sequences)
    elements = column(.elements)
    nodes = column(.nodes)
    edges = column(.edges)
    terminals = column(.terminals)
    entries = column(.entries)
    shorthand = column(.shorthand)
    profileKeys = column(.profileKeys)
    profileStart = column(.profileStart)
    profileRarity = column(.profileRarity)
    profile = column(.profile)
    profileBlocks = column(.profileBlocks)
    profileBase = column(.profileBase)
  }

  // MARK: Texts

  func encodedString(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = stringStart[index]
    return UnsafeBufferPointer(start: strings + start, count: stringStart[index + 1] - start)
  }

  func string(_ index: Int) -> String {
    GrammarImage.decoded(encodedString(index))
  }

  /// A text that may be missing, stored with its number raised by one.
  func optionalString(_ raised: Int) -> String? {
    raised == 0 ? nil : string(raised - 1)
  }

  // MARK: Words

  /// The number of a folded word, if the grammar holds it.
  func word(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      bytes.allSatisfy(Self.isPlain) ? word(encoded: bytes) : nil
    } ?? (text.utf8.allSatisfy(Self.isPlain) ? nil : GrammarImage.encoded(text).withUnsafeBufferPointer(word(encoded:)))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func word(encoded bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard wordTable.count > 0 else { return nil }
    let mask = wordTable.count - 1
    var slot = Int(GrammarImage.hash(bytes)) & mask
    while case let raised = wordTable[slot], raised != 0 {
      let stored = encodedString(wordText[raised - 1])
      if stored.count == bytes.count, stored.elementsEqual(bytes) { return raised - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  func wordString(_ word: Int) -> String {
    string(wordText[word])
  }

  // MARK: Intents

  static let intentFields = 8
  static let slotFields = 5
  static let patternFields = 5
  static let sequenceFields = 5

  var intentCount: Int { intents.count / Self.intentFields }

  /// How many classes profiles tell apart: the intents, and the topics outside of them.
  var profileClassCount: Int { profileBase.count / ProfileBlock.allCases.count }

  func intentName(_ intent: Int) -> String {
    string(intents[intent * Self.intentFields])
  }

  func intent(named name: String) -> Int? {
    (0..<intentCount).first { intentName($0) == name }
  }

  func intentFlags(_ intent: Int) -> IntentFlags {
    IntentFlags(rawValue: intents[intent * Self.intentFields + 1])
  }

  func slotRange(ofIntent intent: Int) -> Range<Int> {
    let first = intents[intent * Self.intentFields + 2]
    return first..<first + intents[intent * Self.intentFields + 3]
  }

  func slots(ofIntent intent: Int) -> [GrammarSlot] {
    slotRange(ofIntent: intent).map { slot in
      GrammarSlot(
        name: slotName(slot), kinds: SlotKind.allCases.filter { self.slot(slot, accepts: $0) },
        isRequired: slots[slot * Self.slotFields + 2] == 1,
        ask: optionalString(slots[slot * Self.slotFields + 3]))
    }
  }

  func slotName(_ slot: Int) -> String {
    string(slots[slot * Self.slotFields])
  }

  func slotKind(_ slot: Int) -> SlotKind {
    SlotKind.byNumber[slots[slot * Self.slotFields + 1]]
  }

  func traits(ofIntent intent: Int) -> IntentTraits {
    let flags = intentFlags(intent)
    let at = intent * Self.intentFields
    let first = intents[at + 4]
    return IntentTraits(
      changes: flags.contains(.changes), unable: flags.contains(.unable), several: flags.contains(.several),
      oneOf: (first..<first + intents[at + 5]).map { slotName(slotLists[$0]) },
      ask: optionalString(intents[at + 6]))
  }

  /// Whether nothing fills a slot that an intent needs; free text is never lacking.
  func lacksArgument(_ intent: Int, _ fills: [Contender.Fill]) -> Bool {
    func isFilled(_ slot: Int) -> Bool { fills.contains { $0.slot == slot } }
    let required = slotRange(ofIntent: intent).filter {
      slots[$0 * Self.slotFields + 2] == 1 && !self.slot($0, accepts: .text)
    }
    if !required.allSatisfy(isFilled) { return true }
    let at = intent * Self.intentFields
    let oneOf = intents[at + 4]..<intents[at + 4] + intents[at + 5]
    return !oneOf.isEmpty && !oneOf.contains { isFilled(slotLists[$0]) || slot(slotLists[$0], accepts: .text) }
  }

  func slot(_ slot: Int, accepts kind: SlotKind) -> Bool {
    slots[slot * Self.slotFields + 4] & 1 << kind.number != 0
  }

  func pattern(_ index: Int) -> (intent: Int, text: String, file: String, line: Int) {
    let at = index * Self.patternFields
    return (patterns[at], string(patterns[at + 1]), string(patterns[at + 2]), patterns[at + 3])
  }

  func patternIntent(_ index: Int) -> Int {
    patterns[index * Self.patternFields]
  }
}

struct IntentFlags: OptionSet {
  let rawValue: Int

  static let changes = IntentFlags(rawValue: 1)
  static let unable = IntentFlags(rawValue: 2)
  static let several = IntentFlags(rawValue: 4)
}

struct WordFlags: OptionSet {
  let rawValue: Int

  /// Carries little meaning.
  static let stop = WordFlags(rawValue: 1)
  /// Points at something said before.
  static let pronoun = WordFlags(rawValue: 2)
  /// Stands in a phrase of an intent, not only in the lexicon.
  static let phrase = WordFlags(rawValue: 4)
  /// Stands in lines about anything, so that it says little alone.
  static let everyday = WordFlags(rawValue: 8)
}
