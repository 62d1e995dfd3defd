import Foundation
import Testing

private typealias Key = Terminal.Key

/// One at a time, so that no terminal waits for the others' processors.
@Suite(.serialized) struct `A line at a terminal` {
  private let terminal: Terminal

  init() throws {
    terminal = try Terminal("chat", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "> ")
  }

  /// The prompt and what stands behind it.
  private var line: String { terminal.screen.lines.last { $0.hasPrefix("sample>") } ?? "" }

  @Test func `is answered`() throws {
    try terminal.type("who owns smart export\r")
    try terminal.wait(for: "Smart Export belongs to Data")
    try terminal.wait(for: "> ")
  }

  @Test func `keeps accents and wide letters whole under Backspace`() throws {
    try terminal.type("łódź 山田é")
    try terminal.wait(for: "é")
    try terminal.type(Key.backspace + Key.backspace)
    try terminal.wait(until: { $0.lines.last == "sample> łódź 山" }, for: "two characters less")
  }

  @Test(arguments: ["C", "POSIX", "xx_YY.UTF-8", ""])
  func `keeps accents whole whatever the locale says`(locale: String) throws {
    let terminal = try Terminal(
      "chat", with: ["LANG": "", "LC_ALL": locale], folder: try Terminal.folderWithSample())
    try terminal.wait(for: "> ")
    try terminal.type("añó")
    try terminal.wait(for: "añó")
    try terminal.type(Key.backspace + Key.backspace)
    try terminal.wait(until: { $0.lines.last == "sample> a" }, for: "two characters less")
  }

  @Test func `completes a name with blanks in it`() throws {
    try terminal.type("who owns smart ex" + Key.tab)
    try terminal.wait(until: { $0.lines.last == "sample> who owns Smart Export" }, for: "the whole name")
  }

  @Test func `lists names that begin alike, above the line that stays`() throws {
    try terminal.type("who owns bulk " + Key.tab)
    try terminal.wait(for: "Import  Invite")
    try terminal.wait(until: { $0.lines.last == "sample> who owns Bulk I" }, for: "what both names share")
    #expect(terminal.screen.lines.filter { $0.hasPrefix("sample>") }.count == 1)
  }

  @Test func `says on an empty line what can be said`() throws {
    try terminal.type(Key.tab)
    try terminal.wait(for: "who is blocked")
    try terminal.wait(until: { $0.lines.last == "sample>" }, for: "the empty line")
  }

  @Test func `brings back what was said before with the arrow`() throws {
    try terminal.type("whos late\r")
    try terminal.wait(for: "> ")
    try terminal.type(Key.up)
    try terminal.wait(until: { $0.lines.last == "sample> whos late" }, for: "the last line")
  }

  @Test func `brings back what was said in another chat`() throws {
    try terminal.type("whos late\r")
    try terminal.wait(for: "> ")
    try terminal.type(Key.end)
    #expect(try terminal.waitForEnd() == 0)
    let next = try Terminal("chat", folder: terminal.folder)
    try next.wait(for: "> ")
    try next.type(Key.search + "late")
    try next.wait(for: "whos")
    try next.type(Key.enter)
    try next.wait(for: "Late: ")
  }

  @Test func `off the record is not brought back`() throws {
    try terminal.type("whos late\r")
    try terminal.wait(for: "> ")
    try terminal.type(" who owns webhooks\r")
    try terminal.wait(for: "Webhooks")
    try terminal.wait(for: "> ")
    try terminal.type(Key.up)
    try terminal.wait(until: { $0.lines.last == "sample> whos late" }, for: "the line on the record")
  }

  @Test func `that wraps can be edited at its start after the window changes`() throws {
    let long = String(repeating: "long words ", count: 14) + "end"
    try terminal.type(long)
    try terminal.wait(for: "end")
    terminal.resize(columns: 50)
    try terminal.type(Key.home + "XY ")
    try terminal.type(Key.enter)
    try terminal.wait(for: "I did not understand")
    try terminal.wait(for: "> ")
    try terminal.type(Key.up)
    try terminal.wait(for: "XY long words")
  }

  @Test func `typed while an answer is worked out is kept, and never shown inside the answer`() throws {
    try terminal.type("who is blocked\rwho owns webhooks\r")
    try terminal.wait(for: "Next:")
    try terminal.wait(for: "sample> who owns webhooks")
    try terminal.wait(for: "Webhooks belongs to")
    let lines = terminal.screen.lines
    #expect(lines.filter { $0.contains("who owns webhooks") } == ["sample> who owns webhooks"])
  }

  @Test func `that ends the input while an answer is worked out is not lost`() throws {
    try terminal.type("who is blocked\r" + Key.end)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.text.contains("See you"))
  }
}
