import Assistant
import Delivery
import Interchange
import Language
import Testing

private typealias World = BlockersWorld

@Suite struct `The list of what is blocked` {
  private static func world() throws -> BlockersWorld {
    try World([
      World.item("SEA-1"), World.item("SEA-2"), World.item("SEA-3", days: 30), World.item("SEA-4"),
      World.item("SEA-5", isDone: true), World.item("SKY-9", team: "beacon", assignee: "per", feature: "dark-mode"),
      World.item("SKY-10", team: "beacon", assignee: "per"),
      World.wait("SEA-2", "SEA-1", days: 12), World.wait("SEA-3", "SEA-2"), World.wait("SEA-4", "SEA-5", days: 20),
      World.wait("SKY-9", "SEA-1", days: 6), World.wait("SKY-9", "SKY-10", days: 3),
      World.wait("SKY-10", "FAR-7", days: 5),
    ])
  }

  @Test func `names open items with an open blocker, oldest first, with their roots`() throws {
    let reply = try Self.world().reply("who is blocked")
    #expect(reply.answer.verdict == .answered)
    #expect(reply.answer.headline == "3 items are blocked. The oldest has waited 30 days.")
    #expect(reply.column("key") == ["SEA-3", "SEA-2", "SKY-9"])
    #expect(reply.lists("blocked_by") == ["SEA-2": ["SEA-1"], "SEA-3": ["SEA-2"], "SKY-9": ["SEA-1", "SKY-10"]])
    #expect(reply.lists("root") == ["SEA-2": ["SEA-1"], "SEA-3": ["SEA-1"], "SKY-9": ["SEA-1", "SKY-10"]])
    let row = try #require(reply.row("SEA-2"))
    #expect(row["kind"] == "item")
    #expect(row["title"] == "Work SEA-2")
    #expect(row["assignee"] == "Ida Brandt")
    #expect(row["team"] == "Harbour")
    #expect(row["days"] == 12)
    #expect(row["since"]?.text?.hasPrefix("2024-02-26T") == true)
  }

  @Test func `counts a wait without a date from when both of its ends existed`() throws {
    #expect(try Self.world().reply("who is blocked").row("SEA-3")?["days"] == 30)
  }

  @Test func `tells the one call that frees most, and counts apart what may be blocked`() throws {
    let text = try Self.world().reply("who is blocked").printed
    #expect(text.contains("One call frees 2: SEA-1, Ida Brandt."))
    #expect(text.contains("1 more may be blocked: SKY-10 waits for FAR-7, whose state nobody recorded."))
  }

  @Test(arguments: [
    ("blockers of beacon", ["SKY-9"]), ("is harbour blocked", ["SEA-3", "SEA-2"]), ("is per holm blocked", ["SKY-9"]),
    ("blocked items in dark mode", ["SKY-9"]), ("is ida brandt stuck", ["SEA-3", "SEA-2"]),
  ])
  func `keeps to a team, a person or a feature`(line: String, keys: [String]) throws {
    let reply = try Self.world().reply(line)
    #expect(reply.reading.intent == "blocked.list")
    #expect(reply.column("key") == keys)
  }

  @Test func `says that nothing is blocked`() throws {
    let reply = try World([World.item("SEA-1")]).reply("who is blocked")
    #expect(reply.answer.headline == "Nothing is blocked.")
    #expect(reply.answer.records.isEmpty)
  }

  @Test func `names circles and blocked features`() throws {
    let text = try World([
      World.item("SEA-1"), World.item("SEA-2"), World.wait("SEA-1", "SEA-2"), World.wait("SEA-2", "SEA-1"),
      World.wait("offline-sync", "dark-mode"),
    ]).reply("who is blocked").printed
    #expect(text.contains("1 circle waits on itself: SEA-1 → SEA-2 → SEA-1."))
    #expect(text.contains("Blocked feature: Offline Sync waits for Dark Mode."))
  }

  @Test func `shows ten, keeps the rest for more, and gives the rows of the rest to machines only`() throws {
    var records = [World.item("SEA-1")]
    for number in 2...60 { records += [World.item("SEA-\(number)"), World.wait("SEA-\(number)", "SEA-1")] }
    let world = try World(records)
    let full = try world.reply("who is blocked")
    #expect(full.answer.records.count == 59)
    let short = try world.reply("who is blocked", wantsRecords: false)
    #expect(short.answer.records == Array(full.answer.records.prefix(10)))
    guard case .table(let table)? = short.answer.body.first, case .table(let rest)? = short.answer.rest.first else {
      Issue.record("no tables")
      return
    }
    #expect(table.rows.count == 10)
    #expect(rest.rows.count == 30)
    #expect(short.answer.rest.count == 2)
    #expect(short.printed == full.printed)
  }

  @Test func `counts records outside as blockers, never as blocked`() throws {
    let outside = Record.item(Item(key: "FAR-1", status: "Open", outside: true))
    let world = try World([
      World.item("SEA-1"), World.item("SEA-2"), outside, World.wait("FAR-1", "SEA-1"), World.wait("SEA-2", "FAR-1"),
    ])
    let reply = try world.reply("who is blocked")
    #expect(reply.lists("blocked_by") == ["SEA-2": ["FAR-1"]])
    #expect(reply.lists("root") == ["SEA-2": ["SEA-1"]])
  }

  @Test func `follows what becomes of an item`() throws {
    let world = try Self.world()
    try world.put([World.item("SEA-1", isDone: true)])
    #expect(try world.reply("who is blocked").column("key") == ["SEA-3", "SKY-9"])
    try world.put([World.item("SEA-1", days: 8)])
    #expect(try world.reply("who is blocked").column("key") == ["SEA-3", "SEA-2", "SKY-9"])
  }
}
