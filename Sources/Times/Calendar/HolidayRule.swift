/// A day off that comes every year, or once, in a region.
package struct HolidayRule: Hashable, Sendable {
  package var region: String
  package var name: String
  var date: Date
  var substitute: Substitute?

  enum Date: Hashable, Sendable {
    case once(Day)
    case yearly(month: Int, day: Int)
    /// The weekday with a number in a month, from its end when negative.
    case counted(Int, Weekday, month: Int)
    /// The last such weekday before a date.
    case before(Weekday, month: Int, day: Int)
    /// Days after Easter Sunday.
    case easter(Int)
  }

  /// What happens when it falls on a day on which nobody works anyway.
  enum Substitute: String, Hashable, Sendable {
    /// The next working day is off instead.
    case next = "+"
    /// The nearest working day is off instead.
    case nearest = "~"
  }

  /// Reads a line such as `GB-ENG 12-25 + Christmas Day`.
  ///
  /// A day is `MM-DD`, `YYYY-MM-DD`, `MM-mon-1`, `MM-mon-last`, `mon<MM-DD`, `easter`, `easter+1` or `easter-2`.
  package init?(_ line: some StringProtocol) {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count >= 3, let date = Date(words[1].lowercased()) else { return nil }
    region = words[0].uppercased()
    self.date = date
    substitute = Substitute(rawValue: String(words[2]))
    let rest = words.dropFirst(substitute == nil ? 2 : 3)
    guard !rest.isEmpty else { return nil }
    name = rest.joined(separator: " ")
  }

  /// The day itself in a year.
  func day(in year: Int) -> Day? {
    switch date {
    case .once(let day): day.parts.year == year ? day : nil
    case .yearly(let month, let day): Day(year: year, month: month, day: day)
    case .counted(let number, let weekday, let month): Day.nth(number, weekday, ofMonth: month, year: year)
    case .before(let weekday, let month, let day): Day(year: year, month: month, day: day)?.previous(weekday)
    case .easter(let days): Day.easter(year).map { $0 + days }
    }
  }
}

extension HolidayRule.Date {
  fileprivate init?(_ text: String) {
    if let day = Day(text) {
      self = .once(day)
    } else if text.hasPrefix("easter") {
      let tail = text.dropFirst(6)
      guard let days = tail.isEmpty ? 0 : Int(tail), abs(days) <= 100 else { return nil }
      self = .easter(days)
    } else if let sign = text.firstIndex(of: "<") {
      let date = text[text.index(after: sign)...].split(separator: "-").compactMap { Int($0) }
      guard let weekday = Weekday(short: text[..<sign]), date.count == 2,
        Day(year: 2_024, month: date[0], day: date[1]) != nil
      else { return nil }
      self = .before(weekday, month: date[0], day: date[1])
    } else {
      let parts = text.split(separator: "-")
      guard let month = parts.first.flatMap({ Int($0) }), (1...12).contains(month) else { return nil }
      if parts.count == 2, let day = Int(parts[1]), Day(year: 2_024, month: month, day: day) != nil {
        self = .yearly(month: month, day: day)
      } else {
        guard parts.count == 3, let weekday = Weekday(short: parts[1]),
          let number = parts[2] == "last" ? -1 : Int(parts[2]), number == -1 || (1...5).contains(number)
        else { return nil }
        self = .counted(number, weekday, month: month)
      }
    }
  }
}

extension Weekday {
  /// Reads `mon`, `tue` and so on.
  package init?(short text: some StringProtocol) {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    guard let index = names.firstIndex(of: text.lowercased()) else { return nil }
    self.init(rawValue: index + 1)
  }
}

extension Sequence<HolidayRule> {
  /// The days off of some regions in some years, each with its name; a substitute has the name of what it stands for.
  package func holidays(in regions: Set<String>, years: ClosedRange<Int>, weekend: Set<Weekday>) -> [Day: String] {
    var holidays: [Day: String] = [:]
    for year in years {
      var moved: [(Day, HolidayRule)] = []
      for rule in self where regions.contains(rule.region) {
        guard let day = rule.day(in: year) else { continue }
        holidays[day] = holidays[day] ?? rule.name
        if weekend.contains(day.weekday), rule.substitute != nil { moved.append((day, rule)) }
      }
      // Substitutes come last, so that none takes the place of a day that is off anyway.
      for (day, rule) in moved {
        func search(_ step: Int) -> Day {
          var found = day
          for _ in 0..<14 where weekend.contains(found.weekday) || holidays[found] != nil { found = found + step }
          return found
        }
        let after = search(1)
        let before = search(-1)
        let substitute = rule.substitute == .nearest && day - before <= after - day ? before : after
        holidays[substitute] = rule.name
      }
    }
    return holidays
  }
}
