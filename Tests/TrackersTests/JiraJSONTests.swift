import Delivery
import Interchange
import Testing
import Times
import Trackers

@Suite struct `Jira JSON` {
  /// One issue of a search, with the fields given.
  static func issue(_ key: String, _ fields: String, more: String = "") -> String {
    #"{"id":"1","key":"\#(key)"\#(more),"fields":{\#(fields)}}"#
  }

  static func search(_ issues: [String], head: String? = nil) -> String {
    let head = head ?? #""startAt":0,"maxResults":50,"total":\#(issues.count)"#
    return #"{\#(head),"issues":[\#(issues.joined(separator: ",\n"))]}"#
  }

  static func status(_ name: String, _ category: String) -> String {
    #""status":{"name":"\#(name)","statusCategory":{"key":"\#(category)"}}"#
  }

  static func link(_ slot: String, _ phrase: String, _ key: String, status: String = "Open") -> String {
    let category = status == "Open" ? "new" : "done"
    return #"{"type":{"name":"T","\#(slot)":"\#(phrase)"},"\#(slot)Issue":{"key":"\#(key)","fields":"#
      + #"{"summary":"About \#(key)","status":{"name":"\#(status)","statusCategory":{"key":"\#(category)"}}}}}"#
  }

  @Test func `gives every field its place`() throws {
    let fields = #"""
      "summary":" Split the\r\nbill ","issuetype":{"name":"Bug"},"project":{"key":"PAY","name":"Payments"},
      "status":{"name":"Done","statusCategory":{"key":"done"}},
      "assignee":{"name":"zfox","displayName":"Zoe Fox ","active":false},"reporter":null,"priority":{"name":"None"},
      "created":"2024-03-01T08:00:00.000+0000","updated":"2024-03-09T10:00:00.000+0100",
      "resolutiondate":"2024-03-08T12:00:00.000+0000","duedate":"2024-03-10","timeoriginalestimate":57600,
      "components":[{"name":"Check Out"},{"name":"Other"}],"description":"one\r\ntwo\u0000",
      "fixVersions":[{"name":"1.0","released":true,"releaseDate":"2024-01-01"},{"name":"Big 2.0","released":false}],
      "closedSprints":[{"id":1}],"comment":{"comments":[],"total":9}
      """#
    let found = try Imported(
      Self.search([Self.issue("PAY-1", fields, more: #","self":"https://j.example/rest/api/2/issue/1""#)]))
    let item = try #require(found.item("PAY-1"))
    #expect(item.title == "Split the\nbill")
    #expect(item.kind == "Bug")
    #expect(item.feature == "pay/check-out")
    #expect(item.team == "pay")
    #expect(item.assignee == "zoe-fox")
    #expect(item.status == "Done")
    #expect(item.release == "pay/big-2.0")
    #expect(item.created == Instant("2024-03-01T08:00:00Z"))
    #expect(item.updated == Instant("2024-03-09T09:00:00Z"))
    #expect(item.done == Instant("2024-03-08T12:00:00Z"))
    #expect(item.due == Day("2024-03-10"))
    #expect(item.estimateDays == 2)
    #expect(item.text == "one\ntwo")
    #expect(item.url == "https://j.example/browse/PAY-1")
    #expect(item.source == "jira:PAY")
    #expect(found.people == [Person(key: "zoe-fox", name: "Zoe Fox", active: false)])
    #expect(found.teams == [Team(key: "pay", name: "Payments")])
    #expect(found.features.map(\.name) == ["Check Out"])
    #expect(found.releases.map(\.name) == ["Big 2.0"])
    #expect(found.statuses == [Status(name: "Done", category: .done)])
    #expect(found.report.records == 1)
    #expect(found.report.sources == ["jira:PAY"])
    #expect(found.report.isComplete)
    #expect(!found.report.hasHistory)
  }

  @Test(arguments: [
    ("outward", "blocks", "P-2 < P-1"), ("inward", "is blocked by", "P-1 < P-2"),
    ("outward", "depends on", "P-1 < P-2"), ("inward", "is dependent of", "P-2 < P-1"),
    ("outward", "has to be done before", "P-2 < P-1"), ("inward", "has to be done after", "P-1 < P-2"),
    ("outward", "Requires", "P-1 < P-2"), ("inward", "is required by", "P-2 < P-1"),
  ])
  func `takes the direction of a link from its words, not from its slot`(slot: String, phrase: String, edge: String)
    throws
  {
    let found = try Imported(Self.search([Self.issue("P-1", #""issuelinks":[\#(Self.link(slot, phrase, "P-2"))]"#)]))
    #expect(found.edges == [edge])
    #expect(found.dependencies.map(\.evidence) == [.imported])
  }

  @Test(arguments: ["relates to", "duplicates", "is cloned by", "is triggering"])
  func `takes no other link for waiting`(phrase: String) throws {
    let found = try Imported(
      Self.search([Self.issue("P-1", #""issuelinks":[\#(Self.link("outward", phrase, "P-2"))]"#)]))
    #expect(found.edges.isEmpty)
    #expect(found.outsideItems.isEmpty)
    #expect(found.report.warnings.isEmpty)
  }

  @Test func `says which words of a link it could not place`() throws {
    let found = try Imported(
      Self.search([Self.issue("P-1", #""issuelinks":[\#(Self.link("outward", "soft-blocks maybe", "P-2"))]"#)]))
    #expect(found.report.warnings == [.linkNotUnderstood("soft-blocks maybe", count: 1)])
  }

  @Test func `counts a link once though both ends list it, and keeps ends outside with their status`() throws {
    let found = try Imported(
      Self.search([
        Self.issue(
          "P-1",
          #""issuelinks":[\#(Self.link("outward", "blocks", "P-2")),\#(Self.link("inward", "is blocked by", "Q-9"))]"#),
        Self.issue("P-2", #""issuelinks":[\#(Self.link("inward", "is blocked by", "P-1"))]"#),
      ]))
    #expect(found.edges == ["P-1 < Q-9", "P-2 < P-1"])
    #expect(found.report.dependencies == 2)
    #expect(found.report.outside == 1)
    #expect(
      found.outsideItems
        == [Item(key: "Q-9", title: "About Q-9", status: "Open", outside: true, source: "jira:P")])
    #expect(found.statuses == [Status(name: "Open", category: .waiting)])
  }

  static let changelog = #"""
    ,"changelog":{"startAt":0,"maxResults":9,"total":3,"histories":[
      {"created":"2024-01-05T10:00:00.000+0000","items":[{"field":"status","fromString":"Doing","toString":"Done"}]},
      {"created":"2024-01-04T10:00:00.000+0000","items":[
        {"field":"Link","toString":"This issue is blocked by P-2","to":"P-2"},{"field":"Flagged","toString":"x"}]},
      {"created":"2024-01-03T10:00:00.000+0000","items":[{"field":"status","fromString":"Open","toString":"Doing"}]}]}
    """#

  @Test func `builds the history from a changelog that lists the newest first`() throws {
    let fields =
      Self.status("Done", "done")
      + #","created":"2024-01-01T10:00:00.000+0000","issuelinks":[\#(Self.link("inward", "is blocked by", "P-2"))]"#
    let found = try Imported(Self.issue("P-1", fields, more: Self.changelog))
    let item = try #require(found.item("P-1"))
    #expect(item.history.map(\.status) == ["Open", "Doing", "Done"])
    #expect(item.history.map(\.at.description.first).count == 3)
    #expect(item.history.first?.at == Instant("2024-01-01T10:00:00Z"))
    #expect(item.done == Instant("2024-01-05T10:00:00Z"))
    #expect(found.dependencies.first?.since == Instant("2024-01-04T10:00:00Z"))
    #expect(found.report.hasHistory)
    #expect(!found.report.isComplete)
  }

  @Test func `ends a history with the status that the item has`() throws {
    let fields = Self.status("Shipped", "done") + #","updated":"2024-02-01T10:00:00.000+0000""#
    let cut = Self.changelog.replacing(#""total":3"#, with: #""total":103"#)
    let found = try Imported(Self.issue("P-1", fields, more: cut))
    let item = try #require(found.item("P-1"))
    #expect(item.history.last == StatusChange(at: try #require(Instant("2024-02-01T10:00:00Z")), status: "Shipped"))
    #expect(found.report.warnings.contains(.historyCut(1)))
    #expect(!found.report.hasHistory)
  }

  @Test func `says when a file takes one status for two things`() throws {
    let found = try Imported(
      Self.search([
        Self.issue("P-1", Self.status("Ready", "new")), Self.issue("P-2", Self.status("Ready", "indeterminate")),
      ]))
    #expect(found.statuses == [Status(name: "Ready", category: .waiting)])
    #expect(found.report.warnings == [.statusTwofold("Ready", kept: .waiting, other: .active)])
  }

  @Test func `names statuses whose meaning is not from the file`() throws {
    let found = try Imported(
      Self.issue("P-1", Self.status("Done", "done") + #","created":"2024-01-01T00:00:00Z""#, more: Self.changelog),
      usual: ["open": .waiting, "doing": .active])
    #expect(found.report.usualStatuses == ["Doing", "Open"])
  }

  @Test func `tells without a changelog only what the file tells`() throws {
    let created = #","created":"2024-01-01T00:00:00.000+0000","updated":"2024-05-01T00:00:00.000+0000""#
    let found = try Imported(
      Self.search([
        Self.issue("P-1", Self.status("Done", "done") + created + #","resolutiondate":"2024-04-01T00:00:00.000+0000""#),
        Self.issue("P-2", Self.status("Open", "new") + created),
        Self.issue(
          "P-3",
          Self.status("Doing", "indeterminate") + created
            + #","statuscategorychangedate":"2024-03-01T00:00:00.000+0000""#),
        Self.issue("P-4", Self.status("Done", "done") + created),
      ]))
    let starts = found.items.map { $0.history.map { "\($0.status) \($0.at)" } }
    #expect(
      starts == [
        ["Done 2024-04-01T00:00:00Z"], ["Open 2024-01-01T00:00:00Z"], ["Doing 2024-03-01T00:00:00Z"],
        ["Done 2024-01-01T00:00:00Z"],
      ])
    #expect(found.item("P-4")?.done == nil)
    #expect(found.report.warnings == [.doneWithoutDate(1)])
  }

  @Test func `finds the feature in the epic, else the component, else the project`() throws {
    let epic = #""issuetype":{"name":"Epic"},"summary":"Gift cards","assignee":{"displayName":"Ann Lee"}"#
    let found = try Imported(
      Self.search([
        Self.issue("P-2", #""epic":{"key":"P-1","summary":"Gift cards"}"#),
        Self.issue("P-1", epic),
        Self.issue(
          "P-3",
          #""parent":{"key":"P-1","fields":{"summary":"Gift cards","issuetype":{"name":"Epic","hierarchyLevel":1}}}"#),
        Self.issue("P-4", #""parent":{"key":"P-5","fields":{"issuetype":{"name":"Story","hierarchyLevel":0}}}"#),
        Self.issue("P-5", #""customfield_10014":"P-1""#),
        Self.issue("P-6", #""parent":{"key":"Z-1","fields":{}},"components":[{"name":"Core"}]"#),
        Self.issue("P-7", #""project":{"key":"P","name":"Pay"}"#),
      ]))
    let features = Dictionary(uniqueKeysWithValues: found.items.map { ($0.key.text, $0.feature?.text) })
    #expect(
      features == [
        "P-1": "P-1", "P-2": "P-1", "P-3": "P-1", "P-4": "P-1", "P-5": "P-1", "P-6": "p/core", "P-7": "p",
      ])
    #expect(found.features.map { "\($0.key)=\($0.name)" } == ["P-1=Gift cards", "p=Pay", "p/core=Core"])
    #expect(found.features.first?.owner == "ann-lee")
    #expect(found.report.items == 7)
  }

  @Test func `reads a document as plain text`() throws {
    let document = #"""
      "description":{"type":"doc","version":1,"content":[
        {"type":"paragraph","content":[{"type":"text","text":"Pay "},{"type":"mention","attrs":{"text":"@ann"}}]},
        {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[
          {"type":"text","text":"first"},{"type":"hardBreak"},{"type":"text","text":"line"}]}]}]}]}
      """#
    let found = try Imported(Self.issue("P-1", document))
    #expect(found.items.first?.text == "Pay @ann\n- first\nline")
  }

  @Test func `keeps two people of one name apart, and one person together`() throws {
    func person(_ id: String) -> String { #""assignee":{"accountId":"\#(id)","displayName":"Alex Kim"}"# }
    let found = try Imported(
      Self.search([Self.issue("P-1", person("a")), Self.issue("P-2", person("b")), Self.issue("P-3", person("a"))]))
    let keys = found.items.map { $0.assignee?.text ?? "" }
    #expect(keys[0] == "alex-kim")
    #expect(keys[1].hasPrefix("alex-kim-"))
    #expect(keys[2] == "alex-kim")
    #expect(found.people.count == 2)
    #expect(found.report.warnings == [.sameName("Alex Kim", keys: [keys[0], keys[1]])])
  }

  @Test(arguments: [
    (#""startAt":0,"total":9"#, [Warning.cut(records: 1, total: 9)]),
    (#""startAt":8,"total":9"#, [.startsAt(8)]),
    (#""isLast":false,"nextPageToken":"x""#, [.perhapsCut(records: 1)]),
    (#""maxResults":1"#, []),
  ])
  func `takes no cut result for a whole project`(head: String, warnings: [Warning]) throws {
    let found = try Imported(Self.search([Self.issue("P-1", "")], head: head))
    #expect(found.report.warnings == warnings)
    #expect(!found.report.isComplete)
  }

  @Test func `skips what has no key or comes twice, and says so`() throws {
    let found = try Imported(
      Self.search([Self.issue("P-1", ""), #"{"fields":{"summary":"x"}}"#, "7", Self.issue("P-1", "")]))
    #expect(found.report.records == 4)
    #expect(found.report.items == 1)
    #expect(
      found.report.skipped == [
        Skipped(.record(2), .noKey), Skipped(.record(3), .notAnObject), Skipped(.record(4), .repeatedKey("P-1")),
      ])
    #expect(!found.report.isComplete)
  }

  @Test func `asks what a status counts as only when nobody says`() throws {
    let found = try Imported(
      Self.search([
        Self.issue("P-1", #""status":{"name":"In QA"}"#), Self.issue("P-2", #""status":{"name":"Parked"}"#),
        Self.issue("P-3", #""status":{"name":"Going"}"#),
      ]), mapping: Mapping(json: #"{"statuses":{"in qa":"active"}}"#), usual: ["parked": .done])
    #expect(found.statuses.map { "\($0.name) \($0.category)" } == ["Going waiting", "In QA active", "Parked done"])
    #expect(found.report.warnings == [.doneWithoutDate(1), .statusNotKnown("Going")])
  }

  @Test func `follows a mapping of teams, features and people`() throws {
    let mapping = try Mapping(
      json: #"{"teams":{"PAY":"Money Team"},"features":{"core":"Gift Cards"},"people":{"zfox":"Zoe Fox"}}"#)
    let fields =
      #""project":{"key":"PAY","name":"Payments"},"components":[{"name":"Core"}],"assignee":{"name":"zfox"}"#
    let found = try Imported(Self.search([Self.issue("PAY-1", fields)]), mapping: mapping)
    #expect(found.item("PAY-1")?.team == "money-team")
    #expect(found.item("PAY-1")?.feature == "gift-cards")
    #expect(found.item("PAY-1")?.assignee == "zoe-fox")
    #expect(found.teams.map(\.name) == ["Money Team"])
    #expect(found.features.map(\.name) == ["Gift Cards"])
  }

  @Test func `names the line at which a file ends too early`() {
    let whole = Self.search([Self.issue("P-1", ""), Self.issue("P-2", "")])
    let error = refusal(of: String(whole.dropLast(12)))
    #expect(error == .damagedJSON(line: 2, reason: .ended))
    #expect(
      error?.description == "Line 2: the file ends in the middle of a value, so it was cut. Export it again.")
  }

  @Test func `refuses a search that found nothing`() {
    #expect(
      refusal(of: #"{"startAt":0,"total":0,"issues":[]}"#) == .noRecords(what: "The search found no issues."))
  }

  @Test func `passes on an error of whoever takes the records`() throws {
    struct Full: Error {}
    #expect(throws: Full.self) {
      _ = try TrackerImport(now: Instant(seconds: 0)).read(TrackerFile(text: Self.search([Self.issue("P-1", "")]))) {
        _ in throw Full()
      }
    }
  }
}
