/// Percentiles of what was counted, by the nearest rank: always one of the values themselves.
package enum Percentile {
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - ascending: The values, ascending.
  /// - Returns: The least value that so large a share of the values does not exceed; nothing of no values.
  package static func of<Value: Comparable>(_ share: Double, _ ascending: [Value]) -> Value? {
    guard !ascending.isEmpty else { return nil }
    let rank = Int((share * Double(ascending.count)).rounded(.up))
    return ascending[min(ascending.count, max(1, rank)) - 1]
  }
}
