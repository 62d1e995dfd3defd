package import Delivery
package import Times

/// A line as somebody typed it, when, and who.
package struct Line: Hashable, Sendable {
  package var text: String
  package var time: Instant
  package var zone: Zone
  /// What times mean to the person, and when they work.
  package var habits: TimeHabits
  /// Nothing for an anonymous supporter.
  package var person: Key<Person>?
  /// The person agreed beforehand to a change that would be shown first.
  package var isAgreed: Bool
  /// The rows behind the answer will be used; without them a long answer costs less.
  package var wantsRecords: Bool
  /// Somebody types at a terminal, so what only a shell can do there may be offered.
  package var isAtTerminal: Bool
  /// Everything is taken back in the end, so that one sees what would happen.
  package var isTrial: Bool

  package init(
    _ text: String, at time: Instant, zone: Zone, person: Key<Person>? = nil, isAgreed: Bool = false,
    wantsRecords: Bool = true, isAtTerminal: Bool = false, isTrial: Bool = false, habits: TimeHabits = .standard
  ) {
    self.text = text
    self.time = time
    self.zone = zone
    self.person = person
    self.isAgreed = isAgreed
    self.wantsRecords = wantsRecords
    self.isAtTerminal = isAtTerminal
    self.isTrial = isTrial
    self.habits = habits
  }

  /// A leading blank keeps the line off the record.
  var isOffTheRecord: Bool { text.first == " " }
}
