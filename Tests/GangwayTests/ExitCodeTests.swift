import Foundation
import Testing

@Suite struct `The exit code of ask` {
  @Test(arguments: [
    ("is smart export live", 0), ("who is blocked", 0), ("remind me to call legal tomorrow", 0),
    ("is turbo mode live", 3), ("status of ENG-999", 3), ("blurgle fnord", 4), ("send an email to acme", 4),
    ("5 whys on the outage", 0), ("ENG-47 is done", 0),
    ("f/u priya draft dpa by thurs, lena review mon and tomas to check retention", 5),
  ]) func `says what became of the line`(line: String, code: Int32) throws {
    let ran = try Place.withSample().run("ask", "--as", "sam", line)
    #expect(ran.code == code, "\(ran.output) \(ran.complaint)")
    #expect(!ran.output.isEmpty)
  }

  @Test(arguments: [
    ["ask", "--now", "yesterday-ish", "hi"], ["ask", "--as", "tomass", "hi"], ["ask", "--wrong", "hi"], ["ask"],
    ["ask", "--color", "sometimes", "hi"], ["ask", "--zone", "Mars/Base", "hi"], ["ask", "--config", "none", "hi"],
    ["import"], ["import", "--format", "stone", "sample"], ["export", "--format", "stone"], ["parse", "--wrong"],
    ["fly"],
  ]) func `is 2 for wrong usage, which is explained`(words: [String]) throws {
    let ran = try Place.withSample().run(words, input: [])
    #expect(ran.code == 2)
    #expect(ran.output.isEmpty)
    #expect(!ran.complaint.isEmpty)
  }

  @Test func `names the people who are nearest to one that is unknown`() throws {
    let ran = try Place.withSample().run("ask", "--as", "Tomass", "hi")
    #expect(ran.complaint.contains("Tomas Lindqvist"))
  }

  @Test(arguments: [
    ["--help"], ["--version"], ["ask", "--help"], ["--generate-completion-script", "bash"],
    ["--generate-completion-script", "zsh"], ["--generate-completion-script", "fish"],
  ]) func `is 0 for help, the version and completions`(words: [String]) throws {
    let ran = try Place().run(words, input: [])
    #expect(ran.code == 0)
    #expect(!ran.output.isEmpty)
    #expect(ran.complaint.isEmpty)
  }

  @Test func `is 1 when the store cannot be used`() throws {
    let place = try Place()
    let path = try place.write("This is no store.\n", to: "letter.txt")
    let ran = try place.run("ask", "--store", path, "hi")
    #expect(ran.code == 1)
    #expect(ran.complaint.contains("letter.txt"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "This is no store.\n")
  }

  @Test func `is 1 for a store of a newer layout, which stays as it is`() throws {
    let place = try Place.withSample()
    let path = place.path("store.db")
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    // The user version of an SQLite file stands at byte 60, the most significant byte first.
    bytes[61] = 0x7F
    try place.write(bytes, to: "newer.db")
    let ran = try place.run("ask", "--store", place.path("newer.db"), "hi")
    #expect(ran.code == 1)
    #expect(ran.complaint.contains("newer"))
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: place.path("newer.db")))) == bytes)
  }
}
