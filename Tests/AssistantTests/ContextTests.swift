import Delivery
import Interchange
import Language
import Prompts
import Store
import Testing

@testable import Assistant

@Suite struct `A line of slots alone` {
  @Test(arguments: [
    ("is smart export live in the us", "and EU?", "feature.status", ["feature": "Smart Export", "scope": "EU"]),
    ("is smart export live", "for pro?", "feature.status", ["feature": "Smart Export", "scope": "Pro"]),
    (
      "is smart export live in the us", "what about reporting", "feature.status",
      ["feature": "Reporting", "scope": "US"]
    ),
    ("who owns webhooks", "partner api?", "feature.owner", ["feature": "Partner API"]),
    ("who is blocked in payments", "and priya?", "blocked.list", ["person": "Priya Raman"]),
    ("status of ENG-42", "and smart export", "feature.status", ["feature": "Smart Export"]),
    ("what is due this week", "and next week?", "followup.list", ["period": "next week"]),
    (
      "what is due this week", "same for tomas", "followup.list",
      ["period": "due this week", "person": "Tomas Lindqvist"]
    ),
    ("who is blocked", "in payments?", "blocked.list", ["team": "Payments"]),
  ]) func `takes the place of the same type in the last question`(
    _ first: String, _ line: String, _ intent: String, _ slots: [String: String]
  ) throws {
    let reading = try ContextWorld().reading(first, line)
    #expect(reading.intent == intent)
    #expect(reading.values == slots)
    #expect(!reading.isExact)
  }

  @Test(arguments: [
    ("who is blocked", "payments", "feature.owner"), ("what is priya working on", "ENG-42", "feature.status"),
    ("close 38", "ENG-42", "feature.status"),
  ]) func `asks what it asks by itself where the last question holds nothing of its type`(
    _ first: String, _ line: String, _ intent: String
  ) throws {
    #expect(try ContextWorld().reading(first, line).intent == intent)
  }

  @Test func `goes on with the newest question that takes it`() throws {
    let reading = try ContextWorld().reading("what is priya working on", "status of webhooks", "and kofi?")
    #expect(reading.intent == "work.list")
    #expect(reading.values == ["person": "Kofi Mensah"])
  }

  @Test func `repeats a change only when it says so, and shows it first`() throws {
    let world = try ContextWorld()
    try world.say("push 38 a week")
    let reply = try world.say("and 41")
    #expect(reply.reading.values == ["number": "41", "delay": "a week"])
    #expect(reply.answer.verdict == .preview)
    #expect(reply.changes.isEmpty)
  }
}

@Suite struct `A word that points back` {
  @Test(arguments: [
    (["status of webhooks"], "who owns it", "feature.owner", ["feature": "Webhooks"]),
    (["status of webhooks"], "when does it ship", "feature.when", ["feature": "Webhooks"]),
    (["status of ENG-42"], "what is blocking that", "blocked.by", ["item": "ENG-42"]),
    (["status of ENG-44"], "move it to review", "work.update", ["item": "ENG-44", "status": "In Review"]),
    (
      ["status of ENG-44"], "give that ticket to tomas", "work.update", ["item": "ENG-44", "person": "Tomas Lindqvist"]
    ),
    (["status of webhooks"], "is it live in the EU", "feature.status", ["feature": "Webhooks", "scope": "EU"]),
    (["what is priya working on"], "is she blocked", "blocked.list", ["person": "Priya Raman"]),
    (["who owns smart export"], "what is he working on", "work.list", ["person": "Tomas Lindqvist"]),
    (["who is on payments"], "what are they working on", "work.list", ["team": "Payments"]),
    (["status of webhooks", "status of reporting"], "who owns it", "feature.owner", ["feature": "Reporting"]),
    (["status of webhooks", "who is priya"], "who owns it", "feature.owner", ["feature": "Webhooks"]),
    (["remind me to check webhooks"], "who owns that feature", "feature.owner", ["feature": "Webhooks"]),
    (["push 38 a week"], "give it to lena", "followup.assign", ["number": "38", "person": "Lena Hoffmann"]),
    (["status of webhooks"], "who owns", "feature.owner", ["feature": "Webhooks"]),
    (["status of webhooks"], "when?", "feature.when", ["feature": "Webhooks"]),
    (["status of webhooks"], "who?", "feature.owner", ["feature": "Webhooks"]),
  ]) func `takes the record that fits and was spoken of last`(
    _ before: [String], _ line: String, _ intent: String, _ slots: [String: String]
  ) throws {
    let world = try ContextWorld()
    for line in before { try world.say(line) }
    let reading = try world.say(line).reading
    #expect(reading.intent == intent)
    #expect(reading.values == slots)
    #expect(reading.inherits)
    #expect(!reading.isExact)
  }

