import Times

// Weekdays, months, units, numbers, times of day and zones.
extension TimeWords {
  typealias Adding = (_ words: StaticString, _ kind: TimeToken.Kind, _ value: Int, _ extra: Int) -> Void

  static func addDays(_ add: Adding) {
    let days: [(StaticString, StaticString)] = [
      ("mon monday", "mondays"), ("tue tues tuesday", "tuesdays"), ("wed weds wednesday wensday", "wednesdays"),
      ("thu thur thurs thursday", "thursdays"), ("fri friday", "fridays"), ("sat saturday", "saturdays"),
      ("sun sunday", "sundays"),
    ]
    for (index, (one, many)) in days.enumerated() {
      add(one, .weekday, index + 1, 0)
      add(many, .weekdays, index + 1, 0)
    }
    let months: [StaticString] = [
      "jan january", "feb february febuary", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
      "sep sept september", "oct october", "nov november", "dec december",
    ]
    for (index, words) in months.enumerated() { add(words, .month, index + 1, 0) }
    // Names and verbs that are only a weekday or month beside other words of time.
    for (words, kind, value) in [
      ("sat", .weekday, 6), ("sun", .weekday, 7), ("wed", .weekday, 3), ("jan", .month, 1),
      ("mar", .month, 3),
    ] as [(StaticString, TimeToken.Kind, Int)] {
      add(words, kind, value, 1)
    }
    add("mon", .weekday, 1, 2)
    add("sec secs seconds", .unit, 0, 0)
    add("min mins minute minutes", .unit, 1, 0)
    add("hr hrs hour hours", .unit, 2, 0)
    add("day days", .unit, 3, 0)
    add("workday workdays weekday", .workday, 0, 0)
    add("weekdays", .workday, 0, 1)
    add("wk wks week weeks", .unit, 5, 0)
    add("fortnight fortnights", .unit, 5, 2)
    add("month months mth mths mo mos", .unit, 6, 0)
    add("quarter quarters qtr qtrs", .unit, 7, 0)
    add("yr yrs year years", .unit, 8, 0)
    add("decade decades", .unit, 8, 10)
    add("century centuries", .unit, 8, 100)
    add("s", .unitSuffix, 0, 0)
    add("m", .unitSuffix, 1, 0)
    add("h", .unitSuffix, 2, 0)
    add("d", .unitSuffix, 3, 0)
    add("w", .unitSuffix, 5, 0)
    add("y", .unitSuffix, 8, 0)
    add("weekend weekends wkend wkends", .weekend, 0, 0)
    add("daily nightly", .adverb, 3, 1)
    add("weekly", .adverb, 5, 1)
    add("fortnightly", .adverb, 5, 2)
    add("monthly", .adverb, 6, 1)
    add("quarterly", .adverb, 7, 1)
    add("yearly annually", .adverb, 8, 1)
    add("hourly", .adverb, 2, 1)
    add("semiannually", .adverb, 6, 6)
    add("biweekly bimonthly biannually biennially semiweekly semimonthly biannual biennial", .twoMeanings, 0, 0)
  }

