/// Fills the slots of an intent that no phrase decided on, from what was found in the line.
struct SlotFilling {
  let view: GrammarView
  let line: WorkingLine
  let range: Range<Int>

  /// - Parameters:
  ///   - intent: The intent whose slots are to be filled.
  ///   - match: Its nearest phrase, which has filled some.
  /// - Returns: Slots with what fills them, each word used once.
  func fills(of intent: Int, from match: WeighedMatch?) -> [Contender.Fill] {
    var fills = match?.fills ?? []
    var used = TokenSet()
    for fill in fills { used.formUnion(TokenSet(fill.candidate.tokens, from: range.lowerBound)) }
    for slot in view.slotRange(ofIntent: intent) where !fills.contains(where: { $0.slot == slot }) {
      guard view.slotKind(slot) != .text else { continue }
      let candidate = line.candidates.first { candidate in
        view.slot(slot, accepts: candidate.kind) && candidate.kind != .text && !candidate.isWeak
          && range.contains(candidate.tokens.lowerBound) && candidate.tokens.upperBound <= range.upperBound
          && TokenSet(candidate.tokens, from: range.lowerBound).isDisjoint(with: used)
      }
      guard let candidate else { continue }
      fills.append((slot, candidate))
      used.formUnion(TokenSet(candidate.tokens, from: range.lowerBound))
    }
    return TextTimes(view: view, line: line).cut(fills, intent)
  }
}
