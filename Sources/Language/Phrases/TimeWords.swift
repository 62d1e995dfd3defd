/// The words of time in English, each with what it is to the grammar.
enum TimeWords {
  struct Entry: Sendable {
    let kind: TimeToken.Kind
    let value: Int
    let extra: Int
  }

  /// Looks a word up by its bytes, folded to lower case, at most sixteen of them.
  static func entry(for key: UInt128) -> Entry? {
    table[key]
  }

  /// Packs a byte behind those packed before.
  static func pack(_ key: UInt128, _ byte: UInt8) -> UInt128 {
    key << 8 | UInt128(byte)
  }

  /// Verbs that put the day behind them into the past.
  static let pastVerbs: Set<UInt128> = {
    let verbs: [StaticString] = [
      "did", "was", "were", "had", "went", "happened", "changed", "shipped", "closed", "merged", "released", "failed",
      "missed", "broke", "finished", "joined", "came",
    ]
    var keys: Set<UInt128> = []
    for verb in verbs {
      keys.insert(verb.withUTF8Buffer { bytes in bytes.reduce(0) { pack($0, $1) } })
    }
    return keys
  }()

  private static let table: [UInt128: Entry] = {
    var table: [UInt128: Entry] = [:]
    table.reserveCapacity(640)
    func add(_ words: StaticString, _ kind: TimeToken.Kind, _ value: Int = 0, _ extra: Int = 0) {
      var key: UInt128 = 0
      words.withUTF8Buffer { bytes in
        for byte in bytes {
          if byte == UInt8(ascii: " ") {
            table[key] = Entry(kind: kind, value: value, extra: extra)
            key = 0
          } else {
            key = pack(key, byte)
          }
        }
      }
      table[key] = Entry(kind: kind, value: value, extra: extra)
    }

    let days: [(StaticString, StaticString)] = [
      ("mon monday", "mondays"), ("tue tues tuesday", "tuesdays"), ("wed weds wednesday", "wednesdays"),
      ("thu thur thurs thursday", "thursdays"), ("fri friday", "fridays"), ("sat saturday", "saturdays"),
      ("sun sunday", "sundays"),
    ]
    for (index, (one, many)) in days.enumerated() {
      add(one, .weekday, index + 1)
      add(many, .weekdays, index + 1)
    }
    let months: [StaticString] = [
      "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
      "sep sept september", "oct october", "nov november", "dec december",
    ]
    for (index, words) in months.enumerated() { add(words, .month, index + 1) }
    // Names and verbs that are only a weekday or month beside other words of time.
    for (words, kind, value) in [
      ("sat", .weekday, 6), ("sun", .weekday, 7), ("wed", .weekday, 3), ("jan", .month, 1), ("mar", .month, 3),
    ] as [(StaticString, TimeToken.Kind, Int)] {
      add(words, kind, value, 1)
    }

    add("sec secs seconds", .unit, 0)
    add("min mins minute minutes", .unit, 1)
    add("hr hrs hour hours", .unit, 2)
    add("day days", .unit, 3)
    add("workday workdays weekday", .workday)
    add("weekdays", .workday, 0, 1)
    add("wk wks week weeks", .unit, 5)
    add("fortnight fortnights", .unit, 5, 2)
    add("month months mth mths mo mos", .unit, 6)
    add("quarter quarters qtr qtrs", .unit, 7)
    add("yr yrs year years", .unit, 8)
    add("s", .unitSuffix, 0)
    add("m", .unitSuffix, 1)
    add("h", .unitSuffix, 2)
    add("d", .unitSuffix, 3)
    add("w", .unitSuffix, 5)
    add("y", .unitSuffix, 8)
    add("weekend weekends", .weekend)

    let numbers: [StaticString] = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    for (index, word) in numbers.enumerated() { add(word, .numberWord, index) }
    for (word, value) in [
      ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("ninety", 90),
    ] as [(StaticString, Int)] { add(word, .numberWord, value) }
    let ordinals: [StaticString] = [
      "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
      "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ]
    for (index, word) in ordinals.enumerated() { add(word, .ordinalWord, index + 2) }
    add("thirtieth", .ordinalWord, 30)
    add("first 1st", .first, 1)

    for (index, word) in (["q1", "q2", "q3", "q4"] as [StaticString]).enumerated() {
      add(word, .quarterName, index + 1)
    }
    add("h1", .halfName, 1)
    add("h2", .halfName, 2)

    add("morning mornings", .part, 1)
    add("noon midday lunchtime", .part, 2)
    add("afternoon afternoons", .part, 4)
    add("eod cob cop eob", .part, 5)
    add("evening evenings eve", .part, 6)
    add("night nights", .part, 7)
    add("midnight", .part, 8)
    add("am a.m a.m.", .meridiem, 0)
    add("pm p.m p.m.", .meridiem, 1)

    for (words, hours) in [
      ("utc gmt z", 0), ("est", -5), ("edt", -4), ("pst", -8), ("pdt", -7), ("mst", -7), ("mdt", -6), ("cdt", -5),
      ("cet", 1), ("cest", 2), ("eet", 2), ("eest", 3), ("jst", 9), ("aest", 10), ("aedt", 11), ("wet", 0),
      ("sgt hkt", 8),
    ] as [(StaticString, Int)] { add(words, .zone, hours * 3_600) }
    add("bst ist cst et pt ct mt east", .unknownZone)

    add("daily", .adverb, 3, 1)
    add("weekly", .adverb, 5, 1)
    add("fortnightly", .adverb, 5, 2)
    add("monthly", .adverb, 6, 1)
    add("quarterly", .adverb, 7, 1)
    add("yearly annually", .adverb, 8, 1)
    add("hourly", .adverb, 2, 1)
    add("biweekly bimonthly biannually biennially semiweekly", .twoMeanings)

    add("reduce reduced cut grew grow increase increased up down drop dropped fell rose multiply divide out", .change)
    add("on", .on)
    add("at @", .at)
    add("by", .by)
    add("until till til", .until)
    add("in", .in)
    add("of", .of)
    add("the", .the)
    add("a an", .a)
    add("this current", .this)
    add("coming upcoming", .this, 0, 1)
    add("next following nxt", .next)
    add("last previous prev", .last)
    add("past", .past)
    add("every each", .every)
    add("other", .other)
    add("alternate twice thrice", .alternate)
    add("ago", .ago)
    add("from", .from)
    add("to", .to)
    add("through thru", .through)
    add("and &", .and)
    add("or", .or)
    add("before", .before)
    add("after", .after)
    add("since", .since)
    add("between btw", .between)
    add("during", .during)
    add("for", .for)
    add("within", .within)
    add("over", .over)
    add("today tdy", .today)
    add("tomorrow tmrw tomorow tommorow tommorrow tmr tomo", .tomorrow)
    add("yesterday", .yesterday)
    add("tonight tonite", .tonight)
    add("now", .now)
    add("half", .half)
    add("hence", .hence)
    add("early", .early)
    add("late", .late)
    add("end", .ending)
    add("start beginning", .starting)
    add("middle mid", .middle)
    add("working business", .working)
    add("thing", .thing)
    add("lunch", .lunch)
    add("o'clock oclock", .oclock)
    add("due", .due)
    add("no", .no)
    add("later", .later)
    add("earlier", .later, 1)
    add("than", .than)
    add("latest", .latest)
    add("earliest", .earliest)
    add("couple", .couple)
    add("few several some many", .few)
    add("any most certain easter good black cyber whit ash shrove palm", .any)
    add("version phase case pr mr number ticket issue item sprint step part milestone build v bug", .label)
    add("story task incident note chapter room level priority followup question row page", .label)
    add("not except excluding unless", .not)
    add("times", .times)
    add("when", .when)
    add("once", .once)
    add("soon", .soon)
    add("as", .as)
    add("is are gets becomes goes", .is)
    add("rest remainder", .rest)
    add("commencing", .commencing)
    add("time", .time)
    add("close", .close)
    add("play", .play)
    add("eom", .endOfMonth)
    add("eoq", .endOfQuarter)
    add("eoy", .endOfYear)
    add("eow", .endOfWeek)
    add("calendar", .calendar)
    add("more", .more)
    add("done closed merged shipped live released finished resolved ready fixed deployed approved unblocked", .state)
    add("complete completed signed published", .state)
    add(
      "with about but so if please pls my your our his her their then re we i he she it they you sharp that", .function)
    return table
  }()
}
