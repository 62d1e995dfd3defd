import Times

// Times of day.
extension PhraseParser {
  /// What stands before or beside a clock, and so how much of one it may leave out.
  struct ClockContext {
    /// "at" or the like stands before it, so that a bare number is an hour.
    var isAt = false
    /// A day stands before it, so that words such as "four thirty" are a time.
    var isBesideDay = false
  }

  static func clock(hour: Int, minute: Int = 0) -> ClockPhrase {
    let seconds = hour * 3_600 + minute * 60
    return hour > 12 || hour == 0 ? .exact(seconds, in: nil) : .half(seconds % 43_200, in: nil)
  }

  /// A time of day that says itself that it is one, with its half of the day and its zone.
  mutating func clock(isAt: Bool = false, isBesideDay: Bool = false) -> ClockPhrase? {
    var context = ClockContext(isAt: isAt, isBesideDay: isBesideDay)
    // "around 8", "at about 3pm"
    if kind() == .about, startsClock(1) {
      index += 1
      context.isAt = true
    }
    if let part = attempt({ $0.namedPart(isAt: context.isAt) }) { return .part(part) }
    guard let face = attempt({ $0.face(context) }) else { return nil }
    return halfOfDay(face)
  }

  private func startsClock(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .number, .numberWord, .clock, .decimal, .half, .part, .hourMinute: true
    case .unit: value(ahead) == TimeUnit.quarter.rawValue
    default: false
    }
  }

  private mutating func face(_ context: ClockContext) -> ClockPhrase? {
    switch kind() {
    case .clock:
      let seconds = value()
      let isCertain = extra() == 1
      index += 1
      if kind() == .unit, value() == TimeUnit.hour.rawValue {
        // "1:30 hours" is a length of time, "16:30 hrs" is none.
        guard seconds >= 13 * 3_600 else { return nil }
        index += 1
      }
      if seconds == 86_400 { return .part(.midnight) }
      return twelve(seconds) ?? (isCertain ? .exact(seconds, in: nil) : .half(seconds % 43_200, in: nil))
    case .hourMinute:
      guard context.isAt || context.isBesideDay || value() >= 13 * 3_600 || kind(1) == .meridiem else { return nil }
      index += 1
      return PhraseParser.clock(hour: value(-1) / 3_600, minute: value(-1) / 60 % 60)
    default: break
    }
    if let spoken = attempt({ $0.spoken() }) { return spoken }
    if let half = attempt({ $0.halfHour(context) }) { return half }
    if kind() == .decimal {
      let minute = extra() < 0 ? -1 : extra()
      guard minute >= 0, minute < 60, value() < 24, context.isAt || context.isBesideDay || kind(1) == .meridiem,
        kind(1) == .meridiem || endsNumber(1)
      else { return nil }
      index += 1
      return PhraseParser.clock(hour: value(-1), minute: minute)
    }
    if kind() == .number, extra() > 2 { return military(context) }
    return hour(context)
  }

  /// "12 noon" and "12:00 midnight" say it twice.
  private mutating func twelve(_ seconds: Int) -> ClockPhrase? {
    guard seconds % 43_200 == 0, kind() == .part else { return nil }
    switch DayPart(rawValue: value()) {
    case .noon:
      index += 1
      return .exact(43_200, in: nil)
    case .midnight:
      index += 1
      return .part(.midnight)
    default: return nil
    }
  }

  private mutating func hour(_ context: ClockContext) -> ClockPhrase? {
    guard kind() == .number || kind() == .numberWord, value() <= 24 else { return nil }
    let hour = value()
    guard hour < 24, hour > 0 || kind() == .number else { return nil }
    if hour == 12, kind(1) == .part {
      index += 1
      return twelve(43_200)
    }
    if let time = attempt({ $0.wordMinutes(hour, context) }) { return time }
    let ahead = kind(1) == .approx ? 2 : 1
    switch kind(ahead) {
    case .meridiem:
      guard (1...12).contains(hour) else { return nil }
      index += 1
    case .oclock:
      index += ahead + 1
    case .unitSuffix where context.isAt && value(1) == TimeUnit.hour.rawValue && isJoined() && endsNumber(2):
      index += 2
    case .word where isSpelledMeridiem(ahead), .a where isSpelledMeridiem(ahead):
      guard (1...12).contains(hour) else { return nil }
      index += 1
    default:
      guard context.isAt || ahead == 2 || kind(1) == .tonight || isBeforePart(1),
        endsNumber(ahead) || isBeforeDay(ahead)
      else { return nil }
      index += 1
    }
    _ = take(.approx)
    return PhraseParser.clock(hour: hour)
  }

  /// "p m" and "a m".
  private func isSpelledMeridiem(_ ahead: Int) -> Bool {
    (isWord(ahead, "p") || kind(ahead) == .a && isWord(ahead, "a")) && kind(ahead + 1) == .unitSuffix
      && isWord(ahead + 1, "m")
  }

  /// "in the afternoon", "at night", "this evening", "tomorrow morning", "in the am".
  private func isBeforePart(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .in: kind(ahead + 1) == .the && (kind(ahead + 2) == .part || kind(ahead + 2) == .meridiem)
    case .at, .this: kind(ahead + 1) == .part
    case .tomorrow, .today, .yesterday, .weekday: kind(ahead + 1) == .part
    default: false
    }
  }

  func isBeforeDay(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .weekday, .today, .tomorrow, .tonight, .yesterday, .on, .in: true
    default: false
    }
  }

  /// "at 1530", "0930 hours", "330 pm".
  private mutating func military(_ context: ClockContext) -> ClockPhrase? {
    guard extra() <= 4, value() % 100 < 60, value() < 2_400 else { return nil }
    let seconds = value() / 100 * 3_600 + value() % 100 * 60
    if kind(1) == .meridiem {
      guard (100..<1_300).contains(value()) else { return nil }
      index += 1
      return .half(seconds % 43_200, in: nil)
    }
    guard extra() == 4 else { return nil }
    if kind(1) == .unit, value(1) == TimeUnit.hour.rawValue {
      // "1000 hours" is a length of time, "0930 hours" and "1700 hours" are not.
      guard context.isAt || value() % 100 > 0 || value() < 1_000 || value() >= 1_300 else { return nil }
      index += 2
      return .exact(seconds, in: nil)
    }
    // "at 2024" may be a year.
    guard context.isAt, !(1_900...2_100).contains(value()), endsNumber(1) || isBeforeDay(1) else { return nil }
    index += 1
    return .exact(seconds, in: nil)
  }

  // MARK: In words

  /// "half past four", "quarter to five", "twenty past 3", "five to midnight".
  private mutating func spoken() -> ClockPhrase? {
    var minutes = 0
    _ = take(.a)
    switch kind() {
    case .half: minutes = 30
    case .unit where value() == TimeUnit.quarter.rawValue: minutes = 15
    case .number, .numberWord:
      minutes = value()
      if kind() == .numberWord, minutes >= 20, minutes % 10 == 0, kind(1) == .numberWord, (1...9).contains(value(1)) {
        minutes += value(1)
        index += 1
      }
      if kind(1) == .unit, value(1) == TimeUnit.minute.rawValue { index += 1 }
    default: return nil
    }
    index += 1
    let isTo = kind() == .to
    guard isTo || kind() == .past || (kind() == .after && minutes != 30), minutes > 0, minutes < 60 else { return nil }
    guard !isTo || minutes <= 30 else { return nil }
    // "10 to noon" and "3 to 5" are ranges, unless they cannot be one.
    if isTo, tokens[index - 1].kind == .number, minutes <= 12, kind(2) != .meridiem { return nil }
    let offset = isTo ? -minutes * 60 : minutes * 60
    if kind(1) == .part, let part = DayPart(rawValue: value(1)), part == .noon || part == .midnight {
      index += 2
      return .exact(part == .noon ? 43_200 + offset : (86_400 + offset) % 86_400, in: nil)
    }
    guard kind(1) == .number || kind(1) == .numberWord, (1...12).contains(value(1)) else { return nil }
    let hour = value(1)
    index += 2
    return .half((hour * 3_600 + offset) % 43_200, in: nil)
  }

  /// "half four", as the British say it for half past four.
  private mutating func halfHour(_ context: ClockContext) -> ClockPhrase? {
    guard kind() == .half, kind(1) == .number || kind(1) == .numberWord, (1...12).contains(value(1)) else { return nil }
    let isAlone = index == 0 && kind(2) == .end
    guard context.isAt || context.isBesideDay || isBound || isAlone || kind(2) == .meridiem || isBeforeDay(2),
      endsNumber(2) || isBeforeDay(2)
    else { return nil }
    let hour = value(1)
    index += 2
    return .half((hour * 3_600 + 1_800) % 43_200, in: nil)
  }

  /// "four thirty", "six fifty five", "nine oh five".
  private mutating func wordMinutes(_ hour: Int, _ context: ClockContext) -> ClockPhrase? {
    let isAlone = index == 0
    guard kind() == .numberWord, (1...12).contains(hour) else { return nil }
    index += 1
    var minutes: Int
    if isWord(0, "oh") || isWord(0, "o"), kind(1) == .numberWord, (1...9).contains(value(1)) {
      minutes = value(1)
      index += 2
    } else {
      guard kind() == .numberWord, (10...59).contains(value()) else { return nil }
      minutes = value()
      index += 1
      if minutes >= 20, kind() == .numberWord, (1...9).contains(value()) {
        minutes += value()
        index += 1
      }
    }
    guard
      context.isAt || context.isBesideDay || isBound || kind() == .meridiem || (isAlone && kind() == .end)
        || isBeforeDay(0), endsNumber(0)
    else { return nil }
    return .half((hour * 3_600 + minutes * 60) % 43_200, in: nil)
  }

  // MARK: Half of the day and zone

  /// What follows a clock: am or pm, "in the morning", a zone.
  mutating func halfOfDay(_ face: ClockPhrase) -> ClockPhrase? {
    var face = face
    _ = take(.oclock)
    if isSpelledMeridiem(0) {
      guard case .half(let seconds, _) = face else { return nil }
      face = .exact(seconds + (kind() == .a ? 0 : 43_200), in: nil)
      index += 2
    } else if kind() == .meridiem || (kind() == .in && kind(1) == .the && kind(2) == .meridiem) {
      if kind() == .in { index += 2 }
      switch face {
      case .half(let seconds, _): face = .exact(seconds + value() * 43_200, in: nil)
      // "15:00 pm" says it twice, "15:00 am" contradicts itself.
      case .exact(let seconds, _):
        guard value() == (seconds >= 43_200 ? 1 : 0), seconds < 86_400 else { return nil }
      case .part, .current: return nil
      }
      index += 1
    } else if case .half(let seconds, _) = face, let part = attempt({ $0.partBehind() }) {
      let isNightHour = part == .night && seconds < 5 * 3_600
      face = .exact(seconds + (part == .morning || isNightHour ? 0 : 43_200), in: nil)
    }
    _ = take(.approx)
    return face.set(in: zone())
  }

  /// "in the morning", "at night".
  private mutating func partBehind() -> DayPart? {
    guard take(.in) ? take(.the) : take(.at), kind() == .part, let part = DayPart(rawValue: value()) else { return nil }
    guard part == .morning || part == .afternoon || part == .evening || part == .night else { return nil }
    index += 1
    return part
  }

  private mutating func zone() -> ClockZone? {
    switch kind() {
    case .zone:
      index += 1
      if kind() == .time { index += 1 }
      let other = extra(kind(-1) == .time ? -2 : -1)
      let offset = value(kind(-1) == .time ? -2 : -1)
      return other == 0 ? .offset(offset) : .disputed(offset, other: other * 60)
    case .ownZone where kind(1) == .time || endsName(1):
      index += 1
      let offset = value(-1)
      _ = take(.time)
      return .american(offset)
    default: return nil
    }
  }

  // MARK: Names

  /// A time of day with a name that needs nothing beside it.
  private mutating func namedPart(isAt: Bool) -> DayPart? {
    switch kind() {
    case .first where kind(1) == .thing:
      index += 2
      // "first thing in the morning" says it twice.
      _ = attempt { parser in parser.partBehind() == .morning ? true : nil }
      return .firstThing
    case .last where kind(1) == .thing && (isBeforeDay(2) || kind(2) == .end && index > 0):
      index += 2
      return .endOfDay
    case .lunch where isBound || isAt:
      index += 1
      return .noon
    case .after where kind(1) == .lunch:
      index += 2
      return .afterLunch
    case .after where isWord(1, "work") && endsName(2):
      index += 2
      return .endOfDay
    case .close where kind(1) == .of && (kind(2) == .business || kind(2) == .play || kind(2) == .working):
      index += 3
      return .endOfDay
    case .the where kind(1) == .ending || kind(1) == .starting, .ending, .starting, .opening: return edgeOfDay()
    case .part:
      guard let part = DayPart(rawValue: value()), part == .noon || part == .endOfDay || part == .midnight else {
        return nil
      }
      index += 1
      _ = take(.approx)
      return part
    case .word where isBound && isWord(0, "work") && kind(-1) == .before && endsName(1):
      index += 1
      return .firstThing
    default: return nil
    }
  }

  /// "end of the day", "end of business", "start of day", "end of the working day".
  private mutating func edgeOfDay() -> DayPart? {
    _ = take(.the)
    let part: DayPart = kind() == .ending ? .endOfDay : .firstThing
    index += 1
    let hasOf = take(.of)
    guard hasOf || part == .endOfDay else { return nil }
    _ = take(.the)
    let isWorking = take(.working)
    switch kind() {
    case .unit where value() == TimeUnit.day.rawValue && !isPlural: index += 1
    case .workday where extra() == 0 && isWord(0, "workday"): index += 1
    case .play: index += 1
    default: guard isWorking, kind() != .unit else { return nil }
    }
    return part
  }
}
