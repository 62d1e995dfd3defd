import Delivery
import Foundation
import Interchange
import Language
import Prompts
import Store
import Testing
import Times

@testable import Assistant

/// The sample workspace, or an empty store, as somebody at a terminal has it.
private struct Desk {
  let world: TranscriptWorld
  let conversation: Conversation
  static let morning = "2024-05-14T10:40:00+01:00"

  init(_ beginning: String = "sample") throws {
    world = try TranscriptWorld(Transcript("# now \(Desk.morning) store \(beginning)\n"))
    conversation = Conversation(store: world.store, reader: Reader(grammar: CompiledPrompts.grammar))
  }

  func line(
    _ text: String, as person: Key<Person>? = "sam", at time: String = morning, isAtTerminal: Bool = true
  ) throws -> Line {
    let moment = try #require(Moment(time))
    return Line(
      text, at: moment.instant, zone: Zone(offset: moment.offset), person: person, isAtTerminal: isAtTerminal)
  }

  @discardableResult
  func say(
    _ text: String, as person: Key<Person>? = "sam", at time: String = morning, isAtTerminal: Bool = true
  ) throws -> Reply {
    try conversation.reply(to: line(text, as: person, at: time, isAtTerminal: isAtTerminal))
  }

  func prompt(as person: Key<Person>? = "sam", at time: String = morning) throws -> String {
    try conversation.standing(of: line("", as: person, at: time)).prompt
  }

  func opening(as person: Key<Person>? = "sam", at time: String = morning) throws -> [String] {
    let answer = try conversation.opening(of: line("", as: person, at: time), version: "0.1").answer
    return TextRenderer(style: Style(width: 100)).text(of: answer).split(separator: "\n").map(String.init)
  }
}

@Suite struct `The first words of a chat` {
  @Test func `say what there is, what is due and what can be said, in five lines at most`() throws {
    let desk = try Desk()
    let lines = try desk.opening()
    #expect(lines.first == "Gangway 0.1 · workspace «Northwind sample» · 7 teams, 12 features · data as of 10:40")
    #expect(lines.dropFirst().first == "You have 1 overdue follow-up.")
    #expect(lines.last == "Say what you need, or: help · examples · bye")
    #expect(lines.count <= 5)
    #expect(try desk.opening(as: "priya").count == 2)
  }

  @Test func `tell what others changed since, and where to go on`() throws {
    let desk = try Desk()
    try desk.say("five whys on the slow import")
    try desk.say("38 is done", as: "ana", at: "2024-05-14T12:00:00+01:00")
    let lines = try desk.opening(at: "2024-05-14T13:00:00+01:00")
    #expect(lines.contains("Since Tue 14 May 10:40: 1 follow-up changed."))
    #expect(lines.contains { $0.hasPrefix("Last time: five whys on «") && $0.hasSuffix("at why 1. Say: resume") })
    #expect(lines.count <= 5)
  }

  @Test func `ask a stranger for a name, and remember it only when told to`() throws {
    let desk = try Desk()
    let opening = try desk.conversation.opening(of: desk.line("", as: nil), version: "0.1")
    #expect(opening.answer.question == "Who are you? Type a name, or Enter to stay anonymous.")
    #expect(try desk.prompt(as: nil) == "name> ")
    let named = try desk.say("priya ramman", as: nil)
    #expect(named.wish == .beSpeaker("priya"))
    #expect(named.answer.question == "Remember it for next time? (y/n)")
    #expect(try desk.prompt(as: "priya") == "remember it? [Y/n]> ")
    #expect(try desk.say("y", as: "priya").wish == .keepSpeaker("priya"))
  }

  @Test func `offer plain sentences, which a stranger keeps under a name`() throws {
    let desk = try Desk("empty")
    let opening = try desk.conversation.opening(of: desk.line("", as: nil), version: "0.1")
    #expect(opening.answer.notices == ["With a screen reader, say: plain"])
    #expect(try desk.say("plain", as: nil).manner.isPlain)
    #expect(try desk.prompt(as: nil) == "sample or import?> ")
    let sample = try Desk()
    try sample.say("plain", as: nil)
    #expect(try sample.say("i am priya", as: nil).manner.isPlain)
    #expect(try sample.say("whos late", as: "priya").manner.isPlain)
  }

