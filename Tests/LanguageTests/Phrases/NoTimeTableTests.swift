import Testing
import Times

@Suite struct `Words that are no time` {
  @Test(arguments: [
    "may I have access",
    "march on",
    "second one",
    "sat with Priya",
    "v1.2",
    "3.4.1",
    "PR 212",
    "ENG-42",
    "sam@example.com",
    "24/7",
    "1/2 of users",
    "due to lack of time",
    "at 3 customers",
    "reduce by 3",
    "the 3rd one",
    "May Priya look at it",
    "april to call",
    "sun is up",
    "9-5",
    "when is it live",
    "10 people",
    "owner/repo#12",
    "https://example.com/2024-05-16",
    "call me at 555-1234",
    "I may go",
    "3d printing",
    "the last minute",
    "on 3",
    "3.5.",
    "'24",
    "in a second",
    "monday.com board",
    "T+2",
    "day 3 of 14",
    "version 3 may ship",
    "march 4 people",
    "10-12",
    "at 25",
    "t-3d",
    "the coming months",
    "until further notice",
  ])
  func `are left alone`(text: String) throws {
    #expect(try PhraseTable.read(text).short == "none")
  }
}
