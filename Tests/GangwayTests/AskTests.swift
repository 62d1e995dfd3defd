import Foundation
import Interchange
import Testing

@Suite struct `Asking one line` {
  @Test func `gives the answer as an object`() throws {
    let answer = try Place.withSample().run("ask", "--json", "who is blocked").object()
    #expect(answer["said"]?.text == "who is blocked")
    #expect(answer["reading"]?["intent"]?.text == "blocked.list")
    #expect(answer["outcome"]?.text == "answered")
    #expect(answer["question"] == .null)
    #expect(answer["changes"]?.array?.isEmpty == true)
    #expect(answer["text"]?.text?.hasPrefix(answer["headline"]?.text ?? "?") == true)
    let rows = answer["records"]?.array ?? []
    #expect(rows.count == 12)
    #expect(rows.contains { $0["key"]?.text == "IDN-21" && $0["root"]?.texts == ["ENG-42", "LEG-7"] })
    for row in rows {
      #expect(row["kind"]?.text == "item")
      #expect(row["blocked_by"]?.texts.isEmpty == false)
      #expect(row["days"]?.integer != nil)
    }
  }

  @Test func `gives the facts with source, age and confidence`() throws {
    let answer = try Place.withSample().run("ask", "--json", "is smart export live").object()
    let facts = try #require(answer["facts"]?.array)
    #expect(
      facts.contains {
        $0["as_of"]?.text?.hasPrefix("2024-05-13T15:10:00") == true && $0["confidence"]?.text == "stated"
      })
    let claims = answer["records"]?.array ?? []
    #expect(claims.contains { $0["attribute"]?.text == "stage" && $0["scope"]?.texts == ["US", "Pro"] })
  }

  @Test func `prints the same bytes for the same line`() throws {
    let place = try Place.withSample()
    for line in ["who is blocked", "is smart export live", "whos late", "list every feature we have"] {
      let once = try place.run("ask", "--json", line)
      #expect(try place.run("ask", "--json", line).output == once.output)
    }
  }

  @Test func `goes on from one process to the next as the same person`() throws {
    let place = try Place.withSample()
    func ask(_ line: String, as person: String, at time: String = "2024-05-14T10:40:00+01:00") throws -> JSON {
      try place.run("ask", "--json", "--as", person, "--now", time, line).object()
    }
    _ = try ask("is smart export live in the us", as: "sam")
    let answer = try ask("and EU?", as: "sam")
    #expect(answer["reading"]?["intent"]?.text == "feature.status")
    #expect(answer["reading"]?["slots"]?["feature"]?.text == "Smart Export")
    #expect(answer["reading"]?["slots"]?["scope"]?.text == "EU")
    #expect(try ask("who owns it", as: "ana")["reading"]?["slots"]?["feature"] == nil)
    let late = try ask("who owns it", as: "sam", at: "2024-05-14T11:01:00+01:00")
    #expect(late["reading"]?["slots"]?["feature"] == nil)
  }

  @Test func `answers two requests in one object`() throws {
    let place = try Place.withSample()
    let answer = try place.run("ask", "--json", "status of webhooks and who owns it").object()
    let second = try #require(answer["also"]?.array?.first)
    #expect(second["reading"]?["intent"]?.text == "feature.owner")
    for headline in [answer["headline"]?.text, second["headline"]?.text] {
      #expect(answer["text"]?.text?.contains(headline ?? "?") == true)
    }
    #expect(try place.run("ask", "status of webhooks and who owns it").code == 0)
    #expect(try place.run("ask", "status of webhooks and move it to review").code == 5)
  }

  @Test func `shows a change that was not read exactly, and prints the command that makes it`() throws {
    let place = try Place.withSample()
    let line = "f/u priya draft o'neill's dpa by thurs, lena review mon and tomas to check retention"
    let shown = try place.run("ask", "--store", place.path("store.db"), "--as", "ana", line)
    #expect(shown.code == 5)
    let command = try #require(shown.complaint.range(of: "gangway ").map { String(shown.complaint[$0.lowerBound...]) })
    #expect(try !place.run("export").output.contains("neill"))
    #expect(try place.shell(command) == 0, "\(command)")
    #expect(try place.run("ask", "--as", "ana", "--json", "y").object()["changes"]?.array?.isEmpty == true)
    #expect(try place.run("export").output.contains("draft o'neill's dpa"))
  }

  @Test func `lets another run answer an open question of the same person, and of nobody else`() throws {
    let place = try Place.withSample()
    #expect(try place.run("ask", "--as", "ana", "CHK-101 waits for CHK-104").code == 5)
    #expect(try place.run("ask", "--as", "sam", "--json", "y").object()["changes"]?.array?.isEmpty == true)
    let agreed = try place.run("ask", "--as", "ana", "--json", "y").object()
    #expect(agreed["outcome"]?.text == "changed")
    #expect(agreed["changes"]?.array?.count == 1)
  }

  @Test func `leads an interview through several runs`() throws {
    let place = try Place.withSample()
    for (line, asks) in [
      ("5 whys on the late invoices", true), ("invoices went out two days late", true), ("the job had stopped", true),
      ("1, job log", true), ("nothing watched the job", true), ("2", true), ("stop", false),
    ] {
      let ran = try place.run("ask", "--as", "jo", "--json", line)
      #expect(ran.code == 0, "> \(line): \(ran.output)")
      #expect(try ran.object()["changes"]?.array?.isEmpty == false, "> \(line)")
      if asks { #expect(try ran.object()["question"]?.text != nil, "> \(line)") }
    }
    let causes = try place.run("ask", "--as", "jo", "--json", "show case 24").object()["records"]?.array?.first?[
      "causes"]?.array
    #expect(causes?.compactMap { $0["text"]?.text } == ["the job had stopped", "nothing watched the job"])
    #expect(causes?.compactMap { $0["evidence"]?.text } == ["observed", "reported"])
  }

  @Test func `keeps a line with a leading blank off the record, and its change can be undone`() throws {
    let place = try Place.withSample()
    #expect(try place.run("ask", "--as", "sam", " remind me to whisper quietly tomorrow").code == 0)
    let why = try place.run("ask", "--as", "sam", "why")
    #expect(!why.output.contains("whisper"))
    let undone = try place.run("ask", "--as", "sam", "undo")
    #expect(undone.code == 0)
    #expect(try !place.run("export").output.contains("whisper"))
  }

  @Test func `takes an exactly read change back in another run`() throws {
    let place = try Place.withSample()
    let before = try place.run("export").output
    #expect(try place.run("ask", "--as", "sam", "38 is done").code == 0)
    #expect(try place.run("export").output != before)
    #expect(try place.run("ask", "--as", "sam", "undo").code == 0)
    #expect(try place.run("export").output == before)
  }
}
