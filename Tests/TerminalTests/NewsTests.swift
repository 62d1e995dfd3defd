import Foundation
import Testing

private typealias Key = Terminal.Key

@Suite(.serialized) struct `News while somebody types` {
  private let terminal: Terminal

  init() throws {
    terminal = try Terminal("chat", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "sample> ")
  }

  /// Somebody else gives Ana something that is due at once.
  private func callComesUp() throws {
    try #require(Terminal.run(["ask", "ana to call acme at 09:40 today", "--as", "sam"], in: terminal.folder) == 0)
  }

  /// Whether the line of the prompt is as given, and stands once and last.
  private func lastLine(_ wanted: String) -> (Screen) -> Bool {
    { screen in
      screen.lines.last == wanted && screen.lines.filter { $0.hasPrefix("sample") }.count == 1
    }
  }

  @Test func `stand above the line, which stays as it was`() throws {
    try terminal.type("who owns sm")
    try terminal.wait(for: "owns sm")
    try callComesUp()
    try terminal.wait(for: "call acme")
    try terminal.wait(until: lastLine("sample> who owns sm"), for: "the line again")
    try terminal.type("art export\r")
    try terminal.wait(for: "Smart Export belongs to")
  }

  @Test func `keep the cursor where it was in a line of several rows`() throws {
    let long = "who owns " + String(repeating: "very ", count: 30) + "smart export"
    try terminal.type(long)
    try terminal.wait(for: "smart export")
    let left = String(repeating: Key.left, count: 70)
    try terminal.type(left + "X")
    try terminal.wait(until: { $0.text.contains("X") }, for: "the letter in the middle")
    let before = terminal.screen
    try callComesUp()
    try terminal.wait(for: "call acme")
    let rows = before.lines.count - (before.lines.firstIndex { $0.hasPrefix("sample> ") } ?? 0)
    try terminal.wait(
      until: { $0.lines.suffix(rows) == before.lines.suffix(rows) && $0.cursor.column == before.cursor.column },
      for: "the same line with the same cursor")
    try terminal.type("Y")
    try terminal.wait(until: { $0.text.contains("XY") }, for: "the next letter in its place")
  }

  @Test func `wait until a search is over`() throws {
    try terminal.type(Key.search + "own")
    try terminal.wait(for: "i-search")
    try callComesUp()
    try terminal.type("er")
    try terminal.wait(for: "er")
    #expect(!terminal.screen.text.contains("call acme"))
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "call acme")
  }

  @Test func `wait until an interview is paused`() throws {
    try terminal.type("five whys on the failed export\r")
    try terminal.wait(for: "why 1/5> ")
    try callComesUp()
    try terminal.type("exports stopped for an hour\r")
    try terminal.wait(for: "Why 1 of about 5")
    try terminal.wait(for: "why 1/5> ")
    #expect(!terminal.screen.text.contains("call acme"))
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "Paused")
    try terminal.wait(for: "call acme")
  }

  @Test func `are told once, also to the second terminal`() throws {
    let other = try Terminal("chat", folder: terminal.folder)
    try other.wait(for: "sample> ")
    try callComesUp()
    try terminal.wait(for: "call acme")
    try other.wait(for: "call acme")
    try terminal.type("who owns webhooks\r")
    try terminal.wait(for: "Webhooks belongs to")
    try terminal.wait(for: "> ")
    #expect(terminal.screen.text.components(separatedBy: "call acme").count == 2)
  }
}
