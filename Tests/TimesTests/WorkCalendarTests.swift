import Testing
import Times

@Suite struct `A work calendar` {
  let calendar: WorkCalendar

  init() throws {
    calendar = WorkCalendar(holidays: [try #require(Day("2024-05-27")): "Spring bank holiday"])
  }

  @Test(arguments: [
    ("2024-05-24", 1, "2024-05-28"), ("2024-05-14", 3, "2024-05-17"), ("2024-05-18", 1, "2024-05-20"),
    ("2024-05-28", -1, "2024-05-24"), ("2024-05-26", -1, "2024-05-24"), ("2024-05-25", 0, "2024-05-25"),
    ("2024-05-14", 10, "2024-05-29"),
  ])
  func `counts working days over weekends and holidays`(from: String, count: Int, to: String) throws {
    #expect(calendar.adding(workingDays: count, to: try #require(Day(from))).description == to)
  }

  @Test func `moves a holiday to the next working day or the one before`() throws {
    let holiday = try #require(Day("2024-05-27"))
    #expect(calendar.kind(of: holiday) == .holiday("Spring bank holiday"))
    #expect(calendar.workingDay(from: holiday).description == "2024-05-28")
    #expect(calendar.workingDay(upTo: holiday).description == "2024-05-24")
  }

  @Test func `leaves a working day where it is`() throws {
    let day = try #require(Day("2024-05-28"))
    #expect(calendar.workingDay(from: day) == day)
    #expect(calendar.workingDay(upTo: day) == day)
  }

  @Test func `takes back what it added, from any working day`() {
    var generator = Seeded(seed: 11)
    for _ in 0..<500 {
      let day = calendar.workingDay(from: Day(number: Int.random(in: 10_000...40_000, using: &generator)))
      let count = Int.random(in: 0...60, using: &generator)
      let later = calendar.adding(workingDays: count, to: day)
      #expect(calendar.adding(workingDays: -count, to: later) == day)
      #expect(calendar.workingDays(from: day, to: later) == count)
    }
  }

  @Test func `without a working day goes on by calendar days`() {
    let never = WorkCalendar(weekend: Set(Weekday.allCases))
    #expect(never.workingDay(after: Day(number: 5)) == Day(number: 6))
    #expect(never.workingDay(from: Day(number: 5)) == Day(number: 5))
  }
}

@Suite struct `A date for people` {
  let today = Day(year: 2024, month: 5, day: 14)

  @Test func `has a month in words, and a year only when it is another`() throws {
    let format = DayFormat.english
    let day = try #require(Day("2024-05-16"))
    #expect(format.text(day, today: today) == "Thu 16 May")
    #expect(format.text(day) == "Thu 16 May 2024")
    #expect(format.text(day + 365, today: today) == "Fri 16 May 2025")
    let local = LocalTime(try #require(Day("2024-05-14")), try #require(TimeOfDay("10:40:30")))
    #expect(format.text(local, today: today) == "14 May 10:40")
  }

  @Test func `tells how far it is`() throws {
    let zone = try Zone(named: "Europe/London")
    let now = try #require(Instant("2024-05-14T10:40:00+01:00"))
    func distance(_ text: String) throws -> Distance {
      Distance(to: try #require(Instant(text)), from: now, in: zone)
    }
    #expect(try distance("2024-05-14T10:40:30+01:00") == .now)
    #expect(try distance("2024-05-14T10:20:00+01:00") == .minutes(-20))
    #expect(try distance("2024-05-14T15:00:00+01:00") == .hours(4))
    #expect(try distance("2024-05-13T23:00:00+01:00") == .days(-1))
    #expect(try distance("2024-05-20T09:00:00+01:00") == .days(6))
    #expect(Distance(to: try #require(Day("2024-05-15")), from: try #require(today)) == .days(1))
  }
}
