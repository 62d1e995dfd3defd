import Language
import Testing
import Times

@Suite struct `The policy of times` {
  @Test(arguments: [
    // On a Friday.
    ("2024-05-17T10:00:00+01:00", "friday", "2024-05-24 day also 2024-05-17 today"),
    ("2024-05-17T10:00:00+01:00", "friday at 3pm", "2024-05-17 15:00 minute"),
    ("2024-05-17T16:00:00+01:00", "friday at 3pm", "2024-05-24 15:00 minute also 2024-05-17 15:00 today"),
    ("2024-05-17T10:00:00+01:00", "next friday", "2024-05-24 day"),
    ("2024-05-17T10:00:00+01:00", "last friday", "2024-05-10 day"),
    ("2024-05-17T10:00:00+01:00", "by friday", "by 2024-05-24 17:00 day also 2024-05-17 17:00 today"),
    ("2024-05-17T18:00:00+01:00", "eod", "2024-05-20 17:00 minute"),
    ("2024-05-17T18:00:00+01:00", "first thing", "2024-05-20 09:00 minute"),
    ("2024-05-17T16:00:00+01:00", "at 3", "2024-05-18 15:00 minute"),
    ("2024-05-17T16:00:00+01:00", "in 2 working days", "2024-05-21 09:00 day"),
    ("2024-05-17T16:00:00+01:00", "friday week", "2024-05-31 day"),
    // On a Saturday the weekend has begun, and the week after next week's Monday has not.
    ("2024-05-18T10:00:00+01:00", "this weekend", "2024-05-18..2024-05-20 day"),
    ("2024-05-18T10:00:00+01:00", "next weekend", "2024-05-25..2024-05-27 day"),
    ("2024-05-18T10:00:00+01:00", "next friday", "2024-05-24 day"),
    ("2024-05-18T10:00:00+01:00", "last friday", "2024-05-17 day also 2024-05-10 lastWeek"),
    ("2024-05-18T10:00:00+01:00", "next week", "2024-05-20..2024-05-27 week"),
    ("2024-05-19T10:00:00+01:00", "monday", "2024-05-20 day"),
    ("2024-05-19T10:00:00+01:00", "next monday", "2024-05-20 day"),
    // A bank holiday Monday is no working day.
    ("2024-05-24T10:00:00+01:00", "until next week", "by 2024-05-28 09:00 week"),
    ("2024-05-24T10:00:00+01:00", "in 1 working day", "2024-05-28 09:00 day"),
    ("2024-05-24T10:00:00+01:00", "start of next week", "2024-05-28 day also 2024-05-27 firstDay"),
    // The last working day of a month is over.
    ("2024-05-31T16:00:00+01:00", "end of month", "2024-05-31 17:00 day"),
    ("2024-05-31T18:00:00+01:00", "end of month", "2024-06-28 17:00 day"),
    // The turn of the year.
    ("2024-12-30T10:00:00+00:00", "3 jan", "2025-01-03 day"),
    ("2024-12-30T10:00:00+00:00", "next month", "2025-01-01..2025-02-01 month"),
    ("2024-12-30T10:00:00+00:00", "end of the quarter", "2024-12-31 17:00 day"),
    ("2024-12-30T10:00:00+00:00", "in 2 months", "2025-02-28 09:00 day"),
    ("2024-12-30T10:00:00+00:00", "what happened on 31 dec", "2023-12-31 day"),
    ("2024-12-30T10:00:00+00:00", "week 1", "2024-12-30..2025-01-06 week"),
    // Clocks go forward in the night before, or back in the night after.
    ("2024-03-30T10:00:00+00:00", "tomorrow at 01:30", "2024-03-31 02:30 minute"),
    ("2024-03-30T10:00:00+00:00", "in 24 hours", "2024-03-31 11:00 minute"),
    ("2024-03-30T10:00:00+00:00", "in a day", "2024-03-31 09:00 day"),
    ("2024-10-26T10:00:00+01:00", "in 24 hours", "2024-10-27 09:00 minute"),
    ("2024-10-26T10:00:00+01:00", "in 1 day and 2 hours", "2024-10-27 12:00 minute"),
  ])
  func `holds on every day`(now: String, text: String, meaning: String) throws {
    #expect(try PhraseTable.read(text, at: now).short == meaning)
  }

  @Test(arguments: [
    ("5/6", "2025-05-06 day also 2024-06-05 otherDateOrder"), ("16/5", "2024-05-16 day"), ("5/16", "2024-05-16 day"),
    ("06/07/2024", "2024-06-07 day also 2024-07-06 otherDateOrder"), ("6/6", "2024-06-06 day"),
    ("tuesday 5/6", "2025-05-06 day"), ("17.5.2024", "2024-05-17 day"),
  ])
  func `reads the month first where people do`(text: String, meaning: String) throws {
    #expect(try PhraseTable.read(text, policy: TimePolicy(dateOrder: .monthFirst)).short == meaning)
  }

