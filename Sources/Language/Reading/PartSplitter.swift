/// Cuts the free text of a line that holds several requests into one set of slots for each.
///
/// `priya draft dpa by thurs, lena review mon and tomas to check retention` names a person at the start of each part;
/// a part starts where a person stands at the start of the text or behind a comma, `and`, `then` or the end of a
/// sentence. Anything else stays in one piece: a wrong cut is worse than none.
struct PartSplitter {
  let view: GrammarView
  let line: WorkingLine
  let intent: Int

  func parts(of fills: [(slot: Int, candidate: Candidate)]) -> [[String: SlotValue]] {
    let whole = slots(fills)
    guard let person = slot(of: .person), let text = slot(of: .text) else { return [whole] }
    let covered = fills.map(\.candidate.tokens)
    guard let start = covered.map(\.lowerBound).min(), let end = covered.map(\.upperBound).max() else { return [whole] }
    let starts = (start..<end).filter { index in startsPart(index, from: start) }
    guard starts.count > 1, let firstStart = starts.first, firstStart == start || fills.count == 1 else {
      return [whole]
    }
    let after = slot(of: .number)
    var parts: [[String: SlotValue]] = []
    for (number, begin) in starts.enumerated() {
      let next = number + 1 < starts.count ? starts[number + 1] : end
      guard var part = part(begin..<next, person, text) else { return [whole] }
      if part["after"] == nil, let after, let place = order(before: begin, of: number) {
        part[view.slotName(after)] = line.slotValue(place, as: .number)
      }
      parts.append(part)
    }
    return parts
  }

  private func startsPart(_ index: Int, from start: Int) -> Bool {
    guard personCandidate(at: index) != nil else { return false }
    guard index > start else { return true }
    var index = index
    if index > start + 2, isNumber(index - 1), line.tokens[index - 2].text == "after" { index -= 2 }
    switch line.tokens[index].gap {
    case .comma, .stop, .colon: return true
    default: return Self.joining.contains(line.tokens[index - 1].text)
    }
  }

  private func isNumber(_ index: Int) -> Bool {
    line.starting[index].contains { line.candidates[$0].kind == .number }
  }

  /// What a part comes after: the one before it behind `then`, or the one that `after 1` names.
  private func order(before begin: Int, of number: Int) -> Candidate? {
    guard number > 0, begin > 0 else { return nil }
    if begin > 1, line.tokens[begin - 2].text == "after" {
      return line.starting[begin - 1].lazy.map { line.candidates[$0] }.first { $0.kind == .number }
    }
    guard line.tokens[begin - 1].text == "then" else { return nil }
    return Candidate(kind: .number, tokens: begin - 1..<begin, value: String(number))
  }

  /// Words that join two requests.
  private static let joining: Set<String> = ["and", "then", "also", "plus"]

  private func personCandidate(at index: Int) -> Candidate? {
    line.starting[index].lazy.map { line.candidates[$0] }.first { $0.kind == .person && !$0.isPartial }
  }

  private func part(_ range: Range<Int>, _ person: Int, _ text: Int) -> [String: SlotValue]? {
    guard let owner = personCandidate(at: range.lowerBound) else { return nil }
    var fills: [(slot: Int, candidate: Candidate)] = [(person, owner)]
    var words = owner.tokens.upperBound..<range.upperBound
    if let first = words.first, ["to", "will", "should", "must"].contains(line.tokens[first].text) {
      words = first + 1..<words.upperBound
    }
    if words.count > 2, let last = words.last, isNumber(last), line.tokens[last - 1].text == "after",
      range.upperBound < line.tokens.count
    {
      words = words.lowerBound..<last - 1
    }
    while let last = words.last, Self.joining.contains(line.tokens[last].text) { words = words.lowerBound..<last }
    for slot in view.slotRange(ofIntent: intent) {
      let kind = view.slotKind(slot)
      guard [.when, .recurrence].contains(kind) else { continue }
      let time = line.candidates.first { candidate in
        candidate.kind == kind && candidate.tokens.upperBound == words.upperBound
          && candidate.tokens.lowerBound > words.lowerBound
      }
      guard let time else { continue }
      fills.append((slot, time))
      words = words.lowerBound..<time.tokens.lowerBound
    }
    guard !words.isEmpty else { return nil }
    let (said, _) = line.verbatim(words)
    fills.append((text, Candidate(kind: .text, tokens: words, value: said)))
    return slots(fills)
  }

  private func slot(of kind: SlotKind) -> Int? {
    view.slotRange(ofIntent: intent).first { view.slotKind($0) == kind }
  }

  private func slots(_ fills: [(slot: Int, candidate: Candidate)]) -> [String: SlotValue] {
    var slots: [String: SlotValue] = [:]
    for fill in fills {
      slots[view.slotName(fill.slot)] = line.slotValue(fill.candidate, as: fill.candidate.kind)
    }
    return slots
  }
}
