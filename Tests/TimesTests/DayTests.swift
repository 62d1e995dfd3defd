import Testing
import Times

@Suite struct `A day` {
  @Test func `comes back from its parts over eight hundred years`() throws {
    var previous = try #require(Day(year: 1599, month: 12, day: 31))
    for number in (previous.number + 1)...(previous.number + 292_195) {
      let day = Day(number: number)
      let (year, month, date) = day.parts
      #expect(Day(year: year, month: month, day: date) == day)
      if number % 97 == 0 { #expect(Day(day.description) == day) }
      #expect(day.weekday.rawValue == previous.weekday.rawValue % 7 + 1)
      previous = day
    }
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2024-05-14", 12, "2025-05-14"), ("2024-05-14", -5, "2023-12-14"), ("2024-12-31", 2, "2025-02-28"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-01-15", -13, "2022-12-15"),
  ])
  func `steps by months and stops at their end`(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(months: months).description == to)
  }

  @Test(arguments: [
    ("2024-12-30", 2025, 1), ("2021-01-03", 2020, 53), ("2024-01-01", 2024, 1), ("2026-12-31", 2026, 53),
    ("2023-01-01", 2022, 52), ("2024-05-14", 2024, 20),
  ])
  func `knows its ISO week`(text: String, year: Int, week: Int) throws {
    let day = try #require(Day(text))
    #expect(day.isoWeek == (year, week))
    #expect(Day(isoYear: year, week: week) == day.startOfWeek)
  }

  @Test func `refuses a week that its year has not`() {
    #expect(Day(isoYear: 2024, week: 53) == nil)
    #expect(Day(isoYear: 2024, week: 0) == nil)
  }

  @Test(arguments: [
    ("2024-05-14", 1, "2024-04-01", 2), ("2024-05-14", 2, "2024-05-01", 2), ("2024-01-31", 4, "2024-01-01", 4),
    ("2024-03-01", 4, "2024-01-01", 4), ("2024-04-01", 4, "2024-04-01", 1), ("2024-01-15", 12, "2023-12-01", 1),
  ])
  func `knows its quarter, whenever the first one starts`(text: String, first: Int, start: String, number: Int) throws {
    let day = try #require(Day(text))
    #expect(day.startOfQuarter(firstMonth: first).description == start)
    #expect(day.quarter(firstMonth: first) == number)
  }

  @Test func `finds weekdays strictly after and before itself`() throws {
    let tuesday = try #require(Day("2024-05-14"))
    #expect(tuesday.next(.tuesday).description == "2024-05-21")
    #expect(tuesday.next(.monday).description == "2024-05-20")
    #expect(tuesday.next(.wednesday).description == "2024-05-15")
    #expect(tuesday.previous(.tuesday).description == "2024-05-07")
    #expect(tuesday.previous(.monday).description == "2024-05-13")
    #expect(tuesday.previous(.wednesday).description == "2024-05-08")
  }
}

@Suite struct `A moment` {
  @Test(arguments: ["2024-05-14T10:40:00+00:00", "2024-05-14T10:40:00-03:30", "2024-05-14T10:40:00.250+05:45"])
  func `is written with its offset and read back`(text: String) throws {
    let moment = try #require(Moment(text))
    #expect(moment.description == text)
  }

  @Test func `reads Z as no offset`() throws {
    #expect(try #require(Moment("2024-05-14T10:40:00Z")).description == "2024-05-14T10:40:00+00:00")
    #expect(Moment("2024-05-14T10:40:00") == nil)
  }
}

@Suite struct `A time of day` {
  @Test func `is read and written`() {
    #expect(TimeOfDay("09:05")?.description == "09:05")
    #expect(TimeOfDay("23:59:59")?.description == "23:59:59")
    #expect(TimeOfDay("24:00") == nil)
    #expect(TimeOfDay("9:05") == nil)
    #expect(TimeOfDay(second: -60).description == "23:59")
  }
}