  @Test(arguments: [
    ("end of the quarter", "2024-07-31 17:00 day"), ("this quarter", "2024-05-01..2024-08-01 quarter"),
    ("q1", "2025-02-01..2025-05-01 quarter"), ("q4", "2024-11-01..2025-02-01 quarter"),
    ("next quarter", "2024-08-01..2024-11-01 quarter"),
  ])
  func `lets quarters start when they do`(text: String, meaning: String) throws {
    #expect(try PhraseTable.read(text, calendar: WorkCalendar(firstMonthOfQuarters: 2)).short == meaning)
  }

  @Test(arguments: [
    ("eod", "2024-05-14 16:00 minute"), ("first thing tomorrow", "2024-05-15 08:00 minute"),
    ("by friday", "by 2024-05-17 16:00 day"), ("in 2 working days", "2024-05-16 08:00 day"),
    ("every working day", "again 2024-05-15 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SU"),
  ])
  func `follows the hours and the weekend of those who work`(text: String, meaning: String) throws {
    let calendar = WorkCalendar(
      weekend: [.friday, .saturday], start: try #require(TimeOfDay("08:00")), end: try #require(TimeOfDay("16:00")))
    #expect(try PhraseTable.read(text, calendar: calendar).short == meaning)
  }

  @Test(arguments: [
    ("America/New_York", "tomorrow at 9am", "2024-05-15T09:00:00-04:00"),
    ("America/New_York", "3pm CET", "2024-05-14T15:00:00+01:00"),
    ("Asia/Kolkata", "at 3", "2024-05-15T15:00:00+05:30"), ("Pacific/Auckland", "today", "2024-05-14T00:00:00+12:00"),
    ("Europe/London", "15:00 UTC", "2024-05-14T15:00:00+00:00"),
    ("Europe/London", "2024-05-16T10:30-03:30", "2024-05-16T10:30:00-03:30"),
    ("UTC", "in 3 hours", "2024-05-14T12:40:00+00:00"),
  ])
  func `speaks in the zone of the user unless another is named`(zone: String, text: String, start: String) throws {
    #expect(try PhraseTable.read(text, zone: zone).start?.description == start)
  }

  @Test func `says where the words stand, in bytes`() throws {
    let text = "né: Priya drafts it “by thurs”, ok?"
    let zone = try Zone(named: "Europe/London")
    let readings = TimePhraseReader().read(text, now: Instant(seconds: 1_715_679_600), zone: zone)
    let reading = try #require(readings.first)
    #expect(readings.count == 1)
    #expect(reading.said == "by thurs")
    #expect(Array(text.utf8)[reading.span].elementsEqual("by thurs".utf8))
  }

  @Test(arguments: [
    "is smrt export live yet??", "what's next", "the last one", "same for wen", "day 6 of 14", "ask may about it",
    "show me the first 10", "is it done by tomas", "owned by 3 people", "step by step", "release note 212",
    "then after 1",
    "when will 30 items be done", "2 of 5 items", "1/3 done", "mark may be late", "sort by month", "items per week",
    "show the weekly report", "end of life", "start of the project", "the quarter", "second opinion", "every team",
    "give me a minute", "within SLA", "at least 3", "in 5", "top 5 by age", "version 3 may ship", "until done",
  ])
  func `leaves what people ask every day alone`(text: String) {
    #expect(TimePhraseReader().read(text, now: Instant(seconds: 1_715_679_600), zone: .utc).isEmpty)
  }

  @Test(arguments: [
    ("I may be late by friday", "by friday"), ("at most 5 days", "5 days"), ("twice a week", ""),
    ("y, 3 by fri", "by fri"),
    ("push 52 a week", "a week"), ("blocked for 9 days", "for 9 days"), ("case 17 on friday", "on friday"),
    ("updated 3 days ago by Tomas", "3 days ago"), ("launch on 3-14 June", "3-14 June"),
  ])
  func `takes the time and no more out of a line`(text: String, said: String) {
    let readings = TimePhraseReader().read(text, now: Instant(seconds: 1_715_679_600), zone: .utc)
    #expect(readings.filter { $0.ask == nil }.map(\.said).joined(separator: "|") == said)
  }

  @Test func `finds every time of a line`() {
    let text = "f/u priya draft dpa by thurs, lena review mon and tomas to check retention in 2 weeks"
    let readings = TimePhraseReader().read(text, now: Instant(seconds: 1_715_679_600), zone: .utc)
    #expect(readings.map(\.said) == ["by thurs", "mon", "in 2 weeks"])
  }
}
