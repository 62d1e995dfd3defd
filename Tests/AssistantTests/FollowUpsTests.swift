import Assistant
import Delivery
import Interchange
import Language
import Testing
import Times

@Suite struct `Logging follow-ups` {
  @Test func `saves one at once when it was read exactly, with its date told and how far away it is`() throws {
    let world = try FollowUpsWorld()
    let reply = try world.say("follow up milo to count the coins by friday")
    #expect(reply.reading.isExact)
    #expect(reply.answer.verdict == .changed)
    #expect(reply.answer.headline == "Saved 27: Milo, count the coins, due Fri 17 May, in 3 days.")
    let saved = try #require(try world.followUp(27))
    #expect(saved.owner == "milo")
    #expect(saved.due == Day("2024-05-17").map(Due.day))
    #expect(saved.state == .open)
    #expect(saved.by == "dana")
  }

  @Test func `shows several of one line in a numbered table and saves them on yes`() throws {
    let world = try FollowUpsWorld()
    let before = try world.lines()
    let shown = try world.say("f/u milo count the coins by thurs, vera check them mon and dana to lock the safe")
    #expect(shown.answer.verdict == .preview)
    #expect(shown.answer.headline == "3 follow-ups — please check:")
    #expect(shown.text.contains("1  Milo  count the coins  due Thu 16 May"))
    #expect(shown.text.contains("2  Vera  check them       due Mon 20 May"))
    #expect(shown.text.contains("3  Dana  lock the safe    no date"))
    #expect(try world.lines() == before)
    let saved = try world.say("y")
    #expect(saved.answer.verdict == .changed)
    #expect(saved.answer.headline == "Saved 27–29.")
    #expect(saved.answer.records.map { $0["number"] } == [27, 28, 29])
    #expect(saved.record(1)?["due"] == "2024-05-20")
    #expect(saved.record(2)?["due"] == .null)
    #expect(saved.text.contains("29 by friday"))
    let undone = try world.say("undo")
    #expect(undone.answer.verdict == .changed)
    #expect(try world.lines() == before)
  }

  @Test func `takes me for the one who speaks`() throws {
    let world = try FollowUpsWorld()
    let reply = try world.say("remind me to call the bank tomorrow", isAgreed: true)
    #expect(reply.record()?["owner"] == "Dana Brook")
    #expect(reply.record()?["due"] == "2024-05-15")
  }

  @Test func `says that it does not know who speaks`() throws {
    let world = try FollowUpsWorld()
    let reply = try world.say("remind me to call the bank tomorrow", as: nil, isAgreed: true)
    #expect(reply.record()?["owner"] == .null)
    #expect(reply.answer.notices.contains { $0.contains("--as") })
  }

  @Test(arguments: [
    ("milo to sweep next week", "2024-05-20"), ("milo to sweep this week", "2024-05-17"),
    ("milo to sweep by friday", "2024-05-17"), ("milo to sweep in 2 weeks", "2024-05-28"),
    ("milo to sweep on 20 may", "2024-05-20"), ("milo to sweep tomorrow at 3pm", "2024-05-15T15:00:00+01:00"),
  ])
  func `turns words of time into a date`(line: String, due: String) throws {
    let reply = try FollowUpsWorld().say(line, isAgreed: true)
    #expect(reply.record()?["due"] == .string(due))
  }

  @Test func `says when a date is a holiday, a weekend day or one on which the owner is away`() throws {
    let world = try FollowUpsWorld()
    #expect(
      try world.say("milo to sweep on 27 may", isAgreed: true).text
        .contains("Mon 27 May is a holiday (UK): Spring holiday."))
    #expect(try world.say("milo to sweep on 18 may", isAgreed: true).text.contains("Sat 18 May is a weekend day."))
    #expect(try world.say("vera to sweep on 23 may", isAgreed: true).text.contains("Vera is away on Thu 23 May."))
  }

  @Test func `gives no number twice, also after an undo`() throws {
    let world = try FollowUpsWorld()
    #expect(try world.say("todo milo sweep the floor", isAgreed: true).record()?["number"] == 27)
    _ = try world.say("undo")
    #expect(try world.followUp(27) == nil)
    #expect(try world.say("todo milo sweep the floor", isAgreed: true).record()?["number"] == 28)
  }
}

