/// Stretches of work of one length, one after the other.
package struct Sprint: Hashable, Sendable {
  /// The first day of any one of them.
  package var start: Day
  package var days: Int

  /// - Parameters:
  ///   - start: The first day of any one of them.
  ///   - days: The length of each, at least 1.
  package init(start: Day, days: Int) {
    self.start = start
    self.days = max(1, days)
  }

  /// The first day of the one that holds a day.
  package func start(holding day: Day) -> Day {
    start + floorDivide(day - start, days) * days
  }
}
