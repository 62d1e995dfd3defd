import CTerminal

/// Columns as the terminal's locale counts them.
enum Columns {
  static func of(_ text: String) -> Int { Int(ct_columns(text)) }

  /// The start of a text that fits.
  static func cut(_ text: String, to room: Int) -> String {
    if of(text) <= room { return text }
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      used += of(String(text[index]))
      if used > room { break }
      end = text.index(after: index)
    }
    return String(text[..<end])
  }
}
