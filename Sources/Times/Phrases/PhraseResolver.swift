/// Gives phrases of time their meaning at a moment, in a zone, by a work calendar and a policy; pure.
package struct PhraseResolver: Sendable {
  let now: Instant
  let zone: Zone
  let calendar: WorkCalendar
  let policy: TimePolicy

  /// What the wall shows now, cut to the second.
  let local: LocalTime

  package init(now: Instant, zone: Zone, calendar: WorkCalendar, policy: TimePolicy) {
    self.now = now
    self.zone = zone
    self.calendar = calendar
    self.policy = policy
    local = zone.local(at: now)
  }

  var today: Day { local.day }

  /// What the phrase means; a question when it leaves something open.
  ///
  /// The words and their place are only passed on. In a sentence of the past a weekday is the last one.
  package func resolve(
    _ phrase: TimePhrase, said: String, span: Range<Int>, isPast: Bool = false
  ) -> TimeReading {
    var reading = TimeReading(said: said, span: span, kind: PhraseResolver.kind(of: phrase))
    do throws(TimeQuestion) {
      try fill(&reading, phrase, isPast: isPast)
    } catch {
      reading = TimeReading(said: said, span: span, kind: reading.kind, ask: error.about(said))
    }
    reading.phrase = phrase
    return reading
  }

  private func fill(_ reading: inout TimeReading, _ phrase: TimePhrase, isPast: Bool) throws(TimeQuestion) {
    switch phrase {
    case .bound(_, let anchor) where anchor.isAnchor: try fill(&reading, anchor, isPast: isPast)
    case .bound(let bound, let inner): try fill(&reading, bound, inner, isPast: isPast)
    case .duration(let amounts): fill(&reading, duration: amounts)
    case .recurrence(let recurrence): try fill(&reading, recurrence)
    case .anchor(let event, let amounts, let direction):
      reading.event = event
      reading.iso = iso(amounts, isNegative: direction == .before)
      if let days = PhraseResolver.workingDays(amounts) { reading.workingDays = days * direction.rawValue }
    case .condition(let subject, let state, let fallback):
      reading.subject = subject
      reading.state = state
      if let fallback {
        reading.fallback = resolve(.bound(.by, fallback), said: reading.said, span: reading.span)
        if let question = reading.fallback?.ask { throw question }
      }
    default:
      let extent = try extent(phrase, isPast: isPast)
      reading.kind = extent.isPeriod || (extent.start != extent.end && extent.isTimed) ? .interval : .point
      try set(&reading, extent)
    }
  }

  private func set(_ reading: inout TimeReading, _ extent: Extent) throws(TimeQuestion) {
    reading.start = try moment(extent.start, extent)
    if reading.kind == .interval { reading.end = try moment(extent.end, extent, isEnd: true) }
    reading.grain = extent.grain
    reading.also = try also(extent)
  }

  private func also(_ extent: Extent) throws(TimeQuestion) -> [TimeReading.OtherReading] {
    var others: [TimeReading.OtherReading] = []
    for other in extent.also {
      others.append(TimeReading.OtherReading(start: try moment(other.start, extent.onWall), why: other.why))
    }
    if case .disputed(_, let offset) = extent.zone {
      var elsewhere = extent.onWall
      elsewhere.zone = .offset(offset)
      others.append(TimeReading.OtherReading(start: try moment(extent.start, elsewhere), why: .otherZone))
    }
    return others
  }

  /// The moment of a wall time, in the zone that the phrase names or in that of the user.
  func moment(_ local: LocalTime, _ extent: Extent, isEnd: Bool = false) throws(TimeQuestion) -> Moment {
    if let exact = extent.exact, !isEnd { return zone.moment(at: exact) }
    guard (-719_162...Day.last).contains(local.day.number) else { throw .outOfRange }
    if let offset = extent.zone?.offset(at: local) {
      return Moment(Instant(seconds: local.second - Int64(offset)), offset: offset)
    }
    return zone.moment(of: local)
  }

  private func fill(
    _ reading: inout TimeReading, _ bound: TimePhrase.Bound, _ inner: TimePhrase, isPast: Bool
  ) throws(TimeQuestion) {
    let extent = try extent(inner, isPast: isPast || bound == .since)
    reading.grain = extent.grain
    switch bound {
    case .by where extent.isPeriod && due(extent) <= local && extent.end > local:
      // Within a period that has begun only its end can still be meant.
      reading.kind = .deadline
      reading.end = try moment(LocalTime(calendar.workingDay(upTo: extent.end.day - 1), calendar.end), extent)
    case .by:
      reading.kind = .deadline
      reading.end = try moment(due(extent), extent)
      reading.also = try also(dueAlso(extent))
    case .until:
      reading.kind = .deadline
      reading.end = try moment(waking(extent), extent)
      reading.also = try also(extent)
    case .before:
      reading.kind = .deadline
      reading.end = try moment(extent.start, extent)
      reading.also = try also(extent)
    case .after:
      reading.kind = .interval
      reading.start = try moment(extent.end, extent)
      reading.also = []
    case .from:
      reading.kind = .interval
      reading.start = try moment(extent.start, extent)
      reading.also = try also(extent)
    case .since:
      reading.kind = .interval
      reading.start = try moment(extent.start, extent)
      reading.end = zone.moment(at: now)
      reading.also = []
      if let start = reading.start, let end = reading.end, start > end { throw .endsBeforeStart }
    }
  }

  /// When work is due that is wanted by then: the end of the day, of a period's first working day, or the time itself.
  private func due(_ extent: Extent) -> LocalTime {
    if extent.isTimed { return extent.start }
    guard extent.isPeriod else { return LocalTime(extent.start.day, calendar.end) }
    let day = calendar.workingDay(from: extent.start.day)
    // Nobody works in a weekend: what is wanted by then is wanted before it.
    return LocalTime(day < extent.end.day ? day : calendar.workingDay(upTo: extent.start.day), calendar.end)
  }

  private func dueAlso(_ extent: Extent) -> Extent {
    var result = extent
    if extent.isPeriod {
      let last = calendar.workingDay(upTo: extent.end.day - 1)
      result.also =
        last >= extent.start.day ? [Extent.Alternative(LocalTime(last, calendar.end), .endOfPeriod)] : []
    } else if !extent.isTimed {
      result.also = extent.also.map { Extent.Alternative(LocalTime($0.start.day, calendar.end), $0.why) }
    }
    return result
  }

  /// When something wakes that rests until then: the start of the day, or of a period's first working day.
  private func waking(_ extent: Extent) -> LocalTime {
    if extent.isTimed { return extent.start }
    let day = calendar.workingDay(from: extent.start.day)
    return LocalTime(extent.isPeriod && day < extent.end.day ? day : extent.start.day, calendar.start)
  }

  private static func kind(of phrase: TimePhrase) -> TimeReading.Kind {
    switch phrase {
    case .period, .range, .lasting: .interval
    case .bound(_, let inner) where inner.isAnchor: .anchor
    case .bound(.after, _), .bound(.since, _), .bound(.from, _): .interval
    case .bound: .deadline
    case .duration: .duration
    case .recurrence: .recurrence
    case .anchor: .anchor
    case .condition: .condition
    default: .point
    }
  }
}

extension TimePhrase {
  fileprivate var isAnchor: Bool {
    if case .anchor = self { return true }
    return false
  }
}