  @Test(arguments: ["", "nobody"]) func `leave a stranger without a name`(said: String) throws {
    let desk = try Desk()
    _ = try desk.conversation.opening(of: desk.line("", as: nil), version: "0.1")
    #expect(try desk.say(said, as: nil).wish == nil)
    #expect(try desk.conversation.opening(of: desk.line("", as: nil), version: "0.1").openQuestion == nil)
  }

  @Test func `answer a stranger who asks something else`() throws {
    let desk = try Desk()
    _ = try desk.conversation.opening(of: desk.line("", as: nil), version: "0.1")
    #expect(try desk.say("who is blocked", as: nil).answer.headline.hasPrefix("12 items are blocked"))
    #expect(try desk.prompt(as: nil) == "sample> ")
  }

  @Test(arguments: ["1", "sample", "import sample"]) func `load the sample into an empty store`(said: String) throws {
    let desk = try Desk("empty")
    let opening = try desk.conversation.opening(of: desk.line("", as: nil), version: "0.1")
    #expect(opening.isFirst)
    #expect(opening.answer.choices.map(\.said) == ["sample", "import FILE"])
    #expect(try desk.prompt(as: nil) == "sample or import?> ")
    #expect(try desk.say(said, as: nil).wish == .loadSample)
    #expect(try desk.prompt(as: nil) == "gangway> ")
  }

  @Test func `try an import before it is made`() throws {
    let desk = try Desk("empty")
    _ = try desk.conversation.opening(of: desk.line("", as: nil), version: "0.1")
    #expect(try desk.say("2", as: nil).answer.verdict == .question)
    #expect(try desk.prompt(as: nil) == "file> ")
    #expect(try desk.say("~/my board.csv", as: nil).wish == .tryImport("~/my board.csv"))
    #expect(try desk.prompt(as: nil) == "import it? [y/N]> ")
    #expect(try desk.say("y", as: nil).wish == .importFile("~/my board.csv"))
    #expect(try desk.say("import ./other.json", as: nil).wish == .tryImport("./other.json"))
    #expect(try desk.say("", as: nil).wish == nil)
    #expect(try desk.prompt(as: nil) == "gangway> ")
    #expect(try desk.say("import board.csv", as: nil, isAtTerminal: false).wish == nil)
  }
}

@Suite struct `The prompt` {
  @Test func `says what is due, what is asked and how far a search for causes has come`() throws {
    let desk = try Desk()
    #expect(try desk.prompt() == "sample (1 due)> ")
    #expect(try desk.prompt(as: "priya") == "sample> ")
    try desk.say("CHK-104 is blocked by SUP-9")
    #expect(try desk.prompt() == "do it? [Y/n/edit]> ")
    let edited = try desk.say("edit")
    #expect(edited.draft == "CHK-104 is blocked by SUP-9")
    #expect(edited.changes.isEmpty)
    #expect(try desk.prompt() == "sample (1 due)> ")
    try desk.say("push 38")
    #expect(try desk.prompt() == "answer> ")
    try desk.say("friday")
    #expect(try desk.prompt() == "sample> ")
    try desk.say("five whys on why the import is slow")
    #expect(try desk.prompt() == "why 1/5> ")
  }

  @Test func `gives no line back where nobody can change one`() throws {
    let desk = try Desk()
    try desk.say("CHK-104 is blocked by SUP-9", isAtTerminal: false)
    let reply = try desk.say("edit", isAtTerminal: false)
    #expect(reply.draft == nil)
    #expect(reply.answer.verdict == .refused)
    #expect(try desk.say("y", isAtTerminal: false).answer.verdict == .changed)
  }
}

@Suite struct `Reminders` {
  private func notices(_ desk: Desk, since: String, at: String) throws -> [Notice] {
    let since = try #require(Instant(since))
    return try desk.conversation.notices(of: desk.line("", at: at), since: since)
  }

  @Test func `come up once, when their time has come`() throws {
    let desk = try Desk()
    try desk.say("remind me to call Acme at 11:30")
    #expect(try notices(desk, since: Desk.morning, at: "2024-05-14T11:29:00+01:00").isEmpty)
    let due = try notices(desk, since: "2024-05-14T11:29:00+01:00", at: "2024-05-14T11:30:00+01:00")
    #expect(due.map(\.text) == ["! due now   call Acme   done 51 · later 51"])
    #expect(due.map(\.followUps) == [[51]])
    #expect(try notices(desk, since: "2024-05-14T11:30:00+01:00", at: "2024-05-14T11:40:00+01:00").isEmpty)
    let late = try notices(desk, since: "2024-05-14T11:00:00+01:00", at: "2024-05-14T13:40:00+01:00")
    #expect(late.map(\.text) == ["! overdue 2 h   call Acme   done 51 · later 51"])
    #expect(late.map(\.ids) == due.map(\.ids))
  }

