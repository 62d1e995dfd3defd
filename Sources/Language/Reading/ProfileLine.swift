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
    var index = range.lowerBound
    while index < range.upperBound, units.count < Self.limit {
      let mark = line.starting[index].lazy.map { line.candidates[$0] }.first { candidate in
        candidate.isProfileMark && candidate.tokens.upperBound <= range.upperBound
      }
      if let mark {
        let words = mark.time == nil ? [] : mark.tokens.map { line.profileWord($0, view) }
        units.append(.mark(mark.kind, words: words.map(\.word), concepts: words.map(\.concept)))
        places.append(mark.tokens)
        index = mark.tokens.upperBound
      } else {
        let word = line.profileWord(index, view)
        units.append(.word(letters: Array(line.tokens[index].text.utf8)[...], word: word.word, concept: word.concept))
        places.append(index..<index + 1)
        index += 1
      }
    }
  }
}

extension WorkingLine {
  /// The word that a token is or nearly is, and its concept; a word that the grammar does not hold means its stem.
  fileprivate func profileWord(_ index: Int, _ view: GrammarView) -> (word: UInt32, concept: UInt32) {
    if let choice = words[index].first, choice.edits <= 1 {
      return (
        ProfileFeatures.hash(view.encodedString(view.wordText[choice.word])),
        ProfileFeatures.hash(view.encodedString(view.conceptText[view.wordConcept[choice.word]]))
      )
    }
    let text = tokens[index].text
    return (ProfileFeatures.hash(text.utf8), ProfileFeatures.hash(Stem.of(text).utf8))
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
