/// Turns typed text into comparable words while keeping where each was typed.
///
/// Case and accents are folded, apostrophes straightened, contractions opened, hyphens and closing punctuation dropped;
/// a composed and a decomposed spelling of the same text give the same words.
package enum Folding {
  /// More words than this are not read: a pasted page is not a question.
  package static let tokenLimit = 400

  /// The words of a text, folded.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func words(of text: String) -> [String] {
    plainWords(of: text) ?? line(text).tokens.map(\.text)
  }

  /// The words of a text of letters, digits and blanks alone, as most names are.
  private static func plainWords(of text: String) -> [String]? {
    var text = text
    return text.withUTF8 { bytes in
      var words: [String] = []
      var start = 0
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
        case 0x20:
          if index > start { words.append(lowercase(bytes[start..<index])) }
          start = index + 1
        default: return nil
        }
      }
      if bytes.count > start { words.append(lowercase(bytes[start...])) }
      return words.count <= tokenLimit && bytes.count <= LineScanner.wordLimit ? words : nil
    }
  }

  private static func lowercase(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      for (index, byte) in bytes.enumerated() { buffer[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
      return bytes.count
    }
  }

  /// Reads the words of a line.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - limit: At most so many words are read.
  ///   - shorthand: The words that a short form such as `b4` or `w/` stands for, if it is one.
  /// - Returns: Words with their places, and quoted passages.
  /// - Complexity: O(*n*) in the length of the text.
  package static func line(
    _ text: String, limit: Int = tokenLimit, shorthand: (_ chunk: ArraySlice<UInt8>) -> [String]? = { _ in nil }
  ) -> FoldedLine {
    var scanner = LineScanner(limit: limit)
    var text = text
    text.withUTF8 { bytes in scanner.scan(bytes, shorthand) }
    return scanner.line
  }

  /// The words that a contracted word opens to, given around its apostrophe; one word when it is none.
  static func opened(_ stem: String, _ suffix: String) -> [String] {
    switch suffix {
    case "s":
      switch stem {
      case "what", "who", "where", "when", "why", "how", "that", "it", "there", "here", "he", "she", "this":
        [stem, "is"]
      case "let": ["let", "us"]
      default: [stem]
      }
    case "re": [stem, "are"]
    case "ll": [stem, "will"]
    case "ve": [stem, "have"]
    case "d": [stem, "would"]
    case "m": [stem, "am"]
    case "t":
      switch stem {
      case "can": ["can", "not"]
      case "won": ["will", "not"]
      default: stem.last == "n" ? [String(stem.dropLast()), "not"] : [stem + suffix]
      }
    case "": [stem]
    default: [stem + suffix]
    }
  }
}
