/// Any text as a literal of Swift that means exactly this text.
enum SwiftLiteral {
  /// A literal on one line, for sentences.
  static func line(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\" + String(scalar)
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      default: literal += isPlain(scalar) ? String(scalar) : escape(scalar, hashes: "")
      }
    }
    return literal + "\""
  }

  /// A raw literal over many lines, for whole files: the compiler reads a megabyte of it in a fraction of a second.
  ///
  /// - Complexity: O(*n*)
  static func block(_ text: String) -> String {
    let hashes = String(repeating: "#", count: longestRunOfHashes(afterQuoteOrBackslash: text) + 1)
    var literal = "\(hashes)\"\"\"\n"
    literal.reserveCapacity(text.utf8.count + 64)
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || isPlain(scalar) {
        literal.unicodeScalars.append(scalar)
      } else {
        literal += escape(scalar, hashes: hashes)
      }
    }
    return literal + "\n\"\"\"\(hashes)"
  }

  /// Scalars that a source file may hold and a reader can see or expect.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
    default: true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar, hashes: String) -> String {
    "\\\(hashes)u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  private static func longestRunOfHashes(afterQuoteOrBackslash text: String) -> Int {
    var longest = 0
    var run: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): run = 0
      case UInt8(ascii: "#"): run = run.map { $0 + 1 }
      default: run = nil
      }
      longest = max(longest, run ?? 0)
    }
    return longest
  }
}
