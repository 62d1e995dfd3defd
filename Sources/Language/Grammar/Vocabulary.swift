/// All words of a set of prompts, numbered by length and spelling, and the concepts that they share.
struct Vocabulary {
  private(set) var words: [String] = []
  private(set) var flags: [WordFlags] = []

  /// The concept of each word: its stem, or the word that the lexicon makes it a synonym of.
  private(set) var concepts: [Int] = []
  private(set) var conceptNames: [String] = []
  private(set) var weights: [Int] = []
  private(set) var lengthStarts: [Int] = []
  private var numbers: [String: Int] = [:]
  private var stopConcepts: Set<Int> = []
  private var phrases: [[String]: Int] = [:]
  private var longestPhrase = 1

  init(_ source: GrammarSource) {
    let lexicon = source.lexicon
    var flagged: [String: WordFlags] = [:]
    func add(_ phrases: some Sequence<String>, _ flag: WordFlags = []) {
      for phrase in phrases { for word in Folding.words(of: phrase) { flagged[word, default: []].formUnion(flag) } }
    }
    add(lexicon.stop, .stop)
    add(lexicon.pronouns, [.pronoun, .stop])
    add(lexicon.everyday, .everyday)
    add(lexicon.polite)
    add(lexicon.leadIns)
    add(lexicon.synonyms.keys)
    add(lexicon.synonyms.values.flatMap(\.self))
    for values in lexicon.lists.values {
      add(values.keys)
      add(values.values.flatMap(\.self))
    }
    for intent in source.intents {
      let slots = intent.allSlots
      for phrase in intent.say {
        for form in (try? PatternParser.parse(phrase.text).forms()) ?? [] { add(Self.words(of: form), .phrase) }
      }
      for example in intent.examples {
        add(Self.words(of: ExampleMask.mask(example, slots: slots, shorthand: lexicon.shorthand)), .phrase)
      }
      for line in intent.not {
        let barred = ExampleSource(line.text, at: line.place)
        add(Self.words(of: ExampleMask.mask(barred, slots: slots, shorthand: lexicon.shorthand)))
      }
    }
    number(flagged)
    gatherConcepts(lexicon)
  }

  private static func words(of form: [PhraseElement]) -> [String] {
    form.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  private mutating func number(_ flagged: [String: WordFlags]) {
    let sorted = flagged.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
    for (number, (word, flag)) in sorted.enumerated() {
      while lengthStarts.count <= word.utf8.count { lengthStarts.append(number) }
      words.append(word)
      flags.append(flag)
      numbers[word] = number
    }
    lengthStarts.append(words.count)
  }

  private mutating func gatherConcepts(_ lexicon: Lexicon) {
    var numberOfStem: [String: Int] = [:]
    func concept(ofStem stem: String) -> Int {
      if let number = numberOfStem[stem] { return number }
      numberOfStem[stem] = conceptNames.count
      conceptNames.append(stem)
      return conceptNames.count - 1
    }
    var stems = words.map(Stem.of)
    for (target, synonyms) in lexicon.synonyms.sorted(by: { $0.key < $1.key }) {
      guard let head = Folding.words(of: target).first else { continue }
      for phrase in synonyms {
        let parts = Folding.words(of: phrase)
        // A single word joins the concept itself; a longer phrase is put together when a line is read.
        if parts.count == 1, let number = numbers[parts[0]] {
          stems[number] = Stem.of(head)
        } else if parts.count > 1 {
          phrases[parts] = -1
          longestPhrase = max(longestPhrase, parts.count)
        }
      }
    }
    concepts = stems.map(concept(ofStem:))
    for (target, synonyms) in lexicon.synonyms.sorted(by: { $0.key < $1.key }) {
      guard let head = Folding.words(of: target).first, let number = numbers[head] else { continue }
      for phrase in synonyms {
        let parts = Folding.words(of: phrase)
        if parts.count > 1 { phrases[parts] = concepts[number] }
      }
    }
    for (number, flag) in flags.enumerated() where flag.contains(.stop) { stopConcepts.insert(concepts[number]) }
    weights = [Int](repeating: 0, count: conceptNames.count)
  }

  func number(of word: String) -> Int? {
    numbers[word]
  }

  func numbers(of phrase: String) -> [Int] {
    Folding.words(of: phrase).compactMap { numbers[$0] }
  }

  func isStop(concept: Int) -> Bool {
    stopConcepts.contains(concept)
  }

  enum Place {
    case kept(Int)
    case concept(Int)
  }

  /// Puts phrases of several words that mean one together, longest first, and words into their concepts.
  ///
  /// - Parameter parts: The words of a phrase, nothing where a slot stands.
  /// - Returns: Concepts, and the places of what is no word.
  func joinSynonyms(_ parts: [String?]) -> [Place] {
    var places: [Place] = []
    var index = 0
    outer: while index < parts.count {
      guard let word = parts[index] else {
        places.append(.kept(index))
        index += 1
        continue
      }
      var length = min(longestPhrase, parts.count - index)
      while length > 1 {
        let words = parts[index..<index + length].compactMap(\.self)
        if words.count == length, let concept = phrases[words] {
          places.append(.concept(concept))
          index += length
          continue outer
        }
        length -= 1
      }
      if let number = numbers[word] { places.append(.concept(concepts[number])) }
      index += 1
    }
    return places
  }

  /// Weighs concepts by how few intents use them, in thousandths; a word of one intent alone weighs 3.
  ///
  /// Inverse document frequency after Spärck Jones, "A statistical interpretation of term specificity" (1972).
  mutating func weigh(_ phrases: [(intent: Int, concepts: [Int])], intents: Int) -> [Int] {
    var users = [Set<Int>](repeating: [], count: conceptNames.count)
    for phrase in phrases { for concept in phrase.concepts { users[concept].insert(phrase.intent) } }
    let count = Double(max(intents, 2))
    for concept in weights.indices {
      // In units of log2, found by counting so that no mathematics library is needed.
      let rarity = Logarithm.base2(1 + count / Double(max(users[concept].count, 1))) / Logarithm.base2(1 + count)
      weights[concept] = stopConcepts.contains(concept) ? 200 : Int((3_000 * rarity).rounded())
    }
    return weights
  }
}

/// Logarithms from the binary form of a number, alike on every platform.
enum Logarithm {
  /// The logarithm to base 2 of a number of at least 1, to five digits.
  static func base2(_ number: Double) -> Double {
    var result = Double(number.exponent)
    var rest = number.significand
    var bit = 0.5
    for _ in 0..<20 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}

/// Powers from the binary form of an exponent, alike on every platform.
enum Exponential {
  /// 2 to the power of a number, to five digits; 0 for what is too small to count.
  static func base2(_ exponent: Double) -> Double {
    guard exponent > -60 else { return 0 }
    let whole = exponent.rounded(.down)
    var rest = exponent - whole
    var result = 1.0
    for root in roots {
      rest *= 2
      if rest >= 1 {
        rest -= 1
        result *= root
      }
    }
    return result * Double(sign: .plus, exponent: Int(whole), significand: 1)
  }

  /// The square root of 2, its square root, and so on.
  private static let roots: [Double] = {
    var root = 2.0
    return (0..<20).map { _ in
      root = root.squareRoot()
      return root
    }
  }()
}