  @Test(arguments: [
    (["who is blocked in payments"], "what is blocking the second one"), (["whos late"], "close the last one"),
    (["what is in beta"], "who owns the first feature"), (["who is blocked"], "status of number 3"),
    (["who is blocked", "status of the first one"], "status of the third"),
  ]) func `counts along the list that was shown`(_ before: [String], _ line: String) throws {
    let world = try ContextWorld()
    var list: Answer?
    for line in before {
      let answer = try world.say(line).answer
      if list == nil { list = answer }
    }
    let reading = try world.say(line).reading
    let rows = try #require(list)
    let keys =
      rows.listed.isEmpty
      ? rows.records.map { $0["number"]?.integer.map { "\($0)" } ?? $0["key"]?.text ?? "" } : rows.listed.map(\.key)
    let index = line.contains("second") ? 1 : line.contains("last") ? keys.count - 1 : line.contains("first") ? 0 : 2
    #expect(reading.slots.values.contains { ($0.key ?? $0.value) == keys[index] }, "\(reading.values) of \(keys)")
  }

  @Test func `is asked about when two records come as near`() throws {
    let world = try ContextWorld()
    try world.say("who is blocked in payments")
    let reply = try world.say("give it to tomas")
    #expect(reply.answer.verdict == .choice)
    #expect(reply.answer.choices.count > 1)
    let chosen = try world.say("2")
    #expect(chosen.answer.verdict == .preview)
  }

  @Test func `may mean several records, each with an answer of its own`() throws {
    let world = try ContextWorld()
    let late = try world.say("whos late").answer.records.compactMap { $0["number"]?.integer }
    let reply = try world.say("close the first two")
    #expect(([reply.reading] + reply.reading.also).map { $0.values["number"] } == late.prefix(2).map { "\($0)" })
    #expect(reply.answers.map(\.verdict) == [.preview, .preview])
    let done = try world.say("y")
    #expect(done.answers.map(\.verdict) == [.changed, .changed])
    #expect(try world.say("undo").answer.headline.contains("2 changes"))
    #expect(try world.say("whos late").answer.records.compactMap { $0["number"]?.integer } == late)
  }

  @Test(arguments: ["it", "that", "them"]) func `asks nothing alone`(line: String) throws {
    let world = try ContextWorld()
    try world.say("status of webhooks")
    #expect(try world.say(line).reading.intent == Reading.unclear)
  }

  @Test(arguments: ["is it live yet", "who owns it", "is she blocked", "give it to tomas", "the other one"])
  func `is not guessed where nothing was said before`(line: String) throws {
    let reply = try ContextWorld().say(line)
    #expect(reply.reading.slots.values.allSatisfy { $0.origin != .inherited })
    #expect(reply.changes.isEmpty)
  }
}

