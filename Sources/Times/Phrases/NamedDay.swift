/// A day of the year that people call by a name, whatever their work calendar says about it.
package enum NamedDay: Int, CaseIterable, Hashable, Sendable, Codable {
  case newYearsDay, newYearsEve, christmasEve, christmasDay, boxingDay
  case carnivalTuesday, ashWednesday, palmSunday, maundyThursday, goodFriday, holySaturday, easterSunday, easterMonday
  case ascensionDay, whitSunday, whitMonday, corpusChristi
  case groundhogDay, valentinesDay, womensDay, stPatricksDay, aprilFools, earthDay, stGeorgesDay, mayDay, cincoDeMayo
  case juneteenth, independenceDay, bastilleDay, halloween, allSaints, bonfireNight, armisticeDay
  case martinLutherKingDay, presidentsDay, memorialDay, laborDay, columbusDay
  case thanksgiving, blackFriday, cyberMonday, fathersDay, leapDay

  /// The day in a year, or nothing in a year without one.
  ///
  /// Days that countries keep apart are those of the United States, as their English names are most often meant.
  package func day(in year: Int) -> Day? {
    switch self {
    case .carnivalTuesday: return Day.easter(year).map { $0 - 47 }
    case .ashWednesday: return Day.easter(year).map { $0 - 46 }
    case .palmSunday: return Day.easter(year).map { $0 - 7 }
    case .maundyThursday: return Day.easter(year).map { $0 - 3 }
    case .goodFriday: return Day.easter(year).map { $0 - 2 }
    case .holySaturday: return Day.easter(year).map { $0 - 1 }
    case .easterSunday: return Day.easter(year)
    case .easterMonday: return Day.easter(year).map { $0 + 1 }
    case .ascensionDay: return Day.easter(year).map { $0 + 39 }
    case .whitSunday: return Day.easter(year).map { $0 + 49 }
    case .whitMonday: return Day.easter(year).map { $0 + 50 }
    case .corpusChristi: return Day.easter(year).map { $0 + 60 }
    case .blackFriday: return NamedDay.thanksgiving.day(in: year).map { $0 + 1 }
    case .cyberMonday: return NamedDay.thanksgiving.day(in: year).map { $0 + 4 }
    default: break
    }
    if let (month, day) = date { return Day(year: year, month: month, day: day) }
    guard let (number, weekday, month) = weekday else { return nil }
    return Day.nth(number, weekday, ofMonth: month, year: year)
  }

  /// Month and day of those that have the same date every year.
  package var date: (month: Int, day: Int)? {
    switch self {
    case .newYearsDay: (1, 1)
    case .groundhogDay: (2, 2)
    case .valentinesDay: (2, 14)
    case .leapDay: (2, 29)
    case .womensDay: (3, 8)
    case .stPatricksDay: (3, 17)
    case .aprilFools: (4, 1)
    case .earthDay: (4, 22)
    case .stGeorgesDay: (4, 23)
    case .mayDay: (5, 1)
    case .cincoDeMayo: (5, 5)
    case .juneteenth: (6, 19)
    case .independenceDay: (7, 4)
    case .bastilleDay: (7, 14)
    case .halloween: (10, 31)
    case .allSaints: (11, 1)
    case .bonfireNight: (11, 5)
    case .armisticeDay: (11, 11)
    case .christmasEve: (12, 24)
    case .christmasDay: (12, 25)
    case .boxingDay: (12, 26)
    case .newYearsEve: (12, 31)
    default: nil
    }
  }

  /// Number, weekday and month of those that are counted within a month.
  package var weekday: (number: Int, weekday: Weekday, month: Int)? {
    switch self {
    case .martinLutherKingDay: (3, .monday, 1)
    case .presidentsDay: (3, .monday, 2)
    case .memorialDay: (-1, .monday, 5)
    case .fathersDay: (3, .sunday, 6)
    case .laborDay: (1, .monday, 9)
    case .columbusDay: (2, .monday, 10)
    case .thanksgiving: (4, .thursday, 11)
    default: nil
    }
  }
}

extension Day {
  /// Easter Sunday of the Gregorian calendar.
  ///
  /// The anonymous algorithm of *Nature* (1876), as in J. Meeus, "Astronomical Algorithms" (1991), chapter 8.
  package static func easter(_ year: Int) -> Day? {
    let golden = year % 19
    let century = year / 100
    let ofCentury = year % 100
    let leaps = century / 4
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - leaps - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * late + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  /// The weekday with a number in a month, from its end when negative; nothing when it has not so many.
  package static func nth(_ number: Int, _ weekday: Weekday, ofMonth month: Int, year: Int) -> Day? {
    guard number != 0, let first = Day(year: year, month: month, day: 1) else { return nil }
    let day =
      number > 0
      ? (first - 1).next(weekday) + 7 * (number - 1) : (first.endOfMonth + 1).previous(weekday) + 7 * (number + 1)
    return day.startOfMonth == first ? day : nil
  }
}
