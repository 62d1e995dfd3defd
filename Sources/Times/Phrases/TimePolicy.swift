/// What business people mean by words that leave something open.
package struct TimePolicy: Hashable, Sendable {
  /// How "5/6" is read.
  package var dateOrder: DateOrder

  /// When "after lunch" and "in the afternoon" are.
  package var afternoon: TimeOfDay

  /// When "tonight" and "in the evening" are.
  package var evening: TimeOfDay

  /// The hours among which "at 3" is sought when nothing says which half of the day.
  package var plausibleHours: ClosedRange<TimeOfDay>

  package enum DateOrder: String, Hashable, Sendable, Codable {
    case dayFirst, monthFirst
  }

  package init(
    dateOrder: DateOrder = .dayFirst, afternoon: TimeOfDay = TimeOfDay(second: 13 * 3_600 + 1_800),
    evening: TimeOfDay = TimeOfDay(second: 19 * 3_600),
    plausibleHours: ClosedRange<TimeOfDay> = TimeOfDay(second: 7 * 3_600)...TimeOfDay(second: 19 * 3_600)
  ) {
    self.dateOrder = dateOrder
    self.afternoon = afternoon
    self.evening = evening
    self.plausibleHours = plausibleHours
  }

  /// Days before months, afternoons from 13:30, evenings from 19:00, hours from 7 to 19.
  package static let standard = TimePolicy()
}