@Suite struct `What nobody pointed at` {
  @Test(arguments: [
    ("status of smart export", "who is blocked", "blocked.list"),
    ("is smart export live in the eu", "status of reporting", "feature.status"),
    ("what is ines working on", "what is overdue", "followup.late"),
    ("who is blocked in identity", "which cases are open", "why.list"),
    ("what is blocking ENG-42", "what is left", "work.list"),
  ]) func `is never taken over`(_ first: String, _ line: String, _ intent: String) throws {
    let alone = try ContextWorld().reading(line)
    let reading = try ContextWorld().reading(first, line)
    #expect(reading.intent == intent)
    #expect(reading.values == alone.values)
    #expect(!reading.inherits)
  }

  @Test func `is not found in free text`() throws {
    let reading = try ContextWorld().reading("status of webhooks", "remind me to tell sam about it")
    #expect(reading.values == ["person": "me", "text": "tell sam about it"])
  }
}

@Suite struct `A correction` {
  @Test(arguments: [
    ("status of bulk invite", "no, I meant bulk import", ["feature": "Bulk Import"]),
    ("status of bulk invite", "i mean bulk import", ["feature": "Bulk Import"]),
    ("status of bulk invite", "bulk import i meant", ["feature": "Bulk Import"]),
    ("is webhooks live in the us", "sorry, EU", ["feature": "Webhooks", "scope": "EU"]),
    ("what is priya working on", "not priya, kofi", ["person": "Kofi Mensah"]),
    ("what is priya working on", "kofi, not priya", ["person": "Kofi Mensah"]),
    ("what is priya working on", "no wait, i meant data", ["team": "Data"]),
    ("what is blocking ENG-42", "oops eng-44", ["item": "ENG-44"]),
  ]) func `replaces the slot and answers again`(_ first: String, _ line: String, _ slots: [String: String]) throws {
    let world = try ContextWorld()
    let intent = try world.say(first).reading.intent
    let reading = try world.say(line).reading
    #expect(reading.intent == intent)
    #expect(reading.values == slots)
  }

  @Test func `of a change shows one change that takes the first back`() throws {
    let world = try ContextWorld()
    let before = try world.store.read { try $0.item("ENG-44") }
    try world.say("give ENG-44 to maya")
    let wrong = try world.store.read { try $0.item("ENG-44") }
    let reply = try world.say("no, ENG-43")
    #expect(reply.answer.verdict == .preview)
    #expect(try world.store.read { try $0.item("ENG-44") } == wrong)
    let done = try world.say("y")
    #expect(done.answer.verdict == .changed)
    #expect(try world.store.read { try $0.item("ENG-44") } == before)
    #expect(try world.store.read { try $0.item("ENG-43")?.assignee } == "maya")
    try world.say("undo")
    #expect(try world.store.read { try $0.item("ENG-44") } == wrong)
    #expect(try world.store.read { try $0.item("ENG-43")?.assignee } != "maya")
  }

  @Test func `of a new follow-up leaves one`() throws {
    let world = try ContextWorld()
    let count = try world.store.read { try $0.counts()[.followup] ?? 0 }
    try world.say("priya to draft the dpa by thursday")
    try world.say("no, i meant lena")
    try world.say("y")
    #expect(try world.store.read { try $0.counts()[.followup] } == count + 1)
  }

  @Test func `means the change that waits for consent`() throws {
    let world = try ContextWorld()
    try world.say("whos late")
    try world.say("push the first one to friday")
    let reply = try world.say("sorry monday")
    #expect(reply.reading.intent == "followup.move")
    #expect(reply.answer.verdict == .preview)
    #expect(try world.state().questions.count == 1)
    #expect(try world.say("y").answer.verdict == .changed)
    #expect(try world.state().questions.isEmpty)
  }

  @Test func `may name nothing but the other one`() throws {
    let reading = try ContextWorld().reading("status of webhooks", "status of reporting", "no the other one")
    #expect(reading.values == ["feature": "Webhooks"])
  }
}

