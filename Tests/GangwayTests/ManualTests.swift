import Foundation
import Testing

@testable import gangway

@Suite struct `The manual page` {
  private func page() throws -> String {
    ManualPage.text(tree: try CommandTree.ofProgram(), version: Gangway.version)
  }

  @Test func `is what the program prints`() throws {
    let ran = try Place().run("manual")
    #expect(ran.code == 0)
    #expect(try ran.output == page())
    #expect(try !Place().run("--help").output.contains("manual page."))
  }

  @Test(arguments: [
    "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "WHAT TO SAY", "KEYS", "CONFIGURATION", "ENVIRONMENT",
    "FILES", "EXIT STATUS", "PRIVACY", "BUGS", "LICENCE",
  ]) func `has the sections that a page has`(title: String) throws {
    #expect(try page().contains("\n.SH \"\(title)\"\n"))
  }

  @Test func `names every command and every option of the parser`() throws {
    let page = try page()
    let tree = try CommandTree.ofProgram()
    #expect(tree.commands.map(\.name) == ["chat", "ask", "parse", "when", "import", "export", "doctor"])
    #expect(tree.shared.contains { $0.names == ["--private"] })
    for command in tree.commands {
      #expect(page.contains("\n.SS \"gangway \(command.name)\"\n"))
      for name in (command.arguments + tree.arguments).flatMap(\.names) {
        #expect(page.contains(Roff.bold(name)), "\(command.name) \(name)")
      }
      // What the parser says in its own help is here too.
      for argument in command.arguments {
        #expect(!argument.abstract.isEmpty, "\(command.name) \(argument.names)")
        #expect(page.contains(Roff.escaped(argument.abstract)), "\(argument.abstract)")
      }
    }
  }

  @Test(arguments: Setting.allCases) func `tells each setting`(setting: Setting) throws {
    let page = try page()
    #expect(page.contains("\n.TP\n\(Roff.bold(setting.rawValue))\n\(Roff.escaped(setting.meaning))\n"))
    #expect(!setting.values.isEmpty && !setting.usual.isEmpty)
  }

  @Test(arguments: Variable.allCases) func `tells each variable`(variable: Variable) throws {
    #expect(try page().contains(Roff.bold(variable.rawValue)))
    #expect(!variable.meaning.isEmpty)
  }

  @Test func `shows a configuration that is taken as it stands`() {
    let configuration = Configuration(
      text: ManualPage.exampleOfConfiguration.joined(separator: "\n"), path: "example")
    #expect(configuration.problems.isEmpty)
    #expect(configuration.named == Setting.allCases)
    #expect(configuration.user == "sam" && configuration.contrast == .high && configuration.pager == "less -R")
  }

  @Test func `has no line that is taken for a request by mistake, and nothing outside ASCII`() throws {
    let requests: Set<Substring> = [".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".br"]
    for line in try page().split(separator: "\n") {
      #expect(!line.hasPrefix("'"))
      if line.hasPrefix(".") { #expect(line.split(separator: " ").first.map(requests.contains) == true, "\(line)") }
      #expect(line.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }, "\(line)")
    }
  }

  @Test func `names every variable of its own that the program asks for`() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var found: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      for piece in try String(contentsOf: file, encoding: .utf8).split(separator: "\"") {
        let isName = piece.allSatisfy { $0.isASCII && ($0.isUppercase || $0 == "_") }
        if isName, piece.hasPrefix("GANGWAY_") || piece.hasPrefix("XDG_") { found.insert(String(piece)) }
      }
    }
    #expect(found.count >= 9)
    #expect(found.subtracting(Variable.allCases.map(\.rawValue)).isEmpty)
  }
}

@Suite struct `Text for manual pages` {
  @Test(arguments: [
    (#"a\b"#, #"a\[rs]b"#), ("--store", "--store"), ("it's", "it's"), ("~ ^ `", #"\[ti] \[ha] \[ga]"#),
    ("“é…”", #"\[u201C]\[u00E9]\[u2026]\[u201D]"#), ("a\u{1B}b\nc", "ab c"), ("\"", #"\[dq]"#), ("👋", #"\[u1F44B]"#),
  ]) func `is escaped`(text: String, escaped: String) {
    #expect(Roff.escaped(text) == escaped)
  }

  @Test func `keeps hyphens and apostrophes of what is typed`() {
    #expect(Roff.marked("say `--store` *path*, it's so") == #"say \fB\-\-store\fR \fIpath\fR, it's so"#)
    #expect(Roff.escaped("it's", isTyped: true) == #"it\[aq]s"#)
    #expect(Roff.marked("a * b") == "a * b")
  }

  @Test func `never begins a line like a request`() {
    var roff = Roff()
    roff.line(".SH no")
    roff.line("'no")
    roff.sentences("One. .two. 'Three.")
    #expect(roff.text == "\\&.SH no\n\\&'no\nOne.\n\\&.two.\n\\&'Three.\n")
  }
}

@Suite struct `A setting's name` {
  @Test(arguments: [
    ("colour", Setting.color), ("COLOR", .color), ("usr", .user), ("time", nil), ("pagr", .pager), ("hint", .hints),
    ("zebra", nil), ("", nil), ("stroe", .store),
  ]) func `is found when it is near`(name: String, setting: Setting?) {
    #expect(Setting.nearest(to: name) == setting)
  }

  @Test func `is kept in the file beside what stands there`() throws {
    let place = try Place()
    let path = try place.write("# mine\nuser = ana # me\nhints = no\n", to: "config")
    try Configuration.keep("user", as: "sam", at: path)
    let kept = Configuration(path: path, isNamed: true)
    #expect(kept.user == "sam" && !kept.hints && kept.problems.isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# mine\n"))
  }

  @Test func `may end in a carriage return, and a value may stand between quotation marks`() {
    let configuration = Configuration(text: "user = \"sam\"\r\nplain = yes\r\n", path: "config")
    #expect(configuration.user == "sam" && configuration.plain && configuration.problems.isEmpty)
  }
}
