import Assistant
import Delivery
import Store
import Testing
import Times

@Suite struct `A cause without blame` {
  @Test(arguments: [
    (
      "exports stuck 3h bc rui pushed the config w/out testing",
      "exports stuck 3h bc someone pushed the config w/out testing, and nothing on the way caught it"
    ),
    ("Rui forgot to test it", "It was left to memory to test it"),
    ("rui and inga should have checked the logs", "It was possible to go on without having checked the logs"),
    ("human error", "A slip was possible, and nothing caught it"),
    ("they didn't read the runbook", "Nothing made sure to read the runbook"),
    ("the job was lost since Ing failed to restart it", "the job was lost since nothing made sure to restart it"),
    ("it was waiting for Rui Falcão", "it was waiting for someone"),
    ("Solberg's script was outdated", "Someone's script was outdated"),
  ])
  func `is offered for one that blames`(said: String, offer: String) throws {
    let world = try WhysWorld()
    try world.say("5 whys: exports are late")
    let asked = try world.say(said)
    #expect(asked.answer.question?.contains("“\(offer)”") == true)
    #expect(try world.subject.causes.isEmpty)
    let kept = try world.say("keep")
    #expect(try world.subject.causes.map(\.text) == [offer])
    #expect(kept.answer.question?.hasPrefix("How do we know 1?") == true)
  }

  @Test(arguments: [
    "the check did not run on Saturdays", "we will add people in May", "the alert failed to fire",
    "the data team had no test devices", "no one was watching after six", "the grace period is too short",
    "the engine of the exporter was off",
  ])
  func `is taken as it was said`(said: String) throws {
    let world = try WhysWorld()
    try world.say("5 whys: exports are late")
    try world.say(said)
    #expect(try world.subject.causes.map(\.text) == [said])
  }

  @Test(arguments: [
    ["mine"], ["Inga and Rui pushed it"], ["no", "@rui pushed it, says Inga Solberg"], ["it was Falcão’s change"],
  ])
  func `never holds a name, whoever insists`(lines: [String]) throws {
    let world = try WhysWorld()
    try world.say("5 whys on what rui broke on monday")
    try world.say("Will pushed a change and exports stopped")
    try world.say("mine")
    try world.say("rui was careless and Harker let it pass")
    try world.say(lines)
    try world.say("1, Rui told us. and Inga pushed, too")
    try world.say("mine")
    let subject = try world.subject
    // A line that insists with a possessive is still taken for the answer to another question.
    withKnownIssue {
      #expect(subject.causes.count >= 2)
    } when: {
      lines == ["it was Falcão’s change"]
    }
    let texts = [subject.title, subject.problem ?? ""] + subject.causes.flatMap { [$0.text, $0.asked ?? ""] }
    for text in texts {
      for name in ["rui", "falcão", "inga", "solberg", "harker", "will "] {
        #expect(!text.lowercased().contains(name), "\(name) is in “\(text)”")
      }
    }
  }

  @Test func `in the person's own words is kept as they say it`() throws {
    let world = try WhysWorld()
    try world.say("5 whys: exports are late")
    try world.say("someone forgot to test it")
    try world.say("the release path has no test step")
    #expect(try world.subject.causes.map(\.text) == ["the release path has no test step"])
  }

  @Test func `must say more than what it explains`() throws {
    let world = try WhysWorld()
    try world.say(["5 whys: exports are late", "the queue was full", "1"])
    let same = try world.say("The queue was full.")
    #expect(same.answer.verdict == .question)
    #expect(try world.subject.causes.count == 1)
    try world.say("exports are late")
    #expect(try world.subject.causes.count == 1)
  }
}

@Suite struct `How a cause is known` {
  @Test(
    arguments: [
      ("1", Cause.Evidence.observed, nil), ("1, dashboard", .observed, "dashboard"), ("observed", .observed, nil),
      ("2 (the vendor's mail)", .reported, "the vendor's mail"), ("assumed tbh", .assumed, nil), ("3.", .assumed, nil),
      ("?", .unknown, nil), ("no idea", .unknown, nil), ("reported: support said so", .reported, "support said so"),
      ("we saw it in the logs", .observed, "we saw it in the logs"), ("I guess", .assumed, nil),
    ] as [(String, Cause.Evidence, String?)])
  func `is read from digits and words`(said: String, evidence: Cause.Evidence, reference: String?) throws {
    let world = try WhysWorld()
    try world.say(["5 whys: exports are late", "the queue was full", said])
    let cause = try #require(try world.subject.causes.first)
    #expect(cause.evidence == evidence)
    #expect(cause.reference == reference)
    let question = try world.say("show").answer.question
    #expect(question?.hasPrefix("Why 2") == true)
  }

  @Test(arguments: ["5", "the disk was small", "yes"])
  func `is asked again when the line does not tell`(said: String) throws {
    let world = try WhysWorld()
    let asked = try world.say(["5 whys: exports are late", "the queue was full"])
    let reply = try world.say(said)
    #expect(reply.answer.verdict == .question)
    #expect(reply.answer.question?.hasPrefix("How do we know 1?") == true)
    #expect(asked?.answer.verdict == .changed)
    #expect(try world.subject.causes.count == 1)
  }
}
