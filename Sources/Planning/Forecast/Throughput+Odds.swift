extension Throughput {
  /// No forecast looks further ahead than this.
  package static let horizon = 5_000

  /// The exact odds of when so many items are done, if each coming day is like one of the past ones.
  ///
  /// Instead of drawing days, the chances of every possible number of items left are carried from day to day: dynamic
  /// programming over what Monte Carlo samples (T. Magennis, "Forecasting and Simulating Software Development Projects",
  /// 2011). Equal inputs give equal odds, without noise.
  /// - Parameter items: How many are left.
  /// - Returns: The odds up to the day on which all but a billionth of the chance is used up, at most ``horizon`` days.
  /// - Complexity: O(items × distinct days × days ahead).
  package func odds(ofFinishing items: Int) -> Odds {
    guard items > 0 else { return Odds(byDay: [1]) }
    let distribution = distribution
    guard total > 0 else { return Odds(byDay: [0]) }
    let stay = distribution.first { $0.items == 0 }?.share ?? 0
    let steps = distribution.filter { $0.items > 0 }
    // The chance of each number of items left; index 0 is never kept, as it is done.
    var left = [Double](repeating: 0, count: items + 1)
    left[items] = 1
    var byDay: [Double] = [0]
    var lowest = items
    left.withUnsafeMutableBufferPointer { left in
      var open = 1.0
      while open > 1e-9, byDay.count <= Throughput.horizon {
        // Upwards, so that what is read was not written on the same day.
        let next = max(1, lowest - (steps.last?.items ?? 0))
        for rest in next...items {
          var chance = left[rest] * stay
          for step in steps where rest + step.items <= items { chance += left[rest + step.items] * step.share }
          left[rest] = chance
        }
        lowest = next
        open = left[lowest...].reduce(0, +)
        byDay.append(max(byDay[byDay.count - 1], 1 - open))
      }
    }
    return Odds(byDay: byDay)
  }

  /// The chance of finishing at least so many items within some days, by number of items from zero.
  ///
  /// - Complexity: O(days² × most items a day × distinct days).
  package func chances(within days: Int) -> [Double] {
    let distribution = distribution
    guard let most = distribution.last?.items, days > 0 else { return [1] }
    var done: [Double] = [1]
    for _ in 0..<min(days, Throughput.horizon) {
      var next = [Double](repeating: 0, count: done.count + most)
      for (count, chance) in done.enumerated() where chance > 1e-15 {
        for step in distribution { next[count + step.items] += chance * step.share }
      }
      done = next
    }
    var sum = 0.0
    return done.reversed().map { chance in
      sum += chance
      return min(1, sum)
    }.reversed()
  }

  /// The most items that are finished within some days with a chance.
  package func items(within days: Int, for chance: Double) -> Int {
    let chances = chances(within: days)
    return chances.lastIndex { $0 >= chance - 1e-9 } ?? 0
  }
}