@Suite struct `Listing follow-ups` {
  @Test func `shows the speaker what is theirs`() throws {
    let reply = try FollowUpsWorld().say("what is on my plate")
    #expect(reply.answer.verdict == .answered)
    #expect(reply.answer.headline == "You have 1 open follow-up.")
    #expect(
      reply.record() == [
        "kind": "followup", "key": "followup-24", "number": 24, "text": "price the gift cards", "owner": "Dana Brook",
        "due": "2024-05-17", "rule": nil, "event": nil, "after": nil, "state": "open", "waiting_on": nil,
      ])
  }

  @Test func `shows another person's, what waits among them`() throws {
    let reply = try FollowUpsWorld().say("open actions for vera")
    #expect(reply.answer.headline == "Vera Hill has 2 open follow-ups.")
    #expect(reply.answer.records.map { $0["number"] } == [25, 23])
    #expect(reply.text.contains("waits for the bank"))
    #expect(reply.text.contains("after 24"))
  }

  @Test func `keeps to a period`() throws {
    let reply = try FollowUpsWorld().say("list follow ups this week", as: nil)
    #expect(reply.answer.records.map { $0["number"] } == [24])
  }

  @Test func `finds those about a feature by its name in their text`() throws {
    let reply = try FollowUpsWorld().say("follow ups about gift cards")
    #expect(reply.answer.headline == "1 open follow-up is about Gift Cards.")
    #expect(reply.answer.records.map { $0["number"] } == [24])
  }

  @Test func `shows ten and keeps the rest for more`() throws {
    let lines = (30..<44).map {
      #"{"kind":"followup","number":\#($0),"text":"task \#($0)","owner":"milo","due":"2024-06-03","state":"open"}"#
    }
    let reply = try FollowUpsWorld(lines).say("open actions for milo")
    #expect(reply.answer.headline == "Milo Frost has 15 open follow-ups.")
    #expect(reply.answer.records.count == 15)
    guard case .table(let shown)? = reply.answer.body.first, case .table(let rest)? = reply.answer.rest.first else {
      Issue.record("no tables")
      return
    }
    #expect(shown.rows.count == 10)
    #expect(rest.rows.count == 5)
  }
}

@Suite struct `Late follow-ups` {
  @Test func `are counted apart from what waits and from what nobody owns`() throws {
    let reply = try FollowUpsWorld().say("whos late")
    #expect(reply.answer.headline == "Late: 1")
    #expect(reply.answer.records.map { $0["number"] } == [22])
    #expect(reply.text.contains("22  Milo  word the macro  5 days"))
    #expect(reply.text.contains("Nobody owns: 20 “look at the loose wire”, 31 days, no date."))
    #expect(reply.text.contains("Waiting on others: 23 the bank, 9 days."))
  }

  @Test func `can be asked of one person or team`() throws {
    let world = try FollowUpsWorld()
    #expect(try world.say("anything late from vera").answer.headline == "Nothing of Vera Hill is late.")
    #expect(try world.say("late things in till").answer.records.map { $0["number"] } == [22])
  }
}

@Suite struct `Changing a follow-up` {
  @Test(arguments: [
    ("24 is done", "24: Dana, price the gift cards → done."),
    ("push 25 a week", "25: Vera, check the price → due Mon 27 May, in 13 days."),
    ("move 24 to monday", "24: Dana, price the gift cards → due Mon 20 May, in 6 days."),
    ("give 24 to milo", "24: Milo, price the gift cards → now with Milo Frost."),
    ("24 waits for the bank", "24: Dana, price the gift cards → waits for the bank."),
    (
      "drop 24 because the shop closed", "24: Dana, price the gift cards → dropped: the shop closed. It stays findable."
    ),
  ])
  func `tells number, text and new state, and undo takes it back`(line: String, headline: String) throws {
    let world = try FollowUpsWorld()
    let before = try world.lines()
    let reply = try world.say(line, isAgreed: true)
    #expect(reply.answer.verdict == .changed)
    #expect(reply.answer.headline == headline)
    #expect(reply.answer.next.contains("undo"))
    #expect(reply.changes.count == 1)
    #expect(try world.lines() != before)
    #expect(try world.say("undo").answer.verdict == .changed)
    #expect(try world.lines() == before)
  }

  @Test func `moves by a length from its own date, and says that the new one is a holiday`() throws {
    let reply = try FollowUpsWorld().say("push 25 a week", isAgreed: true)
    #expect(reply.record()?["due"] == "2024-05-27")
    #expect(reply.text.contains("Mon 27 May is a holiday (UK): Spring holiday."))
  }

  @Test func `says that a moved date is still past`() throws {
    let reply = try FollowUpsWorld().say("push 22 2 days", isAgreed: true)
    #expect(reply.record()?["due"] == "2024-05-11")
    #expect(reply.text.contains("Sat 11 May has passed already."))
  }

  @Test func `says what came after it`() throws {
    let reply = try FollowUpsWorld().say("24 is done", isAgreed: true)
    #expect(reply.text.contains("25 waited for"))
  }

  @Test func `shows the change first when the line was not read exactly`() throws {
    let world = try FollowUpsWorld()
    let before = try world.lines()
    let reply = try world.say("got 24 done i think")
    try #require(reply.reading.intent == "followup.done" && !reply.reading.isExact)
    #expect(reply.answer.verdict == .preview)
    #expect(reply.answer.question != nil)
    #expect(try world.lines() == before)
    #expect(try world.say("y").answer.verdict == .changed)
    #expect(try world.followUp(24)?.state == .done)
  }

  @Test func `knows no follow-up of an unknown number`() throws {
    let reply = try FollowUpsWorld().say("99 is done")
    #expect(reply.answer.verdict == .unknown)
    #expect(reply.answer.headline == "There is no follow-up 99.")
  }

  @Test func `changes nothing that is so already`() throws {
    let world = try FollowUpsWorld()
    let reply = try world.say("26 is done", isAgreed: true)
    #expect(reply.answer.verdict == .answered)
    #expect(reply.changes.isEmpty)
  }

  @Test func `refuses to move what is closed`() throws {
    let reply = try FollowUpsWorld().say("push 26 a week", isAgreed: true)
    #expect(reply.answer.verdict == .refused)
    #expect(reply.changes.isEmpty)
  }
}
