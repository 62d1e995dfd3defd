import Foundation
import Interchange
import Testing

@testable import gangway

@Suite struct `The doctor` {
  /// What was found, by the name of the check.
  private func findings(_ ran: Place.Ran) throws -> [String: JSON] {
    try Dictionary(ran.objects().map { ($0["check"]?.text ?? "", $0) }) { first, second in
      first["state"]?.text == "fix" ? first : second
    }
  }

  @Test func `looks at everything there is, and finds a sample well`() throws {
    let place = try Place.withSample()
    let ran = try place.run("doctor", "--json")
    #expect(ran.code == 0)
    let found = try findings(ran)
    for name in [
      "version", "store", "rights", "layout", "writing", "configuration", "clock", "zone", "you", "terminal", "locale",
      "readline", "inputrc", "pager", "editor", "clipboard", "colour", "licence",
    ] {
      #expect(found[name]?["finding"]?.text?.isEmpty == false, "\(name)")
      #expect(found[name]?["state"]?.text != "fix", "\(name)")
    }
    #expect(found["store"]?["finding"]?.text?.contains(place.path("store.db")) == true)
    #expect(found["layout"]?["finding"]?.text?.contains("wal") == true)
    let text = try place.run("doctor")
    #expect(text.code == 0)
    #expect(text.output.contains("readline") && text.output.contains("ok: "))
  }

  @Test func `finds no store, and makes none`() throws {
    let place = try Place()
    let ran = try place.run("doctor", "--json")
    #expect(ran.code == 0)
    #expect(try findings(ran)["store"]?["state"]?.text == "info")
    #expect(!FileManager.default.fileExists(atPath: place.path("store.db")))
  }

