extension String {
  /// The text in lower case with everything but letters, digits and dots as single hyphens, for use as a key.
  var slug: String {
    var result = ""
    var needsHyphen = false
    for character in lowercased() {
      guard character.isLetter || character.isNumber || character == "." else {
        needsHyphen = !result.isEmpty
        continue
      }
      if needsHyphen { result.append("-") }
      needsHyphen = false
      result.append(character)
    }
    return result.isEmpty ? "unnamed" : result
  }

  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return first == startIndex && index(after: last) == endIndex ? self : String(self[first...last])
  }

  /// The text, or nothing when it is empty.
  var nonEmpty: String? {
    isEmpty ? nil : self
  }

  /// The text with line feeds as its only line breaks and without NUL, which no store can keep.
  var plain: String {
    guard utf8.contains(where: { $0 == 0x0D || $0 == 0 }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var afterReturn = false
    for byte in utf8 {
      switch byte {
      case 0: continue
      case 0x0D: bytes.append(0x0A)
      case 0x0A where afterReturn: break
      default: bytes.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
