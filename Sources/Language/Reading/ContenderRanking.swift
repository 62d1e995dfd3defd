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
    let phrases = byPhrase(ranges)
    // Behind a phrase word for word the others only tell what was near.
    let isTold = phrases.values.contains { $0.score >= 0.99 && !$0.hasText }
    var found: [Int: Contender] = isTold ? phrases : [:]
    for other in byResemblance(isTold ? [:] : phrases) where found[other.intent] == nil {
      found[other.intent] = other
    }
    contenders = found.values.sorted(by: Contender.precedes)
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
    match.isWhole ? 16 : 4 * match.score * match.score * match.score
  }

  private mutating func byResemblance(_ phrases: [Int: Contender]) -> [Contender] {
    let profile = ProfileLine(line, 0..<line.tokens.count, view)
    let matcher = ProfileMatcher(view: view)
    guard var bits = matcher.scores(profile.units) else {
      isOutside = phrases.isEmpty
      return Array(phrases.values)
    }
    let intents = 0..<view.intentCount
    var leading = Set(intents.sorted { (bits[$1], $0) < (bits[$0], $1) }.prefix(Self.examined))
    leading.formUnion(phrases.keys)
    let weighed = WeighingMatcher(view: view, line: line, range: core).matches(of: leading)
    for match in weighed { bits[match.intent] += (match.isBarred ? -1 : 1) * Self.bits(of: match) }
    for (intent, phrase) in phrases { bits[intent] += Self.bits(of: phrase) }
    guard let most = bits.max() else { return [] }
    let shares = bits.map { Exponential.base2($0 - most) }
    let all = shares.reduce(0, +)
    let best = leading.sorted { (bits[$1], $0) < (bits[$0], $1) }.prefix(Self.examined)
    let outside = shares[view.intentCount...].reduce(0, +)
    let filling = SlotFilling(view: view, line: line, range: core)
    return best.map { intent in
      let match = weighed.first { $0.intent == intent && !$0.isBarred }
      let fills = filling.fills(of: intent, from: match)
      let (explained, unread) = grasp(profile, matcher, intent, fills)
      var certainty = max(explained.squareRoot(), match?.score ?? 0)
      // `what is blocking my drain`: what it is about is none of what is known.
      if !unread.isEmpty, match?.isWhole != true, view.lacksArgument(intent, fills) {
        certainty *= Self.withoutArgument
      }
      if intent == best.first {
        isOutside = phrases[intent] == nil && (outside > all / 2 || explained < Self.leastExplained)
      }
      let share = shares[intent] / all
      if var phrase = phrases[intent] {
        // A phrase around a name that nobody bears may be the worse reading.
        let isUnknown = phrase.fills.contains(where: \.candidate.isUnknown)
        if !isUnknown || fills.count < phrase.fills.count || certainty < phrase.score {
          phrase.score = share * max(phrase.score, certainty)
          phrase.share = share
          return phrase
        }
      }
      return Contender(
        intent: intent, score: share * certainty, share: share, fills: fills, weighed: match, unread: unread)
    }
  }

  /// What a phrase that the line fits adds: the more telling its own words, the more, where it leaves words to free text.
  private static func bits(of contender: Contender) -> Double {
    guard let phrase = contender.phrase else { return 0 }
    let most = 16 * contender.score
    return contender.hasText ? min(most, 4 * Double(phrase.literalWeight) / 1_000) : most
  }

  /// What is left of a reading whose intent needs something that the line names by unknown words, if at all.
  private static let withoutArgument = 0.5

  /// When phrases of the best intent have less than this share of the telling words, the line is about something else.
  private static let leastExplained = 0.15

  /// The share of the telling words of the line that phrases of an intent have, and the tokens of the others.
  ///
  /// What filled a slot tells nothing for or against.
  private func grasp(
    _ profile: ProfileLine, _ matcher: ProfileMatcher, _ intent: Int, _ fills: [Contender.Fill]
  ) -> (explained: Double, unread: [Int]) {
    var all = 0.0
    var explained = 0.0
    var unread: [Int] = []
    for (unit, place) in zip(profile.units, profile.places) {
      let index = place.lowerBound
      guard case .word = unit, core.contains(index), !line.isStop(index, view), let use = matcher.use(of: unit),
        !fills.contains(where: { $0.candidate.tokens.contains(index) })
      else { continue }
      all += use.rarity
      if matcher.isUsed(use, by: intent) { explained += use.rarity } else { unread.append(index) }
    }
    guard all > 0 else { return (fills.isEmpty ? 0.5 : 1, []) }
    return (explained / all, unread)
  }
}
