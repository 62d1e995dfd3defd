import Times

// Lengths of time, and points that lie such a length away.
extension PhraseParser {
  /// "in 3 days", "two weeks ago", "a week from friday", "2 days before the launch", "friday week".
  mutating func shift() -> TimePhrase? {
    if kind() == .in {
      index += 1
      if let vague = attempt({ $0.vagueLength() }) { return vague }
      guard let amounts = amounts() else { return nil }
      if kind() == .ago || kind() == .before { return nil }
      // "in two weeks' time" says it twice.
      _ = take(.time)
      return shifted(amounts, .after)
    }
    if let week = attempt({ $0.weekLater() }) { return week }
    if let day = attempt({ $0.dayBesideBase() }) { return day }
    if let vague = attempt({ $0.vagueLength() }) {
      return kind() == .ago || kind() == .from || kind() == .before || kind() == .after ? vague : nil
    }
    guard let amounts = amounts() else { return nil }
    switch kind() {
    case .ago:
      index += 1
      return shifted(amounts, .before)
    case .hence:
      index += 1
      return .shift(amounts, .after, from: nil)
    case .later where amounts.count > 0:
      index += 1
      return kind() == .than ? nil : .shift(amounts, .after, from: nil)
    case .from, .after, .before:
      let direction: TimePhrase.Direction = kind() == .before ? .before : .after
      let isFrom = kind() == .from
      index += 1
      if take(.now) { return shifted(amounts, direction) }
      return base(amounts, direction, isFrom: isFrom)
    default: return nil
    }
  }

  /// Counted from now, with a time of that day when the count is in days or more: "in 2 days at 3pm".
  private mutating func shifted(_ amounts: [Amount], _ direction: TimePhrase.Direction) -> TimePhrase {
    let isInDays = amounts.allSatisfy { $0.unit.rawValue >= TimeUnit.day.rawValue }
    if isInDays, let clock = attempt({ $0.clockBehind(nil) }) { return .at(.shifted(amounts, direction), clock) }
    return .shift(amounts, direction, from: nil)
  }

  /// What a shift starts from: another time, or an event that only others know.
  private mutating func base(_ amounts: [Amount], _ direction: TimePhrase.Direction, isFrom: Bool) -> TimePhrase? {
    if let base = attempt({ $0.dayAndClock(isPrepared: true) ?? $0.periodPhrase(isPrepared: true) }) {
      return .shift(amounts, direction, from: base)
    }
    guard !isFrom else { return nil }
    return event().map { .anchor(event: $0, amounts, direction) }
  }

  /// "friday week", "tomorrow week", as the British say it.
  private mutating func weekLater() -> TimePhrase? {
    _ = take(.on)
    guard kind() == .weekday || kind() == .tomorrow || kind() == .today, kind(1) == .unit,
      value(1) == TimeUnit.week.rawValue, extra(1) == 0, tokens[index + 1].end - tokens[index + 1].start == 4
    else { return nil }
    guard let day = day(isPrepared: true) else { return nil }
    index += 1
    return .shift([Amount(1, .week)], .after, from: .day(day))
  }

  /// "the day before the launch", "the week after the release".
  private mutating func dayBesideBase() -> TimePhrase? {
    guard take(.the), kind() == .unit, kind(1) == .before || kind(1) == .after, let unit = unit() else { return nil }
    let direction: TimePhrase.Direction = kind() == .before ? .before : .after
    index += 1
    guard kind() != .next, kind() != .last || kind(1) != .end else { return nil }
    return base([Amount(unit.factor, unit.unit)], direction, isFrom: false)
  }

  /// The name of an event: the words up to the next sign or word of time, at most six.
  private mutating func event() -> String? {
    _ = take(.the)
    var count = 0
    while count < 6, kind() == .word || kind() == .label || kind() == .guarded || (count > 0 && continuesName) {
      index += 1
      count += 1
    }
    return count > 0 ? words(from: index - count, to: index) : nil
  }

  private var continuesName: Bool {
    kind() == .number || kind() == .state || (kind() == .joint && kind(1) != .end)
  }

  /// A length of time on its own, which must say its unit in full words.
  mutating func length() -> TimePhrase? {
    if let vague = attempt({ $0.vagueLength() }) { return vague }
    let hasArticle = kind() == .a
    let start = index
    guard let amounts = amounts() else { return nil }
    // "the second", "a second look", "a minute" in passing are no lengths that anyone plans with.
    if hasArticle, index == start + 2, let amount = amounts.first, amount.unit.rawValue < TimeUnit.hour.rawValue {
      return nil
    }
    if kind() == .working || kind() == .dash && kind(1) == .word { return nil }
    return .duration(amounts)
  }

