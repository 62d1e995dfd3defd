/// Turns prompts into the columns of an image.
struct GrammarCompiler {
  private let source: GrammarSource
  private var texts = TextPool()
  private var vocabulary: Vocabulary
  private var columns: [GrammarImage.Section: [Int]] = [:]
  private var trie = TrieBuilder()
  private var phrases: [CompiledPhrase] = []

  /// A phrase without choices as it is weighed against lines.
  private struct CompiledPhrase {
    var intent: Int
    var pattern: Int
    var elements: [CompiledElement]
    var needsAll: Bool

    /// A line that must not be read so.
    var isBarred = false
  }

  private enum CompiledElement: Hashable {
    case concept(Int)
    case slot(Int)

    var encoded: Int {
      switch self {
      case .concept(let concept): concept
      case .slot(let slot): Self.slotBase + slot
      }
    }

    static let slotBase = 1 << 23
  }

  init(_ source: GrammarSource) {
    self.source = source
    vocabulary = Vocabulary(source)
  }

  mutating func compile() -> [UInt8] {
    compileVocabulary()
    compileLexicon()
    compileIntents()
    compilePhrases()
    compileShorthand()
    trie.shareEndings()
    columns[.nodes] = trie.nodes
    columns[.edges] = trie.edges
    columns[.terminals] = trie.terminals
    // Examples are read as lines will be, by the grammar without profiles.
    let image = GrammarImage.assemble(columns, strings: texts.strings)
    columns.merge(ProfileReader(source).columns(image)) { $1 }
    return GrammarImage.assemble(columns, strings: texts.strings)
  }

  private mutating func compileVocabulary() {
    columns[.wordText] = vocabulary.words.map { texts.number(of: $0) }
    columns[.wordMask] = vocabulary.words.map { Int(LetterMask.of($0.utf8)) }
    columns[.wordConcept] = vocabulary.concepts
    columns[.wordFlags] = vocabulary.flags.map(\.rawValue)
    columns[.conceptText] = vocabulary.conceptNames.map { texts.number(of: $0) }
    columns[.lengthStart] = vocabulary.lengthStarts
    var size = 16
    while size < vocabulary.words.count * 2 { size *= 2 }
    var table = [Int](repeating: 0, count: size)
    for (word, text) in vocabulary.words.enumerated() {
      var slot = Int(GrammarImage.hash(GrammarImage.encoded(text))) & (size - 1)
      while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = word + 1
    }
    columns[.wordTable] = table
  }

