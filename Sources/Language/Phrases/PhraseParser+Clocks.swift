import Times

// Times of day.
extension PhraseParser {
  static func clock(hour: Int, minute: Int = 0) -> ClockPhrase {
    let seconds = hour * 3_600 + minute * 60
    return hour > 12 || hour == 0 ? .exact(seconds, offset: nil) : .half(seconds % 43_200, offset: nil)
  }

  /// A time of day that says itself that it is one, with its half of the day and its zone.
  mutating func clock(isAt: Bool = false) -> ClockPhrase? {
    if let part = attempt({ $0.namedPart() }) { return .part(part) }
    guard let face = attempt({ $0.face(isAt: isAt) }) else { return nil }
    return halfOfDay(face)
  }

  private mutating func face(isAt: Bool) -> ClockPhrase? {
    if kind() == .clock {
      let seconds = value()
      let isCertain = extra() == 1
      index += 1
      return isCertain ? .exact(seconds, offset: nil) : .half(seconds % 43_200, offset: nil)
    }
    if let spoken = attempt({ $0.spoken() }) { return spoken }
    if kind() == .decimal, extra() >= 0, extra() < 60, value() < 24, isAt || kind(1) == .meridiem {
      let face = PhraseParser.clock(hour: value(), minute: extra())
      guard kind(1) == .meridiem || endsNumber(1) else { return nil }
      index += 1
      return face
    }
    if kind() == .number, extra() > 2 { return military(isAt: isAt) }
    guard kind() == .number || kind() == .numberWord, value() <= 24 else { return nil }
    let hour = value()
    guard hour < 24, hour > 0 || kind() == .number else { return nil }
    switch kind(1) {
    case .meridiem:
      guard (1...12).contains(hour) else { return nil }
      index += 1
    case .oclock:
      index += 2
    default:
      guard isAt || kind(1) == .tonight || isBeforePart(1), endsNumber(1) || isBeforeDay(1) else { return nil }
      index += 1
    }
    return PhraseParser.clock(hour: hour)
  }

  /// "in the afternoon", "at night".
  private func isBeforePart(_ ahead: Int) -> Bool {
    (kind(ahead) == .in && kind(ahead + 1) == .the && kind(ahead + 2) == .part)
      || (kind(ahead) == .at && kind(ahead + 1) == .part)
  }

  func isBeforeDay(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .weekday, .today, .tomorrow, .tonight, .yesterday, .on, .in: true
    default: false
    }
  }

  private mutating func military(isAt: Bool) -> ClockPhrase? {
    guard isAt, extra() == 4, value() % 100 < 60, value() < 2_400, !(1_900...2_100).contains(value()), endsNumber(1)
    else { return nil }
    let seconds = value() / 100 * 3_600 + value() % 100 * 60
    index += 1
    return .exact(seconds, offset: nil)
  }

  /// "half past four", "quarter to five", "twenty past 3".
  private mutating func spoken() -> ClockPhrase? {
    var minutes = 0
    _ = take(.a)
    switch kind() {
    case .half: minutes = 30
    case .unit where value() == TimeUnit.quarter.rawValue: minutes = 15
    case .number, .numberWord:
      minutes = value()
      if kind(1) == .unit, value(1) == TimeUnit.minute.rawValue { index += 1 }
    default: return nil
    }
    index += 1
    let isTo = kind() == .to
    guard isTo || kind() == .past || (kind() == .after && minutes != 30), minutes > 0, minutes < 60 else { return nil }
    guard !isTo || minutes <= 30, kind(1) == .number || kind(1) == .numberWord, (1...12).contains(value(1)) else {
      return nil
    }
    // "3 to 5" is a range, unless it cannot be one.
    if isTo, tokens[index - 1].kind == .number, minutes <= 12, kind(2) != .meridiem { return nil }
    let hour = value(1)
    index += 2
    let total = hour * 60 + (isTo ? -minutes : minutes)
    return .half(total * 60 % 43_200, offset: nil)
  }

  /// What follows a clock: am or pm, "in the morning", a zone.
  mutating func halfOfDay(_ face: ClockPhrase) -> ClockPhrase? {
    var face = face
    _ = take(.oclock)
    if kind() == .meridiem {
      guard case .half(let seconds, _) = face else {
        // "15:00 pm" says it twice, "15:00 am" contradicts itself.
        guard case .exact(let seconds, _) = face, value() == (seconds >= 43_200 ? 1 : 0), seconds < 86_400 else {
          return nil
        }
        index += 1
        return zone(face)
      }
      face = .exact(seconds + value() * 43_200, offset: nil)
      index += 1
    } else if case .half(let seconds, _) = face, let isAfternoon = attempt({ $0.partBehind() }) {
      let isNightHour = isAfternoon == .night && seconds < 5 * 3_600
      face = .exact(seconds + (isAfternoon == .morning || isNightHour ? 0 : 43_200), offset: nil)
    }
    return zone(face)
  }

  /// "in the morning", "at night".
  private mutating func partBehind() -> DayPart? {
    guard take(.in) ? take(.the) : take(.at), kind() == .part, let part = DayPart(rawValue: value()) else { return nil }
    guard part == .morning || part == .afternoon || part == .evening || part == .night else { return nil }
    index += 1
    return part
  }

  private mutating func zone(_ face: ClockPhrase) -> ClockPhrase? {
    guard kind() == .zone else { return face }
    let offset = value()
    index += 1
    return switch face {
    case .exact(let seconds, _): .exact(seconds, offset: offset)
    case .half(let seconds, _): .half(seconds, offset: offset)
    case .part: face
    }
  }

  /// A time of day with a name that needs nothing beside it.
  private mutating func namedPart() -> DayPart? {
    switch kind() {
    case .first where kind(1) == .thing:
      index += 2
      // "first thing in the morning" says it twice.
      _ = attempt { parser in parser.partBehind() == .morning ? true : nil }
      return .firstThing
    case .lunch where isBound:
      index += 1
      return .noon
    case .after where kind(1) == .lunch:
      index += 2
      return .afterLunch
    case .close where kind(1) == .of && (kind(2) == .business || kind(2) == .play || kind(2) == .working):
      index += 3
      return .endOfDay
    case .the where kind(1) == .ending, .ending:
      index += kind() == .the ? 2 : 1
      _ = take(.of) && take(.the)
      if kind() == .working, kind(1) == .unit { index += 1 }
      guard kind() == .unit, value() == TimeUnit.day.rawValue || tokens[index - 1].kind == .working else {
        guard kind() == .play || kind() == .working else { return nil }
        index += 1
        return .endOfDay
      }
      guard value() == TimeUnit.day.rawValue else { return nil }
      index += 1
      return .endOfDay
    case .part:
      guard let part = DayPart(rawValue: value()), part == .noon || part == .endOfDay || part == .midnight else {
        return nil
      }
      index += 1
      return part
    default: return nil
    }
  }
}
