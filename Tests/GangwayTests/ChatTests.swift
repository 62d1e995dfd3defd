import Foundation
import Interchange
import Testing

@Suite struct `A piped chat` {
  @Test func `echoes neither prompt nor input`() throws {
    let ran = try Place.withSample().run("chat", "--now", "2024-05-14T10:40:00+01:00", input: "thanks\nbye\n")
    #expect(ran.code == 0)
    #expect(ran.output == "You're welcome.\nSee you.\n")
    #expect(ran.complaint.isEmpty)
  }

  @Test func `stops at bye`() throws {
    #expect(try Place.withSample().run("chat", input: "bye\nthanks\n").output == "See you.\n")
  }

  @Test func `prints one object a line with --json`() throws {
    let lines = ["who is blocked", "remind me to call legal tomorrow", "undo", "bye"]
    let answers = try Place.withSample().run("chat", "--json", "--as", "sam", input: lines.joined(separator: "\n"))
      .objects()
    #expect(answers.compactMap { $0["said"]?.text } == lines)
    #expect(answers.compactMap { $0["outcome"]?.text } == ["answered", "changed", "changed", "answered"])
    #expect(answers[1]["changes"]?.array?.count == 1)
  }

  @Test func `is what the program does without a command`() throws {
    #expect(try Place.withSample().run(input: "thanks\n").output == "You're welcome.\n")
  }

  @Test func `plays a conversation when nobody types, and leaves no store`() throws {
    let place = try Place()
    let ran = try place.run("chat", "--demonstrate-when-silent")
    #expect(ran.code == 0)
    #expect(ran.output.contains("who is blocked"))
    #expect(FileManager.default.fileExists(atPath: place.path("store.db")) == false)
  }

  static let odd: [[UInt8]] = [
    [], [0x0A], Array("   \n\t\n".utf8), Array("\u{0}\u{1}\u{7}\n".utf8), [0xFF, 0xFE, 0xC3, 0x28, 0x0A],
    Array((String(repeating: "why is this so long ", count: 5_000) + "\n").utf8),
    [UInt8](repeating: UInt8(ascii: "x"), count: 100_000), Array("\u{1B}[2J\u{1B}]0;owned\u{7}\n".utf8),
    Array("🧨🧨🧨 ‮abc‬\n".utf8), Array("'; DROP TABLE item; --\n".utf8), Array("%s%n%x {count} \\(1)\n".utf8),
    Array("99999999999999999999999999 is done\n".utf8), Array("push 52 99999999999999999999 weeks\n".utf8),
    Array((String(repeating: "(", count: 10_000) + "\n").utf8), Array("remind me to x in 999999999999 days\n".utf8),
    Array((String(repeating: "a, b and ", count: 2_000) + "\n").utf8), Array("-\n--\n>\n|\n\"\n'\n".utf8),
  ]

  @Test(arguments: odd.indices) func `survives whatever comes in, and answers the next line`(index: Int) throws {
    let place = try Place.withSample()
    let ran = try place.run(["chat"], input: Self.odd[index] + Array("\nthanks\n".utf8))
    #expect(ran.code == 0)
    #expect(ran.output.contains("You're welcome.\n"))
    #expect(!ran.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || 0x7F..<0xA0 ~= $0.value })
  }
}
