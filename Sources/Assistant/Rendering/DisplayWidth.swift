/// How many columns of a terminal a text takes.
///
/// As glibc's `wcwidth` counts, which terminals and readline go by: wide and full-width characters take two columns
/// (Unicode Standard Annex 11), marks that combine take none. Sequences of emoji, which terminals disagree about, take
/// the two columns that they are meant to have (Unicode Technical Standard 51).
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { width, character in width + columns(character) }
  }

  static func columns(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex { return columns(first) }
    if first.properties.isEmoji, scalars.dropFirst().contains(where: joinsEmoji) { return 2 }
    return scalars.reduce(0) { width, scalar in width + columns(scalar) }
  }

  /// Whether the character may stand at the end of a line, next to another such character, as ideographs may.
  static func isIdeographic(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return 0x3041...0x30FF ~= value || 0x3400...0x9FFF ~= value || 0xF900...0xFAFF ~= value
      || 0x20000...0x3FFFD ~= value
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.value {
    // Jamo that stand on the one before.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
    // Signs that hold figures count as format characters and are seen all the same.
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func joinsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0x20E3, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F: true
    case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: true
    case 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD: true
    // Flags are pairs of these; one alone is a letter.
    case 0x1F1E6...0x1F1FF: false
    default: scalar.properties.isEmojiPresentation
    }
  }

  /// The start of a text that fits a width, and what follows; at least one character is taken.
  static func cut(_ text: String, at width: Int) -> (String, String) {
    let head = head(of: text[...], width)
    return (String(head), String(text[head.endIndex...]))
  }

  /// The start of a text that fits a width; at least one character is taken.
  ///
  /// - Complexity: O(*width*), however long the text is.
  static func head(of text: Substring, _ width: Int) -> Substring {
    var used = 0
    var index = text.startIndex
    while index < text.endIndex {
      let columns = columns(text[index])
      if used + columns > width, index > text.startIndex { break }
      used += columns
      index = text.index(after: index)
    }
    return text[..<index]
  }

  /// The text with blanks up to a width.
  static func pad(_ text: String, to width: Int, isNumber: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - of(text)))
    return isNumber ? blanks + text : text + blanks
  }
}
