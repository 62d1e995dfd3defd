/// A line as the value of one slot.
struct SlotAnswer {
  let view: GrammarView
  let line: WorkingLine

  func value(of kinds: [SlotKind]) -> SlotValue? {
    let range = line.core(view)
    guard !range.isEmpty else { return nil }
    for kind in kinds where kind != .text {
      let fitting = line.candidates.filter { candidate in
        candidate.kind == kind && range.contains(candidate.tokens.lowerBound)
          && candidate.tokens.upperBound <= range.upperBound
          && (!candidate.isWeak || candidate.tokens.count == range.count)
      }
      if let best = fitting.first { return line.slotValue(best, as: kind) }
    }
    if kinds.contains(.text) {
      let all = 0..<line.tokens.count
      return line.slotValue(Candidate(kind: .text, tokens: all, value: line.verbatim(all).text), as: .text)
    }
    guard let kind = kinds.first(where: \.isName) else { return nil }
    // Words around a name that nobody recorded: `the`, `it is`.
    var words = range
    while let first = words.first, line.isStop(first, view) { words = first + 1..<words.upperBound }
    while let last = words.last, line.isStop(last, view) { words = words.lowerBound..<last }
    guard !words.isEmpty, words.count <= 6 else { return nil }
    var unknown = Candidate(kind: kind, tokens: words, value: line.verbatim(words).text)
    unknown.isUnknown = true
    return line.slotValue(unknown, as: kind)
  }
}

extension WorkingLine {
  /// The line without the politeness at its ends; all of it when nothing else is there.
  func core(_ view: GrammarView) -> Range<Int> {
    let words = words.map { $0.first.flatMap { $0.edits == 0 ? $0.word : nil } }
    var range = 0..<tokens.count
    var grew = true
    while grew, !range.isEmpty {
      grew = false
      if let end = longest(words, range.lowerBound, range, view, isPolite: true) {
        range = end..<range.upperBound
        grew = true
      }
      for start in range where longest(words, start, range, view, isPolite: true) == range.upperBound {
        range = range.lowerBound..<start
        grew = true
        break
      }
    }
    return range.isEmpty ? 0..<tokens.count : range
  }

  /// Where the words that carry the last question on end, when the line starts with such.
  func leadInEnd(_ range: Range<Int>, _ view: GrammarView) -> Int? {
    let words = words.map { $0.first.flatMap { $0.edits <= 1 ? $0.word : nil } }
    return longest(words, range.lowerBound, range, view, isPolite: false)
  }

  private func longest(
    _ words: [Int?], _ start: Int, _ range: Range<Int>, _ view: GrammarView, isPolite: Bool
  ) -> Int? {
    var longest: Int?
    view.walkLexicon(words, from: start) { entry, end in
      if entry == (isPolite ? .polite : .leadIn), end <= range.upperBound { longest = end }
    }
    return longest
  }

  func isStop(_ index: Int, _ view: GrammarView) -> Bool {
    words[index].contains { choice in
      choice.edits == 0 && WordFlags(rawValue: view.wordFlags[choice.word]).contains(.stop)
    }
  }

  func isPronoun(_ index: Int, _ view: GrammarView) -> Bool {
    words[index].contains { choice in
      choice.edits == 0 && WordFlags(rawValue: view.wordFlags[choice.word]).contains(.pronoun)
    }
  }
}
