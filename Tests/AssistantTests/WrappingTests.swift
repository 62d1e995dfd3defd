import Testing

@testable import Assistant

@Suite struct `Breaking text into lines` {
  private func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test(arguments: [20, 40, 41, 60, 100]) func `keeps every word, in lines that fit`(width: Int) {
    var seeded = Seeded(seed: UInt64(width))
    for _ in 0..<300 {
      let text = seeded.text()
      let lines = Wrapping.lines(text, width: width, first: Bool.random(using: &seeded) ? width / 2 : nil)
      #expect(bare(lines.joined()) == bare(text))
      for line in lines {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test func `breaks no word that fits a line`() {
    var seeded = Seeded(seed: 7)
    for _ in 0..<300 {
      let text = seeded.text()
      let words = Set(text.split(whereSeparator: \.isWhitespace))
      for line in Wrapping.lines(text, width: 30) {
        for piece in line.split(separator: " ") where DisplayWidth.of(piece) < 20 && words.contains(piece) == false {
          #expect(words.contains { DisplayWidth.of($0) > 30 && $0.contains(piece) }, "\(piece)")
        }
      }
    }
  }

  @Test func `puts an address on a line of its own and breaks it where the line ends`() {
    let address = "https://example.org/" + String(repeating: "x", count: 30)
    let lines = Wrapping.lines("see \(address) now", width: 40)
    #expect(lines == ["see", String(address.prefix(40)), String(address.dropFirst(40)) + " now"])
  }

  @Test func `breaks a word of a hundred kilobytes, and looks at each letter of it once or twice`() {
    let word = String(repeating: "x", count: 100_000)
    let lines = Wrapping.lines("a \(word) b", width: 80)
    #expect(lines.count == 1_252)
    #expect(lines.dropFirst().dropLast(1).allSatisfy { $0.count == 80 })
    #expect(lines.last == "b")
  }

  @Test func `keeps a part between two dots whole, if it is not long`() {
    #expect(Wrapping.lines("one · two three", width: 12, keepsParts: true) == ["one ·", "two three"])
    #expect(Wrapping.lines("one · two three", width: 12) == ["one · two", "three"])
    #expect(
      Wrapping.lines("one · two three four five", width: 12, keepsParts: true) == ["one ·", "two three", "four five"])
  }

  @Test func `fills the line with ideographs that are longer than it`() {
    let lines = Wrapping.lines("see " + String(repeating: "数", count: 20), width: 20)
    #expect(lines == ["see " + String(repeating: "数", count: 8), String(repeating: "数", count: 10), "数数"])
  }

  @Test func `keeps the indent of lines in a text of several`() {
    #expect(Wrapping.lines("a\n  b c", width: 40) == ["a", "  b c"])
    #expect(Wrapping.lines("  a", width: 40) == ["a"])
    #expect(Wrapping.lines("x\n  one two three four", width: 12) == ["x", "  one two", "  three four"])
  }

  @Test func `keeps empty lines and gives one for nothing`() {
    #expect(Wrapping.lines("a\n\nb", width: 40) == ["a", "", "b"])
    #expect(Wrapping.lines("", width: 40) == [""])
  }
}

@Suite struct `The width of a text` {
  @Test(arguments: "✓✔●■▇│─→…⚠«»▁▂▃▄▅▆▇█├└·–—“”‘’←é") func `is one column for signs that terminals agree about`(
    sign: Character
  ) {
    #expect(DisplayWidth.columns(sign) == 1)
  }

  @Test(arguments: "山ー한ア✅❌⏰🔴") func `is two columns for what is wide everywhere`(sign: Character) {
    #expect(DisplayWidth.columns(sign) == 2)
  }

  @Test(arguments: ["⚠️", "1️⃣", "👩‍👩‍👧", "👍🏽", "🇪🇸"])
  func `is two columns for each sequence of emoji`(sequence: String) {
    #expect(DisplayWidth.of(sequence) == 2)
  }

  @Test(arguments: [
    ("e\u{301}", 1), ("\u{1100}\u{1161}\u{11A8}", 2), ("क्षि", 3), ("กำ", 2), ("a\u{200B}b", 2), ("Żółć", 4), ("ｱ", 1),
  ]) func `counts letters and the marks on them as terminals do`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
