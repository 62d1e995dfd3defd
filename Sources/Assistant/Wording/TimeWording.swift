import Prompts
package import Times

/// Times in words, seen from a moment in a zone: absolute first, with the distance beside it.
package struct TimeWording: Sendable {
  package let now: Instant
  package let zone: Zone

  package init(now: Instant, zone: Zone) {
    self.now = now
    self.zone = zone
  }

  package var today: Day { zone.local(at: now).day }

  /// The day of a moment in the zone.
  package func day(of instant: Instant) -> Day { zone.local(at: instant).day }

  /// A day such as "Thu 16 May"; the year is told when it is another than today's.
  package func day(_ day: Day) -> String {
    DayFormat.english.text(day, today: today)
  }

  /// A day with its distance: "Thu 16 May, in 2 days".
  package func datedDay(_ day: Day) -> String {
    Words.Voice.Age.dated(date: self.day(day), distance: distance(Distance(to: day, from: today)))
  }

  /// A moment such as "Tue 14 May 10:40".
  package func moment(_ instant: Instant) -> String {
    let local = zone.local(at: instant)
    let time = TimeOfDay(second: local.time.second / 60 * 60)
    return "\(day(local.day)) \(time)"
  }

  /// How long ago, or in how long: "3 days ago", "in 2 hours", "yesterday".
  package func distance(to instant: Instant) -> String {
    distance(Distance(to: instant, from: now, in: zone))
  }

  package func distance(_ distance: Distance) -> String {
    switch distance {
    case .now: Words.Voice.Age.now
    case .minutes(let count) where count < 0: Words.Voice.Age.minutes(count: -count)
    case .minutes(let count): Words.Voice.Age.inMinutes(count: count)
    case .hours(let count) where count < 0: Words.Voice.Age.hours(count: -count)
    case .hours(let count): Words.Voice.Age.inHours(count: count)
    case .days(0): Words.Voice.Age.today
    case .days(1): Words.Voice.Age.tomorrow
    case .days(-1): Words.Voice.Age.yesterday
    case .days(let count) where count < 0: Words.Voice.Age.days(count: -count)
    case .days(let count): Words.Voice.Age.inDays(count: count)
    }
  }

  /// Whole days that a thing has lasted, at least 0.
  package func days(since instant: Instant) -> Int {
    max(0, today - day(of: instant))
  }

  /// A moment as ISO 8601 with the offset of the zone.
  package func iso(_ instant: Instant) -> String {
    zone.moment(at: instant).description
  }
}
