import Foundation
import Testing

private typealias Key = Terminal.Key

@Suite(.serialized) struct `A chat that says less or more` {
  @Test func `is one line an answer with -q, but for what asks something`() throws {
    let terminal = try Terminal("chat", "-q", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "Gangway ")
    try terminal.wait(for: "sample> ")
    try terminal.type("who is blocked\r")
    try terminal.wait(until: { $0.lines.last == "sample>" && $0.text.contains("12 items") }, for: "the answer")
    let lines = terminal.screen.lines.filter { !$0.isEmpty }
    #expect(
      lines.suffix(3) == ["sample> who is blocked", "12 items are blocked. The oldest has waited 21 days.", "sample>"])
    try terminal.type("f/u priya draft dpa by thurs, lena review mon\r")
    try terminal.wait(for: "draft dpa  due Thu 16 May")
    try terminal.wait(for: "log it? [Y/n/edit]> ")
    try terminal.type("n\r")
    try terminal.wait(for: "sample> ")
  }

  @Test func `names rule and time with -v`() throws {
    let terminal = try Terminal("chat", "-v", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "sample> ")
    try terminal.type("who owns webhooks\r")
    try terminal.wait(for: "Webhooks belongs to")
    try terminal.wait(for: "feature.owner.yaml")
    try terminal.wait(for: "Answered in ")
    try terminal.wait(for: "sample> ")
  }

  @Test func `has neither prompt nor first words with --no-input`() throws {
    let terminal = try Terminal("chat", "--no-input", folder: try Terminal.folderWithSample())
    try terminal.type("thanks\r")
    try terminal.wait(for: "You're welcome.")
    try terminal.type(Key.end)
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.screen.text.contains("sample>") && !terminal.screen.text.contains("Gangway "))
  }
}

@Suite(.serialized) struct `A plain chat` {
  private let terminal: Terminal

  init() throws {
    terminal = try Terminal("chat", "--plain", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "gangway> ")
  }

  private func callComesUp() throws {
    try #require(Terminal.run(["ask", "ana to call acme at 09:40 today", "--as", "sam"], in: terminal.folder) == 0)
  }

  @Test func `has one prompt whatever is asked, and asks in words`() throws {
    try terminal.type("f/u priya draft dpa by thurs, lena review mon\r")
    try terminal.wait(for: "Do it? (y/n)")
    try terminal.wait(for: "gangway> ")
    try terminal.type("n\r")
    try terminal.wait(for: "gangway> ")
    try terminal.type("five whys on the failed export\r")
    try terminal.wait(for: "one sentence?")
    try terminal.wait(for: "gangway> ")
    #expect(!terminal.screen.text.contains("[Y/n") && !terminal.screen.text.contains("why 1/5>"))
  }

  @Test func `tells news between two lines, so that none is drawn anew`() throws {
    try terminal.type("who owns web")
    try terminal.wait(for: "web")
    try callComesUp()
    try terminal.type("hooks\r")
    try terminal.wait(for: "Webhooks belongs to")
    try terminal.wait(for: "call acme")
    try terminal.wait(for: "gangway> ")
    let lines = terminal.screen.lines.filter { $0.hasPrefix("gangway> who owns") }
    #expect(lines == ["gangway> who owns webhooks"])
  }

  @Test func `tells news below a prompt that nothing was typed at, and gives another prompt`() throws {
    try callComesUp()
    try terminal.wait(for: "call acme")
    try terminal.wait(until: { $0.lines.last == "gangway>" }, for: "the prompt again")
    let last = terminal.screen.lines.suffix(3)
    #expect(last.first == "gangway>" && last.dropFirst().first?.contains("call acme") == true)
    try terminal.type("whos late\r")
    try terminal.wait(for: "Late: ")
  }
}
