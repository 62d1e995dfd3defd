/// How earlier forecasts of the same sort, made from what was known then, turned out.
package struct Backtest: Hashable, Sendable {
  /// Whether each was right, oldest first: the items were done by the day that had the chance.
  package let outcomes: [Bool]

  package var held: Int { outcomes.count { $0 } }
  package var count: Int { outcomes.count }

  /// Puts the forecast to the test at earlier days.
  ///
  /// At each of them the days before give the odds of finishing what a few weeks usually bring, and the days after say
  /// whether it was done in time. Days on which it is still open are left out.
  /// - Parameters:
  ///   - days: Items finished on each day, oldest first.
  ///   - window: How many days each forecast looks back.
  ///   - tests: How many to make at most.
  ///   - spacing: How many days lie between two of them.
  ///   - chance: How sure each forecast was to be.
  /// - Complexity: That of the forecasts.
  package init(days: [Int], window: Int, tests: Int = 5, spacing: Int = 10, chance: Double = 0.85) {
    var outcomes: [Bool] = []
    var cut = days.count - spacing
    while outcomes.count < tests, cut >= max(spacing, window / 3) {
      let past = Throughput(days: Array(days[max(0, cut - window)..<cut]))
      cut -= spacing
      guard past.total >= Backtest.fewestItems else { continue }
      let items = max(1, Int((past.perDay * Double(spacing)).rounded()))
      guard let deadline = past.odds(ofFinishing: items).days(for: chance) else { continue }
      var done = 0
      var taken: Int?
      let start = cut + spacing
      for (index, count) in days[start...].enumerated() {
        done += count
        if done >= items {
          taken = index + 1
          break
        }
      }
      if let taken {
        outcomes.append(taken <= deadline)
      } else if days.count - start >= deadline {
        outcomes.append(false)
      }
    }
    self.outcomes = outcomes.reversed()
  }

  /// A forecast from fewer says nothing about the method.
  private static let fewestItems = 4
}