@Suite struct `Two requests in one line` {
  @Test(arguments: [
    ("status of webhooks and who owns it", ["feature.status", "feature.owner"]),
    ("thanks, and who is blocked?", ["talk.thanks", "blocked.list"]),
    ("mark 51 done and push 52 a week", ["followup.done", "followup.move"]),
    ("who is blocked? who is late?", ["blocked.list", "followup.late"]),
    ("who is blocked in payments and identity", ["blocked.list", "blocked.list"]),
    ("ENG-43 is done, what is tomas working on", ["work.update", "work.list"]),
    ("status of webhooks, bulk import and who owns it", ["feature.status", "feature.status", "feature.owner"]),
    ("push 52 a week and remind me to call legal", ["followup.move", "followup.add"]),
    ("hi, is smart export live?", ["feature.status"]), ("webhooks, when does it ship", ["feature.when"]),
    ("remind me to call legal and ask who owns webhooks", ["followup.add"]),
    ("tomas to check retention and push 52 a week", ["followup.add"]),
    ("priya to draft the dpa by thurs, lena to review it mon and tomas to check it", ["followup.add"]),
  ]) func `are read apart, and one stays one`(_ line: String, _ intents: [String]) throws {
    let reading = try ContextWorld().reading(line)
    // What is read as a whole near a pattern is not taken apart where several names share one verb.
    withKnownIssue {
      #expect(([reading] + reading.also).map(\.intent) == intents)
    } when: {
      ["who is blocked in payments and identity", "status of webhooks, bulk import and who owns it"].contains(line)
    }
  }

  @Test func `are answered in order in one reply and one turn`() throws {
    let world = try ContextWorld()
    let reply = try world.say("status of webhooks and who owns it")
    let (first, second) = (try world.say("status of webhooks"), try world.say("who owns webhooks"))
    #expect(reply.answer.headline == first.answer.headline)
    #expect(reply.also.map(\.answer.headline) == [second.answer.headline])
    let json = ReplyJSON.object(of: reply)
    #expect(json["also"]?.array?.count == 1)
    #expect(json["also"]?.array?.first?["headline"]?.text == second.answer.headline)
    #expect(json["text"]?.text?.contains(second.answer.headline) == true)
    #expect(json["reading"]?["also"]?.array?.first?["intent"]?.text == "feature.owner")
    #expect(reply.turn == 1)
    #expect(first.turn == 2)
  }

  @Test func `that change something are one change to undo`() throws {
    let world = try ContextWorld()
    let reply = try world.say("close 38 and push 41 to friday")
    #expect(reply.answers.map(\.verdict) == [.changed, .changed])
    #expect(!reply.changes.isEmpty && !reply.also[0].changes.isEmpty)
    #expect(Set(reply.changes).isDisjoint(with: reply.also[0].changes))
    try world.say("undo")
    #expect(try world.store.read { try $0.followUp(numbered: 38)?.state } == .open)
    #expect(try world.say("undo").answer.verdict == .answered)
  }

  @Test func `wait for one consent when one of the changes was not read exactly`() throws {
    let world = try ContextWorld()
    let reply = try world.say("give ENG-44 to priya and move it to review")
    #expect(reply.answers.map(\.verdict) == [.preview, .preview])
    #expect(try world.store.read { try $0.item("ENG-44")?.assignee } != "priya")
    #expect(try world.say("y").answers.map(\.verdict) == [.changed, .changed])
    #expect(try world.store.read { try $0.item("ENG-44")?.assignee } == "priya")
    #expect(try world.store.read { try $0.item("ENG-44")?.status } == "In Review")
  }

  @Test func `wait for the question that the first one opens`() throws {
    let world = try ContextWorld()
    let asked = try world.say("status of bulk and who owns it")
    #expect(asked.also.isEmpty)
    let reply = try world.say("2")
    // A part of a name that two features share no longer opens a choice when another request follows it.
    withKnownIssue {
      #expect(([reply.reading] + reply.also.map(\.reading)).last?.intent == "feature.owner")
      #expect(reply.also.map(\.reading.values) == [["feature": "Bulk Invite"]])
    }
  }

