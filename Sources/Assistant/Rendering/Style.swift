/// How answers look on what they are printed on.
package struct Style: Hashable, Sendable {
  /// Columns of the terminal; answers use at least forty and at most a hundred.
  package var width: Int
  package var isColoured: Bool
  /// Sentences instead of tables, trees and bars, for screen readers.
  package var isPlain: Bool
  /// Only ASCII in what Gangway writes itself; names keep their letters.
  package var isASCII: Bool
  /// Neither dim nor yellow: what matters is bold or underlined.
  package var isHighContrast: Bool
  /// Only the sentence that answers; off a terminal on one line, however long.
  package var isQuiet = false
  /// Blank lines around tables, trees and facts, for eyes that look for them.
  package var isAiry = false

  package init(
    width: Int = 80, isColoured: Bool = false, isPlain: Bool = false, isASCII: Bool = false,
    isHighContrast: Bool = false
  ) {
    self.width = min(100, max(40, width))
    self.isColoured = isColoured
    self.isPlain = isPlain
    self.isASCII = isASCII
    self.isHighContrast = isHighContrast
  }

  /// The form in which answers are logged and given to machines.
  package static let machine = Style()

  func paint(_ text: String, _ role: Role) -> String {
    guard isColoured, let code = isHighContrast ? role.contrastCode : role.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// A text in the signs of this style, with its line breaks.
  func text(_ text: String) -> String {
    var text = PrintableText.of(text)
    if isPlain { text = SpokenText.of(text) }
    return isASCII ? ASCIIText.of(text) : text
  }

  /// A text in the signs of this style, on one line.
  func line(_ text: String) -> String {
    self.text(PrintableText.line(text))
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

  fileprivate var contrastCode: String? {
    switch self {
    case .plain, .source: nil
    case .headline, .good: "1"
    case .risky: "4"
    case .bad: "1;4"
    }
  }
}
