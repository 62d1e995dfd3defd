import Planning
import Store

/// How long open items take, in hundredths of a day, so that halves and quarters of days add up exactly.
struct Estimates {
  static let day = 100

  private var known: [Int64: Int] = [:]
  /// What an item counts as that nobody estimated: the median of the others, else one day.
  let standard: Int
  private(set) var missing: Set<Int64> = []

  init(_ items: [PlannedItem]) {
    let estimated = items.compactMap { item in item.estimateDays.map { Int(($0 * Double(Estimates.day)).rounded()) } }
    standard = max(1, Percentile.of(0.5, estimated.sorted()) ?? Estimates.day)
    for item in items {
      if let days = item.estimateDays {
        known[item.number] = max(0, Int((days * Double(Estimates.day)).rounded()))
      } else {
        missing.insert(item.number)
      }
    }
  }

  /// What an end of waits takes; features take only what their items take.
  func length(of number: Int64) -> Int {
    number < 0 || OpenWaits.isFeature(number) ? 0 : known[number] ?? standard
  }

  /// Whole days that hold so many hundredths.
  static func days(_ length: Int) -> Int { (length + day - 1) / day }

  /// The same as a decimal.
  static func exactDays(_ length: Int) -> Double { Double(length) / Double(day) }
}
