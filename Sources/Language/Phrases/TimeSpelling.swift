import Times

/// Words of time that look misspelt.
///
/// A word counts as misspelt when it is one slip away from exactly one of these and is no word or name of its own that
/// people write beside times; a slip is a letter too many, too few or wrong, or two that changed places
/// (F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964).
enum TimeSpelling {
  struct Entry: Sendable {
    let word: StaticString
    let kind: TimeToken.Kind
    let value: Int
    let extra: Int

    /// It counts only behind a number, "next" and the like.
    let isUnit: Bool

    init(_ word: StaticString, _ kind: TimeToken.Kind, _ value: Int = 0, _ extra: Int = 0, isUnit: Bool = false) {
      self.word = word
      self.kind = kind
      self.value = value
      self.extra = extra
      self.isUnit = isUnit
    }
  }

  static let words: [Entry] = [
    Entry("monday", .weekday, 1), Entry("tuesday", .weekday, 2), Entry("wednesday", .weekday, 3),
    Entry("thursday", .weekday, 4), Entry("friday", .weekday, 5), Entry("saturday", .weekday, 6),
    Entry("sunday", .weekday, 7), Entry("mondays", .weekdays, 1), Entry("tuesdays", .weekdays, 2),
    Entry("wednesdays", .weekdays, 3), Entry("thursdays", .weekdays, 4), Entry("fridays", .weekdays, 5),
    Entry("saturdays", .weekdays, 6), Entry("sundays", .weekdays, 7), Entry("january", .month, 1),
    Entry("february", .month, 2), Entry("march", .month, 3), Entry("april", .month, 4), Entry("june", .month, 6),
    Entry("july", .month, 7), Entry("august", .month, 8), Entry("september", .month, 9), Entry("october", .month, 10),
    Entry("november", .month, 11), Entry("december", .month, 12), Entry("tomorrow", .tomorrow),
    Entry("yesterday", .yesterday), Entry("tonight", .tonight), Entry("weekend", .weekend),
    Entry("weekday", .workday), Entry("weekdays", .workday, 0, 1), Entry("afternoon", .part, 4),
    Entry("morning", .part, 1), Entry("evening", .part, 6), Entry("midnight", .part, 8),
    Entry("fortnight", .unit, 5, 2), Entry("every", .every),
    Entry("christmas", .holiday, NamedDay.christmasDay.rawValue),
    Entry("minute", .unit, 1, isUnit: true), Entry("minutes", .unit, 1, isUnit: true),
    Entry("second", .unit, 0, isUnit: true), Entry("seconds", .unit, 0, isUnit: true),
    Entry("hours", .unit, 2, isUnit: true), Entry("week", .unit, 5, isUnit: true),
    Entry("weeks", .unit, 5, isUnit: true), Entry("month", .unit, 6, isUnit: true),
    Entry("months", .unit, 6, isUnit: true), Entry("quarter", .unit, 7, isUnit: true),
    Entry("quarters", .unit, 7, isUnit: true), Entry("years", .unit, 8, isUnit: true),
    Entry("days", .unit, 3, isUnit: true),
  ]

  /// Words and names of their own that are one slip away from a word of time.
  private static let own: Set<String> = [
    "sundae", "sundar", "sundry", "mondal", "friary", "augusta", "auguste", "augusto", "angus", "match", "marsh",
    "larch", "parch", "starch", "marcy", "marco", "avril", "apron", "juno", "jane", "dune", "tune", "jude", "judy",
    "jury", "duly", "rally", "every", "very", "ever", "avery", "emery", "mourning", "moaning", "sundaes", "warning",
    "morning", "leaving",
    "evening", "mouth", "mouths", "moth", "moths", "tours", "yours", "ours", "fours", "hour", "house", "houses", "hous",
    "weak", "weeks", "seek", "seeks", "geek", "geeks", "peek", "peeks", "meek", "reek", "leek", "leeks", "week", "weed",
    "weeds", "weep", "minuet", "minuets", "minute", "minuted", "quarterly", "quartet", "quartets", "seconds",
    "seconded",
    "beckons", "reasons", "ears", "bears", "fears", "gears", "tears", "wears", "pears", "nears", "hears", "dears",
    "yeas",
    "yearn", "yearns", "bays", "says", "ways", "pays", "lays", "rays", "data", "dats", "dayz", "dags", "does",
    "decembers",
    "saturdays", "tonights", "fortnite", "fortnights", "weekends", "decade",
  ]

  /// The place of the only word that the bytes are one slip away from.
  ///
  /// - Parameters:
  ///   - bytes: The word in lower case, four to eleven bytes.
  ///   - expectsUnit: Whether a unit may stand there.
  /// - Returns: Nothing when it is near to none, or to several that mean different things.
  /// - Complexity: O(*n*) in its length, for some fifty words.
  static func nearest(_ bytes: ArraySlice<UInt8>, expectsUnit: Bool) -> Int? {
    guard (4...11).contains(bytes.count) else { return nil }
    var found: Int?
    for (index, entry) in words.enumerated() where !entry.isUnit || expectsUnit {
      guard abs(entry.word.utf8CodeUnitCount - bytes.count) <= 1, entry.word.utf8Start[0] == bytes.first else {
        continue
      }
      let word = UnsafeBufferPointer(start: entry.word.utf8Start, count: entry.word.utf8CodeUnitCount)
      // Short words are too near to others: only letters that changed places or were doubled count.
      let isNear = entry.isUnit || bytes.count >= 6 ? isSlip(bytes, word) : isSwap(bytes, word)
      guard isNear else { continue }
      if let other = found, words[other].kind != entry.kind || words[other].value != entry.value { return nil }
      found = index
    }
    guard found != nil, !own.contains(String(decoding: bytes, as: UTF8.self)) else { return nil }
    return found
  }

  private static func isSlip(_ typed: ArraySlice<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let typed = Array(typed)
    var head = 0
    while head < typed.count, head < word.count, typed[head] == word[head] { head += 1 }
    var tail = 0
    while tail < typed.count - head, tail < word.count - head,
      typed[typed.count - 1 - tail] == word[word.count - 1 - tail]
    {
      tail += 1
    }
    let ofTyped = typed.count - head - tail
    let ofWord = word.count - head - tail
    if ofTyped <= 1, ofWord <= 1 { return true }
    return ofTyped == 2 && ofWord == 2 && typed[head] == word[head + 1] && typed[head + 1] == word[head]
  }

  /// Two letters that changed places, or one that stands twice.
  private static func isSwap(_ typed: ArraySlice<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isSlip(typed, word) else { return false }
    if typed.count == word.count { return typed.reduce(0) { $0 + Int($1) } == word.reduce(0) { $0 + Int($1) } }
    guard typed.count == word.count + 1 else { return false }
    return zip(typed, typed.dropFirst()).contains { $0 == $1 }
  }
}
