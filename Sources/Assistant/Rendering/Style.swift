/// How answers look on what they are printed on.
package struct Style: Hashable, Sendable {
  /// Columns of the terminal; answers use at most a hundred.
  package var width: Int
  package var isColoured: Bool
  /// Sentences instead of tables, trees and bars, for screen readers.
  package var isPlain: Bool
  /// Only ASCII in what Gangway draws itself.
  package var isASCII: Bool

  package init(width: Int = 80, isColoured: Bool = false, isPlain: Bool = false, isASCII: Bool = false) {
    self.width = min(100, max(40, width))
    self.isColoured = isColoured
    self.isPlain = isPlain
    self.isASCII = isASCII
  }

  /// The form in which answers are logged and given to machines.
  package static let machine = Style()

  func paint(_ text: String, _ role: Role) -> String {
    guard isColoured, let code = role.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Role {
  /// The four-bit colour or weight, without background, white, black or blue.
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .headline: "1"
    case .source: "2"
    case .bad: "31"
    case .risky: "33"
    case .good: "32"
    }
  }
}
