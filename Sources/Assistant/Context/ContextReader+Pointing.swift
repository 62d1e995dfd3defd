import Language

extension ContextReader {
  /// The reading with its pronouns and places in a list resolved, where that makes better sense of the line.
  func pointing(_ text: String, _ pointers: Pointers, _ plain: Reading) -> Reading? {
    if pointers.isEmpty { return nil }
    let sets = pointers.several
    let readings = sets.compactMap { each -> Reading? in
      let reading = read(text, pointers.pointed + each)
      return isBetter(reading, than: plain, pointers) ? reading : nil
    }
    if let first = readings.first, readings.count == sets.count, readings.allSatisfy({ $0.intent == first.intent }) {
      var first = first
      first.also = Array(readings.dropFirst())
      return first
    }
    guard !pointers.pointed.isEmpty else { return nil }
    let reading = read(text, pointers.pointed)
    return isBetter(reading, than: plain, pointers) ? reading : nil
  }

  private func isBetter(_ reading: Reading, than plain: Reading, _ pointers: Pointers) -> Bool {
    if reading.isEllipsis, reading.bare.contains(where: { $0.origin == .inherited }) { return pointers.hasPosition }
    guard !reading.intent.hasPrefix("none."), reading.intent != "talk.choose" else { return false }
    let inherited = reading.slots.values.filter { $0.origin == .inherited }
    guard !inherited.isEmpty, inherited.allSatisfy({ isOfItsKind($0, in: reading.intent) }) else { return false }
    if pointers.hasPosition || plain.intent == Reading.unclear || reading.isWordForWord { return true }
    // A pronoun beside the name of such a thing is more likely part of the sentence.
    let isNamed = plain.slots.values.contains { said in
      said.key != nil && inherited.contains { SlotType($0.kind) == SlotType(said.kind) && $0.key != said.key }
    }
    let isMore = reading.intent == plain.intent && pointers.hasStrong
    return !isNamed && (isMore || MissingSlot.of(plain, in: grammar) != nil || reading.score >= plain.score)
  }

  /// A number of a follow-up is no number of a question.
  private func isOfItsKind(_ value: SlotValue, in intent: String) -> Bool {
    guard value.kind == .number else { return true }
    return focus.turns.contains { turn in
      turn.mentions.contains { mention in
        mention.kind == .number && mention.key == value.value && intent.hasPrefix((mention.numbered ?? "") + ".")
      }
    }
  }

  /// The reading with a needed slot that the line leaves out, where the focus holds one thing that fits.
  func filled(_ reading: Reading) -> Reading {
    guard !reading.intent.hasPrefix("none."), let (slot, _) = MissingSlot.of(reading, in: grammar) else {
      return reading
    }
    let salience = Salience(focus: focus)
    var best: (slot: String, record: NamedRecord, rivals: [NamedRecord], score: Double)?
    for (name, kind) in MissingSlot.kinds(of: slot, in: reading, grammar: grammar) {
      let ranked = salience.ranked(kind, isSubject: true).filter { ranked in
        let isNumbered = ranked.mention.numbered.map { reading.intent.hasPrefix($0 + ".") } ?? true
        return isNumbered && !reading.slots.values.contains { ($0.key ?? $0.value) == ranked.mention.key }
      }
      guard let (nearest, rivals) = ranked.nearest, nearest.score > (best?.score ?? 0) else { continue }
      best = (name, nearest.mention.record, rivals, nearest.score)
    }
    // A name that nobody bears was answered already.
    guard let best, !best.record.key.isEmpty else { return reading }
    var filled = reading
    filled.isExact = false
    filled.slots[best.slot] = SlotValue(
      kind: best.record.kind, value: best.record.name, key: best.record.key, said: best.record.name, span: 0..<0,
      origin: .inherited, rivals: best.rivals)
    filled.trace.append(
      TraceStep(
        .filled, ["slot": best.slot, "value": best.record.name, "origin": SlotValue.Origin.inherited.rawValue]))
    // A second slot may be missing as well.
    return self.filled(filled)
  }
}
