/// Finds the intents that a line may mean: by phrases word for word, else by profiles and the nearest phrases.
struct ContenderRanking {
  let view: GrammarView
  let line: WorkingLine

  /// The line without politeness.
  let core: Range<Int>

  /// The intents that came nearest, best first; those that only resemble have scores that sum up to 1 at most.
  func contenders(_ ranges: [Range<Int>]) -> [Contender] {
    var contenders = byPhrase(ranges)
    // Behind a phrase word for word the others only tell what was near.
    let isTold = contenders.values.contains { $0.score >= 0.99 }
    for other in byResemblance(isTold: isTold) {
      guard let phrase = contenders[other.intent] else {
        contenders[other.intent] = other
        continue
      }
      // A phrase around a name that nobody bears may be the worse reading.
      if phrase.score < other.score, phrase.fills.contains(where: \.candidate.isUnknown) {
        contenders[other.intent] = other
      }
    }
    return contenders.values.sorted(by: Contender.precedes)
  }

  private func byPhrase(_ ranges: [Range<Int>]) -> [Int: Contender] {
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
            intent: match.intent, score: score, fills: TextTimes(view: view, line: line).cut(match.fills, match.intent),
            phrase: match)
        }
      }
    }
    return contenders
  }

  /// So many intents are looked at closely.
  private static let examined = 8

  /// What a phrase that is wholly shared adds to the logarithm of likelihood.
  private static let phraseBits = 4.0

  private func byResemblance(isTold: Bool) -> [Contender] {
    let profile = ProfileLine(line, 0..<line.tokens.count, view)
    let matcher = ProfileMatcher(view: view)
    guard var bits = matcher.scores(profile.units) else { return [] }
    let leading = Set(bits.indices.sorted { (bits[$1], $0) < (bits[$0], $1) }.prefix(Self.examined))
    let weighed = WeighingMatcher(view: view, line: line, range: core).matches(of: leading)
    for match in weighed { bits[match.intent] += Self.phraseBits * match.score * match.score * match.score }
    guard let most = bits.max() else { return [] }
    let shares = bits.map { Exponential.base2($0 - most) }
    let all = shares.reduce(0, +)
    let best = leading.sorted { (bits[$1], $0) < (bits[$0], $1) }.prefix(isTold ? 4 : Self.examined)
    guard let first = best.first else { return [] }
    let unread = unread(profile, matcher, first)
    return best.map { intent in
      let match = weighed.first { $0.intent == intent }
      return Contender(
        intent: intent, score: shares[intent] / all * max(unread.explained, match?.score ?? 0),
        fills: SlotFilling(view: view, line: line, range: core).fills(of: intent, from: match), weighed: match,
        unread: unread.tokens)
    }
  }

  /// The share of the telling words of the line that phrases of an intent have, and the tokens of the others.
  private func unread(
    _ profile: ProfileLine, _ matcher: ProfileMatcher, _ intent: Int
  ) -> (explained: Double, tokens: [Int]) {
    var all = 0.0
    var explained = 0.0
    var tokens: [Int] = []
    for (unit, place) in zip(profile.units, profile.places) {
      guard case .word = unit, core.contains(place.lowerBound), !line.isStop(place.lowerBound, view) else { continue }
      let use = matcher.use(of: unit)
      all += use.rarity
      if matcher.isUsed(use, by: intent) { explained += use.rarity } else { tokens.append(place.lowerBound) }
    }
    return (all > 0 ? explained / all : 0, tokens)
  }
}
