import Language

/// Which records a line most likely points at.
///
/// What a line itself named goes before what its answer showed, what stands alone before a list, and newer before
/// older: the ranking of centering (Grosz, Joshi and Weinstein, 1995) as plain weights.
struct Salience {
  let focus: Focus

  /// Two records this near cannot be told apart.
  static let margin = 0.12

  private static let decay = 0.7
  private static let answerWeight = 0.8

  struct Ranked {
    var mention: Mention
    var score: Double
  }

  /// The records of a kind, the likeliest first.
  ///
  /// - Parameters:
  ///   - kind: The kind of slot that shall take one.
  ///   - isSubject: Only what was spoken of by itself counts, not what a list held or what stood beside.
  /// - Returns: The records with how likely each is.
  func ranked(_ kind: SlotKind, isSubject: Bool = false) -> [Ranked] {
    var found: [Ranked] = []
    var weight = 1.0
    for turn in focus.turns.reversed() {
      defer { weight *= Salience.decay }
      let rows = turn.mentions.count { $0.role == .row }
      var counts: [Mention.Role: Int] = [:]
      for mention in turn.mentions where mention.kind == kind {
        let place = counts[mention.role, default: 0]
        counts[mention.role] = place + 1
        if isSubject, mention.role == .aside || mention.role == .row && rows > 1 { continue }
        guard !found.contains(where: { $0.mention.isSame(as: mention) }) else { continue }
        // What was asked about goes before what came out of it, when nothing points.
        let isAnswer = isSubject && mention.role == .row
        let score = weight * (isAnswer ? Salience.answerWeight : Salience.weight(mention.role, place, rows: rows))
        found.append(Ranked(mention: mention, score: score))
      }
    }
    // Sorting is stable only by chance; the place breaks ties.
    return found.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
  }

  private static func weight(_ role: Mention.Role, _ place: Int, rows: Int) -> Double {
    switch role {
    case .said: max(0.7, 1 - 0.1 * Double(place))
    case .row: rows == 1 ? 0.95 : 0.6 - 0.02 * Double(place)
    case .aside: rows > 1 ? 0.4 : max(0.3, 0.8 - 0.15 * Double(place))
    }
  }

  /// The rows that the newest list showed, in order; whoever goes through a list row by row stays in it.
  var list: [Mention] {
    var newest: [Mention] = []
    for turn in focus.turns.reversed() {
      let rows = turn.mentions.filter { $0.role == .row }
      guard rows.count > 1 else { continue }
      let isGoneThrough = subject.map { subject in rows.contains { $0.isSame(as: subject) } } ?? false
      if isGoneThrough { return rows }
      if newest.isEmpty { newest = rows }
    }
    return newest
  }

  /// What the newest line was about.
  private var subject: Mention? { focus.turns.last?.mentions.first { $0.role == .said } }
}

extension [Salience.Ranked] {
  /// The likeliest and those that come too near to it to be told apart.
  var nearest: (best: Salience.Ranked, rivals: [NamedRecord])? {
    guard let best = first else { return nil }
    let rivals = dropFirst().prefix { best.score - $0.score < Salience.margin }
    return (best, rivals.prefix(4).map(\.mention.record))
  }
}
