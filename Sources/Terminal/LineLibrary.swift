import CTerminal

/// The library that lines are edited with, and the locale that it needs.
package enum LineLibrary {
  /// The version of GNU readline.
  package static var version: (major: Int, minor: Int) {
    let version = Int(ct_readline_version())
    return (version >> 8, version & 0xFF)
  }

  /// Which locale characters are read in.
  package enum Locale: Sendable {
    /// The person's own holds UTF-8.
    case own
    /// Another one stands in for the person's own.
    case replaced
    /// No locale here holds UTF-8.
    case none
  }

  /// Makes the locale one with UTF-8, as a line editor does, and says which it became.
  package static func settleLocale() -> Locale {
    if ct_use_utf8() { return .own }
    return ct_has_utf8() ? .replaced : .none
  }
}
