import Testing

@testable import PromptCompiler

@Suite struct `A template` {
  @Test func `is text and values in their order`() throws {
    let template = try Template("{key} waits for {blocker}.")
    #expect(template.pieces == [.value("key"), .text(" waits for "), .value("blocker"), .text(".")])
  }

  @Test func `chooses between two forms, which may hold values and may be empty`() throws {
    let template = try Template("{count?one item|{count} items}, day{days?|s}")
    #expect(
      template.pieces == [
        .choice(by: "count", one: [.text("one item")], other: [.value("count"), .text(" items")]),
        .text(", day"), .choice(by: "days", one: [], other: [.text("s")]),
      ])
  }

  @Test func `means doubled braces as braces`() throws {
    #expect(try Template("{{{name}}}").pieces == [.text("{"), .value("name"), .text("}")])
    #expect(try Template("say {{this}}").pieces == [.text("say {this}")])
  }

  @Test func `names its placeholders once, and knows which have to be numbers`() throws {
    let template = try Template("{name} has {count} {count?thing|things} in {name}{late? {place}|}")
    #expect(
      template.placeholders == [
        .init(name: "name", isCount: false), .init(name: "count", isCount: true), .init(name: "late", isCount: true),
        .init(name: "place", isCount: false),
      ])
  }

  @Test(arguments: [
    ("a {name", 0, "“{” is not closed"),
    ("a\nb {name\n}", 1, "“{” is not closed"),
    ("a } b", 0, "“}” closes nothing"),
    ("a {} b", 0, "“{}” is not a placeholder"),
    ("{Name}", 0, "“{Name}” is not a placeholder"),
    ("{two words}", 0, "“{two words}” is not a placeholder"),
    ("{count?item}", 0, "“{count?” needs two forms"),
    ("{count?a|b|c}", 0, "“{count?” needs two forms"),
    ("{count?item|items", 0, "“{count?” is not closed"),
    ("{count?{other?a|b}|c}", 0, "“{other?” stands inside another choice"),
    (" a", 0, "begins with a blank"),
    ("a ", 0, "ends in a blank"),
    ("a\nb\t\nc", 1, "control character (U+9)"),
    ("a\u{1B}[1m", 0, "control character (U+1B)"),
    ("a\n", 0, "ends in a line break"),
    ("\na", 0, "begins with an empty line"),
    (" \n ", 0, "is empty"),
    ("", 0, "is empty"),
  ])
  func `is refused with its line and a reason`(source: String, line: Int, reason: String) {
    let fault = #expect(throws: TemplateFault.self) { try Template(source) }
    #expect(fault?.line == line)
    #expect(fault?.message.contains(reason) == true, "\(fault?.message ?? "no fault")")
  }
}
