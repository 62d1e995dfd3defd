import Delivery
import Testing
import Times
import Trackers

@Suite struct `A GitLab table` {
  static let header =
    "Title,Description,Issue ID,URL,State,Author,Author Username,Assignee,Assignee Username,Confidential,Locked,Due Date,"
    + "Created At (UTC),Updated At (UTC),Closed At (UTC),Milestone,Weight,Labels,Time Estimate,Time Spent\n"
  static let rows =
    "'-1 is wrong,\"two\nlines\",7,https://gitlab.example/shop/pay/-/issues/7,Closed,Ann Lee,alee,\"Zoe Fox, Ann Lee\","
    + "\"zfox, alee\",No,No,2023-02-01,2023-01-28 14:25:11,2023-01-30 15:27:35,2023-01-30 15:27:32,v2.1,,\"a,b\",57600,0\n"
    + "Next,,8,https://gitlab.example/shop/pay/-/issues/8,Open,Ann Lee,alee,,,No,No,,2023-01-29 14:25:11,,,,,,0,0\n"

  @Test func `gives every column its place`() throws {
    let found = try Imported(Self.header + Self.rows)
    let item = try #require(found.item("shop/pay#7"))
    #expect(item.title == "-1 is wrong")
    #expect(item.text == "two\nlines")
    #expect(item.team == "shop/pay")
    #expect(item.feature == "shop/pay")
    #expect(item.assignee == "zfox")
    #expect(item.release == "shop/pay/v2.1")
    #expect(item.due == Day("2023-02-01"))
    #expect(item.estimateDays == 2)
    #expect(item.done == Instant("2023-01-30T15:27:32Z"))
    #expect(
      item.history.map { "\($0.status) \($0.at)" } == ["Open 2023-01-28T14:25:11Z", "Closed 2023-01-30T15:27:32Z"])
    #expect(found.item("shop/pay#8")?.history.map(\.status) == ["Open"])
    #expect(found.item("shop/pay#8")?.estimateDays == nil)
    #expect(found.people.map(\.name) == ["Ann Lee", "Zoe Fox"])
    #expect(found.statuses.map { "\($0.name) \($0.category)" } == ["Closed done", "Open waiting"])
    #expect(found.report.sources == ["gitlab:shop/pay"])
    #expect(found.report.warnings.isEmpty)
    #expect(found.report.isComplete)
  }

  @Test func `is read behind an index column without a name`() throws {
    let lines = Self.rows.split(separator: "\n", maxSplits: 2)
    let text = ",\(Self.header)0,\(lines[0])\n\(lines[1])\n1,\(lines[2])"
    let plain = try Imported(Self.header + Self.rows)
    let indexed = try Imported(text)
    #expect(indexed.records == plain.records)
  }

  @Test func `of newer columns names type and parent`() throws {
    let found = try Imported(
      "ID,IID,Type,Title,State,URL,Created At (UTC),Parent IID\n"
        + "900,3,Task,Do it,Open,https://gitlab.example/g/sub/p/-/work_items/3,2024-01-01 00:00:00,2\n")
    #expect(found.item("g/sub/p#3")?.kind == "Task")
    #expect(found.item("g/sub/p#3")?.url == "https://gitlab.example/g/sub/p/-/work_items/3")
  }

  @Test func `skips rows whose address names no project`() throws {
    let found = try Imported(Self.header + Self.rows + "Odd,,9,nowhere,Open,,,,,,,,,,,,,,,\n")
    #expect(found.report.skipped == [Skipped(.row(4), .noKey)])
    #expect(found.report.items == 2)
  }
}
