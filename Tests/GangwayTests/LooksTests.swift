import Foundation
import Testing

@Suite struct `How answers look` {
  private let line = "is smart export live"

  private func isColoured(_ words: [String], _ variables: [String: String] = [:]) throws -> Bool {
    try Place.withSample().run(["ask"] + words + [line], input: [], with: variables).output.contains("\u{1B}[")
  }

  @Test func `has no colour off a terminal unless it is asked for`() throws {
    #expect(try !isColoured([]))
    #expect(try isColoured(["--color", "always"]))
    #expect(try isColoured([], ["CLICOLOR_FORCE": "1"]))
  }

  @Test func `takes the command line before NO_COLOR, and that before CLICOLOR_FORCE`() throws {
    #expect(try isColoured(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try !isColoured([], ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]))
    #expect(try !isColoured(["--color", "never"], ["CLICOLOR_FORCE": "1"]))
    #expect(try !isColoured([], ["CLICOLOR_FORCE": "0"]))
  }

  @Test(arguments: [["--plain"], []]) func `is in sentences with --plain, ACCESSIBLE or the setting`(
    words: [String]
  ) throws {
    let place = try Place.withSample()
    let ran = try place.run(
      ["ask", "who is blocked"] + words, input: [], with: words.isEmpty ? ["ACCESSIBLE": "1"] : [:])
    #expect(!ran.output.contains("   "))
    #expect(ran.output.contains("12 items are blocked."))
    try place.write("# mine\nplain = yes\n", to: "settings")
    #expect(try place.run("ask", "--config", place.path("settings"), "who is blocked").output == ran.output)
  }

  @Test func `has high contrast with the option, the variable or the setting`() throws {
    let place = try Place.withSample()
    let ask = ["ask", "--color", "always", line]
    let usual = try place.run(ask, input: [])
    #expect(usual.output.contains("\u{1B}[2m"))
    let high = try place.run(["ask", "--contrast", "high", "--color", "always", line], input: [])
    #expect(!high.output.contains("\u{1B}[2m"))
    #expect(try place.run(ask, input: [], with: ["GANGWAY_CONTRAST": "high"]).output == high.output)
    let path = try place.write("contrast = high\n", to: "settings")
    #expect(try place.run(ask + ["--config", path], input: []).output == high.output)
    #expect(
      try place.run(ask + ["--contrast", "normal"], input: [], with: ["GANGWAY_CONTRAST": "high"]).output
        == usual.output)
  }

  @Test(arguments: ["GANGWAY_COLOR", "GANGWAY_CONTRAST"]) func `refuses a variable of ours that it cannot take`(
    name: String
  ) throws {
    let ran = try Place().run("ask", "hi", with: [name: "perhaps"])
    #expect(ran.code == 2)
    #expect(ran.complaint.contains("perhaps"))
  }

  @Test func `is as wide off a terminal whatever COLUMNS says`() throws {
    let place = try Place.withSample()
    let usual = try place.run("ask", "who is blocked").output
    #expect(try place.run("ask", "who is blocked", with: ["COLUMNS": "40"]).output == usual)
  }

  @Test func `draws in ASCII when asked`() throws {
    let place = try Place.withSample()
    let drawn = try place.run("ask", "what is blocking IDN-21").output
    #expect(drawn.contains("├─"))
    let plain = try place.run("ask", "--ascii", "what is blocking IDN-21").output
    #expect(!plain.contains("├─") && !plain.contains("│"))
  }

  @Test(arguments: ["nonsense\n", "colour = blue\n", "color = blue\n", "plain = perhaps\n"])
  func `refuses settings that it does not know, with the line`(text: String) throws {
    let place = try Place()
    let path = try place.write("# settings\n" + text, to: "settings")
    let ran = try place.run("ask", "--config", path, "hi")
    #expect(ran.code == 2)
    #expect(ran.complaint.contains("line 2"))
  }

  @Test func `reads the settings in the XDG folder, after the environment`() throws {
    let place = try Place.withSample()
    try FileManager.default.createDirectory(atPath: place.path("etc/gangway"), withIntermediateDirectories: true)
    try place.write("user = sam\n", to: "etc/gangway/config")
    let xdg = ["XDG_CONFIG_HOME": place.path("etc")]
    #expect(try place.run("ask", "hi", with: xdg).output.hasPrefix("Hello Sam."))
    #expect(
      try place.run("ask", "hi", with: xdg.merging(["GANGWAY_USER": "ana"]) { $1 }).output.hasPrefix("Hello Ana."))
    #expect(try place.run("ask", "--as", "jo", "hi", with: xdg).output.hasPrefix("Hello Jo."))
  }

  @Test func `takes the login name when it is a person's key`() throws {
    let place = try Place.withSample()
    #expect(try place.run("ask", "hi", with: ["LOGNAME": "priya"]).output.hasPrefix("Hello Priya."))
    #expect(try place.run("ask", "hi", with: ["LOGNAME": "root"]).output.hasPrefix("Hello."))
  }
}
