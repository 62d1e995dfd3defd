import Assistant
import Delivery
import Interchange
import Testing

private typealias World = BlockersWorld

@Suite struct `A wait that somebody states` {
  private static func world() throws -> BlockersWorld {
    try World([
      World.item("SEA-1"), World.item("SEA-2"), World.item("SEA-3"), World.item("SEA-4", isDone: true),
      World.wait("SEA-2", "SEA-1", days: 4),
    ])
  }

  @Test func `is recorded at once when it was read exactly`() throws {
    let world = try Self.world()
    let reply = try world.reply("SEA-3 is blocked by SEA-1", agreed: true)
    #expect(reply.answer.verdict == .changed)
    #expect(reply.changes.count == 1)
    let link = try #require(try world.dependency("SEA-3", "SEA-1"))
    #expect(link.evidence == .declared)
    #expect(link.by == "ida")
    #expect(link.since == World.now)
    #expect(try world.reply("who is blocked").column("key") == ["SEA-2", "SEA-3"])
    try world.reply("undo")
    #expect(try world.dependency("SEA-3", "SEA-1") == nil)
  }

  @Test func `changes nothing when it is so already`() throws {
    let reply = try Self.world().reply("SEA-2 is blocked by SEA-1", agreed: true)
    #expect(reply.answer.verdict == .answered)
    #expect(reply.changes.isEmpty)
    #expect(reply.answer.headline.contains("already"))
  }

  @Test func `is shown first when it closes a circle, and made after a yes`() throws {
    let world = try Self.world()
    let reply = try world.reply("SEA-1 is blocked by SEA-2")
    #expect(reply.answer.verdict == .preview)
    #expect(reply.changes.isEmpty)
    #expect(reply.answer.headline == "That closes a circle: SEA-1 → SEA-2 → SEA-1.")
    #expect(try world.dependency("SEA-1", "SEA-2") == nil)
    #expect(try world.reply("yes").answer.verdict == .changed)
    #expect(try world.dependency("SEA-1", "SEA-2") != nil)
  }

  @Test func `is dropped after a no`() throws {
    let world = try Self.world()
    try world.reply("SEA-1 is blocked by SEA-2")
    #expect(try world.reply("no").changes.isEmpty)
    #expect(try world.dependency("SEA-1", "SEA-2") == nil)
  }

  @Test func `may name an item of another tracker, but not wait there itself`() throws {
    let world = try Self.world()
    let reply = try world.reply("SEA-3 is blocked by FAR-12", agreed: true)
    #expect(reply.printed.contains("kept as one outside this store"))
    #expect(try world.dependency("SEA-3", "FAR-12") != nil)
    #expect(try world.reply("FAR-99 is blocked by SEA-1", agreed: true).answer.verdict == .unknown)
  }

  @Test func `holds nothing up when its blocker is done`() throws {
    let world = try Self.world()
    #expect(try world.reply("SEA-3 is blocked by SEA-4", agreed: true).printed.contains("SEA-4 is done"))
    #expect(try world.reply("who is blocked").column("key") == ["SEA-2"])
  }

  @Test func `is closed with a reason when an import made it, and erased when a person did`() throws {
    let world = try Self.world()
    #expect(try world.reply("SEA-2 no longer waits for SEA-1", agreed: true).answer.verdict == .changed)
    let closed = try #require(try world.dependency("SEA-2", "SEA-1"))
    #expect(closed.closed == World.now)
    #expect(closed.closedBecause == "said by Ida Brandt")
    #expect(try world.reply("who is blocked").column("key").isEmpty)
    try world.reply("SEA-2 is blocked by SEA-1", agreed: true)
    #expect(try world.dependency("SEA-2", "SEA-1")?.closed == nil)
    try world.reply("SEA-2 no longer waits for SEA-1", agreed: true)
    #expect(try world.dependency("SEA-2", "SEA-1") == nil)
  }

  @Test func `cannot end when it never was`() throws {
    let reply = try Self.world().reply("SEA-1 no longer waits for SEA-2", agreed: true)
    #expect(reply.answer.verdict == .answered)
    #expect(reply.changes.isEmpty)
    #expect(reply.printed.contains("It is the other way round"))
  }
}
