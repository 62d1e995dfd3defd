import Testing
import Times

@Suite struct `A rule of recurrence` {
  @Test(arguments: [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=10;BYMINUTE=0",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3;COUNT=4",
    "FREQ=MONTHLY;BYDAY=1MO,-1FR;UNTIL=20250301",
    "FREQ=DAILY;UNTIL=20250301T173000Z",
    "FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=SU;WKST=SU;UNTIL=20250301T173000",
    "FREQ=YEARLY;BYYEARDAY=1,-1;BYHOUR=6,18;BYMINUTE=15;BYSECOND=30",
    "FREQ=MONTHLY;BYMONTHDAY=31;X-WORKDAY=BEFORE",
  ])
  func `is written as it was read`(text: String) throws {
    #expect(try RecurrenceRule(text).description == text)
  }

  @Test(arguments: [
    ("RRULE:FREQ=daily;count=3", "FREQ=DAILY;COUNT=3"), ("BYDAY=+1mo;FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=1MO"),
    (" FREQ=DAILY;INTERVAL=1; ", "FREQ=DAILY"), ("FREQ=DAILY;BYHOUR=9,9,8", "FREQ=DAILY;BYHOUR=9,8"),
  ])
  func `is read in any order and either case`(text: String, rule: String) throws {
    #expect(try RecurrenceRule(text).description == rule)
  }

  @Test(arguments: [
    ("", RecurrenceError.noFrequency), ("COUNT=3", .noFrequency), ("FREQ=SOMETIMES", .outOfRange("FREQ", "SOMETIMES")),
    ("FREQ=DAILY;COUNT", .malformed("COUNT")), ("FREQ=DAILY;COUNT=", .malformed("COUNT=")),
    ("FREQ=DAILY;COUNT=0", .outOfRange("COUNT", "0")), ("FREQ=DAILY;INTERVAL=-1", .outOfRange("INTERVAL", "-1")),
    ("FREQ=DAILY;BYHOUR=24", .outOfRange("BYHOUR", "24")), ("FREQ=DAILY;BYDAY=XX", .outOfRange("BYDAY", "XX")),
    ("FREQ=DAILY;BYMONTHDAY=32", .outOfRange("BYMONTHDAY", "32")),
    ("FREQ=DAILY;BYMONTHDAY=0", .outOfRange("BYMONTHDAY", "0")),
    ("FREQ=DAILY;BYDAY=54MO", .outOfRange("BYDAY", "54MO")),
    ("FREQ=DAILY;UNTIL=20240230", .outOfRange("UNTIL", "20240230")), ("FREQ=DAILY;FREQ=DAILY", .twice("FREQ")),
    ("FREQ=DAILY;BYMOON=1", .unknown("BYMOON")), ("FREQ=DAILY;BYHOUR=9,", .outOfRange("BYHOUR", "")),
    (String(repeating: "x", count: 3_000), .tooLong),
  ])
  func `is refused with the part that is wrong`(text: String, error: RecurrenceError) {
    #expect(throws: error) { try RecurrenceRule(text) }
  }
}
