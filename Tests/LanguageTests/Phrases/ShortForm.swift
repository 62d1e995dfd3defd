import Language
import Times

extension TimeReading {
  /// The reading in a line that a person can check: kind, wall times, grain, other readings.
  var short: String {
    if let ask { return "ask \(PhraseTable.name(of: ask))" }
    var parts: [String] = []
    func text(_ moment: Moment) -> String {
      let local = moment.local
      return local.time == .midnight ? "\(local.day)" : "\(local.day) \(local.time)"
    }
    switch kind {
    case .point: parts += [start.map(text) ?? "-"]
    case .interval: parts += ["\(start.map(text) ?? "")..\(end.map(text) ?? "")"]
    case .deadline: parts += ["by \(end.map(text) ?? "-")"]
    case .duration:
      parts += ["for"]
      parts += [seconds.map(String.init), iso, workingDays.map { "\($0) working days" }].compactMap { $0 }
    case .recurrence: parts += ["again", start.map(text) ?? "-", rule ?? "-"]
    case .anchor: parts += ["anchor", event ?? "-", iso ?? workingDays.map { "\($0) working days" } ?? "-"]
    case .condition: parts += ["when", subject ?? "-", state ?? "-", fallback.map { "or \($0.short)" } ?? "-"]
    case .none: parts += ["none"]
    }
    if let grain, kind != .duration, kind != .recurrence { parts += [grain.rawValue] }
    parts += also.map { "also \(text($0.start)) \($0.why.rawValue)" }
    return parts.joined(separator: " ")
  }
}

/// A world in which phrases are read: Tuesday 14 May 2024, 10:40 in London.
enum PhraseTable {
  static func read(
    _ text: String, at now: String = "2024-05-14T10:40:00+01:00", zone: String = "Europe/London",
    policy: TimePolicy = .standard, calendar: WorkCalendar? = nil
  ) throws -> TimeReading {
    let zone = try Zone(named: zone)
    let calendar = calendar ?? WorkCalendar(holidays: Day("2024-05-27").map { [$0: "Spring bank holiday"] } ?? [:])
    guard let now = Instant(now) else { throw NoTime() }
    return TimePhraseReader(policy: policy).readWhole(text, now: now, zone: zone, calendar: calendar)
  }

  static func name(of question: TimeQuestion) -> String {
    switch question {
    case .notUnderstood(let word): "not understood: \(word)"
    case .vague: "vague"
    case .twoMeanings: "two meanings"
    case .noSuchDay: "no such day"
    case .noSuchTime: "no such time"
    case .weekdayDiffers(_, let day): "weekday differs: \(day)"
    case .unknownZone: "unknown zone"
    case .severalTimes(let times): "several: \(times.joined(separator: " / "))"
    case .endsBeforeStart: "ends before start"
    case .outOfRange: "out of range"
    }
  }

  struct NoTime: Error {}
}
