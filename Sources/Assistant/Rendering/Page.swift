/// Lines below each other, with blank ones around what eyes look for.
struct Page {
  private(set) var lines: [String] = []
  private let isAiry: Bool
  private var last: Part?

  /// What some lines are to the reader.
  enum Part {
    case sentence
    /// A sentence that belongs to what follows it.
    case announcement
    /// Facts, a table, a tree, bars, a list or choices.
    case figure
  }

  init(isAiry: Bool) {
    self.isAiry = isAiry
  }

  mutating func add(_ new: [String], as part: Part) {
    guard !new.isEmpty else { return }
    if isAiry, let last, isApart(part, from: last) { lines.append("") }
    lines += new
    last = part
  }

  private func isApart(_ part: Part, from last: Part) -> Bool {
    switch (last, part) {
    case (.announcement, _), (.sentence, .sentence): false
    case (.figure, _), (.sentence, _): true
    }
  }
}
