/// Finds the intents that a line may mean: by phrases word for word, else by profiles and the nearest phrases.
struct ContenderRanking {
  let view: GrammarView
  let line: WorkingLine

  /// The line without politeness.
  let core: Range<Int>

  /// The intents that came nearest, best first; the scores of those that only resemble sum up to 1 at most.
  private(set) var contenders: [Contender] = []

  /// The line is more like lines about something else, or too little of it is known for any of the contenders.
  private(set) var isOutside = false

  init(view: GrammarView, line: WorkingLine, core: Range<Int>, ranges: [Range<Int>]) {
    self.view = view
    self.line = line
    self.core = core
    rank(ranges)
  }

  private mutating func rank(_ ranges: [Range<Int>]) {
    var contenders = byPhrase(ranges)
    // Behind a phrase word for word the others only tell what was near.
    let isTold = contenders.values.contains { $0.score >= 0.99 }
    for other in byResemblance(isTold: isTold) {
      guard let phrase = contenders[other.intent] else {
        contenders[other.intent] = other
        continue
      }
      guard phrase.score < other.score, phrase.fills.contains(where: \.candidate.isUnknown) else { continue }
      // A phrase around a name that nobody bears may be the worse reading.
      if other.fills.count >= phrase.fills.count {
        contenders[other.intent] = other
      } else {
        contenders[other.intent]?.score = other.score
      }
    }
    self.contenders = contenders.values.sorted(by: Contender.precedes)
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

  /// What the nearest phrase adds to the logarithm of likelihood; one that is said word for word decides.
  private static func bits(of match: WeighedMatch) -> Double {
    match.score >= 0.985 ? 16 : 4 * match.score * match.score * match.score
  }

  private mutating func byResemblance(isTold: Bool) -> [Contender] {
    let profile = ProfileLine(line, 0..<line.tokens.count, view)
    let matcher = ProfileMatcher(view: view)
    guard var bits = matcher.scores(profile.units) else {
      isOutside = true
      return []
    }
    let intents = 0..<view.intentCount
    let leading = Set(intents.sorted { (bits[$1], $0) < (bits[$0], $1) }.prefix(Self.examined))
    let weighed = WeighingMatcher(view: view, line: line, range: core).matches(of: leading)
    for match in weighed { bits[match.intent] += (match.isBarred ? -1 : 1) * Self.bits(of: match) }
    guard let most = bits.max() else { return [] }
    let shares = bits.map { Exponential.base2($0 - most) }
    let all = shares.reduce(0, +)
    let best = leading.sorted { (bits[$1], $0) < (bits[$0], $1) }.prefix(isTold ? 4 : Self.examined)
    guard let first = best.first else { return [] }
    let (explained, unread) = unread(profile, matcher, first)
    let outside = shares[view.intentCount...].reduce(0, +)
    isOutside = outside > all / 2 || explained < Self.leastExplained
    return best.map { intent in
      let match = weighed.first { $0.intent == intent && !$0.isBarred }
      return Contender(
        intent: intent, score: shares[intent] / all * max(explained.squareRoot(), match?.score ?? 0),
        fills: SlotFilling(view: view, line: line, range: core).fills(of: intent, from: match), weighed: match,
        unread: unread)
    }
  }

  /// When phrases of the best intent have less than this share of the telling words, the line is about something else.
  private static let leastExplained = 0.15

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
