/// An instant together with the offset at which people there read it.
///
/// Written and coded as ISO 8601 text with the offset, always as `±hh:mm`, also `+00:00`.
package struct Moment: Hashable, Comparable, Sendable {
  package let instant: Instant

  /// Seconds east of UTC.
  package let offset: Int

  package init(_ instant: Instant, offset: Int) {
    self.instant = instant
    self.offset = offset
  }

  /// What the wall shows there at that instant.
  package var local: LocalTime {
    LocalTime(second: instant.seconds + Int64(offset))
  }

  /// Orders by instant, then by offset.
  package static func < (one: Moment, other: Moment) -> Bool {
    (one.instant, one.offset) < (other.instant, other.offset)
  }
}

extension Moment: CustomStringConvertible, LosslessStringConvertible {
  /// Reads an ISO 8601 date-time with an offset, keeping the offset.
  package init?(_ text: String) {
    guard let instant = Instant(text) else { return nil }
    var offset = 0
    let bytes = Array(text.utf8)
    if bytes.count > 16,
      let sign = bytes[16...].lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") })
    {
      let digits = bytes[(sign + 1)...].filter { $0 != UInt8(ascii: ":") }.map { Int($0) - 48 }
      guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
      offset = (digits[0] * 10 + digits[1]) * 3_600
      if digits.count == 4 { offset += (digits[2] * 10 + digits[3]) * 60 }
      if bytes[sign] == UInt8(ascii: "-") { offset = -offset }
    }
    self.init(instant, offset: offset)
  }

  /// The moment as `YYYY-MM-DDThh:mm:ss±hh:mm`; an offset with seconds, as before 1972, is cut to minutes.
  package var description: String {
    let minutes = offset / 60 * 60
    return minutes == 0
      ? String(instant.formatted(offset: 0).dropLast()) + "+00:00" : instant.formatted(offset: minutes)
  }
}

extension Moment: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Moment(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ISO 8601 date-time: \(text)")
    }
    self = moment
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
