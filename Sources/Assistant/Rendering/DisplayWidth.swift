/// How many columns of a terminal a text takes.
///
/// Wide and full-width characters take two columns (Unicode Standard Annex 11), marks that combine take none. Emoji
/// that terminals disagree about are counted by their first scalar.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { width, character in width + columns(character) }
  }

  static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF: true
    case 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F: true
    case 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF: true
    case 0x1F7E0...0x1F7EB, 0x1F900...0x1FAFF, 0x20000...0x3FFFD: true
    case 0x231A, 0x231B, 0x23E9...0x23EC, 0x23F0, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648...0x2653: true
    case 0x267F, 0x2693, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26D4, 0x26EA: true
    case 0x26F2, 0x26F3, 0x26F5, 0x26FA, 0x26FD, 0x2705, 0x270A, 0x270B, 0x2728, 0x274C, 0x274E: true
    case 0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x27B0, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55: true
    default: false
    }
  }

  /// Wraps text at blanks into lines of at most a width; a word that is longer is broken.
  static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for word in paragraph.split(separator: " ") {
        var rest = String(word)
        var length = of(rest)
        if used > 0, used + 1 + length > width {
          lines.append(line)
          line = ""
          used = 0
        }
        while length > width {
          let (head, tail) = cut(rest, at: width)
          lines.append(head)
          rest = tail
          length = of(rest)
        }
        line += (used > 0 ? " " : "") + rest
        used += (used > 0 ? 1 : 0) + length
      }
      lines.append(line)
    }
    return lines
  }

  /// The start of a text that fits a width, and what follows; at least one character is taken.
  static func cut(_ text: String, at width: Int) -> (String, String) {
    var used = 0
    var index = text.startIndex
    while index < text.endIndex {
      let columns = columns(text[index])
      if used + columns > width, index > text.startIndex { break }
      used += columns
      index = text.index(after: index)
    }
    return (String(text[..<index]), String(text[index...]))
  }

  /// The text with blanks up to a width.
  static func pad(_ text: String, to width: Int, isNumber: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - of(text)))
    return isNumber ? blanks + text : text + blanks
  }
}
