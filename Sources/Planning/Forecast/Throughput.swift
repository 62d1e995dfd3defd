/// How many items a stream of work finished on each of the days looked at, oldest first, days without any included.
package struct Throughput: Hashable, Sendable {
  package let days: [Int]

  package init(days: [Int]) {
    self.days = days.map { max(0, $0) }
  }

  package var sampleCount: Int { days.count }
  package var total: Int { days.reduce(0, +) }
  package var zeroDays: Int { days.count { $0 == 0 } }

  /// How many items a day on average; zero without days.
  package var perDay: Double { days.isEmpty ? 0 : Double(total) / Double(days.count) }

  /// Items finished in the older and in the newer half of the days; a day in the middle counts in neither.
  package var halves: (older: Int, newer: Int) {
    let half = days.count / 2
    return (days.prefix(half).reduce(0, +), days.suffix(half).reduce(0, +))
  }

  /// Whether both halves tell of the same pace, as far as chance lets them.
  ///
  /// If the pace is the same, each item falls into either half like a coin; two standard deviations are let pass.
  package var isSteady: Bool {
    let halves = halves
    let sum = Double(halves.older + halves.newer)
    let difference = Double(halves.older - halves.newer)
    return difference * difference <= 4 * sum
  }

  /// How many days finished each number of items, by number, those that never occurred left out.
  var distribution: [(items: Int, share: Double)] {
    var counts: [Int: Int] = [:]
    for day in days { counts[day, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value) / Double(days.count)) }
  }

  /// The sums of so many days each, oldest first; an incomplete group at the beginning is left out.
  package func sums(of length: Int) -> [Int] {
    guard length > 0, days.count >= length else { return [] }
    return stride(from: days.count % length, to: days.count, by: length).map { start in
      days[start..<start + length].reduce(0, +)
    }
  }
}
