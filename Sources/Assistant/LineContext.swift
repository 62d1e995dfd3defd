import Language
import Times

/// What the reader is told of the occasion of a line.
enum LineContext {
  static func context(of line: Line) -> ReadingContext {
    ReadingContext(now: line.time, times: SpokenTimes(zone: line.zone, habits: line.habits))
  }
}

/// Finds words of time as a zone and somebody's habits have them.
private struct SpokenTimes: TimeTagger {
  let zone: Zone
  let habits: TimeHabits

  func times(in text: String, now: Instant) -> [TimeReading] {
    TimePhraseReader(policy: habits.policy).read(text, now: now, zone: zone, calendar: habits.calendar)
  }
}
