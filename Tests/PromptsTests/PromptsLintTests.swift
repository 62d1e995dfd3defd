import Foundation
import Language
import Testing
import Times

@testable import Prompts

/// The prompts of the project, read where they lie.
private enum ProjectPrompts {
  struct SpokenTimes: TimeTagger {
    func times(in text: String, now: Instant) -> [TimeReading] {
      TimePhraseReader().read(text, now: now, zone: .utc)
    }
  }

  static let context = ReadingContext(now: Instant(seconds: 1_715_679_600), times: SpokenTimes())

  /// The grammar's source, read once for all tests.
  static let source = Result { GrammarSource.read(try files()).source }

  /// The names in the examples of the prompts.
  static let names = source.map { ExampleNames.table($0) }

  static func files() throws -> [PromptFile] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../prompts").standardized
    let intents = folder.appending(path: "intents")
    let names = try FileManager.default.contentsOfDirectory(atPath: intents.path).filter { $0.hasSuffix(".yaml") }
    let paths = names.map { intents.appending(path: $0).path } + [folder.appending(path: "lexicon.yaml").path]
    return try paths.sorted().map { path in
      PromptFile(path: path, text: try String(contentsOfFile: path, encoding: .utf8))
    }
  }
}

@Suite struct `The prompts of the project` {
  @Test func `pass the whole lint with every example won and every other line left alone`() throws {
    let (source, findings) = GrammarSource.read(try ProjectPrompts.files())
    #expect(findings == [])
    #expect(source.intents.count > 60)
    let found = GrammarLint.findings(in: source, context: ProjectPrompts.context)
    #expect(found == [], "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test func `make the same grammar in whatever order the files come`() throws {
    let files = try ProjectPrompts.files()
    let image = Grammar(try ProjectPrompts.source.get()).imageText
    #expect(Grammar(GrammarSource.read(files.reversed()).source).imageText == image)
    let turned = Array(files[files.count / 3..<files.count] + files[0..<files.count / 3])
    #expect(Grammar(GrammarSource.read(turned).source).imageText == image)
  }

  @Test func `let at most one line in a hundred out of scope act`() throws {
    let reader = Reader(grammar: CompiledPrompts.grammar)
    #expect(OutOfScopeLines.all.count >= 100)
    for names in [NameTable(), try ProjectPrompts.names.get()] {
      let acted = OutOfScopeLines.all.filter { line in
        let reading = reader.read(line, names: names, context: ProjectPrompts.context)
        return reading.intent != Reading.unclear && reading.intent != Reading.unable
      }
      #expect(acted.count * 100 <= OutOfScopeLines.all.count, "\(acted)")
    }
  }

  @Test(arguments: [
    ("status of frobnicate", "feature.status", "frobnicate"),
    ("who owns xyzzy", "feature.owner", "xyzzy"),
    ("what is blocking foo bar", "blocked.by", "foo bar"),
    ("when will quux ship", "feature.when", "quux"),
  ])
  func `understand a question about a name that nobody recorded`(
    _ line: String, _ intent: String, _ feature: String
  ) throws {
    for names in [NameTable(), try ProjectPrompts.names.get()] {
      let reading = Reader(grammar: CompiledPrompts.grammar).read(line, names: names, context: ProjectPrompts.context)
      #expect(reading.intent == intent)
      #expect(reading.slots["feature"]?.value == feature)
      #expect(reading.slots["feature"]?.key == nil)
      #expect(!reading.isExact)
    }
  }

  @Test(arguments: [
    ("ENG-42 is purple", "work.update", ["item": "ENG-42", "status": "purple"]),
    ("give CHK-101 to nobody", "work.update", ["item": "CHK-101"]),
    ("take tomas off CHK-101", "work.update", ["item": "CHK-101", "former": "Tomas Lindqvist"]),
    ("who is tomas", "person.show", ["person": "Tomas Lindqvist"]),
    ("what is left", "work.list", [:]),
    ("status of", "feature.status", [:]),
    ("what is blocking", "blocked.by", [:]),
    ("items in on ice", "work.list", ["status": "On Ice"]),
    ("items in Reopened", "work.list", ["status": "Reopened"]),
    ("999999 is done", "followup.done", ["number": "999999"]),
  ])
  func `keep apart what sounds alike`(_ line: String, _ intent: String, _ slots: [String: String]) throws {
    var names = try ProjectPrompts.names.get()
    names.insert(NamedRecord(kind: .status, key: "Reopened", name: "Reopened"))
    names.insert(NamedRecord(kind: .status, key: "On Ice", name: "On Ice"))
    let reading = Reader(grammar: CompiledPrompts.grammar).read(line, names: names, context: ProjectPrompts.context)
    #expect(reading.intent == intent)
    #expect(reading.slots.mapValues(\.value) == slots)
  }

  @Test(arguments: [
    ("smart export", "feature.status", "feature"), ("smrt export?", "feature.status", "feature"),
    ("CHK-101 please", "feature.status", "item"), ("spring launch", "feature.status", "release"),
    ("tomas", "person.show", "person"), ("payments", "feature.owner", "team"),
  ])
  func `answer a name alone, and say that it stood alone`(_ line: String, _ intent: String, _ slot: String) throws {
    let names = try ProjectPrompts.names.get()
    let reading = Reader(grammar: CompiledPrompts.grammar).read(line, names: names, context: ProjectPrompts.context)
    #expect(reading.intent == intent)
    #expect(Array(reading.slots.keys) == [slot])
    #expect(reading.isEllipsis)
  }

