/// What a clock shows, or the name of a time of day.
package enum ClockPhrase: Hashable, Sendable, Codable {
  /// Seconds since 00:00 on a clock of 24 hours.
  case exact(Int, in: ClockZone?)
  /// Seconds since 00:00 or 12:00 on a clock of 12 hours, when nothing says which half of the day.
  case half(Int, in: ClockZone?)
  case part(DayPart)
  /// The time that it is now.
  case current

  /// The same time by the clocks of a place.
  package func set(in zone: ClockZone?) -> ClockPhrase {
    guard let zone else { return self }
    return switch self {
    case .exact(let seconds, _): .exact(seconds, in: zone)
    case .half(let seconds, _): .half(seconds, in: zone)
    case .part, .current: self
    }
  }

  var zone: ClockZone? {
    switch self {
    case .exact(_, let zone), .half(_, let zone): zone
    case .part, .current: nil
    }
  }
}

/// By whose clocks a time is told when that is said.
package enum ClockZone: Hashable, Sendable, Codable {
  /// Seconds east of UTC.
  case offset(Int)
  /// Letters that mean one place to most people here and another one to others, both as seconds east of UTC.
  case disputed(Int, other: Int)
  /// Seconds east of UTC in winter, an hour more in summer by the rule of the United States.
  case american(Int)

  /// Seconds east of UTC at a wall time there.
  func offset(at local: LocalTime) -> Int {
    switch self {
    case .offset(let offset), .disputed(let offset, _): offset
    case .american(let winter): Zone(american: winter).offset(at: Zone(american: winter).instant(of: local))
    }
  }
}

extension Zone {
  /// The rule of the United States since 2007: from the second Sunday of March to the first of November, at 02:00.
  fileprivate init(american winter: Int) {
    let rule = PosixRule("A\(-winter / 3_600)B,M3.2.0,M11.1.0".utf8)
    self.init(name: "", table: nil, rule: rule ?? PosixRule(offset: winter))
  }
}

/// Times of day with a name; the policy and the work calendar say when they are.
package enum DayPart: Int, Hashable, Sendable, Codable {
  case firstThing, morning, noon, afterLunch, afternoon, endOfDay, evening, night, midnight
}
