import Interchange
import Testing

@Suite struct `Parsing` {
  @Test func `shows what a line means and why, and needs no store`() throws {
    let place = try Place()
    let reading = try place.run("parse", "--json", "who", "is", "blocked", with: ["GANGWAY_STORE": ""]).object()
    #expect(reading["said"]?.text == "who is blocked")
    #expect(reading["intent"]?.text == "blocked.list")
    #expect(reading["slots"]?.object?.members.isEmpty == true)
    #expect(reading["score"]?.description == "1")
    #expect(reading["alternatives"]?.array != nil)
    #expect(reading["because"]?.texts.isEmpty == false)
    #expect(try place.run("export", with: ["GANGWAY_STORE": "", "XDG_DATA_HOME": place.path("none")]).output.isEmpty)
  }

  @Test func `takes names from the store that is named`() throws {
    let place = try Place.withSample()
    let reading = try place.run("parse", "--json", "--store", place.path("store.db"), "is smrt export live in eu??")
      .object()
    #expect(reading["intent"]?.text == "feature.status")
    #expect(reading["slots"]?["feature"]?.text == "Smart Export")
    #expect(reading["slots"]?["scope"]?.text == "EU")
  }

  @Test func `reads standard input line by line, in order`() throws {
    let lines = ["who is blocked", "", "blurgle", "undo", "   ", "whos late"]
    let readings = try Place.withSample().run("parse", "--json", input: lines.joined(separator: "\n")).objects()
    #expect(readings.compactMap { $0["said"]?.text } == lines)
    #expect(readings[0]["intent"]?.text == "blocked.list")
    #expect(readings[2]["intent"]?.text == "none.unclear")
    #expect(readings[3]["intent"]?.text == "talk.undo")
  }

  @Test func `shows every request of a line, and lends none of them to the next`() throws {
    let lines = ["status of webhooks and who owns it", "who owns it", "mark 51 done and push 52 a week"]
    let readings = try Place.withSample().run("parse", "--json", input: lines.joined(separator: "\n")).objects()
    #expect(readings[0]["intent"]?.text == "feature.status")
    #expect(readings[0]["also"]?.array?.map { $0["intent"]?.text } == ["feature.owner"])
    #expect(readings[0]["also"]?.array?.first?["slots"]?["feature"]?.text == "Webhooks")
    #expect(readings[1]["slots"]?["feature"] == nil)
    #expect(readings[2]["also"]?.array?.first?["slots"]?["number"]?.integer == 52)
    #expect(readings[1]["also"] == nil)
  }

  @Test func `changes nothing`() throws {
    let place = try Place.withSample()
    let before = try place.run("export").output
    _ = try place.run("parse", "38 is done")
    #expect(try place.run("export").output == before)
  }

  @Test func `answers each line before it waits for the next`() throws {
    // Were an answer held back, the second line would never be written.
    let talk = """
      mkfifo in out || exit 8
      gangway parse --json <in >out &
      exec 3>in 4<out
      echo "who is blocked" >&3 ; read -r one <&4
      echo "undo" >&3 ; read -r two <&4
      case "$one$two" in *blocked.list*talk.undo*) exit 0 ;; *) exit 9 ;; esac
      """
    let place = try Place()
    #expect(try place.shell("cd '\(place.path(""))' || exit 7\n\(talk)") == 0)
  }
}
