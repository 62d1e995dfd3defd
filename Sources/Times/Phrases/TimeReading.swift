/// What words of time mean at a moment: a point, an interval, a deadline, or a question when that is open.
package struct TimeReading: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable {
    case point, interval, deadline, duration, recurrence, anchor, condition, none
  }

  package enum Grain: String, Hashable, Sendable, Codable {
    case second, minute, hour, day, week, month, quarter, year
  }

  /// The words that were read, as typed.
  package var said: String

  /// Where they stand in the text, in UTF-8 bytes.
  package var span: Range<Int>
  package var kind: Kind

  /// The first moment; nothing for a deadline, a duration or an open question.
  package var start: Moment?

  /// The end of a half-open interval, or the moment of a deadline.
  package var end: Moment?
  package var grain: Grain?

  /// An RFC 5545 rule, for a recurrence.
  package var rule: String?

  /// Seconds, for a duration; a month counts 30 days and a year 365.
  package var seconds: Int64?

  /// ISO 8601 duration, for a duration or the offset of an anchor.
  package var iso: String?

  /// The working days of a duration that is counted in them.
  package var workingDays: Int?

  /// The event that an anchor hangs on, as typed.
  package var event: String?

  /// The subject of a condition, as typed.
  package var subject: String?

  /// The state that a condition waits for, as typed.
  package var state: String?

  private var fallbackBox: Box?

  /// When a condition is over at the latest.
  package var fallback: TimeReading? {
    get {
      guard case .reading(let reading) = fallbackBox else { return nil }
      return reading
    }
    set { fallbackBox = newValue.map(Box.reading) }
  }

  /// Other readings on which people disagree.
  package var also: [OtherReading]

  /// Days on which a recurrence does not come.
  package var except: [Day]?

  /// What a recurrence does on days off, which its rule as RFC 5545 writes it cannot say.
  package var workdays: RecurrenceRule.WorkdayRule?

  /// From what the next time of a recurrence is counted.
  package var basis: Series.Basis?

  /// Words that were taken for other ones, because they look misspelt.
  package var corrections: [Correction]?

  /// What the words say, to be given a meaning again when things have changed.
  package var phrase: TimePhrase?

  /// What to ask when the words leave something open; then `start` and `end` are absent.
  package var ask: TimeQuestion?

  /// A word as typed, and the word that it was taken for.
  package struct Correction: Hashable, Sendable, Codable {
    package var said: String
    package var meant: String

    package init(said: String, meant: String) {
      self.said = said
      self.meant = meant
    }
  }

  package struct OtherReading: Hashable, Sendable, Codable {
    package var start: Moment
    package var why: Why

    package init(start: Moment, why: Why) {
      self.start = start
      self.why = why
    }

    /// What somebody who reads it so would say.
    package enum Why: String, Hashable, Sendable, Codable {
      /// The coming one, not that of next week.
      case coming
      /// The one after the coming one.
      case following
      /// Today.
      case today
      /// That of last week, not the most recent.
      case lastWeek
      /// Day and month in the other order.
      case otherDateOrder
      /// The other half of the day.
      case otherHalfOfDay
      /// The end of the period, not its first day.
      case endOfPeriod
      /// The period's first day, also when nobody works.
      case firstDay
      /// The end of that day, not its first moment.
      case endOfDay
      /// The zone that the letters mean elsewhere.
      case otherZone
    }
  }

  package init(
    said: String, span: Range<Int>, kind: Kind, start: Moment? = nil, end: Moment? = nil, grain: Grain? = nil,
    rule: String? = nil, seconds: Int64? = nil, iso: String? = nil, event: String? = nil, also: [OtherReading] = [],
    ask: TimeQuestion? = nil
  ) {
    self.said = said
    self.span = span
    self.kind = kind
    self.start = start
    self.end = end
    self.grain = grain
    self.rule = rule
    self.seconds = seconds
    self.iso = iso
    self.event = event
    self.also = also
    self.ask = ask
  }

  /// The series of a recurrence, in the wall time of a zone.
  package func series(in zone: Zone) -> Series? {
    guard kind == .recurrence, let text = rule, let start, var rule = try? RecurrenceRule(text) else { return nil }
    if let workdays { rule.workdays = workdays }
    return Series(rule, start: zone.local(at: start.instant), exceptions: Set(except ?? []), basis: basis ?? .fixed)
  }

  private indirect enum Box: Hashable, Sendable, Codable {
    case reading(TimeReading)

    init(from decoder: any Decoder) throws {
      self = .reading(try decoder.singleValueContainer().decode(TimeReading.self))
    }

    func encode(to encoder: any Encoder) throws {
      guard case .reading(let reading) = self else { return }
      var container = encoder.singleValueContainer()
      try container.encode(reading)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case said, span, kind, start, end, grain, rule, seconds, iso, workingDays, event, subject, state, also, except
    case workdays, basis, corrections, phrase, ask
    case fallbackBox = "fallback"
  }
}
