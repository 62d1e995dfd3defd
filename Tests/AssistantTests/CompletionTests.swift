import Delivery
import Language
import Prompts
import Store
import Testing
import Times

@testable import Assistant

/// The sample workspace as Sam types on it.
private struct Keyboard {
  let store: Store
  let reader = Reader(grammar: CompiledPrompts.grammar)

  init() throws {
    store = try TranscriptWorld(Transcript("# now 2024-05-14T10:40:00+01:00 store sample\n")).store
  }

  func tab(_ text: String) throws -> [String] {
    try store.read { try Completer(snapshot: $0, reader: reader).completions(of: text) }
  }

  func hint(_ text: String, history: [String] = []) throws -> String? {
    let line = try line(text)
    return try store.read { try Completer(snapshot: $0, reader: reader).hint(for: line, history: history) }
  }

  func line(_ text: String) throws -> Line {
    let now = try #require(Moment("2024-05-14T10:40:00+01:00"))
    return Line(text, at: now.instant, zone: Zone(offset: now.offset), person: "sam")
  }
}

@Suite struct `Completions of a line` {
  private let keyboard: Keyboard

  init() throws { keyboard = try Keyboard() }

  @Test(arguments: [
    ("who owns smart ex", ["who owns Smart Export"]),
    ("who owns SMART", ["who owns Smart Export"]),
    ("What is blocking chk-10", ["What is blocking CHK-101"]),
    ("anyone stuck in pay", ["anyone stuck in Payments"]),
    ("what is tomas", []),
    ("tell me whether pri", ["tell me whether Priya Raman"]),
  ])
  func `put the whole name for its start`(typed: String, wanted: [String]) throws {
    let found = try keyboard.tab(typed)
    #expect(Set(wanted).isSubset(of: found), "\(found)")
  }

  @Test func `offer what begins alike before what only holds the word`() throws {
    let found = try keyboard.tab("who owns b")
    #expect(found.first?.hasPrefix("who owns B") == true)
  }

  @Test func `list every name where a name is due`() throws {
    let found = try keyboard.tab("who owns ")
    for name in ["Smart Export", "Bulk Import", "Reporting", "Webhooks"] { #expect(found.contains("who owns \(name)")) }
  }

  @Test func `go on behind a name only when that name is stored`() throws {
    #expect(try keyboard.tab("is smart export ").contains("is smart export live "))
    #expect(try keyboard.tab("is purple giraffe ").isEmpty)
  }

  @Test func `say what can be said before anything is typed`() throws {
    let found = try keyboard.tab("")
    #expect(found.contains("who is blocked"))
    #expect(found.contains("who owns "))
    #expect(!found.contains { $0.contains("…") })
  }

  @Test func `leave as it is whatever was typed before`() throws {
    for typed in ["Who OWNS  bulk i", "  who owns smart", "whats blocking éa", "山田 who owns sm"] {
      let kept = typed.prefix { $0 != "b" && $0 != "s" && $0 != "é" }
      for line in try keyboard.tab(typed) { #expect(line.hasPrefix(kept), "\(typed) became \(line)") }
    }
  }

  @Test(arguments: ["\u{1B}[31m", "''\"--", "%", "_", String(repeating: "x ", count: 600), "\u{10FFFF}", "\n"])
  func `survive whatever is typed`(typed: String) throws {
    _ = try keyboard.tab(typed)
    _ = try keyboard.hint(typed)
  }
}

@Suite struct `A hint` {
  private let keyboard: Keyboard

  init() throws { keyboard = try Keyboard() }

  @Test(arguments: [("who owns smar", "t Export"), ("who is bl", "ocked"), ("who is blo", "cked")])
  func `is the rest of a name or a phrase`(typed: String, rest: String) throws {
    #expect(try keyboard.hint(typed) == rest)
  }

  @Test func `is first of all what was said before`() throws {
    let history = ["is smart export live in the eu", "whos late"]
    #expect(try keyboard.hint("is sm", history: history) == "art export live in the eu")
  }

  @Test(arguments: [
    "tomas to check the logs by friday", "51 is done", "remind me to call acme tomorrow", "CHK-101 is done",
    "CHK-101 waits for CHK-102", "undo",
  ])
  func `never completes a line that changes something`(said: String) throws {
    for length in 2..<said.count {
      let typed = String(said.prefix(length))
      guard let rest = try keyboard.hint(typed, history: [said]) else { continue }
      let line = try keyboard.line(typed + rest)
      let reading = try LineReader(reader: keyboard.reader, store: keyboard.store).reading(of: line)
      #expect(keyboard.reader.grammar.traits(of: reading.intent)?.changes != true, "\(typed)|\(rest)")
    }
  }

  @Test func `stands neither behind a blank nor off the record`() throws {
    #expect(try keyboard.hint("who owns ") == nil)
    #expect(try keyboard.hint(" who owns smar") == nil)
  }
}

@Suite struct `A list of completions` {
  @Test func `leaves out what all of them begin with`() {
    let listing = CompletionListing(["who owns Bulk Import", "who owns Bulk Invite"], width: 40)
    #expect(listing.text == "  Import  Invite")
  }

  @Test(arguments: [40, 60, 100]) func `fits the width`(width: Int) {
    let names = (1...90).map { "status of Feature number \($0) with 山田" }
    for line in CompletionListing(names, width: width).text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width)
    }
  }

  @Test func `says how many more there are`() {
    let names = (1...90).map { "status of Feature \($0)" }
    #expect(CompletionListing(names, width: 80).text.contains("30 more"))
  }
}
