import Prompts

/// Text as it is read aloud: signs become words or pauses, or are left out.
struct SpokenText {
  private var spoken = ""
  /// Blanks that follow are part of what was replaced.
  private var skipsBlanks = false

  static func of(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }) else { return text }
    var result = SpokenText()
    let characters = Array(text)
    for index in characters.indices { result.add(characters, index) }
    return result.spoken
  }

  private mutating func add(_ characters: [Character], _ index: Int) {
    let character = characters[index]
    if skipsBlanks, character == " " { return }
    skipsBlanks = false
    switch character {
    case "·", "•", "│", "—", "←": pause()
    case "→":
      pause()
      spoken += Words.Rendering.Spoken.then + " "
    case "–":
      let isRange = spoken.last?.isNumber ?? false && characters.dropFirst(index + 1).first?.isNumber ?? false
      if isRange {
        spoken += " \(Words.Rendering.Spoken.to) "
      } else {
        pause()
      }
    case "%" where spoken.last { $0 != " " }?.isNumber ?? false:
      trim()
      spoken += " " + Words.Rendering.Spoken.percent
    case "…", "├", "└", "─", "■", "●": trim()
    case "“", "”", "„", "«", "»": spoken.append("\"")
    case "‘", "’", "‚": spoken.append("'")
    case "✓", "✔", "✅": spoken += Words.Rendering.Spoken.done
    case "⚠": spoken += Words.Rendering.Spoken.careful
    case "\u{A0}", "\u{202F}": spoken.append(" ")
    default:
      if Sparkline.level(of: character) != nil { trim() } else { spoken.append(character) }
    }
  }

  private mutating func trim() {
    while spoken.last == " " { spoken.removeLast() }
  }

  private mutating func pause() {
    trim()
    if let last = spoken.last, !",;:.!?\n".contains(last) { spoken.append(",") }
    if let last = spoken.last, last != "\n" { spoken.append(" ") }
    skipsBlanks = true
  }

  /// The text with one full stop at its end, unless another mark closes it.
  static func sentence(_ text: String) -> String {
    var text = text
    while let last = text.last, last.isWhitespace || last == "," { text.removeLast() }
    // What stands in brackets at the end, such as the answers to a question, belongs to the sentence before it.
    let said = text.last == ")" ? text[..<(text.lastIndex(of: "(") ?? text.endIndex)] : text[...]
    guard let last = said.last(where: { !"\"') ".contains($0) }) else { return text }
    return ".!?:".contains(last) ? text : text + "."
  }
}
