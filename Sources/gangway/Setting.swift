import Prompts

/// A setting of the configuration file: its name, and what the manual says about it.
enum Setting: String, CaseIterable {
  case store, user, zone, dates, hours, afternoon, evening, weekend, quarters, sprint, region
  case color, contrast, plain, ascii, hints, pager

  typealias Text = Words.Manual.Settings

  /// What it is for, in a sentence or two.
  var meaning: String {
    switch self {
    case .store: Text.Store.meaning
    case .user: Text.User.meaning
    case .zone: Text.Zone.meaning
    case .dates: Text.Dates.meaning
    case .hours: Text.Hours.meaning
    case .afternoon: Text.Afternoon.meaning
    case .evening: Text.Evening.meaning
    case .weekend: Text.Weekend.meaning
    case .quarters: Text.Quarters.meaning
    case .sprint: Text.Sprint.meaning
    case .region: Text.Region.meaning
    case .color: Text.Color.meaning
    case .contrast: Text.Contrast.meaning
    case .plain: Text.Plain.meaning
    case .ascii: Text.Ascii.meaning
    case .hints: Text.Hints.meaning
    case .pager: Text.Pager.meaning
    }
  }

  /// What it takes, in words.
  var values: String {
    switch self {
    case .store: Text.Store.values
    case .user: Text.User.values
    case .zone: Text.Zone.values
    case .dates: Configuration.dateOrders.keys.sorted().joined(separator: ", ")
    case .hours: Text.Hours.values
    case .afternoon, .evening: Text.time
    case .weekend: Text.Weekend.values
    case .quarters: Text.Quarters.values
    case .sprint: Text.Sprint.values
    case .region: Text.Region.values
    case .color: Settings.Colour.allCases.map(\.rawValue).joined(separator: ", ")
    case .contrast: Settings.Contrast.allCases.map(\.rawValue).joined(separator: ", ")
    case .plain, .ascii, .hints: Text.yesOrNo
    case .pager: Text.Pager.values
    }
  }

  /// What holds without it, in words.
  var usual: String {
    switch self {
    case .store: Text.Store.usual
    case .user: Text.User.usual
    case .zone: Text.Zone.usual
    case .dates: Text.Dates.usual
    case .hours: Text.Hours.usual
    case .afternoon: Text.Afternoon.usual
    case .evening: Text.Evening.usual
    case .weekend: Text.Weekend.usual
    case .quarters: Text.Quarters.usual
    case .sprint: Text.Sprint.usual
    case .region: Text.Region.usual
    case .color: Settings.Colour.auto.rawValue
    case .contrast: Settings.Contrast.normal.rawValue
    case .plain, .ascii: Text.no
    case .hints: Text.yes
    case .pager: Text.Pager.usual
    }
  }

  /// A value as somebody might set it.
  var example: String {
    switch self {
    case .store: Text.Store.example
    case .user: Text.User.example
    case .zone: Text.Zone.example
    case .dates: Text.Dates.example
    case .hours: Text.Hours.example
    case .afternoon: Text.Afternoon.example
    case .evening: Text.Evening.example
    case .weekend: Text.Weekend.example
    case .quarters: Text.Quarters.example
    case .sprint: Text.Sprint.example
    case .region: Text.Region.example
    case .color: Settings.Colour.auto.rawValue
    case .contrast: Settings.Contrast.high.rawValue
    case .plain, .ascii: Text.no
    case .hints: Text.yes
    case .pager: Text.Pager.example
    }
  }

  /// The setting whose name is nearest to one that there is not, if any is near.
  static func nearest(to name: String) -> Setting? {
    let near = allCases.map { (setting: $0, steps: steps(from: name.lowercased(), to: $0.rawValue)) }
    guard let best = near.min(by: { $0.steps < $1.steps }), best.steps <= 2, best.steps < best.setting.rawValue.count
    else { return nil }
    return best.setting
  }

  /// Letters to add, to leave out or to exchange.
  ///
  /// Counted as by V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals" (1966).
  ///
  /// - Complexity: O(*n* · *m*) in the lengths.
  private static func steps(from one: String, to other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (index, letter) in one.prefix(40).enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for (column, match) in other.enumerated() {
        let exchanged = corner + (letter == match ? 0 : 1)
        corner = row[column + 1]
        row[column + 1] = min(exchanged, row[column] + 1, corner + 1)
      }
    }
    return row[other.count]
  }
}
