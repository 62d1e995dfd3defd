/// A command to type into a shell.
enum CommandLineText {
  /// The command that makes a previewed change.
  static func repeating(_ line: String, settings: Settings) -> String {
    var words = ["gangway", "ask", "--yes"]
    if let store = settings.store { words += ["--store", quoted(store)] }
    if let user = settings.user { words += ["--as", quoted(user)] }
    if let now = settings.now { words += ["--now", quoted(now)] }
    if let zone = settings.zone { words += ["--zone", quoted(zone)] }
    words.append(quoted(line))
    return words.joined(separator: " ")
  }

  /// A word as POSIX shells read it back.
  static func quoted(_ word: String) -> String {
    let safe = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_./:+@%,=".utf8.contains(byte)
    }
    return safe && !word.isEmpty
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
