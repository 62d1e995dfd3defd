import Assistant
import Delivery
import Foundation
import Store
import Testing
import Times

@Suite struct `A root-cause interview` {
  /// A whole interview, from the first line to the end.
  static let script = [
    "5 whys on mondays rollback",
    "exports stopped for three hours",
    "a config change reached production unchecked",
    "1, dashboard",
    "the config path skips the pipeline",
    "1. and nothing watched exports in the evening",
    "assumed tbh",
    "it was quicker two years ago",
    "2, an old review",
    "stop",
    "stop",
  ]

  @Test func `asks one question a turn and ends with the chain and the tree`() throws {
    let world = try WhysWorld()
    for line in `A root-cause interview`.script.dropLast() {
      let reply = try world.say(line)
      #expect(reply.answer.question != nil, "> \(line)")
      #expect(reply.answer.verdict == .changed, "> \(line)")
    }
    let last = try world.say("stop")
    #expect(last.answer.question == nil)
    let text = last.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        """
        it was quicker two years ago, therefore the config path skips the pipeline, therefore a config change reached \
        production unchecked, therefore exports stopped for three hours.
        """))
    #expect(text.contains("└─ 3 nothing watched exports in the evening — assumed, root"))
    #expect(text.contains("Not closed: 3 is only assumed."))
    #expect(try world.subject.state == .open)
    let causes = try world.subject.causes
    #expect(causes.map(\.parent) == [nil, 1, 1, 2])
    #expect(causes.map(\.evidence) == [.observed, .observed, .assumed, .reported])
    #expect(causes.map(\.reference) == ["dashboard", nil, nil, "an old review"])
    #expect(causes.map(\.isRoot) == [false, false, true, true])
  }

  @Test func `goes on in a new process after every line`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "whys-\(UUID().uuidString).db").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    let world = try WhysWorld()
    for line in `A root-cause interview`.script {
      let here = try world.say(line)
      let elsewhere = try WhysWorld(at: path).say(line)
      #expect(here.shown == elsewhere.shown, "> \(line)")
    }
    #expect(try WhysWorld(at: path).subject == world.subject)
  }

  @Test(arguments: 1..<script.count)
  func `goes back one step and puts its question again`(step: Int) throws {
    let lines = `A root-cause interview`.script
    let world = try WhysWorld()
    let before = try world.say(Array(lines[..<step]))
    let subject = try world.subject
    try world.say(lines[step])
    guard step < lines.count - 1 else { return }
    let back = try world.say("back")
    #expect(try world.subject == subject)
    #expect(back.answer.question == before?.answer.question)
    let again = try world.say(Array(lines[step...]))
    #expect(again?.answer.verdict == .changed)
    #expect(try world.subject.causes.count == 4)
  }

  @Test(arguments: 1..<script.count)
  func `pauses at every step and goes on there`(step: Int) throws {
    let lines = `A root-cause interview`.script
    let world = try WhysWorld()
    let before = try world.say(Array(lines[..<step]))
    let paused = try world.say("never mind")
    #expect(paused.answer.question == nil)
    #expect(paused.shown.contains("Say resume"))
    #expect(try world.say("who owns smart export").answer.question == nil)
    let resumed = try world.say("resume")
    #expect(resumed.answer.question == before?.answer.question)
    try world.say(Array(lines[step...]))
    #expect(try world.subject.causes.map(\.parent) == [nil, 1, 1, 2])
  }

  @Test(arguments: ["who owns smart export", "help", "thanks", "which cases are open", "who owns smrt export?"])
  func `answers another request and puts the question again`(line: String) throws {
    let world = try WhysWorld()
    let before = try world.say(Array(`A root-cause interview`.script[..<5]))
    let subject = try world.subject
    let reply = try world.say(line)
    #expect(try world.subject == subject)
    #expect(reply.answer.question?.contains(before?.answer.question ?? "nothing was asked") == true)
    try world.say("2")
    #expect(try world.subject.causes.last?.evidence == .reported)
  }

  @Test(arguments: [
    "smart export waits for the partner api", "because nothing was blocked in the pipeline",
    "reviews are late", "it is not clear who owns the path",
  ])
  func `takes a sentence for a cause even where it could be something else`(line: String) throws {
    let world = try WhysWorld()
    try world.say(Array(`A root-cause interview`.script[..<2]))
    try world.say(line)
    #expect(try world.subject.causes.count == 1)
  }

  @Test func `undo takes back the last answer, and at first the case`() throws {
    let world = try WhysWorld()
    try world.say(Array(`A root-cause interview`.script[..<3]))
    #expect(try world.say("undo").answer.question?.hasPrefix("Why 1") == true)
    #expect(try world.subject.causes.isEmpty)
    try world.say("undo")
    #expect(try world.subject.problem == nil)
    let gone = try world.say("undo")
    #expect(gone.answer.question == nil)
    #expect(try world.cases.isEmpty)
  }

  @Test func `goes on at an open question when the case was changed meanwhile`() throws {
    let world = try WhysWorld()
    try world.say(Array(`A root-cause interview`.script[..<5]))
    var subject = try world.subject
    subject.causes.removeAll()
    try world.store.apply([.put(.case(subject))], by: "rui", at: WhysWorld.start + 90, verb: "test")
    let reply = try world.say("1, log")
    #expect(reply.answer.question?.hasPrefix("Why 1") == true)
    try world.say("the pipeline had no step for it")
    #expect(try world.subject.causes.map(\.text) == ["the pipeline had no step for it"])
  }

  @Test func `leaves a skipped question open and asks it on resume`() throws {
    let world = try WhysWorld()
    try world.say(["5 whys: exports are late", "the queue was full", "1", "skip"])
    #expect(try world.subject.state == .open)
    let again = try world.say("resume")
    #expect(again.answer.question?.contains("the queue was full") == true)
    try world.say(["it holds a hundred jobs", "1, config", "stop"])
    #expect(try world.subject.state == .closed)
    #expect(try world.subject.closed == WhysWorld.start + 60)
  }

  @Test func `asks how an assumed root is known when an open case is resumed`() throws {
    let world = try WhysWorld()
    try world.say(`A root-cause interview`.script)
    let resumed = try world.say("resume")
    #expect(resumed.answer.question?.hasPrefix("How do we know 3?") == true)
    let end = try world.say("2, the on-call notes")
    #expect(try world.subject.state == .closed)
    #expect(end.shown.contains("Closed: every branch"))
  }

  @Test func `does not ask the problem again when the line tells it`() throws {
    let world = try WhysWorld()
    let reply = try world.say("5 whys on why reviews take four days")
    #expect(reply.answer.question?.contains("in one sentence") == true)
    #expect(try world.subject.title == "Reviews take four days")
    let told = try world.say("5 whys: customers got the wrong file")
    #expect(told.answer.question?.hasPrefix("Why 1") == true)
    #expect(try world.subject.problem == "Customers got the wrong file")
  }

  @Test func `links the incident that it is about`() throws {
    let world = try WhysWorld()
    try world.say("five whys for INC-9")
    #expect(try world.subject.incident == "INC-9")
    #expect(try world.subject.feature == "smart-export")
    #expect(try world.subject.title == "Exports stuck")
  }

  @Test func `is shown before it begins when the line was not read exactly`() throws {
    let world = try WhysWorld()
    let shown = try world.say("id like to run a 5 whys on slow support answers")
    #expect(shown.answer.verdict == .preview)
    #expect(try world.cases.isEmpty)
    #expect(try world.say("yes").answer.verdict == .changed)
    #expect(try world.cases.count == 1)
  }

  @Test func `gives way to a new one and is taken up again`() throws {
    let world = try WhysWorld()
    try world.say(Array(`A root-cause interview`.script[..<4]))
    try world.say("5 whys: reviews were late")
    try world.say(["reviewers were away", "1", "stop"])
    let resumed = try world.say("resume")
    #expect(resumed.answer.question?.contains("a config change reached production unchecked") == true)
  }

  @Test func `belongs to the person who leads it`() throws {
    let world = try WhysWorld()
    try world.say(Array(`A root-cause interview`.script[..<3]))
    #expect(try world.say("1", as: "rui").answer.question == nil)
    #expect(try world.subject.causes.first?.evidence == .unknown)
    try world.say("1")
    #expect(try world.subject.causes.first?.evidence == .observed)
  }

  @Test func `says that five is only a guide and goes on`() throws {
    let world = try WhysWorld()
    try world.say("5 whys: exports are late")
    for number in 1...7 {
      let reply = try world.say("reason number \(number) of the chain")
      #expect(reply.answer.question?.hasPrefix("How do we know \(number)?") == true)
      let next = try world.say("1")
      #expect(next.shown.contains("Five is only a guide") == (number == 4))
    }
    #expect(try world.subject.causes.count == 7)
  }
}
