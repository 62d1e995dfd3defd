/// The wall times at which a rule comes, in order, from its start on.
///
/// The sequence is made period by period as RFC 5545, section 3.3.10, tells the parts of a rule to expand or to limit.
/// It always ends: with the year 9999, or when a whole cycle of the Gregorian calendar (400 years, which are whole weeks)
/// went by without a day that fits. A start that the rule itself does not hit is no occurrence.
struct WallTimes: Sequence, IteratorProtocol {
  private let rule: RecurrenceRule
  private let start: LocalTime
  private let filter: DayFilter
  private let times: TimeSet
  private let clock: ClockFilter?

  /// Which period is looked at next: a year, a month since year 0, a day's number, or a period within a day.
  private var period: Int64
  private var buffer: [LocalTime] = []
  private var cursor = 0
  private var isOver = false

  /// Periods that end before the first time that is wanted may be skipped, but only when nothing is counted.
  init(_ rule: RecurrenceRule, start: LocalTime, calendar: WorkCalendar, from first: LocalTime? = nil) {
    self.rule = rule
    self.start = start
    filter = DayFilter(rule, start: start.day, calendar: calendar)
    times = TimeSet(rule, start: start.time)
    clock = rule.frequency.isWithinDay ? ClockFilter(rule, start: start.time) : nil
    period = WallTimes.period(of: start, rule, clock)
    // The 60th second is for leap seconds, which no wall shows here.
    isOver = rule.seconds == [60] || !(clock?.isReachable(from: period, interval: rule.interval) ?? true)
    guard rule.count == nil, let first, first > start else { return }
    let interval = Int64(rule.interval)
    let ahead = WallTimes.period(of: first, rule, clock) - period
    let unit: Int64 = rule.frequency == .weekly ? 7 : 1
    // One period early: positions and shifts may look back.
    period += Swift.max(0, ahead / (interval * unit) - 1) * interval * unit
  }

  mutating func next() -> LocalTime? {
    while true {
      while cursor < buffer.count {
        let time = buffer[cursor]
        cursor += 1
        if time >= start { return time }
      }
      guard !isOver, fill() else { return nil }
    }
  }

  /// The period that holds a wall time.
  private static func period(of local: LocalTime, _ rule: RecurrenceRule, _ clock: ClockFilter?) -> Int64 {
    let parts = local.day.parts
    return switch rule.frequency {
    case .yearly: Int64(parts.year)
    case .monthly: Int64(parts.year * 12 + parts.month - 1)
    case .weekly: Int64(local.day.startOfWeek(rule.weekStart).number)
    case .daily: Int64(local.day.number)
    case .hourly, .minutely, .secondly: floorDivide(local.second, clock?.unit ?? 1)
    }
  }

  /// Looks for the next period with occurrences; none of them are left when it gives false.
  private mutating func fill() -> Bool {
    buffer.removeAll(keepingCapacity: true)
    cursor = 0
    if let clock { return fillWithinDay(clock) }
    // As many periods as a cycle of the calendar has; after them everything comes again.
    let limit =
      switch rule.frequency {
      case .yearly: 400
      case .monthly: 4_800
      case .weekly: 20_871
      default: 146_097
      }
    for _ in 0..<limit {
      guard let days = days() else { break }
      period += Int64(rule.interval) * (rule.frequency == .weekly ? 7 : 1)
      for number in days where filter.allows(Day(number: number)) {
        let midnight = Int64(number) * 86_400
        for second in times.seconds { buffer.append(LocalTime(second: midnight + Int64(second))) }
      }
      choosePositions()
      if !buffer.isEmpty { return true }
    }
    isOver = true
    return false
  }

  /// The numbers of the days of the period, or nothing beyond the calendar.
  private func days() -> Range<Int>? {
    let number = Int(period)
    switch rule.frequency {
    case .yearly:
      guard let first = Day(year: number, month: 1, day: 1) else { return nil }
      return first.number..<first.number + (Day.isLeap(number) ? 366 : 365)
    case .monthly:
      let month = number % 12 + 1
      guard let first = Day(year: number / 12, month: month, day: 1) else { return nil }
      guard filter.allows(month: month) else { return first.number..<first.number }
      return first.number..<first.number + Day.length(ofMonth: month, year: number / 12)
    case .weekly: return number <= Day.last ? number..<Swift.min(number + 7, Day.last + 1) : nil
    default: return number <= Day.last ? number..<number + 1 : nil
    }
  }

  private mutating func choosePositions() {
    guard !rule.positions.isEmpty, !buffer.isEmpty else { return }
    let count = buffer.count
    var chosen: [LocalTime] = []
    for position in rule.positions {
      let index = position > 0 ? position - 1 : count + position
      if index >= 0, index < count, !chosen.contains(buffer[index]) { chosen.append(buffer[index]) }
    }
    chosen.sort()
    buffer = chosen
  }

  /// Leaps over days, hours, minutes and seconds that the rule leaves out, in steps of its interval.
  private mutating func fillWithinDay(_ clock: ClockFilter) -> Bool {
    let perDay = 86_400 / clock.unit
    let isOpen = filter.isOpen
    // Far more leaps than any rule needs that comes at all within a few hundred years.
    for _ in 0..<200_000 {
      let day = Int(floorDivide(period, perDay))
      guard day <= Day.last else { break }
      if !isOpen, !filter.allows(Day(number: day)) {
        leap(to: Int64(day + 1) * perDay)
        continue
      }
      let second = Int((period - Int64(day) * perDay) * clock.unit)
      guard let allowed = clock.next(from: second) else {
        leap(to: Int64(day + 1) * perDay)
        continue
      }
      guard allowed == second else {
        leap(to: Int64(day) * perDay + Int64(allowed) / clock.unit)
        continue
      }
      let begin = period * clock.unit
      for offset in clock.offsets { buffer.append(LocalTime(second: begin + offset)) }
      period += Int64(rule.interval)
      choosePositions()
      if !buffer.isEmpty { return true }
    }
    isOver = true
    return false
  }

  /// Goes to the first period of the series that is not before another one.
  private mutating func leap(to target: Int64) {
    let interval = Int64(rule.interval)
    period += Swift.max(1, (target - period + interval - 1) / interval) * interval
  }
}

extension Day {
  /// The number of 9999-12-31.
  static let last = 2_932_896
}
