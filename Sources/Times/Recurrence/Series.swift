/// What comes again from a start on: a rule in wall time, the days it leaves out, and what counts as the next time.
///
/// Times are counted from the start, never from the last one, so that the 31st stays the 31st and a clock change does not
/// move the hour. A wall time that clocks skip goes forward; of one that they show twice the first counts.
package struct Series: Hashable, Sendable {
  package var rule: RecurrenceRule
  package var start: LocalTime

  /// Days on which it does not come.
  package var exceptions: Set<Day>
  package var basis: Basis

  /// From what the next time is counted.
  package enum Basis: String, CaseIterable, Hashable, Sendable, Codable {
    /// Every time of the rule counts, also one that was missed.
    case fixed
    /// Of the times that were missed none counts any more: the next lies ahead.
    case catchUp = "catch_up"
    /// The series begins anew on the day on which the last one was done.
    case afterDone = "after_done"
  }

  package init(
    _ rule: RecurrenceRule, start: LocalTime, exceptions: Set<Day> = [], basis: Basis = .fixed
  ) {
    self.rule = rule
    self.start = start
    self.exceptions = exceptions
    self.basis = basis
  }

  /// The times in a zone, in order.
  ///
  /// - Parameters:
  ///   - zone: The zone whose walls the series is read from.
  ///   - calendar: The days off that a rule of working days goes around.
  ///   - first: Times before it are left out.
  /// - Returns: A sequence that makes them one by one.
  package func times(in zone: Zone, calendar: WorkCalendar = .standard, from first: Instant? = nil) -> SeriesTimes {
    SeriesTimes(self, in: zone, calendar: calendar, from: first)
  }

  /// The next time after one that was dealt with.
  ///
  /// - Parameters:
  ///   - last: The occurrence that was done or missed; nothing before the first.
  ///   - done: When that was.
  ///   - zone: The zone whose walls the series is read from.
  ///   - calendar: The days off that a rule of working days goes around.
  /// - Returns: Nothing when the series is over.
  package func next(
    after last: Instant?, done: Instant, in zone: Zone, calendar: WorkCalendar = .standard
  ) -> Moment? {
    switch basis {
    case .fixed:
      return first(after: last, in: zone, calendar: calendar)
    case .catchUp:
      return first(after: Swift.max(last ?? done, done), in: zone, calendar: calendar)
    case .afterDone:
      guard last != nil else { return first(after: nil, in: zone, calendar: calendar) }
      var anew = self
      anew.start = LocalTime(zone.local(at: done).day, start.time)
      anew.rule.count = nil
      // The day it was done on does not count again.
      let end = zone.instant(of: LocalTime(anew.start.day + 1)) + -1
      return anew.first(after: rule.frequency.isWithinDay ? done : end, in: zone, calendar: calendar)
    }
  }

  private func first(after last: Instant?, in zone: Zone, calendar: WorkCalendar) -> Moment? {
    guard let last else { return times(in: zone, calendar: calendar).first { _ in true } }
    return times(in: zone, calendar: calendar, from: last).first { $0.instant > last }
  }
}

/// The moments of a series, each later than the one before.
package struct SeriesTimes: Sequence, IteratorProtocol {
  private let series: Series
  private let zone: Zone
  private let calendar: WorkCalendar
  private let first: Instant?
  private let until: Instant?
  private var walls: WallTimes
  private var left: Int
  private var last: Instant?

  init(_ series: Series, in zone: Zone, calendar: WorkCalendar, from first: Instant?) {
    self.series = series
    self.zone = zone
    self.calendar = calendar
    self.first = first
    // A shift moves an occurrence by some days, so the search starts earlier than the answer.
    let local = first.map { zone.local(at: $0) + -40 * 86_400 }
    walls = WallTimes(series.rule, start: series.start, calendar: calendar, from: local)
    left = series.rule.count ?? .max
    until =
      switch series.rule.until {
      case .day(let day): zone.instant(of: LocalTime(day + 1)) + -1
      case .local(let local): zone.instant(of: local)
      case .instant(let instant): instant
      case nil: nil
      }
  }

  package mutating func next() -> Moment? {
    // What is left out still counts, so that the end does not move.
    while left > 0, let wall = walls.next() {
      let moment = zone.moment(of: shifted(wall))
      if let last, moment.instant <= last { continue }
      if let until, zone.instant(of: wall) > until { return nil }
      last = moment.instant
      left -= 1
      if let first, moment.instant < first { continue }
      if series.exceptions.contains(wall.day) || series.exceptions.contains(moment.local.day) { continue }
      return moment
    }
    return nil
  }

  private func shifted(_ wall: LocalTime) -> LocalTime {
    var wall = wall
    switch series.rule.workdays {
    case .only, nil: break
    case .before: wall.day = calendar.workingDay(upTo: wall.day)
    case .after: wall.day = calendar.workingDay(from: wall.day)
    case .nearest:
      let before = calendar.workingDay(upTo: wall.day)
      let after = calendar.workingDay(from: wall.day)
      wall.day = wall.day - before <= after - wall.day ? before : after
    }
    return wall
  }
}
