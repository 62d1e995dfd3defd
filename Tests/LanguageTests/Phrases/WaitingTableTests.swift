import Testing
import Times

@Suite struct `Words for a length of time` {
  @Test(arguments: [
    ("a week", "for 604800 P1W"),
    ("two weeks", "for 1209600 P2W"),
    ("push 52 a week", "for 604800 P1W"),
    ("2 hours", "for 7200 PT2H"),
    ("an hour and a half", "for 5400 PT1H30M"),
    ("2h30m", "for 9000 PT2H30M"),
    ("for 3 days", "for 259200 P3D"),
    ("24 hours", "for 86400 PT24H"),
    ("couple of weeks", "for 1209600 P2W"),
    ("two and a half hours", "for 9000 PT2H30M"),
    ("1.5 days", "for 129600 P1DT12H"),
    ("cut it by 3 days", "for 259200 P3D"),
    ("5 days late", "for 432000 P5D"),
    ("snooze 2 days", "for 172800 P2D"),
    ("3 business days", "for 3 working days"),
    ("for two weeks", "for 1209600 P2W"),
    ("2w", "for 1209600 P2W"),
    ("1h", "for 3600 PT1H"),
    ("a fortnight", "for 1209600 P2W"),
    ("half a day", "for 43200 PT12H"),
    ("one day", "for 86400 P1D"),
    ("3w", "for 1814400 P3W"),
    ("overdue by 3 days", "for 259200 P3D"),
  ])
  func `last that long`(text: String, meaning: String) throws {
    #expect(try PhraseTable.read(text).short == meaning)
  }
}

@Suite struct `Words for a time that waits for something` {
  @Test(arguments: [
    ("two days before the launch", "anchor launch -P2D"),
    ("when ENG-42 is done, or friday", "when ENG-42 done or by 2024-05-17 17:00 day"),
    ("2 weeks before the spring launch", "anchor spring launch -P2W"),
    ("a day after go-live", "anchor go-live P1D"),
    ("the day before the release", "anchor release -P1D"),
    ("when the build is done", "when build done -"),
    ("once ENG-42 is merged or by monday", "when ENG-42 merged or by 2024-05-20 17:00 day"),
    ("an hour before the demo", "anchor demo -PT1H"),
  ])
  func `say what they wait for`(text: String, meaning: String) throws {
    #expect(try PhraseTable.read(text).short == meaning)
  }
}
