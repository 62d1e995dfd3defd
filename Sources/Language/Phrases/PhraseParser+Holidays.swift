import Times

// Days with a name: "christmas eve", "good friday", "next thanksgiving".
extension PhraseParser {
  /// Without "by", "before" and the like a name counts only when it does not belong to something else.
  mutating func holiday(isPrepared: Bool) -> DayPhrase? {
    var which = DayPhrase.Which.coming
    switch kind() {
    case .next: which = .next
    case .last: which = .last
    case .this, .the: break
    case .holiday, .holidayStart, .word, .month: return named(which, isPrepared: isPrepared)
    default: return nil
    }
    index += 1
    return named(which, isPrepared: isPrepared)
  }

  private mutating func named(_ which: DayPhrase.Which, isPrepared: Bool) -> DayPhrase? {
    let isKnown = kind() == .holiday || kind() == .holidayStart
    guard let day = isKnown ? knownDay() : spelledDay(isPrepared: isPrepared) else { return nil }
    let year = attempt { parser -> Int? in
      if parser.kind() == .comma || parser.kind() == .of || parser.kind() == .in { parser.index += 1 }
      guard parser.kind() == .shortYear || parser.extra() == 4 && (1_900...2_199).contains(parser.value()) else {
        return nil
      }
      guard parser.kind() == .shortYear || parser.kind() == .number else { return nil }
      parser.index += 1
      return parser.value(-1)
    }
    // "the christmas release" has its name from the day.
    guard isPrepared || year != nil || which != .coming || endsName() else { return nil }
    if isPrepared, !endsName(), kind() != .state { return nil }
    return .holiday(day, year: year, which)
  }

  private mutating func knownDay() -> NamedDay? {
    guard let day = NamedDay(rawValue: value()) else { return nil }
    let second = extra()
    if kind() == .holidayStart {
      index += 1
      return take(second, of: day) ? day : nil
    }
    index += 1
    switch day {
    case .christmasDay:
      if take(.eve) { return .christmasEve }
      if isDayWord { index += 1 }
    case .easterSunday: return easter()
    case .thanksgiving, .newYearsEve:
      if isDayWord { index += 1 }
    default: break
    }
    return day
  }

  private var isDayWord: Bool { kind() == .unit && value() == TimeUnit.day.rawValue && !isPlural }

  private mutating func easter() -> NamedDay {
    guard kind() == .weekday, let weekday = Weekday(rawValue: value()) else { return .easterSunday }
    switch weekday {
    case .friday: index += 1; return .goodFriday
    case .saturday: index += 1; return .holySaturday
    case .sunday: index += 1; return .easterSunday
    case .monday: index += 1; return .easterMonday
    default: return .easterSunday
    }
  }

  /// The second word of a name of two.
  private mutating func take(_ second: Int, of day: NamedDay) -> Bool {
    switch second {
    case 1:
      guard isDayWord else { return false }
    case 2:
      guard kind() == .weekday, day.day(in: 2_024)?.weekday.rawValue == value() else { return false }
    default:
      guard kind() == .part else { return false }
    }
    index += 1
    return true
  }

  /// "new year's eve", "may day", "april fools".
  private mutating func spelledDay(isPrepared: Bool) -> NamedDay? {
    if isWord(0, "new"), kind(1) == .unit, value(1) == TimeUnit.year.rawValue, !isWord(1, "yr") {
      let isPlain = isWord(1, "year") && !isPossessive(1)
      index += 2
      if take(.eve) { return .newYearsEve }
      if isDayWord {
        index += 1
        return .newYearsDay
      }
      return isPlain && (isPrepared || tokens.count == 2) ? .newYearsDay : nil
    }
    if kind() == .month, value() == 5, kind(1) == .unit, isWord(1, "day"), index == 0 || isPrepared, endsName(2) {
      index += 2
      return .mayDay
    }
    if kind() == .month, value() == 4, isWord(1, "fools") || isWord(1, "fool") {
      index += 2
      if isDayWord { index += 1 }
      return .aprilFools
    }
    return nil
  }

  private func isPossessive(_ ahead: Int) -> Bool {
    let at = index + ahead
    guard at + 1 < tokens.count else { return false }
    return tokens[at + 1].start - tokens[at].end > 1
  }
}
