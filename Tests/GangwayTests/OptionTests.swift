import Foundation
import Interchange
import Testing

@testable import gangway

@Suite struct `A quiet answer` {
  @Test(arguments: [
    ("who is blocked", "12 items are blocked. The oldest has waited 21 days."),
    ("status of export", "I know no feature called “export”."), ("thanks", "You're welcome."),
    ("f/u priya draft dpa by thurs, lena review mon", "2 follow-ups — please check:"),
  ]) func `is the sentence that answers, and exits as ever`(line: String, headline: String) throws {
    let place = try Place.withSample()
    let ran = try place.run("ask", "-q", "--as", "sam", line)
    #expect(ran.output == headline + "\n")
    #expect(try ran.code == Place.withSample().run("ask", "--as", "sam", line).code)
    // Only what has to be typed to go on is said beside it.
    #expect(ran.complaint.isEmpty || ran.complaint.contains("gangway ask --yes"))
  }

  @Test func `is one line for each line of a pipe, however long`() throws {
    let long = "status of " + String(repeating: "frobnicator ", count: 30)
    let ran = try Place.withSample().run("--quiet", input: "who is blocked\n\(long)\nthanks\n")
    #expect(ran.output.split(separator: "\n", omittingEmptySubsequences: false).count == 4)
    #expect(ran.complaint.isEmpty)
  }

  @Test func `leaves objects whole`() throws {
    let place = try Place.withSample()
    #expect(
      try place.run("ask", "--json", "-q", "who is blocked").output
        == place.run("ask", "--json", "who is blocked").output)
  }

  @Test func `of an import is its first line, and of the doctor what has to be fixed`() throws {
    let place = try Place()
    let ran = try place.run("import", "-q", "sample")
    #expect(ran.output == "sample: 294 records read as Gangway JSON Lines.\n")
    #expect(ran.complaint.isEmpty)
    #expect(try place.run("doctor", "-q").output == "")
    let wrong = try place.run("doctor", "-q", with: ["GANGWAY_COLOR": "blue"])
    #expect(wrong.code == 1)
    #expect(wrong.output.contains("fix: ") && !wrong.output.contains("ok: "))
  }
}

@Suite struct `An answer that says how it came about` {
  @Test(arguments: ["-v", "--verbose"]) func `names the rule with its place, and the time, beside the answer`(
    option: String
  ) throws {
    let place = try Place.withSample()
    let usual = try place.run("ask", "who owns webhooks")
    let ran = try place.run("ask", option, "who owns webhooks")
    #expect(ran.output == usual.output)
    let added = ran.complaint.dropFirst(usual.complaint.count).split(separator: "\n")
    #expect(added.count == 2)
    let rule = try #require(added.first)
    #expect(rule.contains("(prompts/intents/feature.owner.yaml, line ") && rule.contains("{feature}"))
    #expect(added.last?.firstMatch(of: /^Answered in \d+\.\d\d ms\.$/) != nil, "\(added)")
  }

  @Test func `says so of each line of a pipe, also of one that is not understood and of one that answers`() throws {
    let ran = try Place.withSample().run(
      "chat", "-v", "--as", "sam", input: "blurgle fnord\n5 whys on the outage\nexports stopped for an hour\n")
    let said = ran.complaint.split(separator: "\n")
    #expect(said.filter { $0.hasPrefix("Answered in ") }.count == 3)
    #expect(said.contains { $0.hasPrefix("Nothing reached ") })
    #expect(said.contains("It was taken as an answer to what was asked."))
  }
}

@Suite struct `A line that is only tried` {
  @Test(arguments: ["-n", "--dry-run"]) func `says what would happen, and changes nothing`(option: String) throws {
    let place = try Place.withSample()
    let before = try place.run("export").output
    let ran = try place.run("ask", option, "--as", "sam", "38 is done")
    #expect(ran.code == 0)
    #expect(ran.output == "38: Sam, macro wording → done.\nNothing was changed: this was a trial run.\n")
    #expect(try place.run("export").output == before)
    // Nothing was said either, so that there is nothing to take back or to ask about.
    #expect(try place.run("ask", "--as", "sam", "why").output.contains("not answered anything"))
    #expect(try place.run("ask", "--as", "sam", "undo").output.contains("nothing of yours"))
  }

  @Test func `that asks first leaves no question open`() throws {
    let place = try Place.withSample()
    let line = "f/u priya draft dpa by thurs, lena review mon"
    #expect(try place.run("ask", "-n", "--as", "sam", line).code == 5)
    #expect(try place.run("ask", "--as", "sam", "--json", "y").object()["changes"]?.array?.isEmpty == true)
    let made = try place.run("ask", "-n", "--json", "--yes", "--as", "sam", line).object()
    #expect(made["outcome"]?.text == "changed")
    #expect(made["changes"]?.array?.isEmpty == true)
    #expect(try !place.run("export").output.contains("draft dpa"))
  }
}

@Suite struct `Options of every command` {
  @Test func `are known by their words as the parser knows them`() throws {
    for argument in try CommandTree.ofProgram().shared {
      for name in argument.names where name != "-h" && name != "--help" && name != "--version" {
        var settings = Settings()
        let isTaken =
          argument.value == nil ? settings.take(name) : settings.take(argument.choices.last ?? "x", for: name)
        #expect(isTaken && settings != Settings(), "\(name)")
        #expect(Settings.valued.contains(name) == (argument.value != nil), "\(name)")
      }
    }
    var settings = Settings()
    let isTaken = [
      settings.take("--wrong"), settings.take("x", for: "--wrong"), settings.take("pink", for: "--color"),
    ]
    #expect(isTaken == [false, false, false])
  }

  @Test(arguments: [
    (["--json", "ask", "hi"], ["ask", "--json", "hi"]),
    (["-q", "--store", "ask", "ask", "hi"], ["ask", "-q", "--store", "ask", "hi"]),
    (["--store=x", "import", "sample"], ["import", "--store=x", "sample"]),
    (["--json", "--as", "sam"], ["--json", "--as", "sam"]), (["--wrong", "ask", "hi"], ["--wrong", "ask", "hi"]),
    (["hello", "ask"], ["hello", "ask"]), ([], []),
  ]) func `may stand before the command`(words: [String], settled: [String]) {
    #expect(CommandWords.settled(words, commands: ["ask", "import"]) == settled)
  }

  @Test func `give the same wherever they stand and by whichever name`() throws {
    let place = try Place.withSample()
    let usual = try place.run("ask", "--json", "who is blocked").output
    #expect(try place.run("--json", "ask", "who is blocked").output == usual)
    #expect(try place.run("ask", "who is blocked", "--ndjson").output == usual)
    #expect(try place.run("--ndjson", "chat", input: "who is blocked\n").output == usual)
  }

  @Test(arguments: [["who is blocked"], ["fly"], ["who", "is", "blocked"]])
  func `name the command that asks, when there is none`(words: [String]) throws {
    let ran = try Place.withSample().run(words, input: [])
    #expect(ran.code == 2)
    let line = words.joined(separator: " ")
    #expect(ran.complaint.contains(words == ["fly"] ? "gangway ask fly." : "gangway ask '\(line)'."))
  }

  @Test func `with no input ask nobody, and a change that has to be agreed to exits with the command`() throws {
    let place = try Place.withSample()
    #expect(try place.run("--no-input", input: "thanks\n").output == "You're welcome.\n")
    let ran = try place.run("ask", "--no-input", "CHK-101 waits for CHK-104")
    #expect(ran.code == 5)
    #expect(ran.complaint.contains("gangway ask --yes"))
  }
}
