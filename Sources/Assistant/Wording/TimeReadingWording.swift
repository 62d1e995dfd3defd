import Prompts
package import Times

/// What words of time were read as, said back: with weekday, date, distance, zone, and what else they could mean.
package struct TimeReadingWording {
  private let wording: TimeWording
  private let calendar: WorkCalendar
  private typealias Text = Words.Times

  package init(now: Instant, zone: Zone, calendar: WorkCalendar = .standard) {
    wording = TimeWording(now: now, zone: zone)
    self.calendar = calendar
  }

  /// One line for what it means, and one for each thing that somebody may want to know besides.
  package func lines(of reading: TimeReading) -> [String] {
    said(reading).map(PrintableText.line)
  }

  private func said(_ reading: TimeReading) -> [String] {
    var lines = (reading.corrections ?? []).map { Text.corrected(said: $0.said, meant: $0.meant) }
    if let ask = reading.ask { return lines + [TimeQuestionWording.question(ask)] }
    lines.append(meaning(of: reading))
    lines += here(reading)
    if let series = reading.series(in: wording.zone) { lines += next(series, after: reading) }
    if let except = reading.except, !except.isEmpty {
      lines.append(Text.except(dates: RuleWording.listed(except.map { wording.day($0) })))
    }
    for other in reading.also {
      lines.append(Text.other(date: moment(other.start, reading.grain), why: TimeReadingWording.reason(other.why)))
    }
    return lines
  }

  private func meaning(of reading: TimeReading) -> String {
    switch reading.kind {
    case .none: return Text.none
    case .point:
      return reading.start.map { Text.day(date: moment($0, reading.grain), distance: distance($0, reading)) }
        ?? Text.none
    case .deadline:
      return reading.end.map { Text.by(date: moment($0, .minute), distance: distance($0, reading)) } ?? Text.none
    case .interval: return interval(reading)
    case .duration: return length(reading)
    case .recurrence: return recurrence(reading)
    case .anchor:
      let event = reading.event ?? ""
      if reading.iso == "P0D" { return Text.anchorDay(event: event) }
      let isBefore = reading.iso?.hasPrefix("-") ?? ((reading.workingDays ?? 0) < 0)
      let length = length(reading)
      return isBefore ? Text.anchorBefore(length: length, event: event) : Text.anchorAfter(length: length, event: event)
    case .condition:
      let subject = reading.subject ?? ""
      let state = reading.state ?? ""
      guard let fallback = reading.fallback else { return Text.condition(subject: subject, state: state) }
      return Text.conditionWithin(subject: subject, state: state, fallback: meaning(of: fallback))
    }
  }

  // MARK: Moments

  /// A moment by the clocks that were named, with the offset when they are not those of the reader.
  private func moment(_ moment: Moment, _ grain: TimeReading.Grain?) -> String {
    let local = moment.local
    let day = wording.day(local.day)
    guard isTimed(grain) || local.time != .midnight else { return day }
    let text = "\(day) \(local.time)"
    guard moment.offset != wording.zone.offset(at: moment.instant) else { return text }
    return Text.zoned(date: text, zone: Zone(offset: moment.offset).name)
  }

  private func isTimed(_ grain: TimeReading.Grain?) -> Bool {
    switch grain {
    case .second, .minute, .hour: true
    case .day, .week, .month, .quarter, .year, nil: false
    }
  }

  private func distance(_ moment: Moment, _ reading: TimeReading) -> String {
    let isDay = !isTimed(reading.grain) && reading.kind != .deadline
    return isDay
      ? wording.distance(Distance(to: moment.local.day, from: wording.today)) : wording.distance(to: moment.instant)
  }

  private func interval(_ reading: TimeReading) -> String {
    guard let start = reading.start else {
      return reading.end.map { Text.until(last: moment($0, .minute), distance: distance($0, reading)) } ?? Text.none
    }
    let first = moment(start, reading.grain)
    guard let end = reading.end else { return Text.onwards(first: first, distance: distance(start, reading)) }
    // A half-open end at midnight is the day before, as it was said.
    let isWhole = end.local.time == .midnight && start.local.time == .midnight
    let isSameDay = end.local.day == start.local.day && !isWhole
    let last =
      isWhole ? wording.day(end.local.day - 1) : isSameDay ? end.local.time.description : moment(end, .minute)
    if isWhole, end.local.day - start.local.day == 1 {
      return Text.day(date: first, distance: distance(start, reading))
    }
    return Text.span(first: first, last: last, distance: distance(start, reading))
  }

  /// What clocks here show at a time that was told by others.
  private func here(_ reading: TimeReading) -> [String] {
    guard let told = reading.start ?? reading.end, told.offset != wording.zone.offset(at: told.instant) else {
      return []
    }
    return [Text.here(date: wording.moment(told.instant))]
  }

  // MARK: Lengths and series

  private func length(_ reading: TimeReading) -> String {
    if let days = reading.workingDays { return Text.Length.workingDays(count: abs(days)) }
    var parts: [String] = []
    var number = 0
    var isTime = false
    for character in reading.iso ?? "" {
      if let digit = character.wholeNumberValue {
        number = number * 10 + digit
        continue
      }
      let count = number
      if character != "P", character != "-", character != "T" { number = 0 }
      switch (character, isTime) {
      case ("T", _): isTime = true
      case ("Y", _): parts.append(Text.Length.years(count: count))
      case ("M", false): parts.append(Text.Length.months(count: count))
      case ("W", _): parts.append(Text.Length.weeks(count: count))
      case ("D", _): parts.append(Text.Length.days(count: count))
      case ("H", _): parts.append(Text.Length.hours(count: count))
      case ("M", true): parts.append(Text.Length.minutes(count: count))
      case ("S", _): parts.append(Text.Length.seconds(count: count))
      default: break
      }
    }
    return parts.joined(separator: " ")
  }

  private func recurrence(_ reading: TimeReading) -> String {
    guard let series = reading.series(in: wording.zone), let start = reading.start else { return Text.none }
    var rule = RuleWording(series.rule, start: series.start, zone: wording.zone).text
    switch series.basis {
    case .fixed: break
    case .catchUp: rule = Text.Rule.catchUp(rule: rule)
    case .afterDone: rule = Text.Rule.afterDone(rule: rule)
    }
    return Text.again(rule: rule, first: moment(start, reading.grain), distance: distance(start, reading))
  }

  private func next(_ series: Series, after reading: TimeReading) -> [String] {
    let times = Array(series.times(in: wording.zone, calendar: calendar).prefix(3).dropFirst())
    guard !times.isEmpty else { return [] }
    return [Text.next(dates: RuleWording.listed(times.map { moment($0, reading.grain) }))]
  }

  /// Who would read it so.
  package static func reason(_ why: TimeReading.OtherReading.Why) -> String {
    switch why {
    case .coming: Text.Why.coming
    case .following: Text.Why.following
    case .today: Text.Why.today
    case .lastWeek: Text.Why.lastWeek
    case .otherDateOrder: Text.Why.otherDateOrder
    case .otherHalfOfDay: Text.Why.otherHalfOfDay
    case .endOfPeriod: Text.Why.endOfPeriod
    case .firstDay: Text.Why.firstDay
    case .endOfDay: Text.Why.endOfDay
    case .otherZone: Text.Why.otherZone
    }
  }
}
