import Foundation
import Testing

private typealias Key = Terminal.Key

@Suite(.serialized) struct `A chat's looks` {
  @Test(arguments: [40, 50, 80, 132])
  func `fit a terminal of any width`(columns: Int) throws {
    let terminal = try Terminal("chat", columns: columns, folder: try Terminal.folderWithSample())
    try terminal.wait(for: "sample> ")
    for line in ["who is blocked", "status of smart export", "what is blocking IDN-21", "help", "whos late"] {
      try terminal.type(line + "\r")
      try terminal.wait(
        until: { $0.lines.last == "sample>" || $0.lines.last?.hasPrefix("sample (") == true }, for: line)
    }
    // A row that was wrapped by the terminal itself would stand as one that is full.
    let full = terminal.screen.lines.filter { $0.count >= columns && !$0.contains("#") }
    #expect(full.allSatisfy { $0.count == columns })
    #expect(terminal.screen.lines.allSatisfy { $0.count <= columns })
  }

  @Test func `of a plain chat are sentences without a sequence`() throws {
    let terminal = try Terminal("chat", "--plain", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "gangway> ")
    try terminal.type("who is blocked\r")
    try terminal.wait(for: "Answer 1.")
    try terminal.wait(for: "gangway> ")
    let shown = String(decoding: terminal.shown, as: UTF8.self)
    #expect(!shown.contains("\u{1B}[2m"))
    #expect(!shown.contains("└"))
  }

  @Test func `become plain on the spot, and stay so next time`() throws {
    let terminal = try Terminal("chat", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "sample> ")
    try terminal.type("plain\r")
    try terminal.wait(for: "gangway> ")
    try terminal.type("whos late\r")
    try terminal.wait(for: "Answer 2.")
    try terminal.type(Key.end)
    #expect(try terminal.waitForEnd() == 0)
    let next = try Terminal("chat", folder: terminal.folder)
    try next.wait(for: "gangway> ")
    try next.type("whos late\r")
    try next.wait(for: "Answer ")
  }

  @Test func `are coloured only where a word says the same`() throws {
    let variables = ["NO_COLOR": "", "GANGWAY_COLOR": "always"]
    let terminal = try Terminal("chat", with: variables, folder: try Terminal.folderWithSample())
    try terminal.wait(for: "sample>")
    try terminal.type("who is blocked\r")
    try terminal.wait(for: "12 items are blocked")
    try terminal.wait(for: "sample>")
    let shown = String(decoding: terminal.shown, as: UTF8.self)
    #expect(shown.contains("\u{1B}[1m12 items are blocked"))
    // No background, no white, black or blue.
    for code in ["[30m", "[34m", "[37m", "[40m", "[41m", "[44m", "[47m"] { #expect(!shown.contains(code)) }
  }

  @Test func `hold a hint that the right arrow takes, and that never completes a line that writes`() throws {
    let terminal = try Terminal("chat", with: ["GANGWAY_HINTS": "on"], folder: try Terminal.folderWithSample())
    try terminal.wait(for: "sample> ")
    try terminal.type("who owns smar")
    try terminal.wait(for: "t Export")
    try terminal.type(Key.right)
    try terminal.type(Key.enter)
    try terminal.wait(for: "Smart Export belongs to")
    try terminal.wait(for: "sample> ")
    try terminal.type("tomas to check the logs by friday\r")
    try terminal.wait(for: "Saved")
    try terminal.wait(for: "sample> ")
    try terminal.type("tomas to check")
    try terminal.wait(for: "check")
    try terminal.type(Key.right + Key.interrupt)
    try terminal.wait(for: "^C")
    #expect(terminal.screen.lines.contains("sample> tomas to check^C"))
  }

  @Test func `of a copy are handed to the terminal`() throws {
    let terminal = try Terminal("chat", folder: try Terminal.folderWithSample())
    try terminal.wait(for: "sample> ")
    try terminal.type("who owns smart export\r")
    try terminal.wait(for: "sample> ")
    try terminal.type("copy\r")
    try terminal.wait(for: "\u{1B}]52;c;")
    try terminal.wait(for: "The terminal was asked to copy it")
  }
}

@Suite(.serialized) struct `A first start` {
  @Test func `offers the sample, asks who one is, and remembers it`() throws {
    let folder = try Terminal.folder()
    let terminal = try Terminal("chat", with: ["GANGWAY_USER": ""], folder: folder)
    try terminal.wait(for: "Welcome to Gangway.")
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("1\r")
    try terminal.wait(for: "Who are you?")
    try terminal.wait(for: "name> ")
    try terminal.type("ana\r")
    try terminal.wait(for: "remember it? [Y/n]> ")
    try terminal.type("\r")
    try terminal.wait(for: "sample> ")
    let path = folder.appendingPathComponent(".config/gangway/config").path
    #expect(String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self) == "user = ana\n")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try terminal.type("bye\r")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func `imports a file after showing what would change`() throws {
    let folder = try Terminal.folder()
    let path = folder.appendingPathComponent("board.jsonl")
    try Data(
      """
      {"kind":"team","key":"pay","name":"Payments"}
      {"kind":"feature","key":"refunds","name":"Refunds","team":"pay"}
      {"kind":"item","key":"PAY-1","title":"Refund in parts","feature":"refunds","status":"In Progress"}

      """.utf8
    ).write(to: path)
    let terminal = try Terminal("chat", with: ["GANGWAY_USER": ""], folder: folder)
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("import ~/board.jsonl\r")
    try terminal.wait(for: "Nothing was changed")
    try terminal.wait(for: "import it? [y/N]> ")
    try terminal.type("y\r")
    try terminal.wait(for: "gangway> ")
    try terminal.type("who owns refunds\r")
    try terminal.wait(for: "Refunds belongs to Payments")
  }

  @Test func `says why a file is refused, and asks again`() throws {
    let terminal = try Terminal("chat", with: ["GANGWAY_USER": ""], folder: try Terminal.folder())
    try terminal.wait(for: "sample or import?> ")
    try terminal.type("import ~/missing.json\r")
    try terminal.wait(
      until: { $0.lines.joined(separator: " ").contains("Check the path") && $0.lines.last == "sample or import?>" },
      for: "the reason and the question")
    try terminal.type("1\r")
    try terminal.wait(for: "Who are you?")
  }

  @Test func `edits a long line in the person's editor`() throws {
    let folder = try Terminal.folderWithSample()
    let editor = folder.appendingPathComponent("editor")
    try Data("#!/bin/sh\nprintf 'who owns webhooks' > \"$1\"\n".utf8).write(to: editor)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor.path)
    let terminal = try Terminal("chat", with: ["EDITOR": editor.path], folder: folder)
    try terminal.wait(for: "sample> ")
    try terminal.type("who\u{18}\u{05}")
    try terminal.wait(for: "who owns webhooks")
    try terminal.type("\r")
    try terminal.wait(for: "Webhooks belongs to")
  }
}
