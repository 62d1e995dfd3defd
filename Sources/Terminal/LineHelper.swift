/// What helps a person while typing; asked by the editor, which knows nothing of what the words mean.
package protocol LineHelper: AnyObject {
  /// What the text before the cursor can become, each with the text itself at its start as far as it stays.
  func completions(of text: String) -> [Completion]

  /// What may follow the line, to be shown dimly and taken with one key; nothing where nothing fits.
  func hint(for line: String) -> String?

  /// How several completions are shown, for a terminal of so many columns.
  func listing(of completions: [String], columns: Int) -> String

  /// What has to be said now without being asked; asked about once a second.
  func news() -> [String]

  /// The line after somebody edited it elsewhere; nothing when it stays as it is.
  func edited(_ line: String) -> String?
}

/// A line that the typed text can become.
package struct Completion: Hashable, Sendable {
  /// The whole text before the cursor after completion.
  package var line: String

  package init(line: String) {
    self.line = line
  }
}
