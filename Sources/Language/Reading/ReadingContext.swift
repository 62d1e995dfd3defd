package import Times

/// What a reading depends on besides the line: the moment, and how to find times.
package struct ReadingContext: Sendable {
  /// When the line was typed.
  package var now: Instant

  /// Finds words of time.
  package var times: any TimeTagger

  /// Words of the line that stand for records said before.
  package var pointed: [PointedWords]

  package init(now: Instant, times: any TimeTagger = NoTimes(), pointed: [PointedWords] = []) {
    self.now = now
    self.times = times
    self.pointed = pointed
  }
}

/// Finds words of time in a line; whoever makes one decides on zone, calendar and order of day and month.
package protocol TimeTagger: Sendable {
  /// Every phrase of time in a line with its place; readings may overlap.
  ///
  /// - Parameters:
  ///   - text: The line as typed.
  ///   - now: When it was typed.
  /// - Returns: Readings with spans in the bytes of the line.
  func times(in text: String, now: Instant) -> [TimeReading]
}

/// A tagger for grammars without times.
package struct NoTimes: TimeTagger {
  package init() {}

  package func times(in text: String, now: Instant) -> [TimeReading] { [] }
}
