/// The words of a command line in the order in which the parser of commands takes them.
enum CommandWords {
  /// The words with the command first, wherever options stand: `gangway --json ask` means `gangway ask --json`.
  ///
  /// - Parameters:
  ///   - words: What stands after the program's name.
  ///   - commands: The names of all commands.
  /// - Returns: The same words, moved only when nothing but options of every command stands before a command.
  static func settled(_ words: [String], commands: @autoclosure () -> Set<String>) -> [String] {
    guard words.first?.hasPrefix("-") == true else { return words }
    let commands = commands()
    var index = words.startIndex
    while index < words.endIndex {
      let word = words[index]
      if commands.contains(word) { return [word] + words[..<index] + words[words.index(after: index)...] }
      var settings = Settings()
      let name = word.prefix { $0 != "=" }
      if settings.take(word) || name.count < word.count && Settings.valued.contains(String(name)) {
        index += 1
      } else if Settings.valued.contains(word) {
        index += 2
      } else {
        return words
      }
    }
    return words
  }
}
