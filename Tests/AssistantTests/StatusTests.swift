import Assistant
import Interchange
import Language
import Testing

/// A conversation on the sample, at its own time.
private struct Office {
  private let world: TranscriptWorld
  private let scene: Transcript.Scene

  init(as person: String? = "sam", at now: String = "2024-05-14T10:40:00+01:00") throws {
    let transcript = try Transcript("# now \(now)\(person.map { " as \($0)" } ?? "") store sample\n")
    world = try TranscriptWorld(transcript)
    scene = transcript.scenes[0]
  }

  func say(_ line: String) throws -> Reply { try world.reply(to: line, in: scene) }
}

@Suite struct `The state of a feature` {
  @Test func `leads with the stage of the scope that was asked for`() throws {
    #expect(try Office().say("is smart export live in eu").answer.headline == "Smart Export — off for EU.")
    #expect(try Office().say("is smart export live").answer.headline == "Smart Export — beta for US, Pro.")
  }

  @Test func `gives each claim as a row with its source, age and visibility`() throws {
    let rows = try Office().say("is smart export live in eu").answer.records
    let stage = try #require(rows.first { $0["attribute"]?.text == "stage" })
    #expect(stage["kind"]?.text == "claim")
    #expect(stage["subject"]?.text == "Smart Export")
    #expect(stage["value"]?.text == "off")
    #expect(stage["by"]?.text == "Priya Raman")
    #expect(stage["as_of"]?.text == "2024-05-12T10:00:00+01:00")
    #expect(stage["confidence"]?.text == "stated")
    #expect(stage["visibility"]?.text == "public")
    #expect(stage["stale"] == .bool(false))
  }

  @Test func `says when a claim is older than it should be`() throws {
    let answer = try Office(at: "2024-08-14T10:40:00+01:00").say("is smart export live").answer
    #expect(answer.verdict == .stale)
    #expect(answer.records.contains { $0["stale"] == .bool(true) })
    #expect(TextRenderer(style: .machine).text(of: answer).contains("normally checked"))
  }

  @Test(arguments: [
    ("is turbo mode live", "feature.status"), ("status of ENG-999", "feature.status"),
    ("who owns turbo mode", "feature.owner"),
  ]) func `is unknown, not unclear, for a name that nobody recorded`(line: String, intent: String) throws {
    let reply = try Office().say(line)
    #expect(reply.reading.intent == intent)
    #expect(reply.answer.verdict == .unknown)
    #expect(reply.answer.records.isEmpty)
  }

  @Test func `never tells anything else than the text for people does`() throws {
    for line in ["is smart export live", "status of IDN-21", "who owns webhooks", "list every feature we have"] {
      let answer = try Office().say(line).answer
      let text = TextRenderer(style: .machine).text(of: answer)
      #expect(text.hasPrefix(answer.headline))
      #expect(answer.next.count <= 3)
    }
  }
}

@Suite struct `Choosing by number` {
  @Test func `takes the number of a name that was nearly said`() throws {
    let office = try Office()
    let near = try office.say("who owns bulk").answer
    #expect(near.verdict == .unknown)
    #expect(near.choices.map(\.said) == ["Bulk Import", "Bulk Invite"])
    #expect(try office.say("1").answer.headline.hasPrefix("Bulk Import belongs to Data"))
    // The choice is made; now a number stands for what the answer suggests.
    #expect(try office.say("1").answer.headline.hasPrefix("Bulk Import"))
    #expect(try office.say("9").answer.headline.hasPrefix("There"))
  }

  @Test func `does not take the place of a change that waits for a yes`() throws {
    let office = try Office()
    #expect(try office.say("CHK-104 is blocked by SUP-9").answer.verdict == .preview)
    #expect(try office.say("blurgle fnord").answer.question?.contains("CHK-104 is blocked by SUP-9") == true)
    #expect(try office.say("y").changes.count == 1)
  }

  @Test func `puts an open question again twice and no more`() throws {
    let office = try Office()
    #expect(try office.say("CHK-104 is blocked by SUP-9").answer.verdict == .preview)
    #expect(try office.say("who owns webhooks").answer.question != nil)
    #expect(try office.say("who owns webhooks").answer.question != nil)
    #expect(try office.say("who owns webhooks").answer.question == nil)
    #expect(try office.say("y").changes.isEmpty)
  }
}

@Suite struct `Taking back` {
  @Test func `takes back one line after the other, and makes them again until something else is changed`() throws {
    let office = try Office()
    #expect(try office.say("38 is done").answer.verdict == .changed)
    #expect(try office.say("remind me to call legal tomorrow").answer.verdict == .changed)
    #expect(try office.say("undo").text.contains("remind me to call legal"))
    #expect(try office.say("undo").text.contains("38 is done"))
    #expect(try office.say("redo").text.contains("“38 is done”"))
    #expect(try office.say("41 is done").answer.verdict == .changed)
    #expect(try office.say("redo").changes.isEmpty)
  }

  @Test func `leaves other people's changes alone`() throws {
    let transcript = try Transcript("# now 2024-05-14T10:40:00+01:00 as sam store sample\n")
    let world = try TranscriptWorld(transcript)
    let sam = transcript.scenes[0]
    var ana = sam
    ana.person = "ana"
    #expect(try world.reply(to: "38 is done", in: sam).changes.count == 1)
    #expect(try world.reply(to: "undo", in: ana).changes.isEmpty)
    #expect(try world.reply(to: "undo", in: sam).changes.count == 1)
  }

  @Test func `explains the last answer, and nothing of a line off the record`() throws {
    let office = try Office()
    _ = try office.say("who owns smart export")
    _ = try office.say(" who owns webhooks")
    let why = try office.say("why").text
    #expect(why.contains("who owns smart export"))
    #expect(!why.contains("webhooks"))
  }
}
