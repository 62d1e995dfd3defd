import Times

// Bytes, and the numbers among them.
extension TimeLexer {
  func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F
  }

  func isDigit(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57
  }

  func isLetter(_ byte: UInt8) -> Bool {
    let folded = byte | 0x20
    return folded >= 97 && folded <= 122
  }

  func lower(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] | 0x20 : 0
  }

  func byte(_ index: Int, _ end: Int) -> UInt8 {
    index < end ? bytes[index] : 0
  }

  /// The number that starts at the index and the index behind it; nothing beyond six digits.
  func number(_ start: Int, _ end: Int) -> (value: Int, end: Int)? {
    var value = 0
    var index = start
    while index < end, isDigit(bytes[index]) {
      value = value * 10 + Int(bytes[index]) - 48
      index += 1
      if index - start > 6 { return nil }
    }
    return index > start ? (value, index) : nil
  }

  /// "½", "¼" and "¾", in hundredths.
  func fractionSign(_ index: Int, _ end: Int) -> Int? {
    guard index + 1 < end, bytes[index] == 0xC2 else { return nil }
    switch bytes[index + 1] {
    case 0xBC: return 25
    case 0xBD: return 50
    case 0xBE: return 75
    default: return nil
    }
  }

  /// "+2", "-05", "+0530", "+05:30" as seconds, and the index behind it.
  func signedOffset(_ start: Int, _ end: Int) -> (seconds: Int, end: Int)? {
    guard start < end, bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-"),
      let (value, next) = number(start + 1, end)
    else { return nil }
    let sign = bytes[start] == UInt8(ascii: "-") ? -1 : 1
    switch next - start - 1 {
    case 1, 2:
      guard value <= 14 else { return nil }
      guard byte(next, end) == UInt8(ascii: ":"), let (minutes, last) = number(next + 1, end), last - next == 3,
        minutes < 60
      else { return (sign * value * 3_600, next) }
      return (sign * (value * 3_600 + minutes * 60), last)
    case 4:
      guard value / 100 <= 14, value % 100 < 60 else { return nil }
      return (sign * (value / 100 * 3_600 + value % 100 * 60), next)
    default: return nil
    }
  }

  func instantTime(_ start: Int, _ end: Int) -> (second: Int, offset: Int?)? {
    // The day does not matter: only the time and offset behind it are read.
    var text = Array("1970-01-02".utf8)
    text.append(contentsOf: bytes[start..<end])
    return text.withUnsafeBufferPointer { buffer in
      guard let plain = Instant(iso: buffer, defaultOffset: 0) else { return nil }
      let second = Int(plain.seconds - 86_400)
      let tail = bytes[(start + 1)..<end]
      guard
        let sign = tail.firstIndex(where: { byte in
          byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte | 0x20 == UInt8(ascii: "z")
        })
      else { return (second, nil) }
      var offset = 0
      if bytes[sign] | 0x20 != UInt8(ascii: "z") {
        let digits = bytes[(sign + 1)..<end].filter(isDigit).map { Int($0) - 48 }
        guard digits.count == 2 || digits.count == 4 else { return nil }
        offset = (digits[0] * 10 + digits[1]) * 3_600
        if digits.count == 4 { offset += (digits[2] * 10 + digits[3]) * 60 }
        if bytes[sign] == UInt8(ascii: "-") { offset = -offset }
      }
      return (((second + offset) % 86_400 + 86_400) % 86_400, offset)
    }
  }
}
