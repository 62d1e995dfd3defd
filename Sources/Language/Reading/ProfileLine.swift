/// A line as profiles know it: words with their concepts, and marks for names, numbers and times.
struct ProfileLine {
  private(set) var units: [ProfileUnit] = []

  /// The tokens that each unit stands for.
  private(set) var places: [Range<Int>] = []

  /// More units than this say nothing new.
  private static let limit = 400

  init(_ line: WorkingLine, _ range: Range<Int>, _ view: GrammarView) {
    units.reserveCapacity(range.count)
    places.reserveCapacity(range.count)
    let words = line.words.map { choices in choices.first.flatMap { $0.edits <= 1 ? $0.word : nil } }
    var index = range.lowerBound
    var joined = range.lowerBound
    while index < range.upperBound, units.count < Self.limit {
      let mark = line.starting[index].lazy.map { line.candidates[$0] }.first { candidate in
        candidate.isProfileMark && candidate.tokens.upperBound <= range.upperBound
      }
      if let mark {
        let inner = mark.time == nil ? [] : mark.tokens.map { Self.word(line.tokens[$0].text, words[$0], view) }
        units.append(.mark(mark.kind, words: inner.map(\.word), concepts: inner.map(\.concept)))
        places.append(mark.tokens)
        index = mark.tokens.upperBound
      } else {
        let (word, own) = Self.word(line.tokens[index].text, words[index], view)
        var concept: UInt32? = own
        if index < joined {
          concept = nil
        } else if let phrase = view.joinedConcept(words, from: index, before: range.upperBound) {
          concept = view.conceptHash(phrase.concept)
          joined = phrase.end
        }
        units.append(.word(letters: Array(line.tokens[index].text.utf8)[...], word: word, concept: concept))
        places.append(index..<index + 1)
        index += 1
      }
    }
  }

  /// The units of a phrase without choices; nothing where a slot takes free text or a word of a list.
  static func units(
    of form: [PhraseElement], kinds: [String: [SlotKind]], _ view: GrammarView
  ) -> [ProfileUnit] {
    let words: [Int?] = form.map { part in if case .word(let text) = part { view.word(text) } else { nil } }
    var joined = 0
    return form.enumerated().map { index, part in
      switch part {
      case .slot(let name):
        let kind = kinds[name]?.first ?? .text
        return kind == .text || kind.isListed ? .gap : .mark(kind)
      case .word(let text):
        let (word, own) = Self.word(text, words[index], view)
        var concept: UInt32? = own
        if index < joined {
          concept = nil
        } else if let phrase = view.joinedConcept(words, from: index, before: form.count) {
          concept = view.conceptHash(phrase.concept)
          joined = phrase.end
        }
        return .word(letters: Array(text.utf8)[...], word: word, concept: concept)
      }
    }
  }

  /// The word that a token is or nearly is, and its concept; a word that the grammar does not hold means its stem.
  private static func word(_ text: String, _ word: Int?, _ view: GrammarView) -> (word: UInt32, concept: UInt32) {
    guard let word else { return (ProfileFeatures.hash(text.utf8), ProfileFeatures.hash(Stem.of(text).utf8)) }
    return (
      ProfileFeatures.hash(view.encodedString(view.wordText[word])), view.conceptHash(view.wordConcept[word])
    )
  }
}

extension GrammarView {
  fileprivate func conceptHash(_ concept: Int) -> UInt32 {
    ProfileFeatures.hash(encodedString(conceptText[concept]))
  }
}

extension Candidate {
  /// Whether profiles see the kind in place of the words: names, keys, numbers and times, but no words of lists.
  var isProfileMark: Bool {
    guard !isWeak, !isUnknown, kind != .text, !kind.isListed else { return false }
    // The list of words for whoever speaks looks like people, but holds no name.
    return !(kind == .person && key == "me")
  }
}
