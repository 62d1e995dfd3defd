import Delivery
import Interchange
import Testing
import Times
import Trackers

@Suite struct `The interchange` {
  @Test func `reads each line in any order and skips blank ones`() throws {
    let found = try Imported(
      #"""
      {"kind":"dependency","item":"A-2","waits_for":"A-1","since":"2024-01-01T00:00:00Z"}

      {"kind":"item","key":"A-1","title":"One","status":"Open"}
      {"kind":"item","key":"A-2","title":"Two","status":"Open"}
      {"kind":"person","key":"ann","name":"Ann"}
      """#)
    #expect(found.report.format == .gangway)
    #expect(found.report.records == 4)
    #expect(found.report.items == 2)
    #expect(found.report.people == 1)
    #expect(found.report.dependencies == 1)
    #expect(found.report.outside == 0)
    #expect(found.edges == ["A-2 < A-1"])
    #expect(!found.report.isComplete)
  }

  @Test func `reads bare ends of links as features where the file says so, but items come first`() throws {
    let found = try Imported(
      #"""
      {"kind":"dependency","item":"cards","waits_for":"A-1"}
      {"kind":"feature","key":"cards","name":"Cards"}
      {"kind":"feature","key":"A-1","name":"An epic"}
      {"kind":"item","key":"A-1"}
      """#)
    #expect(found.dependencies.first?.waiting == Reference(.feature, "cards"))
    #expect(found.dependencies.first?.blocker == Reference(.item, "A-1"))
  }

  @Test func `skips a kind it does not know and says where`() throws {
    let found = try Imported("{\"kind\":\"team\",\"key\":\"a\"}\n{\"kind\":\"wormhole\",\"key\":\"x\"}\n")
    #expect(found.report.skipped == [Skipped(.line(2), .unknownKind("wormhole"))])
    #expect(found.records.count == 1)
  }

  @Test(arguments: [
    (#"{"kind":"item"}"#, "Line 2: “key” is missing."),
    (#"{"kind":"item","key":"A"#, "Line 2: the text ends in the middle of a value."),
    (#"["x"]"#, "Line 2: the line is not a JSON object."),
  ])
  func `refuses a file with a broken line by its number`(line: String, start: String) throws {
    let error = try #require(refusal(of: "{\"kind\":\"team\",\"key\":\"a\"}\n\(line)\n"))
    #expect(error.description.hasPrefix(start), "\(error)")
  }

  @Test func `hands on apart what a line only implies`() throws {
    var stated: [Record] = []
    var implied: [Record] = []
    let file = TrackerFile(text: #"{"kind":"feature","key":"cards","name":"Cards","stage":"beta"}"#)
    _ = try TrackerImport(now: Instant(seconds: 60)).read(file, implied: { implied.append($0) }) { stated.append($0) }
    #expect(stated.map(\.reference.kind) == [.feature])
    #expect(implied.map(\.reference.kind) == [.claim])
  }

  @Test func `reads what it wrote as equal`() throws {
    let records: [Record] = [
      .team(Team(key: "pay", name: "Pay")),
      .item(
        Item(
          key: "A-1", title: "Uno\n\"dos\" 🙂", status: "Open", created: Instant(seconds: 5),
          history: [StatusChange(at: Instant(seconds: 5), status: "Open")])),
      .feature(Feature(key: "A-1", name: "Epic", source: "jira:A")),
      .dependency(Dependency(waiting: Reference(.item, "A-1"), blocker: Reference(.feature, "A-1"))),
    ]
    let found = try Imported(records.map(\.line).joined(separator: "\n"))
    #expect(Set(found.records) == Set(records))
  }
}