  @Test func `can begin with the answer to a question`() throws {
    let world = try ContextWorld()
    try world.say("whos late")
    try world.say("close the first one")
    let reply = try world.say("y. also who is blocked in data")
    #expect(reply.answer.verdict == .changed)
    #expect(reply.also.map(\.reading.intent) == ["blocked.list"])
  }
}

@Suite struct `What a conversation is about` {
  @Test func `lasts five turns and twenty minutes`() throws {
    let world = try ContextWorld()
    try world.say("status of webhooks")
    for _ in 0..<4 { try world.say("who is late") }
    #expect(try world.state().focus.turns.count == 5)
    #expect(try world.say("when does it ship").reading.values == ["feature": "Webhooks"])
    #expect(try world.state().focus.turns.count == 5)
    try world.say("status of webhooks", at: "2024-05-14T11:00:00+01:00")
    #expect(try world.say("who owns", at: "2024-05-14T11:20:00+01:00").reading.values == ["feature": "Webhooks"])
    #expect(try world.say("who owns", at: "2024-05-14T11:41:00+01:00").reading.values.isEmpty)
  }

  @Test func `belongs to the person who spoke`() throws {
    let world = try ContextWorld()
    try world.say("status of webhooks", as: "ana")
    #expect(try world.say("who owns", as: "sam").reading.values.isEmpty)
    #expect(try world.say("who owns", as: nil).reading.values.isEmpty)
    #expect(try world.say("who owns", as: "ana").reading.values == ["feature": "Webhooks"])
  }

  @Test func `keeps nothing of a line off the record`() throws {
    let world = try ContextWorld()
    try world.say("status of webhooks")
    let before = try world.state().focus
    try world.say(" status of reporting")
    #expect(try world.state().focus == before)
    #expect(try world.say("who owns it").reading.values == ["feature": "Webhooks"])
  }

  @Test func `survives thanks, nonsense and a question that waits`() throws {
    let world = try ContextWorld()
    try world.say("status of webhooks")
    for line in ["morning", "purple tuesday sandwich", "why", "remind me to"] { try world.say(line) }
    #expect(try world.say("who owns it").reading.values == ["feature": "Webhooks"])
  }

  @Test func `is said in the answer where its first line does not`() throws {
    let world = try ContextWorld()
    try world.say("status of CHK-101")
    #expect(try world.say("what is she late with").printed(style: .machine).contains("(Wen Zhao)"))
    try world.say("status of webhooks")
    #expect(try world.say("who owns it").printed(style: .machine).contains("(Webhooks)") == false)
  }

  @Test func `is explained as said before`() throws {
    let world = try ContextWorld()
    try world.say("is webhooks live in the us")
    try world.say("and EU?")
    let why = try world.say("why").printed(style: .machine)
    #expect(why.contains("It carries on “is webhooks live in the us”."))
    #expect(why.contains("feature is Webhooks, from what you asked before."))
  }
}

@Suite struct `A question that waits` {
  @Test(arguments: ["who owns reporting", "hang on is bulk invite live in the eu?", "whos blokced"])
  func `is put again after a line about something else`(line: String) throws {
    let world = try ContextWorld()
    let asked = try world.say("push 38")
    let ask = asked.answer.question ?? asked.answer.headline
    for _ in 0..<2 { #expect(try world.say(line).answer.question?.contains(ask) == true) }
    #expect(try world.say(line).answer.question == nil)
  }

  @Test func `takes its answer after an interruption, told as the whole`() throws {
    let world = try ContextWorld()
    try world.say("push 38")
    try world.say("who owns reporting")
    let reply = try world.say("until monday")
    #expect(reply.reading.intent == "followup.move")
    #expect(reply.reading.values == ["number": "38", "when": "until monday"])
    #expect(reply.reading.said == "until monday")
  }
}
