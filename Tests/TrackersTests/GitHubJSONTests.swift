import Delivery
import Testing
import Times
import Trackers

@Suite struct `GitHub's issues` {
  static func cli(_ number: Int, _ more: String = "", state: String = "OPEN", reason: String = "") -> String {
    #"{"number":\#(number),"title":"Issue \#(number)","state":"\#(state)","stateReason":"\#(reason)","#
      + #""createdAt":"2024-01-01T00:00:00Z","updatedAt":"2024-02-01T00:00:00Z","#
      + #""url":"https://github.com/acme/shop/issues/\#(number)"\#(more)}"#
  }

  static func rest(_ number: Int, _ more: String = "", state: String = "open") -> String {
    #"{"url":"https://api.github.com/repos/acme/shop/issues/\#(number)","#
      + #""repository_url":"https://api.github.com/repos/acme/shop","#
      + #""html_url":"https://github.com/acme/shop/issues/\#(number)","number":\#(number),"title":"Issue \#(number)","#
      + #""state":"\#(state)","created_at":"2024-01-01T00:00:00Z","updated_at":"2024-02-01T00:00:00Z"\#(more)}"#
  }

  static func list(_ issues: [String]) -> String { "[\(issues.joined(separator: ",\n"))]" }

  @Test func `of the command line give every field its place`() throws {
    let more = #"""
      ,"assignees":[{"login":"ZFox","name":"Zoe Fox"},{"login":"alee","name":""}],
      "author":{"is_bot":false,"login":"alee","name":"Ann Lee"},"body":"one\r\ntwo","closedAt":"2024-01-20T00:00:00Z",
      "labels":[{"name":"area: x"},{"name":"type: bug"}],
      "milestone":{"number":1,"title":"Spring 1","dueOn":"2024-03-01T00:00:00Z"},"comments":[]
      """#
    let found = try Imported(Self.list([Self.cli(12, more, state: "CLOSED", reason: "COMPLETED")]))
    let item = try #require(found.item("acme/shop#12"))
    #expect(found.report.format == .githubCLI)
    #expect(item.kind == "bug")
    #expect(item.assignee == "zfox")
    #expect(item.text == "one\ntwo")
    #expect(item.status == "Closed")
    #expect(item.done == Instant("2024-01-20T00:00:00Z"))
    #expect(
      item.history.map { "\($0.status) \($0.at)" } == ["Open 2024-01-01T00:00:00Z", "Closed 2024-01-20T00:00:00Z"])
    #expect(item.release == "acme/shop/spring-1")
    #expect(item.url == "https://github.com/acme/shop/issues/12")
    #expect(found.people.map { "\($0.key) \($0.name)" } == ["alee Ann Lee", "zfox Zoe Fox"])
    #expect(
      found.releases == [
        Release(key: "acme/shop/spring-1", name: "Spring 1", date: Day("2024-03-01"), source: "github:acme/shop")
      ])
    #expect(found.features.map(\.name) == ["shop"])
    #expect(found.teams.map(\.key) == ["acme/shop"])
    #expect(found.report.isComplete)
  }

  @Test func `of REST come without pull requests, ghosts and programs`() throws {
    let found = try Imported(
      Self.list([
        Self.rest(1, #","user":null,"body":null,"assignee":{"login":"alee"},"assignees":[],"milestone":null"#),
        Self.rest(2, #","pull_request":{"url":"u"},"user":{"login":"alee"}"#),
        Self.rest(
          3, #","user":{"login":"ghost"},"closed_at":"2024-01-09T00:00:00Z","state_reason":"not_planned""#,
          state: "closed"),
        Self.rest(4, #","user":{"login":"fix[bot]","type":"Bot"},"state_reason":"reopened""#),
      ]))
    #expect(found.report.format == .githubREST)
    #expect(found.report.records == 4)
    #expect(found.items.map(\.key) == ["acme/shop#1", "acme/shop#3", "acme/shop#4"])
    #expect(found.items.map(\.status) == ["Open", "Not planned", "Reopened"])
    #expect(found.item("acme/shop#4")?.history.map(\.status) == ["Open", "Reopened"])
    #expect(found.item("acme/shop#1")?.assignee == "alee")
    #expect(found.people.map(\.key) == ["alee"])
    #expect(found.report.warnings == [.pullRequests(1)])
    #expect(found.statuses.map(\.category) == [.done, .waiting, .waiting])
  }

  @Test(arguments: [
    ("Blocked by #12", ["1 < 12"]), ("- [ ] depends on #7, #8 and other/lib#9", ["1 < 7", "1 < 8", "1 < other/lib#9"]),
    ("**Depends on:** https://github.com/acme/shop/issues/5", ["1 < 5"]),
    ("## Blocked by\n\n- #12\n- [ ] #13 the form\n- a person\n\nThen:\n- #14", ["1 < 12", "1 < 13"]),
    ("blocks #3.", ["3 < 1"]), ("1. Waiting on #4", ["1 < 4"]),
    ("It was blocked by #12 last year", []), ("blocked_by: 3", []), ("Depends on the weather #9", []),
    ("> blocked by #12", []), ("```\nblocked by #12\n```", []), ("Blocked by #1", []), ("Closes #3", []),
  ])
  func `tell by the start of a line what they wait for`(body: String, edges: [String]) throws {
    let escaped = body.replacing("\n", with: "\\n")
    let found = try Imported(Self.list([Self.cli(1, #","body":"\#(escaped)""#)]))
    #expect(found.edges.map { $0.replacing("acme/shop#", with: "") } == edges)
    #expect(found.dependencies.allSatisfy { $0.evidence == .guessed })
    #expect(found.report.warnings == (edges.isEmpty ? [] : [.guessed(edges.count)]))
  }

  @Test(arguments: [(29, true), (30, false), (31, true), (100, true)])
  func `of exactly one page of the command line may be cut`(count: Int, isComplete: Bool) throws {
    let found = try Imported(Self.list((1...count).map { Self.cli($0) }))
    #expect(found.report.isComplete == isComplete)
    #expect(found.report.warnings == (isComplete ? [] : [.perhapsCut(records: count)]))
  }

  @Test func `of exactly one page of REST may be cut`() throws {
    #expect(try !Imported(Self.list((1...100).map { Self.rest($0) })).report.isComplete)
  }

  @Test func `without an address are refused with the fields to ask for`() throws {
    let error = try #require(
      refusal(of: #"[{"number":1,"title":"x","state":"OPEN","createdAt":"2024-01-01T00:00:00Z"}]"#))
    #expect(error.description.hasPrefix("Record 1: the address of the issue, which names the repository, is missing."))
    #expect(error.description.contains("--json number,title,state"))
  }
}
