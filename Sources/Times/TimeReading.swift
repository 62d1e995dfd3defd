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

  /// Seconds, for a duration.
  package var seconds: Int64?

  /// ISO 8601 duration, for a duration in calendar units or the offset of an anchor.
  package var iso: String?

  /// The event that an anchor hangs on, as typed.
  package var event: String?

  /// Other readings on which people disagree.
  package var also: [OtherReading]

  /// The question to put when the words leave something open; then `start` and `end` are absent.
  package var ask: String?

  package struct OtherReading: Hashable, Sendable, Codable {
    package var start: Moment
    package var why: String

    package init(start: Moment, why: String) {
      self.start = start
      self.why = why
    }
  }

  package init(
    said: String, span: Range<Int>, kind: Kind, start: Moment? = nil, end: Moment? = nil, grain: Grain? = nil,
    rule: String? = nil, seconds: Int64? = nil, iso: String? = nil, event: String? = nil, also: [OtherReading] = [],
    ask: String? = nil
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
}
