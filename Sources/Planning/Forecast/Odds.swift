/// How likely something is done after each number of days.
package struct Odds: Hashable, Sendable {
  /// The chance that it is done within `index` days, ascending; the first is that of no day at all.
  package let byDay: [Double]
  /// How many runs it was counted from; zero when it was worked out exactly.
  package let trials: Int
  package let seed: UInt64?

  package init(byDay: [Double], trials: Int = 0, seed: UInt64? = nil) {
    self.byDay = byDay
    self.trials = trials
    self.seed = seed
  }

  package var isExact: Bool { trials == 0 }

  /// The fewest days within which it is done with a chance; nothing when that lies beyond all days looked at.
  package func days(for chance: Double) -> Int? {
    // What is added up in another order may fall short by a rounding.
    let wanted = chance - 1e-9
    var low = 0
    var high = byDay.count
    while low < high {
      let middle = (low + high) / 2
      if byDay[middle] >= wanted { high = middle } else { low = middle + 1 }
    }
    return low < byDay.count ? low : nil
  }

  /// The chance that it is done within so many days.
  package func chance(within days: Int) -> Double {
    guard days >= 0, let last = byDay.last else { return 0 }
    return days < byDay.count ? byDay[days] : last
  }

  /// The chance that several independent things are all done.
  package static func all(of parts: [Odds]) -> Odds {
    let length = parts.map(\.byDay.count).max() ?? 1
    let byDay = (0..<length).map { day in parts.reduce(1) { $0 * $1.chance(within: day) } }
    return Odds(byDay: byDay)
  }
}