  private mutating func compileLexicon() {
    var entries: [Int] = []
    func add(_ phrase: String, _ entry: LexiconEntry.Role, _ first: Int, _ second: Int) {
      let words = vocabulary.numbers(of: phrase)
      guard !words.isEmpty else { return }
      trie.insert(words, root: TrieBuilder.lexicon, payload: [entries.count / 3])
      entries += [entry.rawValue, first, second]
    }
    for (word, phrases) in source.lexicon.synonyms.sorted(by: { $0.key < $1.key }) {
      guard let target = vocabulary.numbers(of: word).first else { continue }
      for phrase in phrases { add(phrase, .synonym, vocabulary.concepts[target], 0) }
    }
    for (kind, values) in source.lexicon.lists.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let kindNumber = kind.number
      for (value, phrases) in values.sorted(by: { $0.key < $1.key }) {
        var seen: Set<[String]> = []
        for phrase in [value] + phrases where seen.insert(Folding.words(of: phrase)).inserted {
          add(phrase, .list, kindNumber, texts.number(of: value))
        }
      }
    }
    for phrase in source.lexicon.polite { add(phrase, .polite, 0, 0) }
    for phrase in source.lexicon.leadIns { add(phrase, .leadIn, 0, 0) }
    columns[.entries] = entries
  }

  private mutating func compileShorthand() {
    var numbers: [Int] = []
    for (short, long) in source.lexicon.shorthand.map({ ($0.key.lowercased(), $0.value) }).sorted(by: { $0.0 < $1.0 }) {
      numbers += [texts.number(of: short), texts.number(of: Folding.words(of: long).joined(separator: " "))]
    }
    columns[.shorthand] = numbers
  }

  private mutating func compileIntents() {
    var intents: [Int] = []
    var slots: [Int] = []
    var slotLists: [Int] = []
    var patterns: [Int] = []
    var filledLists: [[Int]: Int] = [:]
    for (number, intent) in source.intents.enumerated() {
      let declared = intent.allSlots
      let firstSlot = slots.count / GrammarView.slotFields
      for slot in declared {
        slots += [
          texts.number(of: slot.name), slot.kinds[0].number, slot.isRequired ? 1 : 0,
          slot.ask.map { texts.number(of: $0) + 1 } ?? 0, slot.kinds.reduce(0) { $0 | 1 << $1.number },
        ]
      }
      func slotNumber(_ name: String) -> Int? {
        declared.firstIndex { $0.name == name }.map { firstSlot + $0 }
      }
      let oneOf = intent.oneOf.compactMap(slotNumber)
      var flags: IntentFlags = []
      if intent.changes { flags.insert(.changes) }
      if intent.unable { flags.insert(.unable) }
      if intent.several { flags.insert(.several) }
      intents += [
        texts.number(of: intent.name), flags.rawValue, firstSlot, declared.count, slotLists.count, oneOf.count,
        intent.ask.map { texts.number(of: $0) + 1 } ?? 0, 0,
      ]
      slotLists += oneOf

      func addPattern(_ text: PlacedText, isExample: Bool) -> Int {
        patterns += [
          number, texts.number(of: text.text), texts.number(of: text.place.file), text.place.line, isExample ? 1 : 0,
        ]
        return patterns.count / GrammarView.patternFields - 1
      }
      var seen: Set<[CompiledElement]> = []
      for phrase in intent.say {
        guard let forms = try? PatternParser.parse(phrase.text).forms() else { continue }
        let pattern = addPattern(phrase, isExample: false)
        for form in forms {
          guard let elements = element(form, slotNumber) else { continue }
          let kinds = elements.trie.map { element in
            if case .slot(let slot) = element { declared[slot - firstSlot].kinds } else { [SlotKind.text] }
          }
          let filled = elements.trie.compactMap { element in if case .slot(let slot) = element { slot } else { nil } }
          let list = filledLists[filled] ?? slotLists.count
          if filledLists.updateValue(list, forKey: filled) == nil { slotLists += filled }
          for labels in Self.labels(elements.trie, kinds) {
            trie.insert(labels, root: TrieBuilder.phrases, payload: [pattern, list, filled.count])
          }
          let bare = elements.weighed.filter { element in
            if case .concept(let concept) = element { return !vocabulary.isStop(concept: concept) }
            return true
          }
          if seen.insert(bare).inserted {
            let needsAll = elements.weighed.contains { element in
              if case .slot(let slot) = element { return declared[slot - firstSlot].kinds == [.text] }
              return false
            }
            phrases.append(
              CompiledPhrase(intent: number, pattern: pattern, elements: elements.weighed, needsAll: needsAll))
          }
        }
      }
      for example in intent.examples {
        guard
          let elements = element(
            ExampleMask.mask(example, slots: declared, shorthand: source.lexicon.shorthand), slotNumber)
        else { continue }
        let pattern = addPattern(PlacedText(example.text, at: example.place), isExample: true)
        let needsAll = elements.weighed.contains { element in
          if case .slot(let slot) = element { return declared[slot - firstSlot].kinds == [.text] }
          return false
        }
        phrases.append(
          CompiledPhrase(intent: number, pattern: pattern, elements: elements.weighed, needsAll: needsAll))
      }
      for line in intent.not {
        let masked = ExampleMask.mask(
          ExampleSource(line.text, at: line.place), slots: declared, shorthand: source.lexicon.shorthand)
        guard let elements = element(masked, slotNumber) else { continue }
        phrases.append(
          CompiledPhrase(
            intent: number, pattern: addPattern(line, isExample: true), elements: elements.weighed, needsAll: false,
            isBarred: true))
      }
    }
    columns[.intents] = intents
    columns[.slots] = slots
    columns[.slotLists] = slotLists
    columns[.patterns] = patterns
  }

  /// The paths of a phrase through the trie: one for each choice of kinds where slots may be of several.
  private static func labels(_ elements: [CompiledElement], _ kinds: [[SlotKind]]) -> [[Int]] {
    var paths: [[Int]] = [[]]
    for (element, kinds) in zip(elements, kinds) {
      switch element {
      case .concept(let word): for index in paths.indices { paths[index].append(word) }
      case .slot: paths = paths.flatMap { path in kinds.map { path + [TrieBuilder.slotLabel($0)] } }
      }
    }
    return paths
  }

  /// A phrase in numbers: word for word as the trie holds it, and with synonyms put together as it is weighed.
  private func element(
    _ form: [PhraseElement], _ slotNumber: (String) -> Int?
  ) -> (trie: [CompiledElement], weighed: [CompiledElement])? {
    var trie: [CompiledElement] = []
    for part in form {
      switch part {
      case .word(let word):
        guard let number = vocabulary.number(of: word) else { return nil }
        trie.append(.concept(number))
      case .slot(let name):
        guard let slot = slotNumber(name) else { return nil }
        trie.append(.slot(slot))
      }
    }
    let weighed = vocabulary.joinSynonyms(
      form.map { part in if case .word(let word) = part { word } else { nil } }
    ).map { place in
      switch place {
      case .kept(let index): return trie[index]
      case .concept(let concept): return CompiledElement.concept(concept)
      }
    }
    return (trie, weighed)
  }

  private mutating func compilePhrases() {
    let weight = vocabulary.weigh(
      phrases.filter { !$0.isBarred }.map { phrase in
        (phrase.intent, phrase.elements.compactMap { if case .concept(let concept) = $0 { concept } else { nil } })
      }, intents: source.intents.count)
    columns[.conceptWeight] = weight
    var sequences: [Int] = []
    var elements: [Int] = []
    var postings = [[Int]](repeating: [], count: weight.count)
    for (number, phrase) in phrases.enumerated() {
      sequences += [
        phrase.intent, phrase.pattern, elements.count, phrase.elements.count,
        phrase.isBarred ? 2 : phrase.needsAll ? 1 : 0,
      ]
      elements += phrase.elements.map(\.encoded)
      var concepts: [Int] = []
      for case .concept(let concept) in phrase.elements where !concepts.contains(concept) { concepts.append(concept) }
      concepts.sort { (weight[$0], $1) > (weight[$1], $0) }
      for concept in concepts.prefix(Self.postedConcepts) { postings[concept].append(number) }
    }
    var starts: [Int] = []
    var flat: [Int] = []
    for list in postings {
      starts.append(flat.count)
      flat += list
    }
    starts.append(flat.count)
    columns[.sequences] = sequences
    columns[.elements] = elements
    columns[.postingStart] = starts
    columns[.postings] = flat
  }

  /// A phrase is found through its weightiest words only.
  private static let postedConcepts = 4
}

extension IntentSource {
  /// Declared slots, then those that phrases use under the name of a type.
  var allSlots: [SlotSource] {
    var slots = slots
    for phrase in say {
      for name in (try? PatternParser.parse(phrase.text))?.slotNames ?? [] {
        guard !slots.contains(where: { $0.name == name }), let kind = SlotKind(rawValue: name) else { continue }
        slots.append(SlotSource(name: name, kinds: [kind], place: phrase.place))
      }
    }
    return slots
  }
}
