import Times

/// Brings what the matchers found together and decides.
struct LineReading {
  let view: GrammarView
  let line: WorkingLine
  let policy: ReadingPolicy

  /// What speaks for an intent.
  private struct Contender {
    var intent: Int
    var score: Double
    var fills: [(slot: Int, candidate: Candidate)]
    var phrase: PhraseMatch?
    var weighed: WeighedMatch?
  }

  func reading() -> Reading {
    var reading = Reading(said: line.said, intent: Reading.unclear)
    guard !line.tokens.isEmpty else {
      reading.trace = [TraceStep(.folded, ["words": ""]), TraceStep(.refused, refusal(0))]
      return reading
    }
    let core = line.core(view)
    let leadIn = line.leadInEnd(core, view).flatMap { $0 < core.upperBound ? $0 : nil }
    let ranges = [0..<line.tokens.count, core] + (leadIn.map { [$0..<core.upperBound] } ?? [])
    let contenders = rank(core, ranges)
    reading.pointsBack = line.tokens.indices.contains { line.isPronoun($0, view) }
    reading.trace.append(TraceStep(.folded, ["words": line.tokens.map(\.text).joined(separator: " ")]))

    let rest = leadIn.map { $0..<core.upperBound } ?? core
    // Behind words that carry the last question on a name alone asks what was asked before.
    let isCarriedOn = leadIn != nil && contenders.first?.phrase?.isName == true
    reading.carriesOn = leadIn != nil
    reading.bare = slotsAlone(rest, withLists: leadIn != nil)
    if contenders.first?.phrase == nil || isCarriedOn, !reading.bare.isEmpty {
      let slots = Dictionary(reading.bare.map { ($0.kind.rawValue, $0) }) { first, _ in first }
      reading.isEllipsis = true
      reading.slots = slots
      reading.alternatives = alternatives(contenders)
      reading.nearest =
        contenders.first.map { best in
          Alternative(intent: view.intentName(best.intent), slots: self.slots(best), score: Self.round(best.score))
        } ?? likest(core)
      describeSlots(slots, in: &reading)
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
    reading.unread = best.weighed.map { $0.unreadTokens.map { line.text(line.tokens[$0].range) } } ?? []
    if best.phrase != nil { reading.unread = [] }
    if !reading.unread.isEmpty {
      reading.trace.append(TraceStep(.unread, ["words": reading.unread.joined(separator: " ")]))
    }
    reading.score = Self.round(best.score)
    guard decides(best, over: rival, margin: margin) else {
      reading.alternatives = alternatives(contenders)
      reading.trace.append(TraceStep(.refused, refusal(best.score)))
      return reading
    }
    reading.intent = view.intentName(best.intent)
    reading.slots = slots(best)
    reading.alternatives = alternatives(Array(contenders.dropFirst()))
    reading.isExact = isExact(best)
    reading.isEllipsis = best.phrase?.isName == true
    if view.intentFlags(best.intent).contains(.several) {
      reading.parts = PartSplitter(view: view, line: line, intent: best.intent).parts(of: best.fills)
      if let first = reading.parts.first { reading.slots = first }
      if reading.parts.count > 1 { reading.isExact = false }
    }
    describeSlots(reading.slots, in: &reading)
    reading.trace.append(TraceStep(.decided, ["intent": reading.intent, "score": Self.rounded(best.score)]))
    return reading
  }

  // MARK: Ranking

  private func rank(_ core: Range<Int>, _ ranges: [Range<Int>]) -> [Contender] {
    var contenders: [Int: Contender] = [:]
    for takesUnknown in [false, true] where contenders.isEmpty {
      for (index, range) in ranges.enumerated() where !ranges[..<index].contains(range) {
        var matcher = PhraseMatcher(view: view, line: line, range: range, takesUnknown: takesUnknown)
        for match in matcher.matches() {
          // Words of politeness that fit a phrase are better read than skipped.
          let score =
            (takesUnknown ? max(0.3, 0.93 - 0.025 * match.cost) : max(0.7, 1 - 0.02 * match.cost))
            - (index == 0 ? 0 : 0.015)
          if let other = contenders[match.intent], other.score >= score { continue }
          contenders[match.intent] = Contender(
            intent: match.intent, score: score, fills: withTimes(match.fills, match.intent), phrase: match)
        }
      }
    }
    // Behind a phrase word for word the others only tell what was near.
    let isTold = contenders.values.contains { $0.score >= 0.99 }
    let matcher =
      isTold
      ? WeighingMatcher(view: view, line: line, range: core, examined: 8)
      : WeighingMatcher(view: view, line: line, range: core)
    let weighed = matcher.matches()
    let profile = isTold ? nil : ProfileMatcher(view: view).scores(profileWords(core))
    for match in weighed {
      let score = profile.map { blended(match, $0[match.intent]) } ?? match.score * 0.9
      if let other = contenders[match.intent],
        other.score >= score || !other.fills.contains(where: \.candidate.isUnknown)
      {
        continue
      }
      contenders[match.intent] = Contender(
        intent: match.intent, score: score, fills: withTimes(match.fills, match.intent), weighed: match)
    }
    return contenders.values.sorted { one, other in
      let (left, right) = (Int(one.score * 100 + 0.5), Int(other.score * 100 + 0.5))
      if left != right { return left > right }
      if one.phrase != nil, other.phrase != nil, textLength(one) != textLength(other) {
        return textLength(one) < textLength(other)
      }
      if one.score != other.score { return one.score > other.score }
      if let left = one.phrase, let right = other.phrase { return PhraseMatch.precedes(left, right) }
      return one.intent < other.intent
    }
  }

  /// The words as the profiles know them: concepts, with a mark where a slot stands.
  private func profileWords(_ range: Range<Int>) -> [String] {
    var words: [String] = []
    var index = range.lowerBound
    while index < range.upperBound, words.count < TokenSet.capacity {
      let taken = line.starting[index].lazy.map { line.candidates[$0] }.first { !$0.isWeak && $0.kind != .text }
      if let taken, taken.tokens.upperBound <= range.upperBound {
        words.append("_")
        index = taken.tokens.upperBound
      } else {
        let word = line.words[index].first.map { view.string(view.conceptText[view.wordConcept[$0.word]]) }
        words.append(word ?? Stem.of(line.tokens[index].text))
        index += 1
      }
    }
    return words
  }

  /// A phrase that is near enough needs no support; else the profile lifts or holds back.
  private func blended(_ match: WeighedMatch, _ profile: Double) -> Double {
    let score = match.score
    return max(score * (0.8 + 0.2 * score * score * score), 0.6 * score + 0.4 * min(1, 2 * profile))
  }

  /// The intent whose phrases are made of letters most like the line's.
  private func likest(_ core: Range<Int>) -> Alternative? {
    let scores = ProfileMatcher(view: view).scores(profileWords(core))
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    return Alternative(intent: view.intentName(best), slots: [:], score: Self.round(scores[best]))
  }

  private func decides(_ best: Contender, over rival: Contender?, margin: Double) -> Bool {
    if best.phrase != nil {
      guard let rival, rival.phrase != nil else { return margin >= 0.01 }
      // Of phrases word for word the one that leaves less to free text is meant, and of unknown names the likelier.
      if textLength(best) < textLength(rival) || best.fills.contains(where: \.candidate.isUnknown) {
        return margin >= 0
      }
      return margin >= 0.01
    }
    // An example word for word leads even a near one.
    let needed = best.score >= policy.certain ? policy.margin / 5 : policy.margin
    guard best.score >= policy.threshold, margin >= needed else { return false }
    guard let weighed = best.weighed else { return true }
    if best.score >= policy.certain { return true }
    // What nobody knows must not outweigh what is surely meant.
    return weighed.firm > 0 && weighed.strange <= weighed.firm && weighed.unread <= weighed.shared + 0.001
  }

  private func textLength(_ contender: Contender) -> Int {
    contender.fills.reduce(0) { $0 + ($1.candidate.kind == .text ? $1.candidate.tokens.count : 0) }
  }

  // MARK: Slots

  /// Cuts words of time off the ends of free text when the intent has a slot for them.
  private func withTimes(
    _ fills: [(slot: Int, candidate: Candidate)], _ intent: Int
  ) -> [(slot: Int, candidate: Candidate)] {
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
    guard let phrase = contender.phrase, phrase.corrections.isEmpty, phrase.cost < 0.5 || hasText(contender) else {
      return false
    }
    return contender.fills.allSatisfy { fill in
      let candidate = fill.candidate
      return candidate.origin == .said && !candidate.isUnknown && candidate.rivals.isEmpty
        && candidate.time?.ask == nil && candidate.time?.also.isEmpty != false
    }
  }

  private func hasText(_ contender: Contender) -> Bool {
    contender.fills.contains { $0.candidate.kind == .text }
  }

  private func alternatives(_ contenders: [Contender]) -> [Alternative] {
    contenders.filter { $0.score >= policy.offered && ($0.weighed?.firm ?? 1) > 0 }.prefix(3).map { contender in
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
