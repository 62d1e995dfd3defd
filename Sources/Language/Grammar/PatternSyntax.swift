/// A phrase of a prompt file as a tree: `what is blocking [the] ({feature}|{item})`.
package indirect enum PatternNode: Hashable, Sendable {
  case word(String)
  case slot(String)
  case sequence([PatternNode])
  case choice([PatternNode])
  case optional(PatternNode)
}

/// Why a phrase cannot be read.
package enum PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  case unclosed(Character)
  case unexpected(Character)
  case emptySlot
  case tooDeep
  case tooManyForms(Int)
  case empty

  package var description: String {
    switch self {
    case .unclosed(let mark): "'\(mark)' is not closed"
    case .unexpected(let mark): "'\(mark)' stands where nothing was opened"
    case .emptySlot: "'{}' names no slot"
    case .tooDeep: "more than \(PatternParser.depthLimit) brackets in one another; split the phrase"
    case .tooManyForms(let count): "stands for more than \(count) phrases; split it"
    case .empty: "holds no word and no slot"
    }
  }
}

/// One element of a phrase without choices: a folded word, or a slot by name.
package enum PhraseElement: Hashable, Sendable {
  case word(String)
  case slot(String)
}

/// Reads the notation of phrases: `[optional]`, `(one|other)`, `{slot}`, nested as needed.
struct PatternParser {
  static let depthLimit = 8
  static let formLimit = 512

  private let characters: [Character]
  private var index = 0

  private init(_ text: String) {
    characters = Array(text)
  }

  static func parse(_ text: String) throws(PatternError) -> PatternNode {
    var parser = PatternParser(text)
    let node = try parser.choice(until: nil, depth: 0)
    guard parser.index == parser.characters.count else {
      throw .unexpected(parser.characters[parser.index])
    }
    return node
  }

  private mutating func choice(until close: Character?, depth: Int) throws(PatternError) -> PatternNode {
    guard depth <= Self.depthLimit else { throw .tooDeep }
    var branches: [PatternNode] = []
    var parts: [PatternNode] = []
    var literal = ""
    func flush() {
      for word in Folding.words(of: literal) { parts.append(.word(word)) }
      literal = ""
    }
    while index < characters.count {
      let character = characters[index]
      if character == close { break }
      index += 1
      switch character {
      case "[", "(":
        flush()
        let end: Character = character == "[" ? "]" : ")"
        let inner = try choice(until: end, depth: depth + 1)
        guard index < characters.count else { throw .unclosed(character) }
        index += 1
        parts.append(character == "[" ? .optional(inner) : inner)
      case "{":
        flush()
        guard let end = characters[index...].firstIndex(of: "}") else { throw .unclosed("{") }
        let name = String(characters[index..<end]).filter { $0 != " " }
        guard !name.isEmpty else { throw .emptySlot }
        parts.append(.slot(name))
        index = end + 1
      case "]", ")", "}": throw .unexpected(character)
      case "|":
        flush()
        branches.append(.sequence(parts))
        parts = []
      default: literal.append(character)
      }
    }
    flush()
    guard !branches.isEmpty else { return parts.count == 1 ? parts[0] : .sequence(parts) }
    return .choice(branches + [.sequence(parts)])
  }
}

extension PatternNode {
  /// Every phrase that the tree stands for, in order, without repeats.
  func forms(limit: Int = PatternParser.formLimit) throws(PatternError) -> [[PhraseElement]] {
    var seen: Set<[PhraseElement]> = []
    var forms: [[PhraseElement]] = []
    for form in try expand(limit: limit) where !form.isEmpty && seen.insert(form).inserted { forms.append(form) }
    guard !forms.isEmpty else { throw .empty }
    return forms
  }

  private func expand(limit: Int) throws(PatternError) -> [[PhraseElement]] {
    switch self {
    case .word(let word): return [[.word(word)]]
    case .slot(let name): return [[.slot(name)]]
    case .optional(let inner): return try inner.expand(limit: limit - 1) + [[]]
    case .choice(let branches):
      var forms: [[PhraseElement]] = []
      for branch in branches {
        forms += try branch.expand(limit: limit)
        guard forms.count <= limit else { throw .tooManyForms(limit) }
      }
      return forms
    case .sequence(let parts):
      var forms: [[PhraseElement]] = [[]]
      for part in parts {
        let next = try part.expand(limit: limit)
        guard forms.count * next.count <= limit else { throw .tooManyForms(limit) }
        forms = forms.flatMap { form in next.map { form + $0 } }
      }
      return forms
    }
  }

  /// The names of slots that stand in the phrase, in order.
  package var slotNames: [String] {
    switch self {
    case .word: []
    case .slot(let name): [name]
    case .optional(let inner): inner.slotNames
    case .choice(let nodes), .sequence(let nodes): nodes.flatMap(\.slotNames)
    }
  }
}
