// Reading and writing of ISO 8601 dates and date-times, as RFC 3339 profiles them.

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `YYYY-MM-DD`, and nothing else.
  package init?(_ text: String) {
    var text = text
    let day = text.withUTF8 { bytes in Day(iso: bytes[...]) }
    guard let day else { return nil }
    self = day
  }

  init?(iso bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let base = bytes.startIndex
    guard bytes.count == 10, bytes[base + 4] == UInt8(ascii: "-"), bytes[base + 7] == UInt8(ascii: "-"),
      let year = digits(bytes, base, 4), let month = digits(bytes, base + 5, 2), let day = digits(bytes, base + 8, 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = parts
    return String(unsafeUninitializedCapacity: 10) { buffer in
      write(year, 4, to: buffer, at: 0)
      buffer[4] = UInt8(ascii: "-")
      write(month, 2, to: buffer, at: 5)
      buffer[7] = UInt8(ascii: "-")
      write(day, 2, to: buffer, at: 8)
      return 10
    }
  }
}

extension Day: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date YYYY-MM-DD: \(text)")
    }
    self = day
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Instant: CustomStringConvertible {
  /// Reads an ISO 8601 date-time with an offset, or a bare date as its first moment in UTC.
  ///
  /// Accepted are `T` or a blank between date and time, seconds optional, one to nine fraction digits (cut to
  /// milliseconds), and `Z`, `+hh:mm`, `+hhmm` or `+hh` as offset.
  ///
  /// - Parameters:
  ///   - text: The text to read, all of it.
  ///   - defaultOffset: Seconds east of UTC for a text that names no offset; without it such a text is refused.
  package init?(_ text: String, defaultOffset: Int? = nil) {
    var text = text
    guard let instant = text.withUTF8({ Instant(iso: $0, defaultOffset: defaultOffset) }) else { return nil }
    self = instant
  }

  package init?(iso bytes: UnsafeBufferPointer<UInt8>, defaultOffset: Int? = nil) {
    guard bytes.count >= 10, let day = Day(iso: bytes[0..<10]) else { return nil }
    let midnight = Int64(day.number) * 86_400
    guard bytes.count > 10 else {
      self.init(seconds: midnight - Int64(defaultOffset ?? 0))
      return
    }
    let all = bytes[...]
    guard bytes.count >= 16, [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
      let hour = digits(all, 11, 2), bytes[13] == UInt8(ascii: ":"), let minute = digits(all, 14, 2), hour <= 24,
      minute < 60
    else { return nil }
    var index = 16
    var second = 0
    var milliseconds = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      guard let read = digits(all, index + 1, 2), read <= 60 else { return nil }
      second = min(read, 59)
      index += 3
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
        index += 1
        var scale = 100
        let start = index
        while index < bytes.count, let digit = digits(all, index, 1) {
          milliseconds += digit * scale
          scale /= 10
          index += 1
        }
        guard index > start else { return nil }
      }
    }
    guard let offset = Instant.offset(bytes[index...]) ?? (index == bytes.count ? defaultOffset : nil) else {
      return nil
    }
    guard hour < 24 || (minute == 0 && second == 0) else { return nil }
    let seconds = midnight + Int64(hour * 3_600 + minute * 60 + second - offset)
    self.init(milliseconds: seconds * 1_000 + Int64(milliseconds))
  }

  private static func offset(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let sign = bytes.first else { return nil }
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let base = bytes.startIndex + 1
    guard let hours = digits(bytes, base, 2), hours < 24 else { return nil }
    var minutes = 0
    switch bytes.count {
    case 3: break
    case 5: minutes = digits(bytes, base + 2, 2) ?? 60
    case 6: minutes = bytes[base + 2] == UInt8(ascii: ":") ? digits(bytes, base + 3, 2) ?? 60 : 60
    default: return nil
    }
    guard minutes < 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  /// The moment in UTC, as `YYYY-MM-DDThh:mm:ssZ`, with milliseconds only when there are any.
  package var description: String {
    formatted(offset: 0)
  }

  /// The moment as ISO 8601 text at an offset.
  ///
  /// The offset is in seconds east of UTC, whole minutes; 0 is written as `Z`.
  package func formatted(offset: Int) -> String {
    let local = seconds + Int64(offset)
    let dayNumber = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    let secondOfDay = Int(local - Int64(dayNumber) * 86_400)
    let fraction = Int(milliseconds - seconds * 1_000)
    let (year, month, day) = Day(number: dayNumber).parts
    return String(unsafeUninitializedCapacity: 32) { buffer in
      write(year, 4, to: buffer, at: 0)
      buffer[4] = UInt8(ascii: "-")
      write(month, 2, to: buffer, at: 5)
      buffer[7] = UInt8(ascii: "-")
      write(day, 2, to: buffer, at: 8)
      buffer[10] = UInt8(ascii: "T")
      write(secondOfDay / 3_600, 2, to: buffer, at: 11)
      buffer[13] = UInt8(ascii: ":")
      write(secondOfDay / 60 % 60, 2, to: buffer, at: 14)
      buffer[16] = UInt8(ascii: ":")
      write(secondOfDay % 60, 2, to: buffer, at: 17)
      var end = 19
      if fraction > 0 {
        buffer[19] = UInt8(ascii: ".")
        write(fraction, 3, to: buffer, at: 20)
        end = 23
      }
      guard offset != 0 else {
        buffer[end] = UInt8(ascii: "Z")
        return end + 1
      }
      buffer[end] = offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")
      write(abs(offset) / 3_600, 2, to: buffer, at: end + 1)
      buffer[end + 3] = UInt8(ascii: ":")
      write(abs(offset) / 60 % 60, 2, to: buffer, at: end + 4)
      return end + 6
    }
  }
}

private func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ start: Int, _ count: Int) -> Int? {
  guard start >= bytes.startIndex, start + count <= bytes.endIndex else { return nil }
  var value = 0
  for index in start..<start + count {
    let digit = Int(bytes[index]) - 48
    guard (0...9).contains(digit) else { return nil }
    value = value * 10 + digit
  }
  return value
}

private func write(_ number: Int, _ width: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
  var rest = number
  for index in stride(from: start + width - 1, through: start, by: -1) {
    buffer[index] = UInt8(48 + rest % 10)
    rest /= 10
  }
}
