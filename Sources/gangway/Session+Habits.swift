import Foundation
import Prompts
import Times

extension Session {
  /// How the person speaks of times and when they work, as the configuration says.
  ///
  /// Holidays are made for some years before and after a day.
  func habits(around day: Day) throws(Failure) -> TimeHabits {
    var habits = configuration.habits
    guard !configuration.regions.isEmpty else { return habits }
    let rules = try holidayRules()
    for region in configuration.regions where !rules.contains(where: { $0.region == region }) {
      let known = Set(rules.map(\.region)).sorted().joined(separator: ", ")
      throw .usage(Words.Commands.Holidays.unknownRegion(region: region, regions: known))
    }
    let year = day.parts.year
    let years = max(1, year - 2)...min(9_999, year + 10)
    habits.calendar.holidays = rules.holidays(
      in: Set(configuration.regions), years: years, weekend: habits.calendar.weekend)
    return habits
  }

  /// Where somebody may write holidays of their own.
  var holidayPath: String {
    surroundings.directory("XDG_CONFIG_HOME", below: ".config") + "/holidays"
  }

  /// The rules that come with the program; a region that the person's own file names has only those of the file.
  private func holidayRules() throws(Failure) -> [HolidayRule] {
    let usual = Words.Holidays.rules.compactMap { HolidayRule($0) }
    guard let data = FileManager.default.contents(atPath: holidayPath) else { return usual }
    var own: [HolidayRule] = []
    let lines = String(decoding: data, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      guard let rule = HolidayRule(content) else {
        throw .usage(Words.Commands.Holidays.malformed(path: holidayPath, line: index + 1))
      }
      own.append(rule)
    }
    let regions = Set(own.map(\.region))
    return own + usual.filter { !regions.contains($0.region) }
  }
}