  @Test func `tells what cannot be a store, and leaves it as it was`() throws {
    let place = try Place.withSample()
    var newer = try [UInt8](Data(contentsOf: URL(fileURLWithPath: place.path("store.db"))))
    // The user version of an SQLite file stands at byte 60, the most significant byte first.
    newer[61] = 0x7F
    var damaged = newer
    damaged[61] = 0
    for index in 4_096..<min(damaged.count, 90_000) { damaged[index] = UInt8(truncatingIfNeeded: index &* 7) }
    for (name, bytes, words) in [
      ("newer.db", newer, "newer"), ("damaged.db", damaged, "damaged"),
      ("letter.txt", Array("Not a store, but a letter.\n".utf8), "not a store"), ("empty.db", [], "empty"),
    ] {
      let path = try place.write(bytes, to: name)
      let ran = try place.run("doctor", "--json", "--store", path)
      let store = try #require(try findings(ran)["store"])
      #expect(ran.code == (bytes.isEmpty ? 0 : 1), "\(name) \(ran.complaint)")
      #expect(store["state"]?.text == (bytes.isEmpty ? "info" : "fix"), "\(name)")
      #expect(store["finding"]?.text?.contains(words) == true, "\(store)")
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == bytes, "\(name)")
    }
    let folder = try place.run("doctor", "--json", "--store", place.folder.path)
    #expect(folder.code == 1)
    #expect(try findings(folder)["store"]?["finding"]?.text?.contains("folder") == true)
  }

  @Test func `gives the command that takes a store's rights from others`() throws {
    let place = try Place.withSample()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.path("store.db"))
    let ran = try place.run("doctor", "--json")
    #expect(ran.code == 1)
    let command = try #require(try findings(ran)["rights"]?["command"]?.text)
    #expect(try place.shell(command) == 0)
    #expect(try place.run("doctor", "--json").code == 0)
  }

  @Test func `names every problem of the configuration with its line, and goes on`() throws {
    let place = try Place.withSample()
    let path = try place.write("user = sam\ncolour = auto\nplain perhaps\ncontrast = blue\nzebra = 1\n", to: "config")
    let ran = try place.run("doctor", "--json", "--config", path)
    #expect(ran.code == 1)
    let problems = try ran.objects().filter { $0["check"]?.text == "configuration" }
    #expect(problems.count == 4)
    for (problem, line) in zip(problems, 2...) {
      #expect(problem["finding"]?.text?.contains("line \(line)") == true)
      #expect(problem["command"]?.text?.contains("+\(line) ") == true)
    }
    #expect(problems[0]["finding"]?.text?.contains("nearest is color") == true)
    // What is right counts all the same.
    #expect(try findings(ran)["you"]?["finding"]?.text == "Sam Okoro" || findings(ran)["you"]?["state"]?.text == "ok")
    #expect(try place.run("doctor", "--config", place.path("none")).code == 1)
  }

  @Test(arguments: [
    ("environment", "GANGWAY_COLOR", "perhaps"), ("clock", "GANGWAY_NOW", "when"), ("zone", "TZ", "Mars/Base"),
    ("pager", "GANGWAY_PAGER", "no-such-pager -R"), ("inputrc", "INPUTRC", "/nowhere/inputrc"),
    ("you", "GANGWAY_USER", "nobody-at-all"),
  ]) func `says what is wrong with a variable`(check: String, name: String, value: String) throws {
    let ran = try Place.withSample().run("doctor", "--json", with: [name: value])
    #expect(ran.code == 1)
    let found = try findings(ran)[check]
    #expect(found?["state"]?.text == "fix", "\(ran.output)")
    let finding = found?["finding"]?.text ?? ""
    #expect(value.split(separator: " ").first.map { finding.contains($0) } == true, "\(finding)")
  }

  @Test func `tells why answers are coloured`() throws {
    let place = try Place.withSample()
    func colour(_ words: [String], _ variables: [String: String] = [:]) throws -> String? {
      try findings(place.run(["doctor", "--json"] + words, input: [], with: variables))["colour"]?["finding"]?.text
    }
    #expect(try colour([])?.contains("not a terminal") == true)
    #expect(try colour(["--color", "always"])?.contains("on, because --color") == true)
    #expect(try colour([], ["FORCE_COLOR": "1"])?.contains("on, because FORCE_COLOR") == true)
    #expect(try colour([], ["FORCE_COLOR": "1", "NO_COLOR": "1"])?.contains("off, because NO_COLOR") == true)
    #expect(try colour(["--plain"])?.contains("plain") == true)
  }

  @Test func `says which keys a file gives another meaning`() throws {
    let place = try Place.withSample()
    let path = try place.write(
      "$if Bash\nset disable-completion on\n$endif\n$if gangway\nset editing-mode vi\n$endif\n"
        + "set enable-bracketed-paste off\n\"\\t\": menu-insert\n", to: ".inputrc")
    let finding = try #require(try findings(place.run("doctor", "--json"))["inputrc"]?["finding"]?.text)
    #expect(finding.hasPrefix(path))
    for words in ["$if gangway", "vi", "bracketed paste", "Tab another meaning"] { #expect(finding.contains(words)) }
    #expect(!finding.contains("completion off"))
  }
}

@Suite struct `A file of keys` {
  @Test(arguments: [
    ("$if gangway\nset editing-mode vi\n$else\nset editing-mode emacs\n$endif", "vi"),
    ("$if Bash\nset editing-mode vi\n$else\nset editing-mode emacs\n$endif", "emacs"),
    ("$if mode=vi\n$if bash\nset editing-mode vi\n$endif\n$endif", nil),
    ("# set editing-mode vi\n  SET  Editing-Mode  VI  ", "vi"), ("$endif\n$else\nset", nil),
  ]) func `counts only what is for this program`(text: String, mode: String?) {
    #expect(KeyFile(text, application: "gangway").settings["editing-mode"] == mode)
  }

  @Test func `may bind Tab to completion in its own way`() {
    #expect(!KeyFile("TAB: menu-complete", application: "gangway").movesTab)
    #expect(KeyFile("Control-i: tab-insert", application: "gangway").movesTab)
  }
}
