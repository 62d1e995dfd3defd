import Testing
import Times

@Suite struct `The next time of a series` {
  private static func next(
    _ basis: Series.Basis, _ rule: String, last: String?, done: String
  ) throws -> String? {
    let start = LocalTime(second: try #require(Instant("2024-05-03T10:00:00Z")).seconds)
    let series = Series(try RecurrenceRule(rule), start: start, basis: basis)
    let zone = try Zone(named: "Europe/London")
    return series.next(
      after: try last.map { try #require(Instant($0)) }, done: try #require(Instant(done)), in: zone)?.description
  }

  @Test(arguments: [
    (Series.Basis.fixed, "2024-05-10T10:00:00+01:00"), (.catchUp, "2024-05-24T10:00:00+01:00"),
    (.afterDone, "2024-05-29T10:00:00+01:00"),
  ])
  func `is counted from where its basis says`(basis: Series.Basis, next: String) throws {
    let found = try Self.next(
      basis, "FREQ=WEEKLY", last: "2024-05-03T10:00:00+01:00", done: "2024-05-22T16:20:00+01:00")
    #expect(found == next)
  }

  @Test(arguments: Series.Basis.allCases)
  func `is the first one when there was none`(basis: Series.Basis) throws {
    let found = try Self.next(basis, "FREQ=WEEKLY", last: nil, done: "2024-05-01T09:00:00+01:00")
    #expect(found == "2024-05-03T10:00:00+01:00")
  }

  @Test func `is nothing after the last one`() throws {
    let found = try Self.next(
      .fixed, "FREQ=WEEKLY;COUNT=2", last: "2024-05-10T10:00:00+01:00", done: "2024-05-10T10:00:00+01:00")
    #expect(found == nil)
  }

  /// However late a series is entered, it gives the times that it gives from its start.
  @Test(arguments: [
    "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=HOURLY;INTERVAL=7", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO",
    "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=15;X-WORKDAY=BEFORE", "FREQ=MINUTELY;INTERVAL=1000;BYDAY=MO",
  ])
  func `does not depend on where one looks from`(rule: String) throws {
    let zone = try Zone(named: "America/New_York")
    let start = LocalTime(second: try #require(Instant("2021-01-29T14:30:00Z")).seconds)
    let series = Series(try RecurrenceRule(rule), start: start)
    let all = Array(series.times(in: zone).prefix(60))
    for (index, time) in all.enumerated() where index > 0 {
      let entered = series.times(in: zone, from: all[index - 1].instant + 1).first { _ in true }
      #expect(entered == time)
    }
  }

  @Test func `of any rule lies after the one before and is found in bounded steps`() throws {
    var generator = Seeded(seed: 7)
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
    let zone = try Zone(named: "Europe/London")
    for _ in 0..<400 {
      var parts = ["FREQ=" + pick(RecurrenceRule.Frequency.allCases.map(\.rawValue))]
      parts.append("INTERVAL=" + pick(["1", "2", "7", "400"]))
      for part in [
        "BYMONTH=2", "BYMONTHDAY=29,-31", "BYDAY=MO,-1FR", "BYWEEKNO=9,-1", "BYYEARDAY=60,366", "BYHOUR=3",
        "BYMINUTE=59", "BYSECOND=60,1", "BYSETPOS=-1,2", "WKST=SU", "X-WORKDAY=NEAREST",
      ]
      where Int.random(in: 0..<4, using: &generator) == 0 {
        parts.append(part)
      }
      let rule = try RecurrenceRule(parts.joined(separator: ";"))
      let start = LocalTime(second: Int64.random(in: 0..<4_000_000_000, using: &generator))
      let times = Array(Series(rule, start: start).times(in: zone).prefix(3))
      for (one, other) in zip(times, times.dropFirst()) { #expect(one.instant < other.instant, "\(rule)") }
    }
  }
}
