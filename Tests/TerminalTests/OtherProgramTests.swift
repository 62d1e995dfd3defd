import Foundation
import Testing

private typealias Key = Terminal.Key

@Suite(.serialized) struct `Another program at the same terminal` {
  /// A pager that keeps what it got, waits for a key as one does, and hears Ctrl-C.
  private static let pager = """
    #!/bin/sh
    cat > "$HOME/paged"
    trap 'echo the pager hears it' INT
    printf 'in the pager: '
    until read answer < /dev/tty; do :; done
    echo "left with $answer"
    """

  private func chat(rows: Int = 12) throws -> Terminal {
    let folder = try Terminal.folderWithSample()
    let pager = folder.appendingPathComponent("pager")
    try Data(Self.pager.utf8).write(to: pager)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: pager.path)
    let terminal = try Terminal("chat", rows: rows, with: ["GANGWAY_PAGER": pager.path], folder: folder)
    try terminal.wait(for: "sample> ")
    return terminal
  }

  @Test func `reads a long answer to its end, with the terminal as it expects it`() throws {
    let terminal = try chat()
    try terminal.type("who is blocked\r")
    try terminal.wait(for: "in the pager: ")
    try terminal.waitUntilCooked()
    try terminal.type("q\n")
    try terminal.wait(for: "left with q")
    try terminal.wait(for: "sample> ")
    let path = terminal.folder.appendingPathComponent("paged").path
    let paged = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    #expect(paged.hasPrefix("12 items are blocked.") && paged.contains("Next: "))
    #expect(!terminal.screen.text.contains("CHK-109"))
    try terminal.type("whos late\r")
    try terminal.wait(for: "Late: ")
  }

  @Test func `is the only one that hears Ctrl-C`() throws {
    let terminal = try chat()
    try terminal.type("who is blocked\r")
    try terminal.wait(for: "in the pager: ")
    try terminal.waitUntilCooked()
    try terminal.type(Key.interrupt)
    try terminal.wait(for: "the pager hears it")
    try terminal.type("q\n")
    try terminal.wait(for: "left with q")
    try terminal.wait(for: "sample> ")
    try terminal.type("whos late\r")
    try terminal.wait(for: "Late: ")
    #expect(!terminal.screen.text.contains("Ctrl-D or bye leaves."))
  }

  @Test func `is not started for a short answer, nor when it cannot be found`() throws {
    let terminal = try chat(rows: 60)
    try terminal.type("who is blocked\r")
    try terminal.wait(for: "CHK-109")
    try terminal.wait(for: "sample> ")
    let missing = try Terminal(
      "chat", rows: 12, with: ["GANGWAY_PAGER": "no-such-pager"], folder: terminal.folder)
    try missing.wait(for: "sample> ")
    try missing.type("who is blocked\r")
    try missing.wait(for: "CHK-109")
    try missing.wait(for: "sample> ")
  }

  @Test func `is stopped with the chat by Ctrl-Z, and both go on`() throws {
    let folder = try Terminal.folderWithSample()
    let pager = folder.appendingPathComponent("pager")
    try Data(Self.pager.utf8).write(to: pager)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: pager.path)
    let terminal = try Terminal(
      shell: "set -m; stty rows 12; GANGWAY_PAGER=$HOME/pager \"$0\" chat; echo stopped; read answer; fg",
      folder: folder)
    try terminal.wait(for: "sample> ")
    try terminal.type("who is blocked\r")
    try terminal.wait(for: "in the pager: ")
    try terminal.waitUntilCooked()
    try terminal.type(Key.suspend)
    try terminal.wait(for: "stopped")
    try terminal.type("go on\n")
    try terminal.type("q\n")
    try terminal.wait(for: "left with ")
    try terminal.wait(for: "sample> ")
    try terminal.type("bye\r")
    #expect(try terminal.waitForEnd() == 0)
  }
}

@Suite(.serialized) struct `The completion script of zsh` {
  private static let zsh = ["/bin/zsh", "/usr/bin/zsh", "/usr/local/bin/zsh", "/opt/homebrew/bin/zsh"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    .enabled(if: zsh != nil, "zsh is not installed"),
    arguments: [
      ("do", "doctor"), ("ask --color al", "ask --color always"),
      ("import --format jira-c", "import --format jira-csv"),
      ("imp", "import"),
    ]) func `completes what is typed`(typed: String, completed: String) throws
  {
    let folder = try Terminal.folder()
    let zsh = try #require(Self.zsh)
    // The terminal is named by the shell that is tried; a start-up file of one's own must not get in the way.
    let terminal = try Terminal(
      shell: "\"$0\" --generate-completion-script zsh > $HOME/_gangway; exec \(zsh) -f -i", folder: folder)
    try terminal.type("PS1='ready> '; fpath=($HOME $fpath); autoload -U compinit; compinit -u -D; echo load''ed\n")
    try terminal.wait(for: "loaded")
    try terminal.wait(for: "ready> ")
    try terminal.type("gangway \(typed)" + Key.tab)
    try terminal.wait(until: { $0.lines.last?.hasPrefix("ready> gangway \(completed)") == true }, for: completed)
  }
}
