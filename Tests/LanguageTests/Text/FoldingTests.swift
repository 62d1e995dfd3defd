import Language
import Testing

@Suite struct `A line folded` {
  @Test(arguments: [
    ("What's UP?", ["what", "is", "up"]),
    ("don’t won't can't", ["do", "not", "will", "not", "can", "not"]),
    ("Friday's roll-back", ["friday", "roll", "back"]),
    ("O'Brien", ["obrien"]),
    ("Café cafe\u{301} ÉCOLE Straße Łódź", ["cafe", "cafe", "ecole", "strasse", "lodz"]),
    ("1,000 rows at 10:30 v4.2", ["1000", "rows", "at", "10:30", "v4.2"]),
    ("wen+nora & ivo", ["wen", "nora", "ivo"]),
    ("soft\u{AD}hyphen zero\u{200B}width", ["softhyphen", "zerowidth"]),
    ("ΆΛΦΑ ёлка", ["αλφα", "елка"]),
    ("🙂 ok 🙂", ["ok"]),
    ("…", []),
    ("", []),
  ])
  func `gives comparable words`(_ text: String, _ words: [String]) {
    #expect(Folding.words(of: text) == words)
  }

  @Test func `opens short forms where they stand alone`() {
    let line = Folding.line("b4 w/ f/u: b42") { chunk in
      ["b4": ["before"], "w/": ["with"], "f/u": ["follow", "up"]][String(decoding: chunk, as: UTF8.self)]
    }
    #expect(line.tokens.map(\.text) == ["before", "with", "follow", "up", "b42"])
    #expect(line.tokens.map(\.range) == [0..<2, 3..<5, 6..<9, 6..<9, 11..<14])
  }

  @Test func `finds what stands in quotes`() {
    let text = "note \"makes no sense\" and ‘maybe not’ it's"
    let quotes = Folding.line(text).quotes.map { String(decoding: Array(text.utf8)[$0.bytes], as: UTF8.self) }
    #expect(quotes == ["makes no sense", "maybe not"])
  }

  @Test(arguments: 0..<300)
  func `has places within what was typed, whatever was typed`(_ seed: UInt64) {
    var generator = Seeded(seed: seed)
    let text = generator.line()
    let bytes = Array(text.utf8)
    let line = Folding.line(text)
    var last = 0
    for token in line.tokens {
      #expect(token.range.lowerBound >= last && token.range.upperBound <= bytes.count && !token.range.isEmpty)
      #expect(String(validating: bytes[token.range], as: UTF8.self) != nil)
      last = token.range.lowerBound
    }
    for quote in line.quotes {
      #expect(quote.bytes.upperBound <= bytes.count && quote.tokens.upperBound <= line.tokens.count)
    }
    #expect(line.tokens.count <= Folding.tokenLimit)
  }

  @Test(arguments: ["a", "a ", "é", "🙂", "\"", "'", "a'", "#1/", "\u{0}", "\u{301}"])
  func `of a hundred kilobytes is cut, not refused`(_ unit: String) {
    let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
    let line = Folding.line(text)
    #expect(line.tokens.count <= Folding.tokenLimit)
    #expect(SmallWorld.read(text).said == text)
  }
}
