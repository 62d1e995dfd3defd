// Lengths of time, and points that lie such a length away.
extension PhraseResolver {
  func fill(_ reading: inout TimeReading, duration amounts: [Amount]) {
    reading.kind = .duration
    reading.workingDays = PhraseResolver.workingDays(amounts)
    guard reading.workingDays == nil else {
      reading.grain = .day
      return
    }
    reading.seconds = amounts.reduce(0) { $0 + Int64($1.count) * length(of: $1.unit) }
    reading.iso = iso(amounts, isNegative: false)
    reading.grain = amounts.last.map { PhraseResolver.grain(of: $0.unit) }
  }

  /// Seconds of a unit; a month counts 30 days and a year 365.
  private func length(of unit: TimeUnit) -> Int64 {
    switch unit {
    case .second: 1
    case .minute: 60
    case .hour: 3_600
    case .day, .workingDay: 86_400
    case .week: 604_800
    case .month: 2_592_000
    case .quarter: 7_776_000
    case .year: 31_536_000
    case .sprint: Int64(calendar.sprint?.days ?? 14) * 86_400
    }
  }

  static func workingDays(_ amounts: [Amount]) -> Int? {
    guard let amount = amounts.first, amount.unit == .workingDay else { return nil }
    return amount.count
  }

  static func grain(of unit: TimeUnit) -> TimeReading.Grain {
    switch unit {
    case .second: .second
    case .minute: .minute
    case .hour: .hour
    case .day, .workingDay: .day
    case .week, .sprint: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }

  /// An ISO 8601 duration, or nothing for working days, which it cannot say.
  func iso(_ amounts: [Amount], isNegative: Bool) -> String? {
    guard amounts.allSatisfy({ $0.unit != .workingDay }) else { return nil }
    func sum(_ unit: TimeUnit, _ factor: Int = 1) -> Int {
      amounts.reduce(0) { $0 + ($1.unit == unit ? $1.count * factor : 0) }
    }
    // Weeks stand alone in ISO 8601, so beside other units they become days.
    let isWeeks = amounts.allSatisfy { $0.unit == .week } && !amounts.isEmpty
    let days = sum(.day) + sum(.sprint, calendar.sprint?.days ?? 14) + (isWeeks ? 0 : sum(.week, 7))
    let date = [
      (sum(.year), "Y"), (sum(.month) + sum(.quarter, 3), "M"), (isWeeks ? sum(.week) : 0, "W"), (days, "D"),
    ]
    let time = [(sum(.hour), "H"), (sum(.minute), "M"), (sum(.second), "S")]
    func text(_ parts: [(Int, String)]) -> String { parts.filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }.joined() }
    let tail = text(time)
    let body = text(date) + (tail.isEmpty ? "" : "T" + tail)
    // Nothing at all has no sign.
    return body.isEmpty ? "P0D" : (isNegative ? "-P" : "P") + body
  }

  func shift(
    _ amounts: [Amount], _ direction: TimePhrase.Direction, from base: TimePhrase?, isPast: Bool
  ) throws(TimeQuestion) -> Extent {
    let start: Extent
    if let base {
      start = try extent(base, isPast: isPast)
    } else {
      start = Extent(start: local, end: local, grain: .second, isTimed: true, exact: now)
    }
    // Days after a weekend are counted from its end.
    let isInDays = amounts.allSatisfy { $0.unit == .day || $0.unit == .workingDay }
    let first = start.isPeriod && direction == .after && isInDays ? start.lastDay : start.start.day
    let (day, seconds, smallest) = try add(amounts, direction, to: first)
    guard smallest.isWithinDay else {
      if base != nil, start.isTimed {
        return .moment(LocalTime(day, start.start.time), grain: start.grain, in: start.zone)
      }
      // Counted from now a day ahead starts when work does; one that is gone, or counted from a day, is a whole day.
      guard base == nil, direction == .after else { return .day(day) }
      return Extent(
        start: LocalTime(day, calendar.start), end: LocalTime(day + 1), grain: .day, isTimed: false)
    }
    let grain: TimeReading.Grain = smallest == .second ? .second : .minute
    let from = try moment(LocalTime(day, start.start.time), start.isTimed ? start.onWall : Extent.day(day)).instant
    let exact = (base == nil && day == today ? now : from) + seconds
    let moment = zone.local(at: exact)
    return Extent(start: moment, end: moment, grain: grain, isTimed: true, exact: exact)
  }

  /// Counts days and more in the calendar, and sums up what is shorter.
  func add(
    _ amounts: [Amount], _ direction: TimePhrase.Direction, to first: Day
  ) throws(TimeQuestion) -> (day: Day, seconds: Int64, smallest: TimeUnit) {
    var day = first
    var seconds: Int64 = 0
    var smallest = TimeUnit.year
    for amount in amounts {
      let count = amount.count * direction.rawValue
      guard abs(count) <= 1_000_000 else { throw .outOfRange }
      if amount.unit.rawValue < smallest.rawValue { smallest = amount.unit }
      switch amount.unit {
      case .second, .minute, .hour: seconds += Int64(count) * length(of: amount.unit)
      case .day: day = day + count
      case .workingDay: day = calendar.adding(workingDays: count, to: day)
      case .week: day = day + count * 7
      case .sprint: day = day + count * (calendar.sprint?.days ?? 14)
      case .month: day = try Self.adding(count, to: day)
      case .quarter: day = try Self.adding(count * 3, to: day)
      case .year: day = try Self.adding(count * 12, to: day)
      }
    }
    return (day, seconds, smallest)
  }

  private static func adding(_ months: Int, to day: Day) throws(TimeQuestion) -> Day {
    let parts = day.parts
    guard (1...9_999).contains(floorDivide(parts.year * 12 + parts.month - 1 + months, 12)) else { throw .outOfRange }
    return day.adding(months: months)
  }

  /// From a start on for a length of time; days count in the calendar, hours by the clock.
  func lasting(_ phrase: TimePhrase, _ amounts: [Amount], isPast: Bool) throws(TimeQuestion) -> Extent {
    let start = try extent(phrase, isPast: isPast)
    let (day, seconds, smallest) = try add(amounts, .after, to: start.start.day)
    // Hours need a time to start at.
    guard start.isTimed || !smallest.isWithinDay else { throw .vague("") }
    var result = start
    result.isPeriod = true
    result.exact = nil
    let end = LocalTime(day, start.start.time)
    result.end = seconds == 0 ? end : zone.local(at: try moment(end, start.onWall).instant + seconds)
    return result
  }
}

extension Extent {
  /// The same clocks, without the instant.
  var onWall: Extent {
    var wall = self
    wall.exact = nil
    return wall
  }
}
