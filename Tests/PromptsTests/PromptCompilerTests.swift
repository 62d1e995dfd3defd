import Foundation
import Language
import Testing

@testable import PromptCompiler

/// A folder of prompts that lasts as long as a test.
private struct PromptFolder: ~Copyable {
  let root = FileManager.default.temporaryDirectory.appending(path: "prompts-\(UUID().uuidString)")

  init(_ files: [String: String]) throws {
    for (place, text) in files {
      let file = root.appending(path: "in/\(place)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try FileManager.default.createDirectory(at: root.appending(path: "out"), withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  /// Compiles the files.
  ///
  /// - Returns: The findings, without the path of the folder, in order.
  func findings(_ places: [String]) throws -> [String] {
    let prompts = root.appending(path: "in").path
    do {
      try PromptCompiler.compile(
        places.map { "\(prompts)/\($0)" }, below: prompts, into: root.appending(path: "out").path)
      return []
    } catch let faults as PromptCompiler.Faults {
      return faults.description.split(separator: "\n").map { $0.replacingOccurrences(of: prompts + "/", with: "") }
    }
  }

  func output(_ name: String) throws -> String {
    try String(contentsOf: root.appending(path: "out/\(name)"), encoding: .utf8)
  }
}

@Suite struct `The prompt compiler` {
  private static let intent = """
    intent: blocked.list
    say:
      - who is blocked
    answer:
      headline: "{count} {count?item is|items are} blocked."
      none: Nothing is blocked.

    """

  @Test func `writes a function for each sentence of an answer`() throws {
    let folder = try PromptFolder(["intents/blocked.list.yaml": Self.intent])
    #expect(try folder.findings(["intents/blocked.list.yaml"]) == [])
    #expect(
      try folder.output("Words.swift") == """
        // Made from the prompts by PromptCompiler: edit those.

        /// Every sentence that Gangway says, by the file and the key that hold it.
        package enum Words {
          package enum BlockedList {
            ///     {count} {count?item is|items are} blocked.
            ///
            /// prompts/intents/blocked.list.yaml:5
            package static func headline(count: some WordCount) -> Swift.String {
              var _text0 = ""
              _text0 += count.inSentence
              _text0 += " "
              if count.isOne {
                _text0 += "item is"
              } else {
                _text0 += "items are"
              }
              _text0 += " blocked."
              return _text0
            }
            ///     Nothing is blocked.
            ///
            /// prompts/intents/blocked.list.yaml:6
            package static var none: Swift.String { "Nothing is blocked." }
          }
        }

        """)
  }

  @Test func `makes enums of folders, files and maps`() throws {
    let folder = try PromptFolder([
      "voice.yaml": "undo: { done: Undone. }\nnever_mind: Ok.",
      "interviews/near-miss.yaml": "ask: { next: [Why?, \"Why {what}?\"] }",
      "demonstration.yaml": "demonstration: { lines: [who is blocked] }",
    ])
    #expect(try folder.findings(["voice.yaml", "interviews/near-miss.yaml", "demonstration.yaml"]) == [])
    let words = try folder.output("Words.swift")
    let declarations = words.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
      .filter { $0.hasPrefix("package") }
    #expect(
      declarations == [
        "package enum Words {", "package enum Demonstration {",
        "package static var lines: [Swift.String] { [\"who is blocked\"] }", "package enum Interviews {",
        "package enum NearMiss {", "package enum Ask {",
        "package static func next(what: some WordValue) -> [Swift.String] {", "package enum Voice {",
        "package static var neverMind: Swift.String { \"Ok.\" }", "package enum Undo {",
        "package static var done: Swift.String { \"Undone.\" }",
      ])
  }

  @Test func `writes words for none of the grammar's own data`() throws {
    let folder = try PromptFolder([
      "lexicon.yaml": "synonyms: { blocking: [ holding up ] }", "intents/x.y.yaml": "intent: x.y\nsay: [do x]",
    ])
    #expect(try folder.findings(["lexicon.yaml", "intents/x.y.yaml"]) == [])
    #expect(try folder.output("Words.swift").hasSuffix("package enum Words {}\n"))
  }

  @Test func `compiles the grammar into an image that can be read where it lies`() throws {
    let folder = try PromptFolder(["intents/blocked.list.yaml": Self.intent])
    #expect(try folder.findings(["intents/blocked.list.yaml"]) == [])
    let lines = try folder.output("GrammarData.swift").split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasSuffix("\"\"\"") })
    let image = try #require(Grammar(image: Array(lines[start + 1].utf8)))
    #expect(image.intentNames.contains("blocked.list"))
  }

  @Test func `passes on what the grammar finds, once, and what is no YAML too`() throws {
    let folder = try PromptFolder([
      "intents/a.b.yaml": "intent: a.b\nsay: [is {x}]\nslots: { x: { type: y } }",
      "intents/c.d.yaml": "intent: c.d\nsay: ]",
    ])
    let findings = try folder.findings(["intents/a.b.yaml", "intents/c.d.yaml"])
    #expect(findings.map { $0.prefix { $0 != " " } } == ["intents/a.b.yaml:3:", "intents/c.d.yaml:2:"], "\(findings)")
  }

  @Test func `keeps the sample as it was written`() throws {
    let sample = "{\"kind\":\"team\",\"name\":\"\\\"#\"}\n{\"kind\":\"item\"}\n"
    let folder = try PromptFolder(["sample.jsonl": sample])
    #expect(try folder.findings(["sample.jsonl"]) == [])
    #expect(try folder.output("SampleWorkspace.swift").contains("##\"\"\"\n\(sample)\n\"\"\"##"))
  }

  @Test(arguments: [
    ("a: \"x {b\"", "voice.yaml:1: error: “a”: “{” is not closed: write {{ for a brace that is meant to be read"),
    ("a: A\nb: |-\n  x\n  {y\n", "voice.yaml:4: error: “b”: “{” is not closed"),
    ("a: A\nb: |\n  x\n", "voice.yaml:3: error: “b”: the sentence ends in a line break: begin the block with |-"),
    ("a: A\nb: \" B\"", "voice.yaml:2: error: “b”: the sentence begins with a blank: remove it"),
    ("a: A\nb: [B, \"C \"]", "voice.yaml:2: error: “b”: the line “C ” ends in a blank: remove it"),
    ("a:\n  b: B\n  c: C\n  b: D", "voice.yaml:4: error: “b” stands twice in one map: rename or remove one"),
    ("a_b: A\n\naB: B", "voice.yaml:3: error: “aB” is Words.Voice.aB, as prompts/voice.yaml:1 is: rename one"),
    ("a: A\nTwo words: B", "voice.yaml:2: error: “Two words” cannot be a key"),
    ("a: A\ninit: B", "voice.yaml:2: error: “init” means something else to Swift"),
    ("a: A\ntype: { b: B }", "voice.yaml:2: error: “type” means something else to Swift"),
    ("a: [{ b: B }]", "voice.yaml:1: error: “a” has to be a sentence or a list of sentences"),
    ("a:\n", "voice.yaml:1: error: “a”: the sentence is empty"),
    ("- a", "voice.yaml:1: error: the file has to be a map of keys"),
    ("a: A\nb: \"B", "voice.yaml:2: error: this is no YAML"),
    ("a: { b: { c: { d: { e: { f: { g: G } } } } } }", "voice.yaml:1: error: “f” lies 6 maps deep"),
  ])
  func `names the file and the line of a fault`(text: String, finding: String) throws {
    let folder = try PromptFolder(["voice.yaml": text])
    let findings = try folder.findings(["voice.yaml"])
    #expect(findings.count == 1)
    #expect(findings.first?.hasPrefix(finding) == true, "\(findings)")
  }

  @Test func `tells every fault of every file at once, and writes nothing`() throws {
    let folder = try PromptFolder(["a.yaml": "x: \" a\"\ny: \"{\"", "b.yaml": "x: }", "note.txt": ""])
    let findings = try folder.findings(["b.yaml", "a.yaml", "note.txt"])
    #expect(findings.map { $0.prefix { $0 != " " } } == ["a.yaml:1:", "a.yaml:2:", "b.yaml:1:", "note.txt:1:"])
    #expect(throws: (any Error).self) { try folder.output("Words.swift") }
  }

  @Test func `refuses an answer that is no map`() throws {
    let folder = try PromptFolder(["intents/talk.hello.yaml": "intent: talk.hello\nsay: [hello]\nanswer: Hello."])
    #expect(
      try folder.findings(["intents/talk.hello.yaml"]) == [
        "intents/talk.hello.yaml:3: error: “answer” has to be a map of sentences by key"
      ])
  }
}
