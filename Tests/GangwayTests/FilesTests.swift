import Foundation
import Interchange
import Testing

@Suite struct `Files and stores` {
  private let item = #"{"kind":"item","key":"AB-1","title":"One","status":"To Do"}"#

  @Test func `keeps the store where XDG says, for the person alone`() throws {
    let place = try Place()
    let variables = ["GANGWAY_STORE": "", "XDG_DATA_HOME": place.path("data")]
    #expect(try place.run("import", "-", input: item, with: variables).code == 0)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(place.path("data/gangway")) == 0o700)
    #expect(try mode(place.path("data/gangway/gangway.db")) == 0o600)
    #expect(try place.run("ask", "status of AB-1", with: variables).code == 0)
  }

  @Test func `keeps the store in the home folder without XDG`() throws {
    let place = try Place()
    #expect(try place.run("import", "-", input: item, with: ["GANGWAY_STORE": ""]).code == 0)
    #expect(FileManager.default.fileExists(atPath: place.path(".local/share/gangway/gangway.db")))
  }

  @Test func `exports what another store takes in as it was`() throws {
    let place = try Place.withSample()
    let talk = """
      38 is done
      remind me to call legal tomorrow
      CHK-104 waits for CHK-109
      y
      5 whys on the outage
      exports stopped
      the disk was full
      1, dashboard
      pause
      "in qa" counts as active
      move ENG-47 to done
      y
      """
    #expect(try place.run("chat", "--as", "sam", input: talk).code == 0)
    let exported = try place.run("export")
    #expect(exported.code == 0)
    let path = try place.write(exported.output, to: "all.jsonl")
    let other = ["GANGWAY_STORE": place.path("other.db")]
    let report = try place.run("import", path, "--json", with: other).object()
    #expect(report["format"]?.text == "gangway")
    #expect(report["skipped"]?.array?.isEmpty == true)
    #expect(try place.run("export", with: other).output == exported.output)
    #expect(try place.run("export", "-o", place.path("file.jsonl"), with: other).output.isEmpty)
    #expect(try String(contentsOfFile: place.path("file.jsonl"), encoding: .utf8) == exported.output)
  }

  @Test func `changes nothing when a file is imported again`() throws {
    let place = try Place.withSample()
    let before = try place.run("export").output
    let report = try place.run("import", "sample", "--json").object()
    #expect(report["created"]?.integer == 0)
    #expect(report["updated"]?.integer == 0)
    #expect(try place.run("export").output == before)
  }

  @Test func `changes nothing in a trial run`() throws {
    let place = try Place()
    let path = try place.write(item, to: "one.jsonl")
    #expect(try place.run("import", path, "--dry-run", "--json").object()["created"]?.integer ?? 0 > 0)
    #expect(try place.run("export").output.contains("AB-1") == false)
  }

  @Test(arguments: [
    "{\"kind\":\"item\",\"key\":\"AB-2\"}\n{\"kind\":\"item\",", "", "{]", "\u{0}\u{1}\u{2}", "just some text\n",
    "{\"kind\":\"item\",\"key\":\"AB-2\"}\n{\"kind\":\"item\",\"title\":7}",
  ]) func `refuses a damaged file with the reason, and leaves the store as it was`(text: String) throws {
    let place = try Place()
    #expect(try place.run("import", "-", input: item).code == 0)
    let before = try place.run("export").output
    let path = try place.write(text, to: "damaged.jsonl")
    let ran = try place.run("import", path)
    #expect(ran.code == 1)
    #expect(ran.complaint.contains("damaged.jsonl was not imported"))
    #expect(ran.output.isEmpty)
    #expect(try place.run("export").output == before)
  }

  @Test func `says which file cannot be read`() throws {
    let ran = try Place().run("import", "nowhere.json")
    #expect(ran.code == 1)
    #expect(ran.complaint.contains("nowhere.json"))
  }

  @Test func `renames what a mapping renames`() throws {
    let place = try Place()
    let issues = """
      [{"number":3,"title":"Third","state":"OPEN","url":"https://github.com/acme/shop/issues/3","labels":[],
        "assignees":[],"createdAt":"2024-05-01T09:00:00Z","updatedAt":"2024-05-02T09:00:00Z"}]
      """
    let file = try place.write(issues, to: "issues.json")
    let map = try place.write(#"{"teams":{"acme/shop":"Till"}}"#, to: "map.json")
    let ran = try place.run("import", file, "--map", map)
    #expect(ran.code == 0, "\(ran.complaint)")
    #expect(try place.run("export").output.contains("Till"))
    #expect(try place.run("import", file, "--map", place.write("[]", to: "wrong.json")).code == 1)
  }

  @Test func `lets no control character of a record reach the terminal`() throws {
    let place = try Place()
    let evil = #"\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eabc\u2066d\u200f\r\nsecond\u2028third\u0000\u007f"#
    let lines = """
      {"kind":"team","key":"t","name":"Team\(evil)"}
      {"kind":"person","key":"p","name":"Pat\(evil)","team":"t"}
      {"kind":"feature","key":"f","name":"Fee \(evil)","team":"t","owner":"p","stage":"beta\(evil)"}
      {"kind":"item","key":"AB-1","title":"One \(evil)","status":"To Do\(evil)","assignee":"p","team":"t","feature":"f"}
      {"kind":"item","key":"AB-2","title":"Two \(evil)","status":"To Do\(evil)","team":"t"}
      {"kind":"dependency","item":"AB-1","waits_for":"AB-2"}
      {"kind":"dependency","item":"AB-2","waits_for":"AB-1"}
      {"kind":"followup","number":3,"text":"Do \(evil)","owner":"p","due":"2024-05-01","state":"open"}
      """
    let imported = try place.run("import", "-", "--format", "gangway", input: lines)
    #expect(imported.code == 0, "\(imported.complaint)")
    let asked = [
      "who is blocked", "what is blocking AB-1", "what does AB-1 depend on", "status of AB-1", "show the cycles",
      "whos late", "list follow ups", "list every feature we have", "open items", "AB-1 is done", "y", "undo", "why",
      "3 is done", "5 whys on \u{1B}[31mred", "\u{1B}[31mred \u{202E}because", "1", "show",
    ]
    for options in [[], ["--plain"], ["--ascii"]] {
      let ran = try place.run(["chat"] + options, input: Array(asked.joined(separator: "\n").utf8))
      #expect(ran.output.contains("AB-1"))
      for scalar in (ran.output + ran.complaint + imported.output).unicodeScalars where scalar != "\n" {
        #expect(!Self.drivesTerminals(scalar), "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  private static func drivesTerminals(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
