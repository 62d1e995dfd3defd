extension String {
  /// The text, or its start with a mark when it is longer than so many characters.
  func shortened(to most: Int = 60) -> String {
    let start = prefix(most)
    return start.endIndex == endIndex ? self : start.dropLast() + "…"
  }
}
