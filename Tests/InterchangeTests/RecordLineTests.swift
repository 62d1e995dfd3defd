import Delivery
import Interchange
import Testing
import Times

@Suite struct `A line of the interchange` {
  static let now = Instant(seconds: 1_715_679_600)

  @Test(arguments: [
    #"{"kind":"workspace","name":"Northwind","now":"2024-05-14T10:40:00+01:00"}"#,
    #"{"kind":"team","key":"payments","name":"Payments","mission":"Money in","zone":"Europe/London"}"#,
    #"{"kind":"person","key":"priya","name":"Priya Raman","short":"Priya","team":"identity","role":"engineer"}"#,
    #"{"kind":"person","key":"ex","name":"Ex Colleague","active":false}"#,
    #"{"kind":"release","key":"spring","name":"Spring Launch","date":"2026-04-01","state":"planned"}"#,
    #"{"kind":"feature","key":"se","name":"Smart Export","team":"data","release":"spring","aliases":["SE"]}"#,
    #"{"kind":"item","key":"CHK-1","title":"Pay","status":"Done","done":"2024-05-01T10:00:00Z","estimate_days":2.5,"#
      + #""history":[{"at":"2024-04-01T10:00:00.123Z","status":"To Do"},{"at":"2024-05-01T10:00:00Z","status":"Done"}]}"#,
    #"{"kind":"item","key":"EXT-9","outside":true}"#,
    #"{"kind":"dependency","item":"A-1","waits_for":"B-2","since":"2024-05-01T10:00:00Z","evidence":"verified"}"#,
    #"{"kind":"dependency","item":"eu","item_kind":"feature","waits_for":"B-2","evidence":"declared"}"#,
    #"{"kind":"status","name":"In QA","category":"active","by":"ana"}"#,
    #"{"kind":"scope","name":"EU","type":"region","aliases":["Europe"]}"#,
    #"{"kind":"claim","key":"c1","subject":"se","attribute":"stage","scope":["US","Pro"],"value":"beta","#
      + #""source":"note 212","by":"tomas","at":"2024-05-13T15:10:00Z","verify_days":30,"confidence":"stated","#
      + #""visibility":"public"}"#,
    #"{"kind":"incident","key":"INC-9","title":"Stuck","severity":2,"feature":"se","started":"2024-05-10T18:00:00Z"}"#,
    #"{"kind":"followup","key":"followup-51","number":51,"text":"draft","owner":"priya","due":"2024-05-16","#
      + #""after":50,"state":"waiting","waiting_on":"Legal"}"#,
    #"{"kind":"followup","key":"f","number":52,"text":"call","due":"2024-05-16T09:00:00Z","state":"open"}"#,
    #"{"kind":"document","key":"doc-41","title":"Sandbox","url":"https://x.example","checked":"2024-05-09"}"#,
    #"{"kind":"term","name":"UAT","expansion":"user acceptance testing","never_say":true}"#,
    #"{"kind":"alias","text":"the exporter","type":"feature","key":"se"}"#,
    #"{"kind":"case","key":"case-17","number":17,"title":"Path","type":"near_miss","state":"open","causes":["#
      + #"{"number":1,"text":"a","evidence":"observed","reference":"log","root":true},"#
      + #"{"number":2,"parent":1,"text":"b","evidence":"assumed"}]}"#,
    #"{"kind":"question","key":"question-57","number":57,"text":"captions?","team":"data","state":"queued","#
      + #""askers":["sam"]}"#,
    #"{"kind":"shield","team":"data","person":"tomas","from":"2024-05-13","to":"2024-05-17"}"#,
    #"{"kind":"batch","team":"identity","weekday":"tuesday","time":"15:00","answer_by":"17:00"}"#,
    #"{"kind":"holiday","region":"UK","date":"2024-05-27","name":"Spring bank holiday"}"#,
    #"{"kind":"away","person":"wen","from":"2024-05-20","to":"2024-05-24","reason":"leave"}"#,
  ])
  func `is written as it was read`(line: String) throws {
    #expect(try RecordLine(text: line, now: Self.now).record.line == line)
  }

  @Test func `covers every kind of record`() throws {
    #expect(Kind.allCases.count == 21)
  }

  @Test func `states a claim in short by a feature's stage`() throws {
    let text = #"{"kind":"feature","key":"se","name":"Smart Export","stage":"beta"}"#
    let line = try RecordLine(text: text, now: Self.now)
    guard case .claim(let claim)? = line.implied else {
      Issue.record("no claim is implied")
      return
    }
    #expect(claim.subject == Reference(.feature, "se"))
    #expect(claim.attribute == "stage")
    #expect(claim.value == "beta")
    #expect(claim.at == Self.now)
    let later = try RecordLine(text: text, now: Self.now + 60)
    #expect(later.implied?.reference == line.implied?.reference)
  }

  @Test func `gives a claim without a key the same key every time`() throws {
    let text = #"{"kind":"claim","subject":"se","attribute":"limit","value":"500","at":"2024-05-10T10:00:00Z"}"#
    let first = try RecordLine(text: text, now: Self.now).record.reference
    #expect(try RecordLine(text: text, now: Self.now + 60).record.reference == first)
    #expect(first.key.hasPrefix("c"))
  }

  @Test func `takes an end of a dependency for a feature when it is told to`() throws {
    let json = try JSONReader.value(of: #"{"kind":"dependency","item":"eu","waits_for":"B-2"}"#)
    let line = try RecordLine(json, now: Self.now) { key in key == "eu" }
    #expect(line.record.reference.key == "feature:eu<B-2")
  }

  @Test(arguments: [
    ("[]", LineError.notAnObject),
    ("{}", .missing("kind")),
    (#"{"kind":"boat"}"#, .unknownKind("boat")),
    (#"{"kind":"team"}"#, .missing("key")),
    (#"{"kind":"item","key":"A-1","created":"soon"}"#, .wrong("created", expected: .time)),
    (#"{"kind":"item","key":"A-1","estimate_days":"3"}"#, .wrong("estimate_days", expected: .number)),
    (#"{"kind":"item","key":"A-1","history":[{"status":"x"}]}"#, .missing("history.at")),
    (
      #"{"kind":"status","name":"x","category":"doing"}"#,
      .notOneOf("category", value: "doing", allowed: ["waiting", "active", "done"])
    ),
    (#"{"kind":"followup","text":"x"}"#, .missing("number")),
  ])
  func `says which member is wrong`(line: String, error: LineError) {
    #expect(throws: error) { try RecordLine(text: line, now: Self.now) }
  }
}
