import Times

/// Brings what the matchers found together and decides.
struct LineReading {
  let view: GrammarView
  let line: WorkingLine
  let policy: ReadingPolicy

  func reading() -> Reading {
    var reading = Reading(said: line.said, intent: Reading.unclear)
    guard !line.tokens.isEmpty else {
      reading.trace = [TraceStep(.folded, ["words": ""]), TraceStep(.refused, refusal(0))]
      return reading
    }
    let core = line.core(view)
    let leadIn = line.leadInEnd(core, view).flatMap { $0 < core.upperBound ? $0 : nil }
    let ranges = [0..<line.tokens.count, core] + (leadIn.map { [$0..<core.upperBound] } ?? [])
    let ranking = ContenderRanking(view: view, line: line, core: core, ranges: ranges)
    let contenders = ranking.contenders
    reading.pointsBack = line.tokens.indices.contains { line.isPronoun($0, view) }
    reading.trace.append(TraceStep(.folded, ["words": line.tokens.map(\.text).joined(separator: " ")]))

    let rest = leadIn.map { $0..<core.upperBound } ?? core
    // Behind words that carry the last question on a name alone asks what was asked before.
    let isCarriedOn = leadIn != nil && contenders.first?.phrase?.isName == true
    reading.carriesOn = leadIn != nil
    reading.bare = slotsAlone(rest, withLists: leadIn != nil)
    let bare = Dictionary(reading.bare.map { ($0.kind.rawValue, $0) }) { first, _ in first }
    let standsAlone = !bare.isEmpty && (contenders.first?.phrase == nil || isCarriedOn)
    if standsAlone, leadIn != nil || !speaksForItself(contenders, bare) {
      reading.isEllipsis = true
      reading.slots = bare
      reading.alternatives = alternatives(contenders)
      reading.nearest =
        contenders.first.map { best in
          Alternative(intent: view.intentName(best.intent), slots: self.slots(best), score: Self.round(best.score))
        } ?? likest(core)
      describeSlots(bare, in: &reading)
      reading.trace.append(TraceStep(.refused, refusal(contenders.first?.score ?? 0)))
      return reading
    }
    guard let best = contenders.first else {
      reading.nearest = likest(core)
      reading.unread = tellingWords(core)
      reading.trace.append(TraceStep(.unread, ["words": reading.unread.joined(separator: " ")]))
      reading.trace.append(TraceStep(.refused, refusal(0)))
      return reading
    }
    reading.nearest = Alternative(
      intent: view.intentName(best.intent), slots: slots(best), score: Self.round(best.score))
    describe(best, in: &reading)
    // A phrase word for word needs to lead other phrases only.
    let rival = contenders.dropFirst().first { best.phrase == nil || $0.phrase != nil }
    let margin = best.score - (rival?.score ?? 0)
    reading.trace.append(
      rival.map { rival in
        TraceStep(
          .runnerUp,
          [
            "intent": view.intentName(rival.intent), "score": Self.rounded(rival.score),
            "margin": Self.rounded(margin),
          ])
      } ?? TraceStep(.unrivalled))
    reading.unread = best.unread.map { line.text(line.tokens[$0].range) }
    if best.phrase != nil { reading.unread = [] }
    if !reading.unread.isEmpty {
      reading.trace.append(TraceStep(.unread, ["words": reading.unread.joined(separator: " ")]))
    }
    reading.score = Self.round(best.score)
    guard decides(best, over: rival, margin: margin) else {
      reading.alternatives = ranking.isOutside ? [] : alternatives(contenders)
      reading.trace.append(TraceStep(.refused, refusal(best.score)))
      return reading
    }
    reading.intent = view.intentName(best.intent)
    reading.slots = slots(best)
    reading.alternatives = alternatives(Array(contenders.dropFirst()))
    reading.isExact = isExact(best)
    reading.isEllipsis = best.phrase?.isName == true || standsAlone && best.weighed?.isWhole != true
    if view.intentFlags(best.intent).contains(.several) {
      reading.parts = PartSplitter(view: view, line: line, intent: best.intent).parts(of: best.fills)
      if let first = reading.parts.first { reading.slots = first }
      if reading.parts.count > 1 { reading.isExact = false }
    }
    describeSlots(reading.slots, in: &reading)
    reading.trace.append(TraceStep(.decided, ["intent": reading.intent, "score": Self.rounded(best.score)]))
    return reading
  }

  /// Any intent at all, for lines of which nothing is known.
  private func likest(_ core: Range<Int>) -> Alternative? {
    guard view.intentCount > 0 else { return nil }
    return Alternative(intent: view.intentName(0), slots: [:], score: 0)
  }

  /// Whether slots alone say enough: an example word for word, or several slots that one intent takes.
  private func speaksForItself(_ contenders: [Contender], _ slots: [String: SlotValue]) -> Bool {
    guard let best = contenders.first else { return false }
    if best.weighed?.isWhole == true { return true }
    return slots.count > 1 && best.fills.count > 1 && best.score >= policy.threshold
  }

