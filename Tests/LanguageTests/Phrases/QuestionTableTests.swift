import Testing
import Times

@Suite struct `Words that leave something open` {
  @Test(arguments: [
    ("biweekly", "ask two meanings"),
    ("any friday", "ask not understood: any"),
    ("not friday", "ask not understood: not"),
    ("the friday after next", "ask not understood: after"),
    ("2 fridays ago", "ask not understood: 2"),
    ("friday 14 may", "ask weekday differs: 2024-05-14"),
    ("31 june", "ask no such day"),
    ("early next week", "ask vague"),
    ("a few days", "ask vague"),
    ("10am ET", "ask not understood: ET"),
    ("friday or monday", "ask several: friday / monday"),
    ("13/13/2024", "ask not understood: 13/13/2024"),
    ("2024-13-40", "ask not understood: 2024-13-40"),
    ("later this week", "ask vague"),
    ("friday 10", "ask weekday differs: 2024-06-10"),
    ("monday, wednesday", "ask several: monday / wednesday"),
    ("friday-ish", "ask not understood: friday-ish"),
    ("14-3 june", "ask ends before start"),
    ("twice a week", "ask not understood: twice"),
    ("semi-monthly", "ask not understood: semi-monthly"),
    ("10:30 am london time", "ask not understood: london"),
    ("tue 21, wed 22, fri 24", "ask several: tue 21 / fri 24"),
    ("in 200000 years", "ask not understood: years"),
    ("29 feb 2025", "ask no such day"),
    ("2024-02-30", "ask not understood: 2024-02-30"),
    ("monday 17/5", "ask weekday differs: 2024-05-17"),
    ("first week of june", "ask not understood: june"),
    ("not on friday", "ask not understood: not"),
    ("except friday", "ask not understood: except"),
    ("every friday except the 3rd", "ask not understood: except"),
    ("every 3rd thursday", "ask not understood: 3rd"),
    ("tonight at midnight", "ask several: tonight / at midnight"),
  ])
  func `are asked about, never guessed`(text: String, meaning: String) throws {
    #expect(try PhraseTable.read(text).short == meaning)
  }
}