  static func addNumbers(_ add: Adding) {
    let numbers: [StaticString] = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    for (index, word) in numbers.enumerated() { add(word, .numberWord, index, 0) }
    for (word, value) in [
      ("thirty", 30), ("forty fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
      ("ninety", 90), ("dozen", 12),
    ] as [(StaticString, Int)] { add(word, .numberWord, value, 0) }
    add("hundred", .hundred, 100, 0)
    let ordinals: [StaticString] = [
      "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
      "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ]
    for (index, word) in ordinals.enumerated() { add(word, .ordinalWord, index + 2, 0) }
    add("thirtieth", .ordinalWord, 30, 0)
    add("first 1st", .first, 1, 0)
    for (index, word) in (["q1", "q2", "q3", "q4"] as [StaticString]).enumerated() {
      add(word, .quarterName, index + 1, 0)
    }
    add("h1", .halfName, 1, 0)
    add("h2", .halfName, 2, 0)
  }

  static func addClocks(_ add: Adding) {
    add("morning mornings morn", .part, DayPart.morning.rawValue, 0)
    add("noon midday noontime", .part, DayPart.noon.rawValue, 0)
    add("afternoon afternoons arvo", .part, DayPart.afternoon.rawValue, 0)
    add("eod cob eob", .part, DayPart.endOfDay.rawValue, 0)
    add("evening evenings", .part, DayPart.evening.rawValue, 0)
    add("night nights", .part, DayPart.night.rawValue, 0)
    add("midnight", .part, DayPart.midnight.rawValue, 0)
    add("am a.m a.m.", .meridiem, 0, 0)
    add("pm p.m p.m.", .meridiem, 1, 0)
    for (words, hours) in [
      ("utc gmt z", 0), ("est", -5), ("edt", -4), ("pst", -8), ("pdt", -7), ("mst", -7), ("mdt", -6), ("cdt", -5),
      ("akst", -9), ("akdt", -8), ("hst", -10), ("cet", 1), ("cest", 2), ("eet", 2), ("eest", 3), ("msk", 3),
      ("jst", 9),
      ("kst", 9), ("awst", 8), ("aest", 10), ("aedt", 11), ("nzst", 12), ("nzdt", 13), ("wet", 0), ("west", 1),
      ("sgt hkt", 8), ("sast", 2), ("brt", -3),
    ] as [(StaticString, Int)] { add(words, .zone, hours * 3_600, 0) }
    // What the letters mean to most people, and what to others, in minutes.
    add("bst", .zone, 3_600, 6 * 60)
    add("ist", .zone, 19_800, 2 * 60)
    add("cst", .zone, -6 * 3_600, 8 * 60)
    for (words, hours) in [
      ("et eastern", -5), ("pt pacific", -8), ("ct central", -6), ("mt mountain", -7),
    ] as [(StaticString, Int)] { add(words, .ownZone, hours * 3_600, 0) }
    add("east", .unknownZone, 0, 0)
  }

  static func addHolidays(_ add: Adding) {
    func one(_ words: StaticString, _ day: NamedDay) { add(words, .holiday, day.rawValue, 0) }
    // The first word of two; the number says which second word it needs: 1 "day", 2 a weekday, 3 "night".
    func two(_ words: StaticString, _ day: NamedDay, _ second: Int = 1) {
      add(words, .holidayStart, day.rawValue, second)
    }
    one("christmas xmas", .christmasDay)
    one("nye", .newYearsEve)
    one("easter", .easterSunday)
    one("thanksgiving", .thanksgiving)
    one("halloween", .halloween)
    one("juneteenth", .juneteenth)
    one("pentecost whitsun", .whitSunday)
    two("boxing", .boxingDay)
    two("valentine valentines", .valentinesDay)
    two("independence", .independenceDay)
    two("bastille", .bastilleDay)
    two("memorial", .memorialDay)
    two("labor", .laborDay)
    two("labour", .mayDay)
    two("columbus", .columbusDay)
    two("mlk", .martinLutherKingDay)
    two("president presidents presidents'", .presidentsDay)
    two("veteran veterans veterans' remembrance armistice", .armisticeDay)
    two("father fathers", .fathersDay)
    two("ascension", .ascensionDay)
    two("groundhog", .groundhogDay)
    two("leap", .leapDay)
    two("earth", .earthDay)
    two("patrick patricks paddy paddys", .stPatricksDay)
    two("bonfire", .bonfireNight, 3)
    two("good", .goodFriday, 2)
    two("black", .blackFriday, 2)
    two("cyber", .cyberMonday, 2)
    two("ash", .ashWednesday, 2)
    two("shrove", .carnivalTuesday, 2)
    two("palm", .palmSunday, 2)
    two("maundy", .maundyThursday, 2)
    two("whit", .whitMonday, 2)
  }
}
