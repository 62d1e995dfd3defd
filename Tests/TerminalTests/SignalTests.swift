import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

private typealias Key = Terminal.Key

@Suite(.serialized) struct `Leaving and staying` {
  private let terminal: Terminal

  init() throws {
    terminal = try Terminal("chat", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "> ")
  }

  @Test func `Ctrl-C drops the line and no more`() throws {
    try terminal.type("who owns smart")
    try terminal.wait(for: "smart")
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "^C")
    try terminal.wait(for: "> ")
    try terminal.type("whos late\r")
    try terminal.wait(for: "Late: ")
  }

  @Test func `Ctrl-C on an empty line says how to leave, and stays`() throws {
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "Ctrl-D or bye leaves.")
    try terminal.wait(for: "> ")
    try terminal.type("whos late\r")
    try terminal.wait(for: "Late: ")
  }

  @Test func `Ctrl-C leaves a search`() throws {
    try terminal.type(Key.search + "own")
    try terminal.wait(for: "i-search")
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "> ")
    try terminal.type("whos late\r")
    try terminal.wait(for: "Late: ")
  }

  @Test func `Ctrl-C answers no to a question`() throws {
    try terminal.type("move 38\r")
    try terminal.wait(for: "answer> ")
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "Nothing was changed.")
    try terminal.wait(for: "sample")
  }

  @Test func `Ctrl-C pauses an interview, and resume goes on`() throws {
    try terminal.type("five whys on the failed export\r")
    try terminal.wait(for: "one sentence?")
    try terminal.wait(for: "why 1/5> ")
    try terminal.type("exports stopped for an hour\r")
    try terminal.wait(for: "Why 1 of about 5")
    try terminal.wait(for: "why 1/5> ")
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "Paused")
    try terminal.wait(for: "sample")
    try terminal.type("resume\r")
    try terminal.wait(for: "Going on with case")
    try terminal.wait(for: "Why 1 of about 5")
  }

  @Test(.timeLimit(.minutes(2))) func `Ctrl-C drops a hundred lines in a row`() throws {
    for number in 1...100 {
      try terminal.type("line \(number)" + (number.isMultiple(of: 3) ? Key.search + "x" : "") + Key.interrupt)
      try terminal.wait(for: "> ")
    }
    try terminal.type("whos late\r")
    try terminal.wait(for: "Late: ")
  }

  @Test func `Ctrl-D on an empty line leaves politely, with the terminal as it was`() throws {
    try terminal.type(Key.end)
    try terminal.wait(for: "See you")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isCooked())
  }

  @Test func `bye leaves too`() throws {
    try terminal.type("bye\r")
    try terminal.wait(for: "See you")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `Ctrl-Z gives the terminal back, and the line stands there again afterwards`() throws {
    let terminal = try Terminal(
      shell: "set -m; \"$0\" chat; echo stopped; read answer; fg", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "sample> ")
    try terminal.type("who owns smart")
    try terminal.wait(for: "smart")
    try terminal.type(Key.suspend)
    try terminal.wait(for: "stopped")
    try terminal.waitUntilCooked()
    try terminal.type("go on\n")
    try terminal.wait(for: "sample> who owns smart")
    try terminal.type(" export\r")
    try terminal.wait(for: "Smart Export belongs to")
    try terminal.wait(for: "sample> ")
    try terminal.type("bye\r")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `a signal that ends it gives the terminal back`(signal: Int32) throws {
    try terminal.type("who owns smart")
    try terminal.wait(for: "smart")
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == 128 + signal)
    #expect(terminal.isCooked())
  }

  @Test func `a crash leaves a sane terminal`() throws {
    try terminal.type("who owns smart")
    try terminal.wait(for: "smart")
    terminal.signal(SIGSEGV)
    #expect(try terminal.waitForEnd() == -SIGSEGV)
    #expect(terminal.isCooked())
  }

  @Test func `a line that was half typed when the terminal went is not said`() throws {
    let folder = terminal.folder
    try terminal.type("tomas to check the logs by friday")
    try terminal.wait(for: "friday")
    terminal.hangUp()
    let next = try Terminal("chat", folder: folder)
    try next.wait(for: "> ")
    try next.type("follow ups of tomas\r")
    try next.wait(for: "> ")
    #expect(!next.screen.text.contains("check the logs"))
  }

  @Test func `an interview goes on where it was when the terminal went`() throws {
    let folder = terminal.folder
    try terminal.type("five whys on the failed export\r")
    try terminal.wait(for: "why 1/5> ")
    try terminal.type("exports stopped for an hour\r")
    try terminal.wait(for: "Why 1 of about 5")
    try terminal.wait(for: "why 1/5> ")
    try terminal.type("a change of the config went out unch")
    try terminal.wait(for: "unch")
    terminal.hangUp()
    let next = try Terminal("chat", folder: folder)
    try next.wait(for: "Last time: five whys on")
    try next.wait(for: "> ")
    try next.type("resume\r")
    try next.wait(for: "Going on with case")
    try next.wait(for: "Why 1 of about 5: why “exports stopped for an hour”")
    try next.wait(for: "why 1/5> ")
    #expect(!next.screen.text.contains("unch"))
  }

  @Test func `an answered turn survives being killed`() throws {
    let folder = terminal.folder
    try terminal.type("tomas to check the logs by friday\r")
    try terminal.wait(for: "check the logs, due")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForEnd() == -SIGKILL)
    let next = try Terminal("chat", folder: folder)
    try next.wait(for: "> ")
    try next.type("follow ups of tomas\r")
    try next.wait(for: "check the logs")
  }
}

@Suite(.serialized) struct `A pasted text` {
  @Test func `of several lines is one message`() throws {
    let terminal = try Terminal("chat", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "> ")
    try terminal.type(Key.pasteStart + "colourless green\nideas sleep\nfuriously tonight" + Key.pasteEnd)
    try terminal.wait(for: "furiously tonight")
    try terminal.type(Key.enter)
    try terminal.wait(for: "I did not understand")
    try terminal.wait(for: "> ")
    try terminal.type(Key.up)
    try terminal.wait(for: "furiously tonight")
    // One turn, and so one number: the chat's first.
    #expect(terminal.screen.text.contains("#1"))
    #expect(!terminal.screen.text.contains("#2"))
  }

  @Test(.timeLimit(.minutes(2))) func `of a hundred kilobytes is one message`() throws {
    let terminal = try Terminal("chat", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "> ")
    let line = String(repeating: "pasted words ", count: 8) + "\n"
    let text = String(repeating: line, count: 100_000 / line.utf8.count) + "the last of it"
    try terminal.type(Key.pasteStart + text + Key.pasteEnd)
    try terminal.wait(for: "the last of it")
    try terminal.type(Key.enter)
    try terminal.wait(for: "> ")
    try terminal.type("whos late\r")
    try terminal.wait(for: "Late: ")
    #expect(terminal.screen.text.contains("#2"))
    #expect(!terminal.screen.text.contains("#3"))
  }
}