  @Test func `become one line when there are several, and wait for the end of the quiet`() throws {
    let desk = try Desk()
    for time in ["11:30", "11:40", "11:50"] { try desk.say("remind me to call Acme at \(time)") }
    try desk.say("quiet for 2h")
    #expect(try notices(desk, since: Desk.morning, at: "2024-05-14T12:00:00+01:00").isEmpty)
    let after = try notices(desk, since: "2024-05-14T12:39:00+01:00", at: "2024-05-14T12:41:00+01:00")
    #expect(after.map(\.text) == ["! 3 due   51 call Acme; 52 call Acme; and 1 more   done 51 · later 51"])
  }
}

@Suite struct `A line off the record` {
  @Test func `leaves no word in the log, whatever is asked about it`() throws {
    let desk = try Desk()
    for said in [
      " who owns zebra export", " CHK-104 is blocked by SUP-9", " y", " who owns bulk", " what about zebra",
      "copy", "as json", "more", "back", "resume", "help",
    ] { try desk.say(said) }
    let turns = try desk.world.store.read { try $0.turns(of: "sam", limit: 100) }
    for turn in turns {
      for text in [turn.said, turn.reading, turn.answer, turn.state] {
        #expect(text?.contains("zebra") != true)
      }
      #expect(turn.state?.contains("ulk") != true)
    }
    #expect(try desk.conversation.history(of: "sam") == ["copy", "as json", "more", "back", "resume", "help"])
  }
}

@Suite struct `What a conversation remembers` {
  @Test func `reads what earlier versions wrote`() throws {
    let old = #"{"failures":1,"questions":[{"fill":{"_0":{"#
    #expect(StateArchive.state(from: old) == ConversationState())
    let state = StateArchive.state(from: #"{"failures":2,"questions":[],"repeats":1}"#)
    #expect(state.failures == 2)
    #expect(state.repeats == 1)
    #expect(state.next.isEmpty)
    let strange = StateArchive.state(from: #"{"failures":2,"questions":[{"gone":{}}],"repeats":1,"quietUntil":"x"}"#)
    #expect(strange.failures == 2)
    #expect(strange.questions.isEmpty)
  }

  @Test func `comes back as it was kept`() throws {
    var state = ConversationState()
    state.isPlain = true
    state.quietUntil = Instant(milliseconds: 5)
    state.next = ["undo"]
    state.left = ConversationState.Left(reading: Reading(said: "more", intent: "talk.more"), shown: 3)
    state.trail = [ConversationState.Passed(question: .welcome, said: "x")]
    state.draft = .importFile("a.csv")
    state.questions = [.whoAreYou([]), .remember(person: "sam")]
    #expect(StateArchive.state(from: StateArchive.text(of: state)) == state)
    #expect(StateArchive.text(of: ConversationState()) == nil)
  }

  @Test func `asks again what was left open, the newest first`() throws {
    let desk = try Desk()
    try desk.say("five whys on the slow import")
    try desk.say("pause")
    try desk.say("move 38")
    for line in ["who owns bulk invite", "whos late", "who owns webhooks"] { try desk.say(line) }
    #expect(try desk.say("resume").answer.question == "To when, or by how much?")
    try desk.say("never mind")
    #expect(try desk.say("resume").answer.headline.hasPrefix("Going on with case"))
  }
}

@Suite struct `An answer as JSON` {
  @Test func `is that of the line that asked`() throws {
    let desk = try Desk()
    try desk.say("who owns bulk invite")
    let reply = try desk.say("as json")
    #expect(reply.isJSON)
    let object = ReplyJSON.object(of: reply)
    #expect(object["said"]?.text == "who owns bulk invite")
    #expect(object["reading"]?["intent"]?.text == "feature.owner")
    #expect(object["headline"]?.text?.hasPrefix("Bulk Invite belongs to") == true)
  }
}
