/// The times of day at which a rule comes, for rules whose periods are days or longer.
struct TimeSet: Sendable {
  /// In order.
  let seconds: [Int]

  /// What the rule leaves out is taken from the start.
  init(_ rule: RecurrenceRule, start: TimeOfDay) {
    let hours = rule.hours.isEmpty ? [start.hour] : rule.hours.sorted()
    let minutes = rule.minutes.isEmpty ? [start.minute] : rule.minutes.sorted()
    let shown = rule.seconds.isEmpty ? [start.second % 60] : rule.seconds.filter { $0 < 60 }.sorted()
    seconds = hours.flatMap { hour in
      minutes.flatMap { minute in shown.map { hour * 3_600 + minute * 60 + $0 } }
    }
  }
}

/// The parts of a rule that say at which hours, minutes and seconds it may come, for periods within a day.
struct ClockFilter: Sendable {
  private let hours: UInt64
  private let minutes: UInt64
  private let seconds: UInt64

  /// Seconds of one period: an hour, a minute or a second.
  let unit: Int64

  /// Seconds after the start of a period at which the rule comes within it, in order.
  let offsets: [Int64]

  init(_ rule: RecurrenceRule, start: TimeOfDay) {
    func mask(_ values: [Int]) -> UInt64 { values.reduce(0) { $0 | 1 << UInt64($1) } }
    hours = mask(rule.hours)
    let shown = rule.seconds.filter { $0 < 60 }.sorted()
    let ofMinute = shown.isEmpty ? [start.second % 60] : shown
    switch rule.frequency {
    case .hourly:
      unit = 3_600
      minutes = 0
      seconds = 0
      let ofHour = rule.minutes.isEmpty ? [start.minute] : rule.minutes.sorted()
      offsets = ofHour.flatMap { minute in ofMinute.map { Int64(minute * 60 + $0) } }
    case .minutely:
      unit = 60
      minutes = mask(rule.minutes)
      seconds = 0
      offsets = ofMinute.map { Int64($0) }
    default:
      unit = 1
      minutes = mask(rule.minutes)
      seconds = mask(rule.seconds)
      offsets = [0]
    }
  }

  /// Whether steps of an interval ever meet an hour, minute and second that may be.
  ///
  /// Steps come to all the seconds of a day that differ from the first by a multiple of the greatest common divisor of
  /// step and day, and to no others.
  func isReachable(from period: Int64, interval: Int) -> Bool {
    var (divisor, rest) = (Int64(86_400), Int64(interval) * unit % 86_400)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    var second = next(from: 0)
    while let found = second {
      if (Int64(found) - period * unit) % divisor == 0 { return true }
      second = next(from: found + Int(unit))
    }
    return false
  }

  /// The second of the day, from another one on, at which a period may start; nothing on the rest of the day.
  func next(from second: Int) -> Int? {
    var second = second
    while second < 86_400 {
      let hour = second / 3_600
      if hours != 0, hours & 1 << UInt64(hour) == 0 {
        second = (hour + 1) * 3_600
        continue
      }
      let minute = second / 60 % 60
      if minutes != 0, minutes & 1 << UInt64(minute) == 0 {
        second = (second / 60 + 1) * 60
        continue
      }
      if seconds != 0, seconds & 1 << UInt64(second % 60) == 0 {
        second += 1
        continue
      }
      return second
    }
    return nil
  }
}
