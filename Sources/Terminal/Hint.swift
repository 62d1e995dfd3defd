/// A dim continuation after the cursor, which is drawn beside readline and never known to it.
struct Hint {
  private(set) var line = ""
  /// What the key that accepts it inserts.
  private(set) var text: String?
  private var isDrawn = false

  /// Draws what may follow a line, in the columns that are left on the cursor's row.
  mutating func draw(after line: String, room: Int, _ find: () -> String?) {
    // The keys of an arrow come one by one, and the hint has to outlive the first of them.
    if line != self.line {
      self.line = line
      text = line.contains("\n") ? nil : find()
    }
    guard let text, room > 0 else { return }
    let shown = Columns.cut(text, to: room)
    guard !shown.isEmpty else { return }
    Output.write("\u{1B}7\u{1B}[2m\(shown)\u{1B}[0m\u{1B}8")
    isDrawn = true
  }

  mutating func wipe() {
    guard isDrawn else { return }
    Output.write("\u{1B}[K")
    isDrawn = false
  }
}
