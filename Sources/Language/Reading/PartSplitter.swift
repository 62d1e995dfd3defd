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
    var parts: [[String: SlotValue]] = []
    for (number, begin) in starts.enumerated() {
      let next = number + 1 < starts.count ? starts[number + 1] : end
      guard let part = part(begin..<next, person, text) else { return [whole] }
      parts.append(part)
    }
    return parts
  }

  private func startsPart(_ index: Int, from start: Int) -> Bool {
    guard personCandidate(at: index) != nil else { return false }
    guard index > start else { return true }
    switch line.tokens[index].gap {
    case .comma, .stop, .colon: return true
    default: return Self.joining.contains(line.tokens[index - 1].text)
    }
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
