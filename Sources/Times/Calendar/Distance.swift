/// How far a time lies from now, as a fact that others put into words; negative in the past.
package enum Distance: Hashable, Sendable {
  /// Less than a minute away.
  case now
  case minutes(Int)
  /// On the same day, an hour or more away.
  case hours(Int)
  /// Calendar days apart: 0 is today, 1 tomorrow, -1 yesterday.
  case days(Int)

  /// The distance in calendar days, as seen from today.
  package init(to day: Day, from today: Day) {
    self = .days(day - today)
  }

  /// The distance as people say it: minutes and hours within the day, calendar days beyond it.
  package init(to instant: Instant, from now: Instant, in zone: Zone) {
    let days = zone.local(at: instant).day - zone.local(at: now).day
    let seconds = instant - now
    switch abs(seconds) {
    case ..<60: self = .now
    case ..<3_600: self = .minutes(Int(seconds / 60))
    default: self = days == 0 ? .hours(Int(seconds / 3_600)) : .days(days)
    }
  }
}
