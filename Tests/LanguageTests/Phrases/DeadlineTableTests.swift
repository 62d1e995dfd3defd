import Testing
import Times

@Suite struct `Words for a deadline` {
  @Test(arguments: [
    ("by thurs", "by 2024-05-16 17:00 day"),
    ("by friday", "by 2024-05-17 17:00 day"),
    ("snooze until after lunch", "by 2024-05-14 13:30 minute"),
    ("by 5/6", "by 2024-06-05 17:00 day also 2025-05-06 17:00 otherDateOrder"),
    ("until friday", "by 2024-05-17 09:00 day"),
    ("by 3", "by 2024-05-14 15:00 minute"),
    ("by 3 tomorrow", "by 2024-05-15 15:00 minute"),
    ("within 2 days", "by 2024-05-16 17:00 day"),
    ("by end of next week", "by 2024-05-24 17:00 day"),
    ("by next week", "by 2024-05-20 17:00 week also 2024-05-24 17:00 endOfPeriod"),
    ("by may", "by 2024-05-31 17:00 month"),
    ("until june", "by 2024-06-03 09:00 month"),
    ("by this week", "by 2024-05-17 17:00 week"),
    ("by sat", "by 2024-05-18 17:00 day"),
    ("until march", "by 2025-03-03 09:00 month"),
    ("due friday", "by 2024-05-17 17:00 day"),
    ("by end of day", "by 2024-05-14 17:00 minute"),
    ("by eod", "by 2024-05-14 17:00 minute"),
    ("by eod friday", "by 2024-05-17 17:00 minute"),
    ("by close of business tomorrow", "by 2024-05-15 17:00 minute"),
    ("no later than 3 june", "by 2024-06-03 17:00 day"),
    ("within the hour", "by 2024-05-14 11:40 minute"),
    ("until tomorrow", "by 2024-05-15 09:00 day"),
    ("until next week", "by 2024-05-20 09:00 week"),
    ("until 3pm", "by 2024-05-14 15:00 minute"),
    ("hold until end of month", "by 2024-05-31 17:00 day"),
    ("remind Priya to send the draft by thurs", "by 2024-05-16 17:00 day"),
    ("due 3 june", "by 2024-06-03 17:00 day"),
    ("by noon", "by 2024-05-14 12:00 minute"),
    ("by midnight", "by 2024-05-15 minute"),
    ("by tomorrow noon", "by 2024-05-15 12:00 minute"),
    ("by tomorrow morning", "by 2024-05-15 09:00 minute"),
    ("by mid june", "by 2024-06-15 17:00 day"),
    ("by the weekend", "by 2024-05-17 17:00 day"),
    ("until the weekend", "by 2024-05-18 09:00 day"),
    ("before the end of june", "by 2024-06-28 17:00 day"),
    ("before lunch", "by 2024-05-14 12:00 minute"),
    ("by 31/5 5pm", "by 2024-05-31 17:00 minute"),
    ("by friday if possible", "by 2024-05-17 17:00 day"),
    ("friday at the latest", "by 2024-05-17 17:00 day"),
    ("by the end of the day", "by 2024-05-14 17:00 minute"),
    ("until lunch", "by 2024-05-14 12:00 minute"),
  ])
  func `end then`(text: String, meaning: String) throws {
    #expect(try PhraseTable.read(text).short == meaning)
  }
}