  private func decides(_ best: Contender, over rival: Contender?, margin: Double) -> Bool {
    if best.phrase != nil, best.share >= policy.threshold {
      guard let rival, rival.phrase != nil else { return margin >= 0.01 }
      // Of phrases word for word the one that leaves less to free text is meant, and of unknown names the likelier.
      if best.textLength < rival.textLength || best.fills.contains(where: \.candidate.isUnknown) {
        return margin >= 0
      }
      return margin >= 0.01
    }
    let isChange = view.intentFlags(best.intent).contains(.changes)
    return best.score >= (isChange ? policy.thresholdOfChange : policy.threshold) && margin >= policy.margin
  }

  // MARK: Slots

  private func slots(_ contender: Contender) -> [String: SlotValue] {
    var slots: [String: SlotValue] = [:]
    for fill in contender.fills where slots[view.slotName(fill.slot)] == nil {
      slots[view.slotName(fill.slot)] = line.slotValue(fill.candidate, as: fill.candidate.kind)
    }
    return slots
  }

  /// The slots of a range that holds nothing but slots and everyday words.
  ///
  /// - Parameters:
  ///   - range: The words to look at.
  ///   - withLists: Whether words of closed lists count; without a lead-in they are more likely part of a question.
  /// - Returns: None when any other word stands there; of each kind that the same words can be one.
  private func slotsAlone(_ range: Range<Int>, withLists: Bool) -> [SlotValue] {
    var slots: [SlotValue] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let here = line.starting[index].map { line.candidates[$0] }.filter { candidate in
        candidate.kind != .text && candidate.tokens.upperBound <= range.upperBound
          && (!candidate.isWeak || range.count <= 2)
          && (withLists || !candidate.kind.isListed || candidate.tokens == range)
      }
      if let best = here.first {
        for candidate in here where candidate.tokens == best.tokens {
          let value = line.slotValue(candidate, as: candidate.kind)
          if !slots.contains(where: { $0.kind == value.kind && $0.span == value.span }) { slots.append(value) }
        }
        index = best.tokens.upperBound
      } else if line.isStop(index, view) {
        index += 1
      } else {
        return []
      }
    }
    return slots
  }

  private func isExact(_ contender: Contender) -> Bool {
    guard let phrase = contender.phrase, phrase.corrections.isEmpty, phrase.cost < 0.5 || contender.hasText else {
      return false
    }
    return contender.fills.allSatisfy { fill in
      let candidate = fill.candidate
      return candidate.origin == .said && !candidate.isUnknown && candidate.rivals.isEmpty
        && candidate.time?.ask == nil && candidate.time?.also.isEmpty != false
    }
  }

  private func alternatives(_ contenders: [Contender]) -> [Alternative] {
    contenders.filter { $0.score >= policy.offered }.prefix(3).map { contender in
      Alternative(
        intent: view.intentName(contender.intent), slots: slots(contender), score: Self.round(contender.score))
    }
  }

  // MARK: Trace

  private func describe(_ best: Contender, in reading: inout Reading) {
    if let phrase = best.phrase {
      for correction in phrase.corrections {
        reading.trace.append(
          TraceStep(
            .corrected,
            [
              "said": line.text(line.tokens[correction.token].range), "value": view.wordString(correction.word),
              "edits": String(correction.edits),
            ]))
      }
      let pattern = view.pattern(phrase.pattern)
      reading.trace.append(
        TraceStep(
          .matched,
          [
            "pattern": pattern.text, "file": pattern.file, "line": String(pattern.line),
          ]))
    } else if let weighed = best.weighed {
      let pattern = view.pattern(view.sequences[weighed.sequence * GrammarView.sequenceFields + 1])
      reading.trace.append(
        TraceStep(
          .resembled,
          [
            "pattern": pattern.text, "file": pattern.file, "line": String(pattern.line),
            "score": Self.rounded(weighed.score), "shared": weighed.sharedWords.joined(separator: " "),
          ]))
    }
  }

  private func describeSlots(_ slots: [String: SlotValue], in reading: inout Reading) {
    for (name, value) in slots.sorted(by: { $0.key < $1.key }) {
      if value.origin == .corrected {
        var facts = ["said": value.said, "value": value.value]
        if let next = value.rivals.first { facts["next"] = next.name }
        reading.trace.append(TraceStep(.corrected, facts))
      }
      reading.trace.append(
        TraceStep(
          .filled,
          [
            "slot": name, "value": value.value, "said": value.said, "origin": value.origin.rawValue,
            "kind": value.kind.rawValue,
          ]))
    }
  }

  private func tellingWords(_ range: Range<Int>) -> [String] {
    range.filter { !line.isStop($0, view) }.map { line.text(line.tokens[$0].range) }
  }

  private func refusal(_ score: Double) -> [String: String] {
    ["score": Self.rounded(score), "threshold": Self.rounded(policy.threshold)]
  }

  private static func round(_ score: Double) -> Double {
    (score * 1_000).rounded() / 1_000
  }

  /// A score with two decimals, as people read it.
  private static func rounded(_ score: Double) -> String {
    let hundredths = Int((max(0, score) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
