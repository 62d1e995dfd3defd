import Testing
import Times

@Suite struct `What comes again` {
  /// Monday 1 January 2024 at nine, in wall time, unless another start is given.
  static func times(
    _ rule: String, from start: String = "2024-01-01T09:00:00", count: Int = 4, zone: Zone = .utc,
    except: [String] = [], calendar: WorkCalendar = .standard
  ) throws -> String {
    let start = try #require(Instant(start, defaultOffset: 0))
    let series = Series(
      try RecurrenceRule(rule), start: LocalTime(second: start.seconds), exceptions: Set(except.compactMap { Day($0) }))
    return series.times(in: zone, calendar: calendar).prefix(count).map { moment in
      let local = moment.local
      return local.time == TimeOfDay(hour: 9) ? "\(local.day)" : "\(local.day) \(local.time)"
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("FREQ=DAILY;INTERVAL=10", "2024-01-01 2024-01-11 2024-01-21 2024-01-31"),
    ("FREQ=WEEKLY;COUNT=2", "2024-01-01 2024-01-08"),
    ("FREQ=WEEKLY;BYDAY=TU,TH", "2024-01-02 2024-01-04 2024-01-09 2024-01-11"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2024-01-05 2024-01-19 2024-02-02 2024-02-16"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "2024-01-01 2024-01-14 2024-01-15 2024-01-28"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", "2024-01-01 2024-01-07 2024-01-15 2024-01-21"),
    ("FREQ=MONTHLY", "2024-01-01 2024-02-01 2024-03-01 2024-04-01"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "2024-01-31 2024-03-31 2024-05-31 2024-07-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-01-31 2024-02-29 2024-03-31 2024-04-30"),
    ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "2024-09-13 2024-12-13 2025-06-13 2026-02-13"),
    ("FREQ=MONTHLY;BYDAY=2TU", "2024-01-09 2024-02-13 2024-03-12 2024-04-09"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "2024-01-26 2024-02-23 2024-03-29 2024-04-26"),
    ("FREQ=MONTHLY;BYDAY=1MO,3MO", "2024-01-01 2024-01-15 2024-02-05 2024-02-19"),
    ("FREQ=MONTHLY;BYDAY=5MO", "2024-01-29 2024-04-29 2024-07-29 2024-09-30"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2024-01-31 2024-02-29 2024-03-29 2024-04-30"),
    ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "2024-01-04 2024-02-07 2024-03-07 2024-04-04"),
    ("FREQ=MONTHLY;BYSETPOS=4;BYDAY=SU", "2024-01-28 2024-02-25 2024-03-24 2024-04-28"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29 2028-02-29 2032-02-29 2036-02-29"),
    ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2024-11-28 2025-11-27 2026-11-26 2027-11-25"),
    ("FREQ=YEARLY;BYDAY=20MO", "2024-05-13 2025-05-19 2026-05-18 2027-05-17"),
    ("FREQ=YEARLY;BYDAY=-1SU", "2024-12-29 2025-12-28 2026-12-27 2027-12-26"),
    ("FREQ=YEARLY;BYYEARDAY=100,-1", "2024-04-09 2024-12-31 2025-04-10 2025-12-31"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2024-05-13 2025-05-12 2026-05-11 2027-05-17"),
    ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=SA", "2027-01-02 2033-01-01 2038-01-02 2044-01-02"),
    ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=TH", "2024-12-26 2025-12-25 2026-12-31 2027-12-30"),
    (
      "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30",
      "2024-01-07 08:30 2024-01-07 09:30 2024-01-14 08:30 2024-01-14 09:30"
    ),
    ("FREQ=DAILY;BYMONTH=3;BYDAY=SA,SU", "2024-03-02 2024-03-03 2024-03-09 2024-03-10"),
    ("FREQ=DAILY;BYHOUR=9,17", "2024-01-01 2024-01-01 17:00 2024-01-02 2024-01-02 17:00"),
    ("FREQ=HOURLY;INTERVAL=5;BYDAY=TU", "2024-01-02 00:00 2024-01-02 05:00 2024-01-02 10:00 2024-01-02 15:00"),
    ("FREQ=HOURLY;BYHOUR=9,10;BYMINUTE=0,30", "2024-01-01 2024-01-01 09:30 2024-01-01 10:00 2024-01-01 10:30"),
    ("FREQ=MINUTELY;INTERVAL=90", "2024-01-01 2024-01-01 10:30 2024-01-01 12:00 2024-01-01 13:30"),
    ("FREQ=SECONDLY;INTERVAL=45;COUNT=3", "2024-01-01 2024-01-01 09:00:45 2024-01-01 09:01:30"),
    ("FREQ=DAILY;UNTIL=20240102", "2024-01-01 2024-01-02"),
    ("FREQ=DAILY;UNTIL=20240102T085959", "2024-01-01"),
    ("FREQ=DAILY;UNTIL=20231231", ""),
  ])
  func `comes at these times`(rule: String, times: String) throws {
    #expect(try Self.times(rule) == times)
  }

  @Test(arguments: [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=7", "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=WEEKLY;BYMONTHDAY=31;BYMONTH=4", "FREQ=HOURLY;INTERVAL=2;BYHOUR=10", "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
    "FREQ=MINUTELY;BYYEARDAY=60;BYMONTH=7", "FREQ=SECONDLY;INTERVAL=9999999;BYHOUR=3;BYMINUTE=3;BYSECOND=3;BYDAY=MO",
    "FREQ=DAILY;BYSETPOS=2", "FREQ=SECONDLY;BYSECOND=60", "FREQ=YEARLY;INTERVAL=10000000;BYMONTH=2;BYMONTHDAY=30",
  ])
  func `ends when it never comes`(rule: String) throws {
    #expect(try Self.times(rule, count: 1).isEmpty)
  }

  @Test func `ends with the calendar`() throws {
    #expect(try Self.times("FREQ=YEARLY", from: "9998-06-01T09:00:00") == "9998-06-01 9999-06-01")
    #expect(try Self.times("FREQ=WEEKLY", from: "9999-12-20T09:00:00") == "9999-12-20 9999-12-27")
    #expect(try Self.times("FREQ=HOURLY;INTERVAL=12", from: "9999-12-31T09:00:00") == "9999-12-31 9999-12-31 21:00")
  }

  @Test(arguments: [
    // New York: no clock shows 02:30 on 10 March 2024, and all show 01:30 two times on 3 November.
    ("America/New_York", "FREQ=DAILY", "2024-03-09T02:30:00", "2024-03-09T02:30:00-05:00 2024-03-10T03:30:00-04:00"),
    ("America/New_York", "FREQ=DAILY", "2024-11-02T01:30:00", "2024-11-02T01:30:00-04:00 2024-11-03T01:30:00-04:00"),
    ("America/New_York", "FREQ=WEEKLY", "2024-03-04T09:00:00", "2024-03-04T09:00:00-05:00 2024-03-11T09:00:00-04:00"),
    ("Europe/London", "FREQ=MONTHLY", "2024-03-29T09:00:00", "2024-03-29T09:00:00+00:00 2024-04-29T09:00:00+01:00"),
    ("Europe/London", "FREQ=DAILY", "2024-03-30T01:15:00", "2024-03-30T01:15:00+00:00 2024-03-31T02:15:00+01:00"),
    // Lord Howe moves its clocks by half an hour.
    ("Australia/Lord_Howe", "FREQ=DAILY", "2024-10-05T02:10:00", "2024-10-05T02:10:00+10:30 2024-10-06T02:40:00+11:00"),
    ("Europe/London", "FREQ=HOURLY", "2024-03-31T00:30:00", "2024-03-31T00:30:00+00:00 2024-03-31T02:30:00+01:00"),
  ])
  func `keeps its hour when the clocks change`(zone: String, rule: String, start: String, times: String) throws {
    let local = LocalTime(second: try #require(Instant(start, defaultOffset: 0)).seconds)
    let series = Series(try RecurrenceRule(rule), start: local)
    let found = series.times(in: try Zone(named: zone)).prefix(2).map(\.description)
    #expect(found.joined(separator: " ") == times)
  }

  @Test func `leaves days out without coming longer for it`() throws {
    let times = try Self.times("FREQ=DAILY;COUNT=4", except: ["2024-01-02", "2024-01-04"])
    #expect(times == "2024-01-01 2024-01-03")
  }

  @Test(arguments: [
    ("FREQ=MONTHLY;BYMONTHDAY=31;X-WORKDAY=BEFORE", "2024-01-31 2024-03-28 2024-05-31 2024-07-31"),
    ("FREQ=MONTHLY;BYMONTHDAY=1;X-WORKDAY=AFTER", "2024-01-02 2024-02-01 2024-03-01 2024-04-02"),
    ("FREQ=MONTHLY;BYMONTHDAY=6;X-WORKDAY=NEAREST", "2024-01-05 2024-02-06 2024-03-06 2024-04-05"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;X-WORKDAY=ONLY", "2024-01-31 2024-02-29 2024-03-28 2024-04-30"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;X-WORKDAY=ONLY", "2024-01-02 2024-02-01 2024-03-01 2024-04-02"),
    ("FREQ=WEEKLY;BYDAY=MO;X-WORKDAY=AFTER", "2024-01-02 2024-01-08 2024-01-15 2024-01-22"),
    ("FREQ=DAILY;X-WORKDAY=BEFORE;COUNT=3", "2023-12-29 2024-01-02 2024-01-03"),
  ])
  func `goes around days off`(rule: String, times: String) throws {
    // New Year, Good Friday and Easter Monday.
    let holidays = ["2024-01-01", "2024-03-29", "2024-04-01"].compactMap { Day($0) }
    let calendar = WorkCalendar(holidays: Dictionary(uniqueKeysWithValues: holidays.map { ($0, "Holiday") }))
    #expect(try Self.times(rule, calendar: calendar) == times)
  }
}
