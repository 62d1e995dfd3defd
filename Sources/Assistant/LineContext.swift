import Language
import Times

/// What the reader is told of the occasion of a line.
enum LineContext {
  static func context(of line: Line, calendar: WorkCalendar = .standard) -> ReadingContext {
    ReadingContext(now: line.time, times: SpokenTimes(zone: line.zone, calendar: calendar))
  }
}

/// Finds words of time as a zone and a work calendar have them.
private struct SpokenTimes: TimeTagger {
  let zone: Zone
  let calendar: WorkCalendar

  func times(in text: String, now: Instant) -> [TimeReading] {
    TimePhraseReader().read(text, now: now, zone: zone, calendar: calendar)
  }
}
