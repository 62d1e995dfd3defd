import Testing
import Times

@Suite struct `Words for a series` {
  @Test(arguments: [
    ("every other friday at 10", "again 2024-05-17 10:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=10;BYMINUTE=0"),
    ("the last working day of every month", "again 2024-05-31 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("fortnightly", "again 2024-05-28 FREQ=WEEKLY;INTERVAL=2"),
    ("every other week", "again 2024-05-28 FREQ=WEEKLY;INTERVAL=2"),
    ("every monday", "again 2024-05-20 FREQ=WEEKLY;BYDAY=MO"),
    ("every mon, wed and fri at 9:30", "again 2024-05-15 09:30 FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=9;BYMINUTE=30"),
    ("daily at 9", "again 2024-05-15 09:00 FREQ=DAILY;BYHOUR=9;BYMINUTE=0"),
    ("every weekday at 9", "again 2024-05-15 09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0"),
    ("monthly on the 15th", "again 2024-05-15 FREQ=MONTHLY;BYMONTHDAY=15"),
    ("first monday of every month", "again 2024-06-03 FREQ=MONTHLY;BYDAY=1MO"),
    ("mondays", "again 2024-05-20 FREQ=WEEKLY;BYDAY=MO"),
    ("every 2 weeks", "again 2024-05-28 FREQ=WEEKLY;INTERVAL=2"),
    ("every three months", "again 2024-08-14 FREQ=MONTHLY;INTERVAL=3"),
    ("every day until june", "again 2024-05-15 FREQ=DAILY;UNTIL=20240531T225959Z"),
    ("every friday 5 times", "again 2024-05-17 FREQ=WEEKLY;BYDAY=FR;COUNT=5"),
    ("every morning", "again 2024-05-15 09:00 FREQ=DAILY;BYHOUR=9;BYMINUTE=0"),
    ("each thursday at noon", "again 2024-05-16 12:00 FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=0"),
    ("every 3 may", "again 2025-05-03 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3"),
    ("every quarter", "again 2024-08-14 FREQ=MONTHLY;INTERVAL=3"),
    (
      "the first working day of every quarter",
      "again 2024-07-01 FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"
    ),
    ("weekly on mon and thu at 9", "again 2024-05-16 09:00 FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=9;BYMINUTE=0"),
    ("yearly on 3 may", "again 2025-05-03 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3"),
    ("every month on the last working day", "again 2024-05-31 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("every two mondays", "again 2024-05-20 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
    ("once a week", "again 2024-05-21 FREQ=WEEKLY"),
    ("on mondays at 9", "again 2024-05-20 09:00 FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0"),
    ("weekdays at 8am", "again 2024-05-15 08:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=0"),
    ("every other day", "again 2024-05-16 FREQ=DAILY;INTERVAL=2"),
    ("every hour", "again 2024-05-14 11:40 FREQ=HOURLY"),
    ("every 15 minutes", "again 2024-05-14 10:55 FREQ=MINUTELY;INTERVAL=15"),
    ("alternate fridays", "again 2024-05-17 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("every second tuesday", "again 2024-05-21 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("every night at 10", "again 2024-05-14 22:00 FREQ=DAILY;BYHOUR=22;BYMINUTE=0"),
    ("every mon-fri", "again 2024-05-15 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("daily", "again 2024-05-15 FREQ=DAILY"),
    ("weekly", "again 2024-05-21 FREQ=WEEKLY"),
    ("monthly", "again 2024-06-14 FREQ=MONTHLY"),
    ("quarterly", "again 2024-08-14 FREQ=MONTHLY;INTERVAL=3"),
    ("yearly", "again 2025-05-14 FREQ=YEARLY"),
    ("annually", "again 2025-05-14 FREQ=YEARLY"),
    ("every weekend", "again 2024-05-18 FREQ=WEEKLY;BYDAY=SA"),
    ("on the last friday of every month at 4pm", "again 2024-05-31 16:00 FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=16;BYMINUTE=0"),
    ("every friday until 3 june", "again 2024-05-17 FREQ=WEEKLY;BYDAY=FR;UNTIL=20240603T225959Z"),
    ("the last day of every month", "again 2024-05-31 FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("every other monday and thursday", "again 2024-05-16 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
  ])
  func `have that first time and rule`(text: String, meaning: String) throws {
    #expect(try PhraseTable.read(text).short == meaning)
  }
}
