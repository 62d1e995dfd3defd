import Language

/// A planning question without a subject is about what the last answer was about.
enum InheritedSubject {
  private static let subjects = ["item", "feature", "release", "team"]
  /// These may leave their subject out; for the last one it is what is forecast, never the item.
  private static let takers: Set = ["impact.list", "plan.path", "plan.forecast", "plan.whatif"]
  private static let givers: Set = [
    "impact.list", "plan.path", "plan.forecast", "plan.whatif", "feature.when", "feature.status", "blocked.by",
    "dependency.list", "work.list", "flow.show",
  ]

  /// The reading with the subject of the last answer, where it names none and may leave it out.
  static func filled(_ reading: Reading, from last: Reading?) -> Reading {
    guard takers.contains(reading.intent), let last, givers.contains(last.intent),
      !subjects.contains(where: { reading.slots[$0] != nil })
    else { return reading }
    var filled = reading
    let wanted = reading.intent == "plan.whatif" ? Array(subjects.dropFirst()) : subjects
    for name in wanted {
      guard var slot = last.slots[name] else { continue }
      if reading.intent == "impact.list", name == "release" || name == "team" { continue }
      if reading.intent == "plan.path", name == "team" { continue }
      if reading.intent == "plan.forecast", name == "item" { continue }
      slot.origin = .inherited
      filled.slots[name] = slot
      filled.isExact = false
      break
    }
    return filled
  }
}
