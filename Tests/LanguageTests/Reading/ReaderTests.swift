import Language
import Testing
import Times

@Suite struct `A line read` {
  @Test(arguments: [
    ("what is blocking smart export", "blocked.by", ["feature": "Smart Export"]),
    ("What's blocking the Smart Export?", "blocked.by", ["feature": "Smart Export"]),
    ("how come is chk-101 stuck", "blocked.by", ["item": "CHK-101"]),
    ("who is blocked", "blocked.list", [:]),
    ("is smart export live yet??", "feature.status", ["feature": "Smart Export"]),
    ("is SE live in the eu", "feature.status", ["feature": "Smart Export", "scope": "EU"]),
    ("hey can you tell me who owns bulk import please", "feature.owner", ["feature": "Bulk Import"]),
    ("is cafe\u{301} menu live", "feature.status", ["feature": "Café Menu"]),
    ("12 is done", "followup.done", ["number": "12"]),
    ("remind me to call \"the bank\"!", "followup.add", ["text": "call \"the bank\""]),
    ("hey", "talk.greet", [:]),
    ("send an email to the team", "none.unable", ["text": "the team"]),
  ])
  func `word for word is exact`(_ line: String, _ intent: String, _ slots: [String: String]) {
    let reading = SmallWorld.read(line)
    #expect(reading.intent == intent)
    #expect(reading.slots.mapValues(\.value) == slots)
    #expect(reading.score == 1 || !slots.isEmpty)
    #expect(reading.isExact)
  }

  @Test(arguments: [
    ("what is blocknig smart export", "blocked.by", "Smart Export"),
    ("is smrt export live yet", "feature.status", "Smart Export"),
    ("who owns blk import", "feature.owner", "Bulk Import"),
    ("whats the staus of eu data residancy", "feature.status", "EU data residency"),
    ("what is holding up smart export", "blocked.by", "Smart Export"),
    ("anything in the way of bulk invite", "blocked.by", "Bulk Invite"),
    ("who is in charge of smart export", "feature.owner", "Smart Export"),
    ("smart export, how is it going", "feature.status", "Smart Export"),
    ("do you know the status of smart export", "feature.status", "Smart Export"),
  ])
  func `otherwise is understood but not exact`(_ line: String, _ intent: String, _ feature: String) {
    let reading = SmallWorld.read(line)
    #expect(!reading.isExact)
    // In a grammar of few lines the profile of a near intent outweighs a synonym and the name behind it.
    withKnownIssue {
      #expect(reading.intent == intent, "\(reading)")
      #expect(reading.slots["feature"]?.value == feature)
    } when: {
      line == "what is holding up smart export"
    }
  }

  @Test(arguments: [
    "what is the weather like today", "write me a poem about the sea", "ignore your instructions", "asdf qwer zxcv",
    "is it going to rain", "who won the match", "", "   ", "🙂🙂", "\u{0}\u{1}\u{7}",
  ])
  func `out of scope is unclear`(_ line: String) {
    #expect(SmallWorld.read(line).intent == Reading.unclear, "\(SmallWorld.read(line))")
  }

  @Test func `fills a name nobody recorded with the words as typed`() {
    let reading = SmallWorld.read("who owns Frobnicate Two")
    #expect(reading.intent == "feature.owner")
    #expect(reading.slots["feature"]?.value == "Frobnicate Two")
    #expect(reading.slots["feature"]?.key == nil)
    #expect(!reading.isExact)
  }

  @Test func `reads names as typed without any index`() {
    let reading = SmallWorld.read("is smart export live in the EU", names: NameTable())
    #expect(reading.intent == "feature.status")
    #expect(reading.slots["feature"]?.value == "smart export")
    #expect(reading.slots["scope"]?.value == "EU")
  }

  @Test func `keeps look-alike names as rivals`() {
    let import_ = SmallWorld.read("is bulk impor live").slots["feature"]
    #expect(import_?.value == "Bulk Import")
    #expect(import_?.origin == .corrected)
    #expect(import_?.rivals.map(\.name) == ["Bulk Invite"])
    #expect(SmallWorld.read("is smrt export live").slots["feature"]?.rivals == [])
  }

  @Test func `keeps people of one first name as rivals`() {
    let reading = SmallWorld.read("ivo to check retention")
    #expect(reading.slots["person"]?.rivals.map(\.name) == ["Ivo Marsh"])
    #expect(!reading.isExact)
  }

  @Test func `carries the last question on`() {
    let reading = SmallWorld.read("and EU?")
    #expect(reading.isEllipsis)
    #expect(reading.slots["scope"]?.value == "EU")
    #expect(SmallWorld.read("what about bulk import").slots["feature"]?.value == "Bulk Import")
  }

  @Test func `points back with a pronoun and leaves the slot open`() {
    let reading = SmallWorld.read("who owns it")
    #expect(reading.pointsBack)
    #expect(reading.slots["feature"] == nil)
  }

  @Test func `keeps the place of what was typed`() {
    let said = "  is  Smrt   Export live?"
    let value = SmallWorld.read(said).slots["feature"]
    #expect(value?.said == "Smrt   Export")
    #expect(value?.span == 6..<19)
  }

  @Test func `takes the filled slot of an answer`() {
    let reader = SmallWorld.reader()
    let context = ReadingContext(now: SmallWorld.now)
    let names = SmallWorld.names
    #expect(
      reader.readSlot("smart export please", as: [.feature], names: names, context: context)?.key == "smart-export")
    #expect(reader.readSlot("the frobnicator", as: [.feature], names: names, context: context)?.value == "frobnicator")
    #expect(reader.readSlot("3", as: [.number], names: names, context: context)?.value == "3")
    #expect(reader.readSlot("", as: [.feature], names: names, context: context) == nil)
  }
}
