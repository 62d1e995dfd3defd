import Times

// Lengths of time.
extension PhraseParser {
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
    if kind() == .working || kind() == .of || kind() == .dash && kind(1) == .word { return nil }
    return .duration(amounts)
  }

  /// "3 days", "an hour and a half", "2h30m", "a couple of weeks", "half a year", "1.5 hours".
  mutating func amounts(mayAbbreviate: Bool = false) -> [Amount]? {
    guard let first = amount(mayAbbreviate) else { return nil }
    var amounts = first
    while amounts.count < 6 {
      let more = attempt { parser -> [Amount]? in
        if parser.kind() == .and || parser.kind() == .comma { parser.index += 1 }
        if let last = amounts.last, parser.take(.a), parser.take(.half) {
          // "an hour and a half", not "an hour and a half day"
          return parser.kind() == .unit ? nil : PhraseParser.parts(0, 50, last.unit)
        }
        if let last = amounts.last, parser.kind(-1) == .and, parser.kind() == .unit,
          parser.value() == TimeUnit.quarter.rawValue, last.unit == .hour, parser.endsNumber(1)
        {
          parser.index += 1
          return [Amount(15, .minute)]
        }
        guard let next = parser.amount(mayAbbreviate), let last = amounts.last, let unit = next.first?.unit else {
          return nil
        }
        return unit.rawValue < last.unit.rawValue ? next : nil
      }
      guard let more else { break }
      amounts += more
    }
    return amounts
  }

  private mutating func amount(_ mayAbbreviate: Bool) -> [Amount]? {
    attempt { parser in
      let start = parser.index
      if let quarters = parser.attempt({ $0.quartersOfHour() }) { return quarters }
      if parser.take(.half) {
        let hasArticle = parser.take(.a)
        guard hasArticle || !parser.isPlural || start == 0, let unit = parser.unit(), hasArticle || parser.endsName()
        else {
          return nil
        }
        return PhraseParser.half(of: unit)
      }
      if parser.kind() == .hourMinute {
        guard mayAbbreviate || parser.mayAbbreviate(since: start) else { return nil }
        let minutes = parser.value() / 60
        parser.index += 1
        return minutes % 60 == 0
          ? [Amount(minutes / 60, .hour)] : [Amount(minutes / 60, .hour), Amount(minutes % 60, .minute)]
      }
      if parser.kind() == .clock, parser.kind(1) == .unit, parser.value(1) == TimeUnit.hour.rawValue {
        let minutes = parser.value() / 60
        parser.index += 2
        return [Amount(minutes / 60, .hour), Amount(minutes % 60, .minute)].filter { $0.count > 0 }
      }
      let hasArticle = parser.take(.a)
      if hasArticle, parser.take(.half) { return parser.unit().flatMap { PhraseParser.half(of: $0) } }
      guard let (count, hundredths) = parser.quantity(hasArticle: hasArticle) else { return nil }
      _ = parser.take(.more)
      if parser.kind() == .dash, parser.isJoined(), parser.isJoined(-1) { parser.index += 1 }
      let isWorking = parser.take(.working)
      _ = !isWorking && parser.take(.calendar)
      if isWorking {
        guard let unit = parser.unit(), unit.unit == .day, hundredths == 0 else { return nil }
        return [Amount(count, .workingDay)]
      }
      if parser.kind() == .unitSuffix {
        guard let unit = TimeUnit(rawValue: parser.value()), mayAbbreviate || parser.mayAbbreviate(since: start) else {
          return nil
        }
        parser.index += 1
        return PhraseParser.parts(count, hundredths, unit)
      }
      guard let unit = parser.unit() else { return nil }
      return PhraseParser.parts(count * unit.factor, hundredths * unit.factor, unit.unit)
    }
  }

  /// "a quarter of an hour", "three quarters of an hour", "quarter hour".
  private mutating func quartersOfHour() -> [Amount]? {
    let hasArticle = take(.a)
    var count = 1
    if !hasArticle, kind() == .number || kind() == .numberWord, kind(1) == .unit || kind(1) == .dash {
      count = value()
      index += 1
      _ = take(.dash)
    }
    guard (1...3).contains(count), kind() == .unit, value() == TimeUnit.quarter.rawValue else { return nil }
    index += 1
    if take(.of) { _ = take(.a) } else { guard count == 1, !hasArticle || kind() == .unit else { return nil } }
    guard kind() == .unit, !isPlural, let unit = unit(), unit.factor == 1 else { return nil }
    return PhraseParser.parts(0, 25 * count, unit.unit)
  }

  /// A number in figures or words with its fraction in hundredths: "2 1/2", "two and a half", "twenty five", "a hundred".
  private mutating func quantity(hasArticle: Bool) -> (Int, Int)? {
    switch kind() {
    case .couple:
      index += 1
      _ = take(.of)
      return (2, 0)
    case .hundred where hasArticle:
      index += 1
      return (100, 0)
    case .numberWord where hasArticle && isWord(0, "dozen"):
      index += 1
      return (12, 0)
    case .number, .numberWord:
      guard !hasArticle, let count = count() else { return nil }
      if kind() == .and, kind(1) == .a, kind(2) == .half {
        index += 3
        return (count, 50)
      }
      if kind() == .and, kind(1) == .half {
        index += 2
        return (count, 50)
      }
      if let hundredths = fraction() { return (count, hundredths) }
      return (count, 0)
    case .slashDate:
      guard !hasArticle, let hundredths = fraction() else { return nil }
      if take(.of) { _ = take(.a) } else { _ = take(.a) }
      return (0, hundredths)
    case .decimal:
      guard !hasArticle else { return nil }
      index += 1
      return (value(-1), extra(-1) < 0 ? -extra(-1) - 1 : extra(-1))
    default: return hasArticle ? (1, 0) : nil
    }
  }

  /// "1/2", "3/4" or "½" behind a number, before a unit.
  private mutating func fraction() -> Int? {
    switch kind() {
    case .slashDate where extra() == 0:
      guard kind(1) == .unit || kind(1) == .unitSuffix || kind(1) == .of || kind(1) == .a else { return nil }
      let hundredths = TimeLexer.hundredths(value() / 100, value() % 100)
      if hundredths != nil { index += 1 }
      return hundredths
    case .decimal where value() == 0 && extra() >= 0 && kind(-1) == .number:
      index += 1
      return extra(-1)
    default: return nil
    }
  }

  /// A whole number in figures or words, up to a hundred thousand.
  mutating func count() -> Int? {
    guard kind() == .number || kind() == .numberWord, value() <= 100_000 else { return nil }
    var count = value()
    let isWord = kind() == .numberWord
    index += 1
    guard isWord else { return count }
    if kind() == .hundred, (1...9).contains(count) {
      count *= 100
      index += 1
      if kind() == .and, kind(1) == .numberWord { index += 1 }
      if kind() == .numberWord, value() < 100 {
        count += value()
        index += 1
      }
    }
    if count % 100 >= 20, count % 10 == 0, kind() == .numberWord, (1...9).contains(value()) {
      count += value()
      index += 1
    }
    return count
  }

  /// "3d" is a length only behind a word that asks for one, or as all that was said; else it is printing.
  private func mayAbbreviate(since start: Int) -> Bool {
    switch start > 0 ? tokens[start - 1].kind : .end {
    case .in, .for, .last, .next, .past, .within, .every, .a, .and, .unitSuffix, .unit, .plus, .about: return true
    default: return kind(1) == .ago || kind(1) == .end || kind(1) == .number || kind(1) == .from || kind(1) == .before
    }
  }

  static func parts(_ count: Int, _ hundredths: Int, _ unit: TimeUnit) -> [Amount]? {
    guard hundredths > 0 else { return [Amount(count, unit)] }
    let (whole, rest) = (count + hundredths / 100, hundredths % 100)
    guard rest > 0 else { return [Amount(whole, unit)] }
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
    guard smaller.1 * rest % 100 == 0 else { return nil }
    let part = smaller.1 * rest / 100
    // Half a week is three days and a half.
    let parts =
      unit == .week && part > 24 ? [Amount(part / 24, .day), Amount(part % 24, .hour)] : [Amount(part, smaller.0)]
    return (whole == 0 ? [] : [Amount(whole, unit)]) + parts.filter { $0.count > 0 }
  }

  static func half(of unit: (unit: TimeUnit, factor: Int)) -> [Amount]? {
    unit.factor == 1 ? parts(0, 50, unit.unit) : [Amount(unit.factor / 2, unit.unit)]
  }
}
