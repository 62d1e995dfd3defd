import Times

// Points that lie a length of time away.
extension PhraseParser {
  /// "in 3 days", "two weeks ago", "a week from friday", "2 days before the launch", "friday week".
  mutating func shift() -> TimePhrase? {
    switch kind() {
    case .in:
      index += 1
      return inLength()
    case .plus:
      index += 1
      guard index == 1 || kind(-2) == .stop || kind(-2) == .comma, let amounts = amounts(mayAbbreviate: true) else {
        return nil
      }
      return shifted(amounts, .after)
    case .dash where index == 0 && isJoined():
      index += 1
      guard let amounts = amounts(mayAbbreviate: true), kind() == .end else { return nil }
      return .shift(amounts, .before, from: nil)
    default: break
    }
    if let event = attempt({ $0.dayOfEvent() }) { return event }
    if let week = attempt({ $0.weekLater() }) { return week }
    if let day = attempt({ $0.dayBesideBase() }) { return day }
    if let counted = attempt({ $0.weekdaysAway() }) { return counted }
    if let vague = attempt({ $0.vagueLength() }) {
      return kind() == .ago || kind() == .from || kind() == .before || kind() == .after ? vague : nil
    }
    guard let amounts = amounts() else { return nil }
    return behind(amounts)
  }

  /// "in 3 days", "in two weeks' time", "in 2 fridays", "in about an hour".
  private mutating func inLength() -> TimePhrase? {
    if let vague = attempt({ $0.vagueLength() }) { return vague }
    _ = take(.about)
    if let fridays = attempt({ $0.weekdayCount() }) {
      return .day(.counted(fridays.count, .weekday(fridays.weekday), .after, from: nil))
    }
    guard let amounts = amounts() else { return nil }
    if kind() == .ago || kind() == .before { return nil }
    // "in two weeks' time" says it twice.
    if kind() == .stop, kind(1) == .time, isJoined(-1) { index += 1 }
    _ = take(.time)
    return shifted(amounts, .after)
  }

  private mutating func behind(_ amounts: [Amount]) -> TimePhrase? {
    switch kind() {
    case .ago:
      index += 1
      // "a year ago today"
      if kind() == .today || kind() == .yesterday || kind() == .tomorrow, let day = day(isPrepared: true) {
        return .shift(amounts, .before, from: .day(day))
      }
      return shifted(amounts, .before)
    case .hence:
      index += 1
      return .shift(amounts, .after, from: nil)
    case .later:
      let direction: TimePhrase.Direction = value() == 1 ? .before : .after
      index += 1
      return kind() == .than ? nil : .shift(amounts, direction, from: nil)
    // "a week on monday", "two weeks tomorrow", "a week today"
    case .on, .today, .tomorrow:
      guard amounts.count == 1, amounts[0].unit == .week else { return nil }
      _ = take(.on)
      guard let day = day(isPrepared: true) else { return nil }
      let base = TimePhrase.shift(amounts, .after, from: .day(day))
      return attempt { $0.clockBehind(nil) }.map { .shift(amounts, .after, from: .at(day, $0)) } ?? base
    case .from, .after, .before:
      let direction: TimePhrase.Direction = kind() == .before ? .before : .after
      let isFrom = kind() == .from
      index += 1
      if kind() == .now || kind() == .right && kind(1) == .now {
        index += kind() == .now ? 1 : 2
        return shifted(amounts, direction)
      }
      return base(amounts, direction, isFrom: isFrom)
    default: return nil
    }
  }

  /// Counted from now, with a time of that day when the count is in days or more: "in 2 days at 3pm".
  private mutating func shifted(_ amounts: [Amount], _ direction: TimePhrase.Direction) -> TimePhrase {
    let isInDays = amounts.allSatisfy { !$0.unit.isWithinDay }
    if isInDays, let clock = attempt({ $0.clockBehind(nil) }) { return .at(.shifted(amounts, direction), clock) }
    return .shift(amounts, direction, from: nil)
  }

  /// What a shift starts from: another time, or an event that only others know.
  private mutating func base(_ amounts: [Amount], _ direction: TimePhrase.Direction, isFrom: Bool) -> TimePhrase? {
    if kind() == .lunch {
      index += 1
      return .shift(amounts, direction, from: .clock(.part(direction == .before ? .noon : .afterLunch)))
    }
    if let base = bound({ $0.dayAndClock(isPrepared: true) ?? $0.periodPhrase(isPrepared: true) }) {
      return .shift(amounts, direction, from: base)
    }
    guard !isFrom else { return nil }
    return event().map { .anchor(event: $0, amounts, direction) }
  }

