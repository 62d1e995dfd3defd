/// Text whose signs are ASCII, for terminals that show others two columns wide or not at all.
///
/// Only punctuation and drawn signs are replaced: the letters of names stay as they are.
enum ASCIIText {
  static func of(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var result = ""
    for character in text {
      if let replacement = replacement(of: character) {
        result += replacement
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static func replacement(of character: Character) -> String? {
    switch character {
    case "·", "│", "├": "|"
    case "…": "..."
    case "“", "”", "„", "«", "»": "\""
    case "‘", "’", "‚": "'"
    case "–", "‑", "−", "─": "-"
    case "—": "--"
    case "→": "->"
    case "←": "<-"
    case "└": "`"
    case "×": "x"
    case "✓", "✔", "✅": "ok"
    case "⚠": "!"
    case "●", "•": "*"
    case "■": "#"
    case "\u{A0}", "\u{202F}": " "
    default: Sparkline.level(of: character).map { "\($0)" }
    }
  }
}
