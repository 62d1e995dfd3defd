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

@Suite(.serialized) struct `An import at a terminal` {
  private let folder: URL

  init() throws { folder = try Terminal.folder() }

  private func write(items: Int, to name: String) throws {
    let lines = (0..<items).map { "{\"kind\":\"item\",\"key\":\"MAN-\($0)\",\"title\":\"one of many\"}\n" }
    try Data(lines.joined().utf8).write(to: folder.appendingPathComponent(name))
  }

  @Test func `draws a bar that has gone when the report is there`() throws {
    try write(items: 4_000, to: "many.jsonl")
    let terminal = try Terminal("import", folder.appendingPathComponent("many.jsonl").path, folder: folder)
    try terminal.wait(for: "importing  ")
    try terminal.wait(for: " %  ")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.screen.lines.contains("many.jsonl: 4000 records read as Gangway JSON Lines."))
    #expect(!terminal.screen.text.contains("importing"))
    // One row, however often it was drawn.
    #expect(!String(decoding: terminal.shown, as: UTF8.self).contains("records\r\n"))
  }

  @Test func `has no bar in plain sentences, and is silent but for one line with -q`() throws {
    try write(items: 4_000, to: "many.jsonl")
    for (option, lines) in [("--plain", 2...), ("-q", 1...1)] as [(String, any RangeExpression<Int>)] {
      let path = folder.appendingPathComponent("many.jsonl").path
      let terminal = try Terminal("import", option, "--dry-run", path, folder: folder)
      #expect(try terminal.waitForEnd() == 0)
      #expect(!String(decoding: terminal.shown, as: UTF8.self).contains("importing"))
      #expect(lines.contains(terminal.screen.lines.filter { !$0.isEmpty }.count))
    }
  }

  @Test func `is stopped by Ctrl-C at once, and says that nothing was changed`() throws {
    try write(items: 60_000, to: "many.jsonl")
    let terminal = try Terminal("import", folder.appendingPathComponent("many.jsonl").path, folder: folder)
    try terminal.wait(for: "importing  ")
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "Stopped: ")
    #expect(try terminal.waitForEnd() == 130)
    #expect(terminal.isCooked())
    #expect(!terminal.screen.text.contains("importing"))
  }

  @Test func `in a chat is given up when the chat is told to end`() throws {
    try write(items: 60_000, to: "many.jsonl")
    let terminal = try Terminal("chat", with: ["GANGWAY_USER": ""], folder: folder)
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("import ~/many.jsonl\r")
    try terminal.wait(for: "importing  ")
    terminal.signal(SIGTERM)
    try terminal.wait(for: "Stopped: ")
    #expect(try terminal.waitForEnd() == 128 + SIGTERM)
    #expect(terminal.isCooked())
  }

  @Test func `in a chat is stopped by Ctrl-C at once, and the first question is put again`() throws {
    try write(items: 60_000, to: "many.jsonl")
    let terminal = try Terminal("chat", with: ["GANGWAY_USER": ""], folder: folder)
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("import ~/many.jsonl\r")
    try terminal.wait(for: "importing  ")
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "Stopped: ")
    try terminal.wait(for: "sample or import?> ")
    #expect(!terminal.screen.text.contains("importing"))
    // The chat hears the next Ctrl-C as ever, and the first answer as one to its question.
    try terminal.type("sam" + Key.interrupt)
    try terminal.wait(for: "^C")
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("1\r")
    try terminal.wait(for: "Who are you?")
  }

  @Test func `that was imported leaves a chat that Ctrl-C does not end`() throws {
    try write(items: 3_000, to: "many.jsonl")
    let terminal = try Terminal("chat", with: ["GANGWAY_USER": ""], folder: folder)
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("import ~/many.jsonl\r")
    try terminal.wait(for: "import it? [y/N]> ")
    try terminal.type("y\r")
    try terminal.wait(for: "gangway> ")
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "Ctrl-D or bye leaves.")
    try terminal.wait(for: "gangway> ")
    try terminal.type("status of MAN-7\r")
    try terminal.wait(for: "one of many")
  }

  @Test(arguments: ["n\r", "\r", Key.interrupt]) func `that is not wanted leads back to the first question`(
    answer: String
  ) throws {
    try write(items: 3, to: "few.jsonl")
    let terminal = try Terminal("chat", with: ["GANGWAY_USER": ""], folder: folder)
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("import ~/few.jsonl\r")
    try terminal.wait(for: "import it? [y/N]> ")
    try terminal.type(answer)
    try terminal.wait(for: "sample or import?> ")
  }

  @Test func `takes the path from Tab, also where a path is asked for`() throws {
    try write(items: 3, to: "few of them.jsonl")
    let terminal = try Terminal("chat", with: ["GANGWAY_USER": ""], folder: folder)
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("import ~/fe" + Key.tab)
    try terminal.wait(until: { $0.lines.last?.hasSuffix("> import ~/few of them.jsonl") == true }, for: "the path")
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "^C")
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("2\r")
    try terminal.wait(for: "file> ")
    try terminal.type("~/few" + Key.tab + "\r")
    try terminal.wait(for: "3 new")
    try terminal.wait(for: "import it? [y/N]> ")
  }
}