  /// "friday week", "tomorrow week", "monday fortnight", as the British say it; "week on monday".
  private mutating func weekLater() -> TimePhrase? {
    if isWeekWord(0), kind(1) == .on, kind(2) == .weekday, index == 0 || kind(-1) == .comma || kind(-1) == .stop {
      let count = max(extra(), 1)
      index += 2
      return day(isPrepared: true).map { .shift([Amount(count, .week)], .after, from: .day($0)) }
    }
    _ = take(.on)
    guard kind() == .weekday || kind() == .tomorrow || kind() == .today, isWeekWord(1) else { return nil }
    let count = max(extra(1), 1)
    guard let day = bound({ $0.day(isPrepared: true) }) else { return nil }
    index += 1
    let shifted = TimePhrase.shift([Amount(count, .week)], .after, from: .day(day))
    return attempt { $0.clockBehind(nil) }.map { .shift([Amount(count, .week)], .after, from: .at(day, $0)) } ?? shifted
  }

  private func isWeekWord(_ ahead: Int) -> Bool {
    kind(ahead) == .unit && value(ahead) == TimeUnit.week.rawValue
      && (isWord(ahead, "week") || isWord(ahead, "fortnight"))
  }

  /// "2 fridays from now", "three mondays ago", "2 fridays before christmas".
  private mutating func weekdaysAway() -> TimePhrase? {
    guard let (count, weekday) = weekdayCount() else { return nil }
    switch kind() {
    case .ago:
      index += 1
      return .day(.counted(count, .weekday(weekday), .before, from: nil))
    case .from where kind(1) == .now || kind(1) == .today:
      index += 2
      return .day(.counted(count, .weekday(weekday), .after, from: nil))
    case .before, .after:
      let direction: TimePhrase.Direction = kind() == .before ? .before : .after
      index += 1
      guard let day = bound({ $0.plainDay() }) else { return nil }
      return .day(.counted(count, .weekday(weekday), direction, from: .day(day)))
    default: return nil
    }
  }

  private mutating func weekdayCount() -> (count: Int, weekday: Weekday)? {
    guard kind() == .number || kind() == .numberWord, (1...500).contains(value()),
      kind(1) == .weekdays || kind(1) == .weekday, let weekday = Weekday(rawValue: value(1))
    else { return nil }
    guard kind(1) == .weekdays || value() == 1 else { return nil }
    index += 2
    return (value(-2), weekday)
  }

  /// "the day before the launch", "the week after the release".
  private mutating func dayBesideBase() -> TimePhrase? {
    guard take(.the), kind() == .unit, kind(1) == .before || kind(1) == .after, let unit = unit() else { return nil }
    let direction: TimePhrase.Direction = kind() == .before ? .before : .after
    index += 1
    guard kind() != .next, kind() != .last || kind(1) != .end else { return nil }
    return base([Amount(unit.factor, unit.unit)], direction, isFrom: false)
  }

  // MARK: Events

  /// "the day of the launch", "on launch day".
  private mutating func dayOfEvent() -> TimePhrase? {
    let isOn = take(.on)
    let hasArticle = take(.the)
    if hasArticle, kind() == .unit, value() == TimeUnit.day.rawValue, !isPlural, kind(1) == .of {
      index += 2
      guard attempt({ $0.dayWithPart(isPrepared: true) }) == nil else { return nil }
      return event().map { .anchor(event: $0, [], .after) }
    }
    guard isOn || index == 0 || hasArticle && index == 1 else { return nil }
    let start = index
    while index - start < 3, kind() == .word || kind() == .joint || kind() == .season { index += 1 }
    guard index > start, TimeWords.events.contains(key(-1)), kind() == .unit, isWord(0, "day"), endsName(1),
      kind(1) != .of
    else {
      return nil
    }
    index += 1
    return .anchor(event: words(from: start, to: index - 1), [], .after)
  }

  /// "before the launch", "by the board meeting": an event of a kind that takes place at a time.
  mutating func boundEvent() -> TimePhrase? {
    let bound: TimePhrase.Bound
    switch kind() {
    case .before: bound = .before
    case .after: bound = .after
    case .by: bound = .by
    case .until: bound = .until
    default: return nil
    }
    index += 1
    let hasArticle = take(.the)
    guard let name = event(), hasArticle || TimeWords.events.contains(key(-1)), TimeWords.events.contains(key(-1)),
      endsName()
    else { return nil }
    return .bound(bound, .anchor(event: name, [], .after))
  }

  /// The name of an event: the words up to the next sign, word of time or thing to do, at most six.
  mutating func event() -> String? {
    _ = take(.the)
    let start = index
    while index - start < 6, isPartOfName(isFirst: index == start) { index += 1 }
    while index > start, kind(-1) == .joint { index -= 1 }
    return index > start ? words(from: start, to: index) : nil
  }

  private func isPartOfName(isFirst: Bool) -> Bool {
    switch kind() {
    case .word: isFirst || !TimeWords.actions.contains(key())
    case .label, .guarded, .season, .dayLike: true
    case .holiday, .holidayStart: true
    case .number, .decimal, .quarterName: !isFirst && endsNumber(1)
    case .state: !isFirst
    case .joint: !isFirst && kind(1) != .end
    default: false
    }
  }
}
