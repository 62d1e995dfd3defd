import Delivery
import Planning
import Store

/// The ends of waits by number, each read once.
struct WaitEnds {
  let snapshot: Snapshot
  private var known: [Int64: WaitEnd] = [:]

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  mutating func end(_ number: Int64) throws -> WaitEnd {
    if let end = known[number] { return end }
    guard let end = try snapshot.waitEnd(number) else { throw MissingEnd(number: number) }
    known[number] = end
    return end
  }

  /// The ends in the order in which people count their keys.
  mutating func ends(_ numbers: some Sequence<Int64>) throws -> [WaitEnd] {
    var ends: [WaitEnd] = []
    for number in numbers { ends.append(try end(number)) }
    return ends.sorted { NaturalOrder.precedes($0.reference.key, $1.reference.key) }
  }

  mutating func keys(_ numbers: some Sequence<Int64>) throws -> [String] {
    try ends(numbers).map(\.reference.key)
  }

  mutating func names(_ numbers: some Sequence<Int64>) throws -> [String] {
    try ends(numbers).map(\.name)
  }
}

/// A wait whose end has no record, which the store's own rules forbid.
struct MissingEnd: Error, CustomStringConvertible {
  let number: Int64

  var description: String {
    "A dependency names record \(number), which the store does not hold. `gangway doctor` tells more."
  }
}

/// The order of keys in which 9 comes before 10.
enum NaturalOrder {
  static func precedes(_ one: String, _ other: String) -> Bool {
    let (first, second) = (parts(one), parts(other))
    return first == second ? one < other : first < second
  }

  private static func parts(_ key: String) -> (String, Int) {
    let digits = key.utf8.reversed().prefix { 0x30...0x39 ~= $0 }.count
    guard digits > 0, digits < 18, let number = Int(key.suffix(digits)) else { return (key, 0) }
    return (String(key.dropLast(digits)), number)
  }
}
