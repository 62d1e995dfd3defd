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

  /// The text without blanks at its ends.
  var trimmed: String {
    // Nearly every text begins and ends in visible ASCII, which needs no look at Unicode's tables.
    if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) {
      return self
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return first == startIndex && index(after: last) == endIndex ? self : String(self[first...last])
  }

  /// The text without any of the characters at its ends.
  func trimming(_ characters: String) -> String {
    var text = self[...]
    while let last = text.last, characters.contains(last) { text.removeLast() }
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    return String(text)
  }

  /// The text, or nothing when it is empty.
  var nonEmpty: String? {
    isEmpty ? nil : self
  }

  /// The text with line feeds as its only line breaks and without NUL, which no store can keep.
  var plain: String {
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where byte == 0x0D || byte == 0 { return false }
      return true
    }
    if isPlain ?? false { return self }
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
