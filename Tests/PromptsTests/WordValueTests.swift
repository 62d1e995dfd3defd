import Prompts
import Testing

@Suite struct `A value in a sentence` {
  @Test(arguments: [(2.0, "2"), (1.5, "1.5"), (-3, "-3"), (1e100, "1e+100")])
  func `that is whole has no fraction`(number: Double, text: String) {
    #expect(number.inSentence == text)
  }

  @Test(arguments: [(1, true), (-1, true), (0, false), (2, false), (Int.min, false)])
  func `takes the first form when it is one, also below zero`(number: Int, isOne: Bool) {
    #expect(number.isOne == isOne)
    #expect(Int64(number).isOne == isOne)
    #expect(Double(number).isOne == isOne)
  }

  @Test func `that is text stands as it is`() {
    #expect("a {b}".inSentence == "a {b}")
    #expect("a b".split(separator: " ")[1].inSentence == "b")
  }
}
