import Delivery
import Times

/// Gives words of time their meaning as the date on which something is due.
struct DueDate {
  let calendar: WorkCalendar
  let zone: Zone
  let today: Day

  /// The date, or nothing for words that name none, such as an event.
  func due(of time: TimeReading) -> Due? {
    switch time.kind {
    case .point, .recurrence: time.start.map { due(at: $0, time.grain) }
    case .interval: interval(time)
    case .deadline: deadline(time)
    case .duration: shifted(nil, by: time)
    case .condition: time.fallback.flatMap(deadline)
    case .anchor, .none: nil
    }
  }

  /// A date later by a length of time; counted from today when there was none.
  func shifted(_ due: Due?, by time: TimeReading) -> Due? {
    if let count = time.workingDays {
      switch due ?? .day(today) {
      case .day(let day): return .day(calendar.adding(workingDays: count, to: day))
      case .moment(let instant):
        let local = zone.local(at: instant)
        return .moment(zone.instant(of: LocalTime(calendar.adding(workingDays: count, to: local.day), local.time)))
      }
    }
    guard let length = time.iso.flatMap(CivilLength.init) ?? time.seconds.map(CivilLength.init(seconds:)) else {
      return nil
    }
    switch due ?? .day(today) {
    case .day(let day):
      let day = day.adding(months: length.months) + length.days
      guard length.seconds != 0 else { return .day(day) }
      return .moment(zone.instant(of: LocalTime(day, calendar.start)) + length.seconds)
    case .moment(let instant):
      let local = zone.local(at: instant)
      let day = local.day.adding(months: length.months) + length.days
      return .moment(zone.instant(of: LocalTime(day, local.time)) + length.seconds)
    }
  }

  private func due(at moment: Moment, _ grain: TimeReading.Grain?) -> Due {
    isTimed(grain) ? .moment(moment.instant) : .day(moment.local.day)
  }

  /// The first working day of a period to come; the last one of a period that has begun.
  private func interval(_ time: TimeReading) -> Due? {
    guard let start = time.start else { return time.end.map { due(at: $0, time.grain) } }
    if isTimed(time.grain) { return .moment(start.instant) }
    let first = start.local.day
    let last = time.end.map(lastDay)
    if first < today, let last, last >= today { return .day(max(today, calendar.workingDay(upTo: last))) }
    let working = calendar.workingDay(from: first)
    return .day(last.map { working > $0 } ?? false ? first : working)
  }

  private func deadline(_ time: TimeReading) -> Due? {
    guard let end = time.end else { return nil }
    return isTimed(time.grain) ? .moment(end.instant) : .day(lastDay(end))
  }

  /// The last day that ends no later than the moment, or holds it.
  private func lastDay(_ end: Moment) -> Day {
    end.local.time == .midnight ? end.local.day - 1 : end.local.day
  }

  private func isTimed(_ grain: TimeReading.Grain?) -> Bool {
    switch grain {
    case .second, .minute, .hour: true
    case .day, .week, .month, .quarter, .year, nil: false
    }
  }
}

/// A length of time in months, days and seconds, as a calendar counts it.
struct CivilLength: Hashable {
  var months = 0
  var days = 0
  var seconds: Int64 = 0

  init(seconds: Int64) {
    days = Int(seconds / 86_400)
    self.seconds = seconds % 86_400
  }

  /// Reads an ISO 8601 duration such as `P2W` or `P1MT2H`.
  init?(_ iso: String) {
    var text = iso[...]
    let sign = text.first == "-" ? -1 : 1
    if text.first == "-" { text.removeFirst() }
    guard text.first == "P" else { return nil }
    var number = 0
    var isTime = false
    for character in text.dropFirst() {
      if let digit = character.wholeNumberValue {
        guard number < 1_000_000 else { return nil }
        number = number * 10 + digit
        continue
      }
      let count = sign * number
      number = 0
      switch (character, isTime) {
      case ("T", _): isTime = true
      case ("Y", false): months += count * 12
      case ("M", false): months += count
      case ("W", false): days += count * 7
      case ("D", false): days += count
      case ("H", true): seconds += Int64(count) * 3_600
      case ("M", true): seconds += Int64(count) * 60
      case ("S", true): seconds += Int64(count)
      default: return nil
      }
    }
  }
}
