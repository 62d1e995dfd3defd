import Assistant
import Delivery
import Interchange
import Store
import Testing
import Times

@Suite struct `Listing work` {
  @Test func `counts a person's open items and puts what is active first`() throws {
    let reply = try FollowUpsWorld().say("what is milo working on")
    #expect(reply.answer.headline == "Milo Frost has 2 open items: 1 active, 1 waiting.")
    #expect(reply.answer.records.map { $0["key"] } == ["TIL-1", "TIL-2"])
    #expect(
      reply.record() == [
        "kind": "item", "key": "TIL-1", "title": "Print the card", "status": "In Progress", "category": "active",
        "assignee": "Milo Frost", "feature": "Gift Cards", "team": "Till", "days": 6,
      ])
  }

  @Test(arguments: [
    ("open items in till", ["TIL-1", "TIL-2"]), ("what is left for summer fair", ["TIL-1"]),
    ("items in in progress", ["TIL-1"]), ("what is left for gift cards", ["TIL-1", "TIL-2"]),
    ("all open items", ["TIL-1", "TIL-2", "GAT-1"]),
  ])
  func `keeps to what was named`(line: String, keys: [String]) throws {
    let reply = try FollowUpsWorld().say(line)
    #expect(reply.answer.records.compactMap { $0["key"]?.text } == keys)
  }

  @Test func `says how many have a status that nobody sorted`() throws {
    let reply = try FollowUpsWorld().say("open items in gate")
    #expect(reply.answer.headline == "1 item is open in Gate: 1 in a status that nobody sorted.")
  }

  @Test func `finds what has not moved for two weeks, oldest first`() throws {
    let reply = try FollowUpsWorld().say("what has not moved")
    #expect(reply.answer.headline == "1 open item has not moved since Tue 30 Apr, 14 days ago.")
    #expect(reply.record()?["key"] == "TIL-2")
    #expect(reply.record()?["days"] == 74)
  }
}

@Suite struct `Changing an item` {
  @Test func `writes the status into the history with the one who said it`() throws {
    let world = try FollowUpsWorld()
    let before = try world.lines()
    let reply = try world.say("move TIL-1 to in review", isAgreed: true)
    #expect(reply.answer.headline == "TIL-1 → In Review, was In Progress.")
    let item = try #require(try world.item("TIL-1"))
    #expect(item.status == "In Review")
    #expect(item.history.last?.by == "dana")
    #expect(item.updated == Instant("2024-05-14T10:40:00+01:00"))
    #expect(item.done == nil)
    _ = try world.say("undo")
    #expect(try world.lines() == before)
  }

  @Test(arguments: ["TIL-1 is done", "close TIL-1", "TIL-1 has been merged"])
  func `takes done for the project's own word`(line: String) throws {
    let world = try FollowUpsWorld()
    _ = try world.say(line, isAgreed: true)
    let item = try #require(try world.item("TIL-1"))
    #expect(item.status == "Closed")
    #expect(item.done == Instant("2024-05-14T10:40:00+01:00"))
  }

  @Test func `opens what was done`() throws {
    let world = try FollowUpsWorld()
    _ = try world.say("move TIL-3 to in progress", isAgreed: true)
    let item = try #require(try world.item("TIL-3"))
    #expect(item.status == "In Progress")
    #expect(item.done == nil)
  }

  @Test func `gives it to somebody, or a date`() throws {
    let world = try FollowUpsWorld()
    let before = try world.lines()
    #expect(
      try world.say("give TIL-2 to vera", isAgreed: true).answer.headline == "TIL-2 → with Vera Hill, was Milo Frost.")
    #expect(
      try world.say("postpone TIL-2 to friday", isAgreed: true).answer.headline == "TIL-2 → due Fri 17 May, in 3 days.")
    let item = try #require(try world.item("TIL-2"))
    #expect(item.assignee == "vera")
    #expect(item.due == Day("2024-05-17"))
    _ = try world.say("undo")
    _ = try world.say("undo")
    #expect(try world.lines() == before)
  }

  @Test func `shows a change first that was put as a question`() throws {
    let world = try FollowUpsWorld()
    let before = try world.lines()
    let reply = try world.say("move TIL-1 to in review?")
    #expect(reply.answer.verdict == .preview)
    #expect(try world.lines() == before)
    #expect(try world.say("y").answer.verdict == .changed)
    #expect(try world.item("TIL-1")?.status == "In Review")
  }

  @Test func `changes nothing that is so already`() throws {
    let reply = try FollowUpsWorld().say("move TIL-1 to in progress", isAgreed: true)
    #expect(reply.answer.verdict == .answered)
    #expect(reply.answer.headline == "That is so already. Nothing was changed.")
    #expect(reply.changes.isEmpty)
  }

  @Test func `knows no item that nobody recorded`() throws {
    let reply = try FollowUpsWorld().say("TIL-77 is done")
    #expect(reply.answer.verdict == .unknown)
  }
}

@Suite struct `Changing a feature` {
  @Test func `gives it an owner`() throws {
    let world = try FollowUpsWorld()
    let before = try world.lines()
    let reply = try world.say("hand gift cards over to milo", isAgreed: true)
    #expect(reply.answer.headline == "Gift Cards → owned by Milo Frost.")
    #expect(try world.store.read { try $0.feature("gift-cards") }?.owner == "milo")
    _ = try world.say("undo")
    #expect(try world.lines() == before)
  }

  @Test func `records a date as what the speaker stated`() throws {
    let world = try FollowUpsWorld()
    let reply = try world.say("gift cards slips to 21 june", isAgreed: true)
    #expect(reply.answer.verdict == .changed)
    let claims = try world.store.read { try $0.claims(about: Reference(.feature, "gift-cards")) }
    #expect(claims.map(\.attribute) == ["date"])
    #expect(claims.first?.value == "2024-06-21")
    #expect(claims.first?.source == "said by Dana Brook")
    #expect(claims.first?.confidence == .stated)
  }
}

@Suite struct `Saying what a status counts as` {
  @Test func `sorts the items that have it, in the stored spelling`() throws {
    let world = try FollowUpsWorld()
    let before = try world.lines()
    let reply = try world.say("\"in qa\" counts as active", isAgreed: true)
    #expect(reply.answer.verdict == .changed)
    #expect(reply.answer.headline == "In QA now counts as active.")
    #expect(reply.text.contains("1 item has that status."))
    #expect(try world.say("open items in gate").record()?["category"] == "active")
    _ = try world.say("undo")
    #expect(try world.lines() == before)
  }

  @Test func `tells what moves, and from what to what`() throws {
    let world = try FollowUpsWorld()
    let reply = try world.say("in progress counts as waiting", isAgreed: true)
    #expect(reply.answer.headline == "In Progress now counts as waiting, was active.")
    #expect(reply.text.contains("1 item moves from active to waiting."))
  }

  @Test func `says that no item has it yet`() throws {
    let reply = try FollowUpsWorld().say("\"on ice\" counts as waiting", isAgreed: true)
    #expect(reply.answer.verdict == .changed)
    #expect(reply.text.contains("No item has that status yet."))
  }
}
