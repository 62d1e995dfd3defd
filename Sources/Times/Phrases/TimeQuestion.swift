/// What must be asked before words of time have a meaning.
package enum TimeQuestion: Error, Hashable, Sendable, Codable {
  /// A word inside or beside the phrase changes its meaning in a way that was not understood.
  case notUnderstood(String)
  /// Words such as "a few days" that name no number.
  case vague(String)
  /// Words with two common meanings, such as "biweekly".
  case twoMeanings(String)
  /// There is no such day, such as 31 June.
  case noSuchDay(String)
  /// No clock shows it, such as 25:99.
  case noSuchTime(String)
  /// The weekday that was said is not the weekday of the date that was said.
  case weekdayDiffers(said: Weekday, day: Day)
  /// A zone that is not known, or whose letters mean several.
  case unknownZone(String)
  /// Several times that do not make one.
  case severalTimes([String])
  /// The end lies before the start.
  case endsBeforeStart
  /// The time lies outside the years 1 to 9999.
  case outOfRange
}

extension TimeQuestion {
  /// The question with the words of the phrase where it names none.
  func about(_ said: String) -> TimeQuestion {
    switch self {
    case .notUnderstood(""): .notUnderstood(said)
    case .vague(""): .vague(said)
    default: self
    }
  }
}
