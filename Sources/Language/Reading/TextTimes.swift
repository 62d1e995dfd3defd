/// Cuts words of time off the ends of free text when the intent has a slot for them.
struct TextTimes {
  let view: GrammarView
  let line: WorkingLine

  func cut(_ fills: [Contender.Fill], _ intent: Int) -> [Contender.Fill] {
    var fills = fills
    guard let at = fills.firstIndex(where: { $0.candidate.kind == .text }),
      !line.isQuestionWord(fills[at].candidate.tokens.lowerBound)
    else { return fills }
    for slot in view.slotRange(ofIntent: intent) where !fills.contains(where: { $0.slot == slot }) {
      let kind = view.slotKind(slot)
      guard [.when, .period, .delay, .recurrence].contains(kind) else { continue }
      let text = fills[at].candidate.tokens
      let found = line.candidates.first { candidate in
        candidate.kind == kind && candidate.tokens.count < text.count
          && (candidate.tokens.upperBound == text.upperBound && candidate.tokens.lowerBound > text.lowerBound
            || candidate.tokens.lowerBound == text.lowerBound && candidate.tokens.upperBound < text.upperBound)
      }
      guard let found else { continue }
      let rest =
        found.tokens.lowerBound == text.lowerBound
        ? found.tokens.upperBound..<text.upperBound : text.lowerBound..<found.tokens.lowerBound
      fills[at].candidate.tokens = rest
      fills[at].candidate.value = line.verbatim(rest).text
      fills.append((slot, found))
    }
    return fills
  }
}