  @Test(arguments: ["what about smart export", "and payments?", "Fooby Barry", "API", "UTF8"])
  func `answer no name alone that carries a question on or that nobody bears`(_ line: String) throws {
    let names = try ProjectPrompts.names.get()
    let reading = Reader(grammar: CompiledPrompts.grammar).read(line, names: names, context: ProjectPrompts.context)
    #expect(reading.intent == Reading.unclear)
  }

  @Test(arguments: [
    ("what is blocking smart export", [TraceStep.Kind.unrivalled]), ("whats holdng up CHK-101 man", [.runnerUp]),
  ])
  func `name a runner-up only where there is one`(_ line: String, _ expected: [TraceStep.Kind]) throws {
    let names = try ProjectPrompts.names.get()
    let reading = Reader(grammar: CompiledPrompts.grammar).read(line, names: names, context: ProjectPrompts.context)
    let steps = reading.trace.filter { [.unrivalled, .runnerUp].contains($0.kind) }
    #expect(steps.map(\.kind) == expected)
    #expect(steps.allSatisfy { $0.facts["margin"] != "1.00" })
  }

  @Test func `define a status that no item has had`() {
    for line in ["in qa is active", "\"in qa\" counts as active"] {
      let reading = Reader(grammar: CompiledPrompts.grammar).read(
        line, names: NameTable(), context: ProjectPrompts.context)
      #expect(reading.intent == "status.define")
      #expect(reading.slots["text"]?.value == "in qa")
      #expect(reading.slots["category"]?.value == "active")
    }
  }

  @Test func `take a common word for a status of an item without a store`() {
    let reading = Reader(grammar: CompiledPrompts.grammar).read(
      "CHK-101 is done", names: NameTable(), context: ProjectPrompts.context)
    #expect(reading.intent == "work.update")
    #expect(reading.slots["status"]?.value == "done")
    #expect(reading.score == 1)
    #expect(reading.isExact)
  }

  @Test func `split a line into follow-ups with their order`() throws {
    let names = try ProjectPrompts.names.get()
    func parts(_ line: String) -> [[String]] {
      Reader(grammar: CompiledPrompts.grammar).read(line, names: names, context: ProjectPrompts.context).parts
        .map { part in ["person", "text", "when", "after"].map { part[$0]?.value ?? "" } }
    }
    #expect(
      parts("f/u priya draft dpa by thurs, lena review mon and tomas to check retention") == [
        ["Priya Raman", "draft dpa", "by thurs", ""], ["Lena Hoffmann", "review", "mon", ""],
        ["Tomas Lindqvist", "check retention", "", ""],
      ])
    #expect(
      parts("lena to draft it then tomas to ship it") == [
        ["Lena Hoffmann", "draft it", "", ""], ["Tomas Lindqvist", "ship it", "", "1"],
      ])
    #expect(parts("lena to draft it and after 1 tomas to send it").last == ["Tomas Lindqvist", "send it", "", "1"])
    #expect(parts("priya: send dpa draft by thurs") == [["Priya Raman", "send dpa draft", "by thurs", ""]])
  }

  @Test func `ask a stranger only when a time or a capital shows that somebody is asked`() {
    func reading(_ line: String) -> Reading {
      Reader(grammar: CompiledPrompts.grammar).read(line, names: NameTable(), context: ProjectPrompts.context)
    }
    let asked = reading("petra to check retention by friday")
    #expect(asked.intent == "followup.add")
    #expect(asked.slots["person"]?.value == "petra")
    #expect(asked.slots["person"]?.key == nil)
    #expect(reading("welcome to berlin").intent == Reading.unclear)
  }
}

@Suite struct `Prompts read from a folder` {
  @Test func `use the built-in lexicon and read any number of plain intents`() {
    let verbs = ["reset", "order", "block", "replace", "freeze", "trace", "insure", "renew", "upgrade", "return"]
    let things = [
      "card", "loan", "parcel", "ticket", "router", "heater", "visa", "badge", "invoice", "locker", "bicycle", "garden",
      "mortgage", "printer", "wallet",
    ]
    let frames = [
      "how can i # my @", "i want to # the @", "please # a @", "# my @ today", "need to # one @", "where do i # the @",
      "could someone # our @", "help me # this @", "is it possible to # a @", "# @",
    ]
    var files: [PromptFile] = []
    for verb in verbs {
      for thing in things {
        let examples = frames.map { frame in
          "  - " + frame.replacing("#", with: verb).replacing("@", with: thing)
        }
        files.append(
          PromptFile(
            path: "p/\(verb).\(thing).yaml",
            text: "intent: \(verb).\(thing)\nexamples:\n" + examples.joined(separator: "\n")))
      }
    }
    let (source, findings) = GrammarSource.read(files, lexicon: CompiledPrompts.lexicon)
    #expect(findings == [])
    #expect(source.lexicon.polite.contains("please"))
    #expect(source.intents.count == 150)
    let reader = Reader(grammar: Grammar(source))
    for verb in verbs {
      for thing in things {
        let line = "i would really love to \(verb) that old \(thing)"
        let reading = reader.read(line, names: NameTable(), context: ProjectPrompts.context)
        #expect(reading.nearest?.intent == "\(verb).\(thing)", "\(line)")
      }
    }
    let strange = reader.read("zzz qqq", names: NameTable(), context: ProjectPrompts.context)
    #expect(strange.intent == Reading.unclear)
    #expect(strange.nearest != nil)
  }
}
