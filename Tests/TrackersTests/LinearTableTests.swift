import Delivery
import Testing
import Times
import Trackers

@Suite struct `A Linear table` {
  static let header =
    #""ID","Team","Title","Description","Status","Estimate","Priority","Project","Creator","Assignee","Labels","#
    + #""Cycle Number","Created","Updated","Started","Completed","Canceled","Archived","Due Date","Milestone","#
    + #""Parent issue","Related to","Blocked by""# + "\n"

  @Test func `gives the dates of all three forms as history`() throws {
    let found = try Imported(
      Self.header + #"""
        "CLW-1","Claw","First","'=sum","In Review",5,"High","Alpha Claw","ann@x.example","zoe@x.example","Bug",1,"Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)","2024-05-14T08:53:33Z","Tue Feb 07 2023 06:00:00 GMT+0100 (GMT+01:00)",,,,"Tue Feb 28 2023 00:00:00 GMT+0000 (GMT)","M1",,"CLW-9","CLW-2, OTH-3"
        "CLW-2","Claw","'@second",,"Shipped",,"No priority",,,"",,,"2023-01-01T00:00:00.000Z","2023-01-09T00:00:00Z","2023-01-05T00:00:00Z","2023-01-09T00:00:00Z",,,,,"CLW-1",,

        """#)
    let first = try #require(found.item("CLW-1"))
    #expect(first.created == Instant("2023-02-06T05:00:00Z"))
    #expect(first.history.map { "\($0.status) \($0.at)" } == ["In Review 2023-02-07T05:00:00Z"])
    #expect(first.feature == "clw/alpha-claw")
    #expect(first.team == "clw")
    #expect(first.assignee == "zoe")
    #expect(first.text == "=sum")
    #expect(first.due == Day("2023-02-28"))
    #expect(first.release == "clw/m1")
    let second = try #require(found.item("CLW-2"))
    #expect(second.title == "@second")
    #expect(second.feature == "clw/alpha-claw")
    #expect(second.done == Instant("2023-01-09T00:00:00Z"))
    #expect(
      second.history.map { "\($0.status) \($0.at)" } == [
        "In Progress 2023-01-05T00:00:00Z", "Shipped 2023-01-09T00:00:00Z",
      ])
    #expect(found.edges == ["CLW-1 < CLW-2", "CLW-1 < OTH-3"])
    #expect(
      found.statuses.map { "\($0.name) \($0.category)" } == ["In Progress active", "In Review active", "Shipped done"])
    #expect(found.teams == [Team(key: "clw", name: "Claw")])
    #expect(found.report.sources == ["linear:CLW"])
    #expect(found.report.isComplete)
  }

  @Test func `skips what is archived and reads rows that end early`() throws {
    let found = try Imported(
      Self.header + #"""
        "CLW-1","Claw","Gone",,"Todo",,,,,,,,"2023-01-01T00:00:00Z",,,,,"2023-02-01T00:00:00Z"
        "CLW-2","Claw","Short",,"Todo"

        """#, usual: ["todo": .waiting])
    #expect(found.items.map(\.key) == ["CLW-2"])
    #expect(found.report.skipped == [Skipped(.row(2), .archived("CLW-1"))])
    #expect(found.report.isComplete)
    #expect(found.report.warnings.isEmpty)
  }

  @Test func `counts canceled work as done`() throws {
    let found = try Imported(
      Self.header + #""CLW-1","Claw","No",,"Canceled",,,,,,,,"2023-01-01T00:00:00Z",,,,"2023-02-01T00:00:00Z""#)
    #expect(found.item("CLW-1")?.done == Instant("2023-02-01T00:00:00Z"))
    #expect(found.statuses == [Status(name: "Canceled", category: .done)])
  }
}
