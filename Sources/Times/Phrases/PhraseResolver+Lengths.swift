// Lengths of time, and points that lie such a length away.
extension PhraseResolver {
  func fill(_ reading: inout TimeReading, duration amounts: [Amount]) {
    reading.kind = .duration
    reading.workingDays = PhraseResolver.workingDays(amounts)
    guard reading.workingDays == nil else {
      reading.grain = .day
      return
    }
    let lengths: [Int64] = [1, 60, 3_600, 86_400, 86_400, 604_800, 2_592_000, 7_776_000, 31_536_000]
    reading.seconds = amounts.reduce(0) { $0 + Int64($1.count) * lengths[$1.unit.rawValue] }
    reading.iso = PhraseResolver.iso(amounts, isNegative: false)
    reading.grain = amounts.last.map { PhraseResolver.grain(of: $0.unit) }
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
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }

  /// An ISO 8601 duration, or nothing for working days, which it cannot say.
  static func iso(_ amounts: [Amount], isNegative: Bool) -> String? {
    var date = ""
    var time = ""
    // "P1W2D" is no ISO 8601: weeks stand alone there, so beside other units they become days.
    let isMixed = amounts.count > 1
    for amount in amounts {
      switch amount.unit {
      case .second: time += "\(amount.count)S"
      case .minute: time += "\(amount.count)M"
      case .hour: time += "\(amount.count)H"
      case .day: date += "\(amount.count)D"
      case .workingDay: return nil
      case .week: date += isMixed ? "\(amount.count * 7)D" : "\(amount.count)W"
      case .month: date += "\(amount.count)M"
      case .quarter: date += "\(amount.count * 3)M"
      case .year: date += "\(amount.count)Y"
      }
    }
    return (isNegative ? "-P" : "P") + date + (time.isEmpty ? "" : "T" + time)
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
    var day = start.start.day
    var seconds: Int64 = 0
    var smallest = TimeUnit.year
    for amount in amounts {
      let count = amount.count * direction.rawValue
      guard abs(count) <= 1_000_000 else { throw .outOfRange }
      if amount.unit.rawValue < smallest.rawValue { smallest = amount.unit }
      switch amount.unit {
      case .second: seconds += Int64(count)
      case .minute: seconds += Int64(count) * 60
      case .hour: seconds += Int64(count) * 3_600
      case .day: day = day + count
      case .workingDay: day = calendar.adding(workingDays: count, to: day)
      case .week: day = day + count * 7
      case .month: day = try Self.adding(count, to: day)
      case .quarter: day = try Self.adding(count * 3, to: day)
      case .year: day = try Self.adding(count * 12, to: day)
      }
    }
    guard smallest.rawValue <= TimeUnit.hour.rawValue else {
      if base != nil, start.isTimed {
        var moved = Extent.moment(LocalTime(day, start.start.time), grain: start.grain)
        moved.offset = start.offset
        return moved
      }
      // Counted from now a day ahead starts when work does; one that is gone, or counted from a day, is a whole day.
      guard base == nil, direction == .after else { return .day(day) }
      return Extent(
        start: LocalTime(day, calendar.start), end: LocalTime(day + 1), grain: .day, isTimed: false)
    }
    let grain: TimeReading.Grain = smallest == .second ? .second : .minute
    let from = try moment(LocalTime(day, start.start.time), Extent.day(day)).instant
    let exact = (base == nil && day == today ? now : from) + seconds
    let moment = zone.local(at: exact)
    return Extent(start: moment, end: moment, grain: grain, isTimed: true, exact: exact)
  }

  private static func adding(_ months: Int, to day: Day) throws(TimeQuestion) -> Day {
    let parts = day.parts
    guard (1...9_999).contains(floorDivide(parts.year * 12 + parts.month - 1 + months, 12)) else { throw .outOfRange }
    return day.adding(months: months)
  }
}
