package import Times

/// A time-ordered id that no other machine makes: a UUID of version 7 (RFC 9562).
package struct EntryID: Hashable, Comparable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
  }

  var bytes: [UInt8] {
    [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64($0))) } }
  }

  /// The moment in the id, which may lie after that of the change when several happened in one millisecond.
  package var time: Instant { Instant(milliseconds: Int64(high >> 16)) }

  package static func < (one: EntryID, other: EntryID) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }
}

extension EntryID: CustomStringConvertible, LosslessStringConvertible {
  /// Reads the usual form, `xxxxxxxx-xxxx-7xxx-xxxx-xxxxxxxxxxxx`.
  package init?(_ text: String) {
    let digits = text.filter { $0 != "-" }
    guard text.utf8.count == 36, digits.utf8.count == 32, let high = UInt64(digits.prefix(16), radix: 16),
      let low = UInt64(digits.suffix(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  package var description: String {
    let digits = [high, low].map { half in
      let text = String(half, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }.joined()
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return text
  }
}

/// Makes ids in order, each greater than the last, also within one millisecond and when the clock steps back.
///
/// RFC 9562, section 6.2, method 2: the random part is a counter that starts at random, with its first bit clear so
/// that it does not run over.
struct EntryIDs {
  private var next: EntryID

  /// - Parameters:
  ///   - at: The time of the line.
  ///   - last: The greatest id made before.
  ///   - random: Sixty-four random bits.
  init(at: Instant, after last: EntryID?, random: () -> UInt64) {
    let milliseconds = UInt64(clamping: at.milliseconds)
    let tail = 0x8000_0000_0000_0000 | random() >> 2
    let fresh = EntryID(high: milliseconds << 16 | 0x7000 | random() & 0x7FF, low: tail)
    if let last, last.high >> 16 >= milliseconds {
      // A random step keeps two machines apart that go on from the same id.
      let step = 1 + random() >> 34
      let (low, carries) = (last.low & EntryIDs.tailBits).addingReportingOverflow(step)
      next = EntryIDs.made(last.high, low, carries: carries || low > EntryIDs.tailBits)
    } else {
      next = fresh
    }
  }

  mutating func make() -> EntryID {
    defer {
      let low = (next.low & EntryIDs.tailBits) + 1
      next = EntryIDs.made(next.high, low, carries: low > EntryIDs.tailBits)
    }
    return next
  }

  private static let tailBits: UInt64 = 0x3FFF_FFFF_FFFF_FFFF

  private static func made(_ high: UInt64, _ low: UInt64, carries: Bool) -> EntryID {
    var high = high
    if carries {
      // The counter's upper twelve bits stand below the version; past them the time goes on by a millisecond.
      high = high & 0xFFF == 0xFFF ? (high >> 16 + 1) << 16 | 0x7000 : high + 1
    }
    return EntryID(high: high, low: 0x8000_0000_0000_0000 | low & tailBits)
  }
}
