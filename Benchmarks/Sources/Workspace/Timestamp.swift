/// A second of civil time in UTC.
struct Timestamp: Hashable, Comparable {
  static let day = 86_400

  /// Since 1970.
  var seconds: Int

  static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  static func + (time: Timestamp, seconds: Int) -> Timestamp { Timestamp(seconds: time.seconds + seconds) }

  /// `2026-06-01`.
  ///
  /// Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days; for days after 1970.
  var date: String {
    let shifted = seconds / Self.day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  /// `2026-06-01T09:30:00Z`.
  var instant: String {
    let rest = seconds % Self.day
    return "\(date)T\(Self.twoDigits(rest / 3_600)):\(Self.twoDigits(rest / 60 % 60)):\(Self.twoDigits(rest % 60))Z"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
