/// Names in prompt files as names in Swift.
enum SwiftName {
  /// Whether a key can become a name: small letter first, then ASCII letters, digits and `_`.
  static func isKey(_ key: String) -> Bool {
    guard let first = key.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return key.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "_") } && !key.hasSuffix("_")
  }

  /// The name of a function or parameter: `not_found` becomes `notFound`, a keyword stands in backticks.
  static func member(_ key: String) -> String {
    let words = words(of: key)
    let name = (words.first ?? "") + words.dropFirst().map(capitalised).joined()
    return keywords.contains(name) ? "`\(name)`" : name
  }

  /// The name of a type: `blocked.list` becomes `BlockedList`.
  static func type(_ key: String) -> String {
    words(of: key).map(capitalised).joined()
  }

  /// Type names that Swift, or the generated code, needs for itself.
  static let takenTypes: Set<String> = ["Any", "Protocol", "Self", "Swift", "Type", "WordCount", "WordValue"]

  /// Member names that no backtick makes usable.
  static let takenMembers: Set<String> = ["`init`", "`self`"]

  private static func words(of key: String) -> [String] {
    key.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static let keywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
    "try", "typealias", "var", "where", "while",
  ]
}
