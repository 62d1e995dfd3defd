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

  /// Words of many widths, with blanks between them.
  mutating func text(words: ClosedRange<Int> = 0...20) -> String {
    let pieces = [
      "what", "AB-1", "a", "Łukasz", "Żółć", "e\u{301}", "山田太郎", "日本語のタイトルはここに", "한국어", "нет", "क्षि", "👩‍👩‍👧", "⚠️", "1️⃣",
      "🇪🇸", "👍🏽", "→", "—", "«", "»", "…", "https://example.org/a/very/long/address/that/nobody/would/type?by=hand",
      "85 %", "12.", "(a)", "数据数据数据数据数据数据数据数据数据数据数据数据数据数据数据数据", "x", "word,", "“said”", "·",
    ]
    var text = ""
    for _ in 0..<Int.random(in: words, using: &self) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &self)]
      switch Int.random(in: 0..<8, using: &self) {
      case 0: break
      case 1: text += "  "
      case 2: text += "\n"
      default: text += " "
      }
    }
    return text
  }

  /// Text in which anything may stand that drives a terminal.
  mutating func hostileText() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      let value: UInt32 =
        switch Int.random(in: 0..<5, using: &self) {
        case 0: UInt32.random(in: 0..<0x20, using: &self)
        case 1: UInt32.random(in: 0x7F..<0xA0, using: &self)
        case 2: UInt32.random(in: 0x2000..<0x2070, using: &self)
        case 3: UInt32.random(in: 0x20..<0x7F, using: &self)
        default: UInt32.random(in: 0xFEFE..<0x10000, using: &self)
        }
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      if Bool.random(using: &self) { text += "\u{1B}[2J" }
    }
    return text
  }
}
