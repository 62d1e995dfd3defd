/// The stretch of wall time that a phrase names, before it is a point, an interval or a deadline.
struct Extent: Sendable {
  var start: LocalTime

  /// Half open.
  var end: LocalTime
  var grain: TimeReading.Grain

  /// The phrase says a time of day, or a length of time that ends at one.
  var isTimed = false

  /// The phrase names a stretch of more than a day, such as a week.
  var isPeriod = false

  /// The instant itself, when hours or minutes were counted from another instant.
  var exact: Instant?

  /// By whose clocks the wall time is told, when the phrase says so.
  var zone: ClockZone?

  var also: [Alternative] = []

  /// Another start that some people mean.
  struct Alternative: Sendable {
    var start: LocalTime
    var why: TimeReading.OtherReading.Why

    init(_ start: LocalTime, _ why: TimeReading.OtherReading.Why) {
      self.start = start
      self.why = why
    }
  }

  /// A day without a time.
  static func day(_ day: Day) -> Extent {
    Extent(start: LocalTime(day), end: LocalTime(day + 1), grain: .day)
  }

  /// A moment on the wall.
  static func moment(_ local: LocalTime, grain: TimeReading.Grain = .minute, in zone: ClockZone? = nil) -> Extent {
    Extent(start: local, end: local, grain: grain, isTimed: true, zone: zone)
  }

  /// Days from the first to the one before the last.
  static func period(_ start: Day, _ end: Day, _ grain: TimeReading.Grain) -> Extent {
    Extent(start: LocalTime(start), end: LocalTime(end), grain: grain, isPeriod: true)
  }

  /// The last day that it touches.
  var lastDay: Day {
    end > start && end.time == .midnight ? end.day - 1 : end.day
  }
}
