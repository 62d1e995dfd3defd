import Assistant
import Delivery
import Foundation
import Interchange
import Store
import Testing
import Times

@Suite struct `Cases of five whys` {
  static let lines = [
    #"""
    {"kind":"case","number":3,"title":"Keys changed","state":"closed","opened":"2026-02-02T09:00:00Z",
    "closed":"2026-02-10T09:00:00Z","problem":"Calls were refused.","causes":[
    {"number":1,"text":"New keys came first","evidence":"observed","reference":"delivery log"},
    {"number":2,"parent":1,"text":"Keys go past the pipeline","evidence":"reported","root":true}]}
    """#.replacing("\n", with: ""),
    #"{"kind":"case","number":5,"title":"Slow reviews","type":"delay","state":"open","opened":"2026-02-20T09:00:00Z"}"#,
  ]

  @Test func `are listed with their causes, open ones first`() throws {
    let world = try WhysWorld(`Cases of five whys`.lines)
    let all = try world.say("list the cases")
    #expect(all.answer.headline == "2 cases: 1 open, 1 closed.")
    #expect(all.answer.records.map { $0["number"] } == [.integer(5), .integer(3)])
    let closed = try world.say("closed rcas")
    #expect(closed.answer.records.map { $0["number"] } == [.integer(3)])
  }

  @Test func `show a tree that is the same every time`() throws {
    let world = try WhysWorld(`Cases of five whys`.lines)
    let first = try world.say("show case 3")
    let second = try world.say("show case 3")
    #expect(first.shown == second.shown)
    #expect(first.answer.records == second.answer.records)
    #expect(
      first.shown.contains(
        """
          Calls were refused.
          └─ 1 New keys came first — observed, delivery log
             └─ 2 Keys go past the pipeline — reported, root
        """))
    let row = try #require(first.answer.records.first)
    #expect(row["kind"] == .string("case") && row["state"] == .string("closed"))
    let causes = try #require(row["causes"]?.array)
    #expect(causes.map { $0["parent"] } == [.null, .integer(1)])
    #expect(causes.map { $0["root"] } == [.bool(false), .bool(true)])
    #expect(causes.map { $0["evidence"] } == [.string("observed"), .string("reported")])
  }

  @Test func `that nobody recorded are said to be unknown`() throws {
    let world = try WhysWorld(`Cases of five whys`.lines)
    #expect(try world.say("show case 99").answer.verdict == .unknown)
    #expect(try WhysWorld().say("list the cases").answer.verdict == .unknown)
    #expect(try WhysWorld().say("resume").answer.verdict == .unknown)
  }

  @Test func `are taken up by number`() throws {
    let world = try WhysWorld(`Cases of five whys`.lines)
    let reply = try world.say("resume case 5")
    #expect(reply.answer.question?.contains("in one sentence") == true)
    try world.say("reviews take four days")
    #expect(try world.subject.problem == "reviews take four days")
    #expect(try world.say("continue case 3").answer.headline.hasPrefix("Nothing is left to ask") == true)
  }

  @Test(arguments: [1, 2, 499]) func `stay legible with 500 causes`(fan: Int) throws {
    let causes = (1...500).map { number in
      let parent = number == 1 ? "" : #""parent":\#((number - 2) / fan + 1),"#
      let text = "cause number \(number) of a long story that goes on and on"
      return #"{"number":\#(number),\#(parent)"text":"\#(text)","evidence":"observed"}"#
    }.joined(separator: ",")
    let world = try WhysWorld([
      #"{"kind":"case","number":7,"title":"A long story","state":"open","causes":[\#(causes)]}"#
    ])
    let reply = try world.say("show case 7")
    let lines = reply.shown.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    let shown = lines.compactMap { line in
      line.range(of: "─ ").map { line[$0.upperBound...] }.flatMap { entry in
        entry.drop { $0.isNumber }.hasPrefix(" cause") ? Int(entry.prefix { $0.isNumber }) : nil
      }
    }
    #expect(Set(shown) == Set(1...500))
    #expect(try world.say("resume case 7").answer.question?.isEmpty == false)
    let end = try world.say("finish")
    #expect(end.shown.contains("Not closed"))
  }
}