  /// "a few days", "several weeks", "some time".
  private mutating func vagueLength() -> TimePhrase? {
    let start = index
    _ = take(.a)
    guard take(.few) else { return nil }
    _ = take(.more)
    _ = take(.working)
    guard unit() != nil else { return nil }
    _ = take(.ago)
    return .open(.vague(words(from: start, to: index)))
  }

  /// "3 days", "an hour and a half", "2h30m", "a couple of weeks", "half a year", "1.5 hours".
  mutating func amounts() -> [Amount]? {
    guard let first = amount() else { return nil }
    var amounts = first
    while amounts.count < 6 {
      let more = attempt { parser -> [Amount]? in
        if parser.kind() == .and || parser.kind() == .comma { parser.index += 1 }
        if let last = amounts.last, parser.take(.a), parser.take(.half) { return parser.half(of: last.unit, count: 1) }
        guard let next = parser.amount(), let last = amounts.last, let unit = next.first?.unit else { return nil }
        return unit.rawValue < last.unit.rawValue ? next : nil
      }
      guard let more else { break }
      amounts += more
    }
    return amounts
  }

  private mutating func amount() -> [Amount]? {
    attempt { parser in
      let start = parser.index
      if parser.take(.half) {
        guard parser.take(.a), let unit = parser.unit() else { return nil }
        return parser.half(of: unit.unit, count: unit.factor)
      }
      let hasArticle = parser.take(.a)
      var count = 1
      var hundredths = 0
      switch parser.kind() {
      case .couple:
        count = 2
        parser.index += 1
        _ = parser.take(.of)
      case .half where hasArticle:
        parser.index += 1
        return parser.unit().flatMap { parser.half(of: $0.unit, count: $0.factor) }
      case .number, .numberWord:
        guard !hasArticle, parser.value() <= 100_000 else { return nil }
        count = parser.value()
        parser.index += 1
        if count >= 20, count % 10 == 0, parser.kind(-1) == .numberWord, parser.kind() == .numberWord,
          (1...9).contains(parser.value())
        {
          count += parser.value()
          parser.index += 1
        }
        if parser.kind() == .and, parser.kind(1) == .a, parser.kind(2) == .half {
          hundredths = 50
          parser.index += 3
        }
      case .decimal:
        guard !hasArticle else { return nil }
        count = parser.value()
        hundredths = parser.extra() < 0 ? -parser.extra() - 1 : parser.extra()
        parser.index += 1
      default: guard hasArticle else { return nil }
      }
      _ = parser.take(.more)
      let isWorking = parser.take(.working)
      _ = !isWorking && parser.take(.calendar)
      if isWorking {
        guard let unit = parser.unit(), unit.unit == .day, hundredths == 0 else { return nil }
        return [Amount(count, .workingDay)]
      }
      if parser.kind() == .unitSuffix {
        guard let unit = TimeUnit(rawValue: parser.value()), parser.mayAbbreviate(since: start) else { return nil }
        parser.index += 1
        return parser.parts(count, hundredths, unit)
      }
      guard let unit = parser.unit() else { return nil }
      return parser.parts(count * unit.factor, hundredths * unit.factor, unit.unit)
    }
  }

  /// "3d" is a length only behind a word that asks for one, or as all that was said; else it is printing.
  private func mayAbbreviate(since start: Int) -> Bool {
    switch start > 0 ? tokens[start - 1].kind : .end {
    case .in, .for, .last, .next, .past, .within, .every, .a, .and, .unitSuffix, .unit: return true
    default: return kind(1) == .ago || kind(1) == .end || kind(1) == .number
    }
  }

  private func parts(_ count: Int, _ hundredths: Int, _ unit: TimeUnit) -> [Amount]? {
    guard hundredths > 0 else { return [Amount(count, unit)] }
    let smaller: (TimeUnit, Int)
    switch unit {
    case .minute: smaller = (.second, 60)
    case .hour: smaller = (.minute, 60)
    case .day: smaller = (.hour, 24)
    case .week: smaller = (.hour, 168)
    case .quarter: smaller = (.month, 3)
    case .year: smaller = (.month, 12)
    default: return nil
    }
    guard smaller.1 * hundredths % 100 == 0 else { return nil }
    let rest = Amount(smaller.1 * hundredths / 100, smaller.0)
    return count == 0 ? [rest] : [Amount(count, unit), rest]
  }

  private func half(of unit: TimeUnit, count: Int) -> [Amount]? {
    count == 1 ? parts(0, 50, unit) : [Amount(count / 2, unit)]
  }
}
