/// A word, number or sign of a line, as far as the reading of times cares.
struct TimeToken: Sendable {
  var kind: Kind

  /// What the kind says it is: a number, a weekday from 1, a month from 1, a unit, seconds since 00:00, a day's number.
  var value = 0

  /// A second number: the digits of a plain number, the year of a date, an offset, the fraction of a decimal.
  var extra = 0
  var start: Int
  var end: Int

  /// The word that a misspelt one was taken for, as a place in ``TimeSpelling/words``; negative when spelt well.
  var meant = -1

  enum Kind: UInt8, Sendable {
    // What has no meaning here.
    /// Beyond the last token.
    case end
    /// A word that is not of time.
    case word
    /// A word that ends like a weekday or month and is none.
    case dayLike
    /// A verb behind which "by 3" says how much, such as "cut".
    case change
    /// A word whose number is a name, such as "version".
    case label
    /// A word that often follows a time of day in a sentence, such as "with".
    case function
    /// An item key, version, address, amount of money and the like, which never is a time.
    case guarded
    /// A hyphen between a word of time and one that is none.
    case joint
    /// A full stop, question mark, bracket and the like.
    case stop
    case comma, dash, slash

    // Numbers and what the lexer makes of them.
    /// Digits; `extra` is how many.
    case number
    case numberWord
    /// "'24".
    case shortYear
    /// "3rd".
    case ordinal
    case ordinalWord
    /// "1.5"; `value` the whole part, `extra` the fraction in hundredths; below zero, less one, when it has one digit.
    case decimal
    /// "10:30"; `value` seconds, `extra` 1 when the hour stands without doubt.
    case clock
    /// "17h30"; `value` seconds.
    case hourMinute
    /// "2024-05-16"; `value` is the day's number.
    case isoDate
    /// "20240516"; `value` is the day's number.
    case compactDate
    /// "T10:30:00+01:00" behind a date; `value` seconds, `extra` the offset or `Int.min`.
    case isoTime
    /// "2024-05"; `value` month, `extra` year.
    case isoMonth
    /// "2024-W20"; `value` week, `extra` year, or 0 for "W20".
    case isoWeek
    /// "5/6" or "5/6/24"; `value` is the first number times 100 plus the second, `extra` the year or 0; a year of two
    /// digits behind points is below zero, less one.
    case slashDate
    /// What looks like a date that no calendar has, such as "2024-13-40".
    case noDate
    /// What looks like a time that no clock shows, such as "25:99".
    case noTime

    // Words that carry a value.
    case weekday, weekdays, month, unit, unitSuffix, part, meridiem, quarterName, halfName, fiscalYear, zone,
      unknownZone
    /// A day with a name of one word; `value` is a ``NamedDay``.
    case holiday
    /// The first of the two words that name a day; `value` is a ``NamedDay``, `extra` what has to follow.
    case holidayStart
    /// "1990s"; `value` the first year, `extra` how many.
    case decade
    /// "monthly" and the like; `value` is a unit, `extra` the interval.
    case adverb

    // Words that mean themselves.
    case on, at, by, until, `in`, of, the, a, `this`, next, last, past, every, other, ago, from, to, through, and, or
    case before, after, since, between, during, `for`, within, over, today, tomorrow, yesterday, tonight, now, half
    case hence, early, late, ending, starting, middle, working, thing, first, lunch, oclock, weekend, workday, due, no
    case later, than, latest, couple, few, any, not, times, when, `is`, rest, commencing, time, close, business, play
    case alternate, twoMeanings, endOfMonth, endOfQuarter, endOfYear, endOfWeek, calendar, more
    case once, soon, `as`, state, earliest, about, approx, plus, everyday, except, happens, ahead, whole, same, right
    case toDate, season, vague, sooner, up, hundred, eve, opening, ownZone, nearest, but, weekCommencing, weekEnding
  }
}
