import Language
import Times

/// What the reader is told of the occasion of a line.
enum LineContext {
  static func context(of line: Line) -> ReadingContext {
    ReadingContext(now: line.time, zone: line.zone)
  }
}
