/// What a line is to a profile: words with their concepts, and marks where names, numbers and times stand.
enum ProfileUnit {
  /// A word: its letters as typed, the word that it is or resembles, and what that means.
  ///
  /// Of several words that mean one the first has the concept, the others have none.
  case word(letters: ArraySlice<UInt8>, word: UInt32, concept: UInt32?)

  /// What fills a slot, by kind; words of time count beside their mark.
  case mark(kind: UInt32, words: [UInt32], concepts: [UInt32])

  /// Anything at all: what stands on its two sides is no pair.
  case gap

  /// The mark of a kind of slot; all kinds of time at a point are one.
  static func mark(_ kind: SlotKind, words: [UInt32] = [], concepts: [UInt32] = []) -> ProfileUnit {
    let kind: SlotKind = kind == .period ? .when : kind
    return .mark(kind: ProfileFeatures.hash(kind.rawValue.utf8, seed: 0x5F), words: words, concepts: concepts)
  }
}

/// The kinds of features that a profile counts, each with a say of its own.
enum ProfileBlock: Int, CaseIterable {
  case word, concept, pair, apart, letters

  /// The say of each block, found on public sets of questions from other trades.
  var weight: Double {
    switch self {
    case .word, .concept: 0.6
    case .pair: 0.7
    case .apart: 0.3
    case .letters: 0.5
    }
  }
}

/// Breaks lines into features: words, concepts, neighbours, concepts a word or two apart, letters in a row.
enum ProfileFeatures {
  /// A feature as a number of 32 bits that orders by block and then by 24 bits of hash.
  struct Feature: Hashable, Comparable {
    let number: UInt32

    init(_ block: ProfileBlock, _ hash: UInt32) {
      number = UInt32(block.rawValue) << 24 | (hash ^ hash >> 24) & 0xFF_FFFF
    }

    var block: Int { Int(number >> 24) }
    var key: Int { Int(number & 0xFF_FFFF) }

    static func < (one: Feature, other: Feature) -> Bool { one.number < other.number }
  }

  /// FNV-1a from a seed; see ``GrammarImage/hash(_:)``.
  static func hash(_ bytes: some Sequence<UInt8>, seed: UInt32 = 0) -> UInt32 {
    var hash: UInt32 = 2_166_136_261 ^ seed
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  private static func join(_ one: UInt32, _ other: UInt32) -> UInt32 {
    var hash = (one ^ 0x9E37_79B9) &* 0x85EB_CA6B
    hash ^= hash >> 13
    return (hash ^ other) &* 0xC2B2_AE35
  }

  /// The mark of the start of a line.
  private static let start: UInt32 = 0x1234_5678

  /// Longer words count by their first letters.
  private static let letterLimit = 24

  /// Every feature of a line once, in order.
  static func features(of units: [ProfileUnit]) -> [Feature] {
    var features: [Feature] = []
    features.reserveCapacity(units.count * 16)
    each(of: units) { features.append($0) }
    features.sort()
    var last: Feature?
    features.removeAll { feature in
      defer { last = feature }
      return feature == last
    }
    return features
  }

  /// Calls with every feature of a line as often as it is there.
  static func each(of units: [ProfileUnit], _ body: (Feature) -> Void) {
    var previous: UInt32? = start
    var concepts: [UInt32?] = []
    concepts.reserveCapacity(units.count)
    for unit in units {
      switch unit {
      case .word(let letters, let word, let concept):
        body(Feature(.word, word))
        if let concept {
          body(Feature(.concept, concept))
          concepts.append(concept)
        }
        if let previous { body(Feature(.pair, join(previous, word))) }
        eachRow(of: letters, body)
        previous = word
      case .mark(let kind, let words, let parts):
        body(Feature(.word, kind))
        body(Feature(.concept, kind))
        for word in words { body(Feature(.word, word)) }
        for part in parts { body(Feature(.concept, part)) }
        if let previous { body(Feature(.pair, join(previous, kind))) }
        previous = kind
        concepts.append(kind)
      case .gap:
        previous = nil
        concepts.append(nil)
      }
    }
    for (index, one) in concepts.enumerated() {
      guard let one else { continue }
      for distance in 2...3 where index + distance < concepts.count {
        if let other = concepts[index + distance] { body(Feature(.apart, join(one, other))) }
      }
    }
  }

  /// Three and four letters in a row, with marks at both ends of the word.
  private static func eachRow(of word: ArraySlice<UInt8>, _ body: (Feature) -> Void) {
    let count = min(word.count, letterLimit) + 2
    func letter(_ index: Int) -> UInt32 {
      index == 0 ? 0x5E : index == count - 1 ? 0x24 : UInt32(word[word.startIndex + index - 1])
    }
    guard count > 2 else { return }
    for first in 0..<max(1, count - 2) {
      var hash: UInt32 = 2_166_136_261
      for place in 0..<4 where first + place < count {
        hash = (hash ^ letter(first + place)) &* 16_777_619
        if place >= 2 { body(Feature(.letters, hash &* 31 &+ UInt32(place))) }
      }
    }
  }
}
