/// An inputrc file as far as it changes what Gangway's manual says about keys (readline(3), "INITIALIZATION FILE").
struct KeyFile {
  /// The variables that are set for this program, in small letters.
  private(set) var settings: [String: String] = [:]
  /// A part of it is for this program alone.
  private(set) var hasOwnPart = false
  /// Tab does something else than completing.
  private(set) var movesTab = false

  /// Reads the text, and leaves out the parts that are for other programs.
  ///
  /// Conditions on the mode, the terminal and the version count as fulfilled, because only readline can tell.
  init(_ text: String, application: String) {
    var conditions: [Bool] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      switch first {
      case "$if":
        let condition = words.dropFirst().joined(separator: " ")
        let isOwn = condition == application.lowercased()
        hasOwnPart = hasOwnPart || isOwn
        conditions.append(isOwn || condition.contains("=") || condition.contains("<") || condition.contains(">"))
      case "$else":
        if let last = conditions.popLast() { conditions.append(!last) }
      case "$endif": _ = conditions.popLast()
      default:
        guard conditions.allSatisfy(\.self) else { continue }
        if first == "set", words.count >= 3 { settings[words[1]] = words[2] }
        if KeyFile.tabs.contains(where: first.hasPrefix) { movesTab = !words.contains { $0.hasSuffix("complete") } }
      }
    }
  }

  /// How a line begins that gives Tab a meaning.
  private static let tabs = ["tab:", "\"\\t\":", "\"\\c-i\":", "control-i:", "c-i:"]
}
