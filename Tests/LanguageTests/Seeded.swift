/// A generator that gives the same numbers for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A line of words, marks, emoji, controls and letters of several scripts.
  mutating func line() -> String {
    let pieces = [
      "what", "is", "blocking", "Smart", "export", "nora", "to", "chk-101", "#12", "a/b#3", "\"", "'", "’", ",", "?",
      "  ",
      "\t", "\u{0}", "\u{7}", "\u{1B}[31m", "🙂", "👩‍👩‍👧", "é", "e\u{301}", "数据", "ß", "İ", "\u{202E}", "w/", "-", "1,000",
      "10:30", "and", "…", "\u{FEFF}", "ﬁ", "ǆ", "क्षि", "is'nt", "remind me to", "means",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...25, using: &self) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &self)]
      if Bool.random(using: &self) { text += " " }
    }
    return text
  }

  /// A word with one slip: a letter lost, doubled, wrong or swapped, never the first.
  mutating func slip(_ word: String) -> String {
    var letters = Array(word)
    let place = Int.random(in: 1..<letters.count - 1, using: &self)
    switch Int.random(in: 0..<4, using: &self) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2: letters[place] = letters[place] == "x" ? "y" : "x"
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}
