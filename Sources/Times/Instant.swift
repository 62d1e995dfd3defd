/// A moment on the time line of UTC, to the millisecond.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package init(seconds: Int64) {
    milliseconds = seconds * 1_000
  }

  /// Whole seconds since the epoch, rounded down.
  package var seconds: Int64 {
    milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
  }

  package static func < (one: Instant, other: Instant) -> Bool {
    one.milliseconds < other.milliseconds
  }

  package static func + (instant: Instant, seconds: Int64) -> Instant {
    Instant(milliseconds: instant.milliseconds + seconds * 1_000)
  }

  /// The number of seconds from the other moment to this one.
  package static func - (instant: Instant, other: Instant) -> Int64 {
    instant.seconds - other.seconds
  }
}
