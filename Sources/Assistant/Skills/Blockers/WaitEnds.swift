import Delivery
import Planning
import Store

/// The ends of waits by number, each read once.
struct WaitEnds {
  let snapshot: Snapshot
  private var known: [Int64: Known] = [:]

  /// An end with its place in the order of keys, worked out once: a root may stand in thousands of rows.
  private struct Known {
    let end: WaitEnd
    let place: NaturalOrder
  }

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  mutating func end(_ number: Int64) throws -> WaitEnd {
    try found(number).end
  }

  private mutating func found(_ number: Int64) throws -> Known {
    if let found = known[number] { return found }
    guard let end = try snapshot.waitEnd(number) else { throw MissingEnd(number: number) }
    let found = Known(end: end, place: NaturalOrder(end.reference.key))
    known[number] = found
    return found
  }

  /// The ends in the order in which people count their keys.
  mutating func ends(_ numbers: some Sequence<Int64>) throws -> [WaitEnd] {
    var ends: [Known] = []
    for number in numbers { ends.append(try found(number)) }
    if ends.count > 1 { ends.sort { $0.place < $1.place } }
    return ends.map(\.end)
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

/// The place of a key in the order in which 9 comes before 10.
struct NaturalOrder: Comparable {
  private let head: String
  private let number: Int
  private let key: String

  init(_ key: String) {
    self.key = key
    let digits = key.utf8.reversed().prefix { 0x30...0x39 ~= $0 }.count
    if digits > 0, digits < 18, let number = Int(key.suffix(digits)) {
      head = String(key.dropLast(digits))
      self.number = number
    } else {
      head = key
      number = 0
    }
  }

  static func < (one: NaturalOrder, other: NaturalOrder) -> Bool {
    if one.head != other.head { return one.head < other.head }
    return one.number == other.number ? one.key < other.key : one.number < other.number
  }

  static func precedes(_ one: String, _ other: String) -> Bool {
    NaturalOrder(one) < NaturalOrder(other)
  }
}
