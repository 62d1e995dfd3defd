import Interchange
import Language
import Prompts
import Testing

@testable import Assistant

@Suite struct `Random conversations` {
  /// Lines as people may type them after each other: examples, and what carries them on, points back or corrects.
  private static func lines(_ count: Int, seed: UInt64) -> [String] {
    var random = Seeded(seed: seed)
    let examples = ContextWorld.examples
    let names = [
      "smart export", "webhooks", "EU", "pro", "priya", "kofi", "payments", "ENG-42", "CHK-101", "monday", "41",
    ]
    let frames = [
      "and #", "what about #", "same for #", "#?", "no, #", "not #, #", "sorry #", "# and #", "who owns it",
      "give it to #", "move it to review", "the second one", "close the first two", "what is blocking that", "y", "n",
      "is she blocked", "who", "when", "undo", "2", "number 3", "both", "the other one", "all of them", "why", "more",
    ]
    return (0..<count).map { _ in
      let example = examples[Int.random(in: 0..<examples.count, using: &random)]
      if Int.random(in: 0..<3, using: &random) == 0 { return example }
      var line = frames[Int.random(in: 0..<frames.count, using: &random)]
      while let place = line.firstIndex(of: "#") {
        let isName = Int.random(in: 0..<4, using: &random) > 0
        let text =
          isName
          ? names[Int.random(in: 0..<names.count, using: &random)]
          : examples[Int.random(in: 0..<examples.count, using: &random)].filter { $0 != "#" }
        line.replaceSubrange(place...place, with: text)
      }
      return line
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>) func `go the same way twice`(seed: UInt64) throws {
    let lines = Self.lines(40, seed: seed)
    let (one, other) = (try ContextWorld(), try ContextWorld())
    for line in lines {
      let (first, second) = (try one.say(line), try other.say(line))
      #expect(ReplyJSON.object(of: first) == ReplyJSON.object(of: second), "> \(line)")
    }
    #expect(try one.state() == other.state())
  }

  @Test func `of words in any order neither stop the program nor lose what is kept`() throws {
    var random = Seeded(seed: 11)
    let words =
      ContextWorld.examples.flatMap { $0.split(separator: " ") }.map(String.init)
      + [
        "and", "it", "that", "no,", "not", "the", "second", "one", "first", "two", "both", "?", ".", ",", "also", "#3",
      ]
    let world = try ContextWorld()
    for _ in 0..<150 {
      let count = Int.random(in: 0...9, using: &random)
      let line = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(separator: " ")
      let reply = try world.say(Int.random(in: 0..<5, using: &random) == 0 ? random.hostileText() : line)
      #expect(reply.answers.allSatisfy { !TextRenderer(style: .machine).text(of: $0).contains("\u{1B}") })
      let state = try world.state()
      #expect(state.focus.turns.count <= 5)
      #expect(StateArchive.state(from: StateArchive.text(of: state)) == state)
    }
  }
}
