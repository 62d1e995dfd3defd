/// Text that cannot drive a terminal.
///
/// Records come from trackers and files that anybody may have written. Control characters of both sets, among them the
/// escape that begins every terminal sequence, and the characters that reorder or hide text (Unicode Standard Annex 9,
/// "Trojan Source", CVE-2021-42574) are left out; line feeds stay, tabs become blanks.
enum PrintableText {
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    result.unicodeScalars.reserveCapacity(text.unicodeScalars.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result.unicodeScalars.append(" ")
      case "\u{2028}", "\u{2029}": result.unicodeScalars.append("\n")
      default: if !isUnsafe(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// The text on one line, for a cell or a label.
  static func line(_ text: String) -> String {
    let safe = of(text)
    guard safe.utf8.contains(0x0A) else { return safe }
    return safe.split(separator: "\n").joined(separator: " ")
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x00AD, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
