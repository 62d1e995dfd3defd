import Assistant
import Delivery
import Interchange
import Testing

private typealias World = BlockersWorld

@Suite struct `What blocks something` {
  private static func world() throws -> BlockersWorld {
    try World([
      World.item("SEA-1"), World.item("SEA-2"), World.item("SEA-3", feature: "offline-sync"), World.item("SEA-4"),
      World.item("SEA-5", isDone: true), World.item("SEA-6"),
      World.wait("SEA-3", "SEA-2", days: 9), World.wait("SEA-2", "SEA-1", days: 4), World.wait("SEA-3", "SEA-1"),
      World.wait("SEA-3", "SEA-5"), World.wait("SEA-2", "SEA-6", days: 2), World.wait("SEA-4", "FAR-1"),
      World.wait("offline-sync", "dark-mode", days: 7),
    ])
  }

  @Test func `is told down to every root, nearest first`() throws {
    let reply = try Self.world().reply("what is blocking SEA-3")
    #expect(reply.answer.headline == "SEA-3 waits for 3 things, for 50 days; the roots are SEA-1, SEA-6.")
    #expect(reply.column("key") == ["SEA-1", "SEA-2", "SEA-6"])
    #expect(reply.answer.records.map { $0["depth"] } == [1, 1, 2])
    #expect(reply.answer.records.map { $0["root"] } == [true, false, true])
    #expect(reply.lists("waits_for") == ["SEA-1": [], "SEA-2": ["SEA-1", "SEA-6"], "SEA-6": []])
    #expect(reply.row("SEA-6")?["days"] == 2)
    #expect(reply.row("SEA-6")?["status"] == "Open")
    #expect(reply.row("SEA-6")?["owner"] == "Ida Brandt")
    #expect(reply.row("SEA-6")?["outside"] == false)
    #expect(reply.printed.contains("SEA-1 (see its own line)"))
  }

  @Test func `takes a feature's own waits and those of its items`() throws {
    let reply = try Self.world().reply("what is blocking offline sync")
    #expect(reply.column("key") == ["dark-mode", "SEA-3", "SEA-1", "SEA-2", "SEA-6"])
    #expect(reply.row("dark-mode")?["kind"] == "feature")
    #expect(reply.row("dark-mode")?["root"] == true)
    #expect(reply.row("SEA-3")?["root"] == false)
  }

  @Test(arguments: [
    ("what is blocking SEA-1", "Nothing blocks SEA-1."),
    ("what is blocking SEA-5", "SEA-5 is done, since Thu 7 Mar, 2 days ago, so nothing blocks it."),
    ("what is blocking dark mode", "Nothing blocks Dark Mode."),
  ])
  func `may be nothing`(line: String, headline: String) throws {
    let reply = try Self.world().reply(line)
    #expect(reply.answer.verdict == .answered)
    #expect(reply.answer.headline == headline)
    #expect(reply.answer.records.isEmpty)
  }

  @Test func `may be something whose state nobody recorded`() throws {
    let world = try Self.world()
    let text = try world.reply("what is blocking SEA-4").printed
    #expect(text.contains("Whether FAR-1 holds it up is open: nobody recorded its state."))
    #expect(try world.reply("what is blocking FAR-1").answer.verdict == .unknown)
    #expect(try world.reply("what is blocking SEA-99").answer.verdict == .unknown)
  }

  @Test func `survives circles and marks them`() throws {
    let reply = try World([
      World.item("SEA-1"), World.item("SEA-2"), World.item("SEA-3"), World.wait("SEA-3", "SEA-2"),
      World.wait("SEA-2", "SEA-1"), World.wait("SEA-1", "SEA-2"),
    ]).reply("what is blocking SEA-3")
    #expect(reply.column("key") == ["SEA-2", "SEA-1"])
    #expect(reply.answer.records.map { $0["cycle"] } == [true, true])
    #expect(reply.answer.records.map { $0["root"] } == [true, true])
  }

  @Test func `is only a part of what something depends on`() throws {
    let reply = try Self.world().reply("what does SEA-3 depend on")
    #expect(reply.answer.headline == "SEA-3 depends on 3 things directly and on 4 in all, 3 of them open.")
    #expect(Set(reply.column("key")) == ["SEA-1", "SEA-2", "SEA-5", "SEA-6"])
    #expect(reply.row("SEA-5")?["root"] == false)
    #expect(reply.row("SEA-1")?["root"] == true)
    #expect(reply.printed.contains("SEA-5 Work SEA-5, done"))
    #expect(try Self.world().reply("what does SEA-1 depend on").printed.contains("SEA-2, SEA-3"))
  }

  @Test func `names circles with the wait that is best dropped`() throws {
    let world = try World([
      World.item("SEA-1"), World.item("SEA-2"), World.item("SEA-3"), World.wait("SEA-1", "SEA-2", days: 30),
      World.wait("SEA-2", "SEA-3", days: 3), World.wait("SEA-3", "SEA-1", days: 20),
    ])
    let reply = try world.reply("show the cycles")
    let row = try #require(reply.answer.records.first)
    #expect(row["kind"] == "cycle")
    #expect(row["keys"] == .strings(["SEA-1", "SEA-2", "SEA-3"]))
    #expect(row["cheapest_cut"] == .object(["item": "SEA-2", "waits_for": "SEA-3"]))
    try world.put([World.wait("SEA-3", "SEA-1", days: 20, evidence: .guessed)])
    let cut = try world.reply("show the cycles").answer.records.first?["cheapest_cut"]
    #expect(cut == .object(["item": "SEA-3", "waits_for": "SEA-1"]))
    #expect(try World().reply("show the cycles").answer.headline == "Nothing waits on itself.")
  }
}
