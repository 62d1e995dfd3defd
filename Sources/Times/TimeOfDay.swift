/// A wall-clock time within one day, to the second.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Seconds since the day's 00:00 on the clock, 0 to 86,399.
  package let second: Int

  /// Makes the time that a clock shows, or nothing when no clock shows it.
  ///
  /// - Parameters:
  ///   - hour: 0 to 23.
  ///   - minute: 0 to 59.
  ///   - second: 0 to 59.
  package init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.second = hour * 3_600 + minute * 60 + second
  }

  /// Makes the time that lies the given number of seconds after 00:00, wrapped into one day.
  package init(second: Int) {
    let rest = second % 86_400
    self.second = rest < 0 ? rest + 86_400 : rest
  }

  package var hour: Int { second / 3_600 }
  package var minute: Int { second / 60 % 60 }

  package static let midnight = TimeOfDay(second: 0)
  package static let noon = TimeOfDay(second: 12 * 3_600)

  package static func < (one: TimeOfDay, other: TimeOfDay) -> Bool {
    one.second < other.second
  }
}

extension TimeOfDay: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `hh:mm` or `hh:mm:ss`, and nothing else.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.count == 2, part.allSatisfy({ (48...57).contains($0) }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1) - 48 })
    }
    self.init(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }

  /// The time as `hh:mm`, with `:ss` only when there are seconds.
  package var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let text = "\(two(hour)):\(two(minute))"
    return second % 60 == 0 ? text : "\(text):\(two(second % 60))"
  }
}
