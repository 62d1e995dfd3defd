package import Delivery
package import Times

/// A line as somebody typed it, when, and who.
package struct Line: Hashable, Sendable {
  package var text: String
  package var time: Instant
  package var zone: Zone
  /// Nothing for an anonymous supporter.
  package var person: Key<Person>?
  /// The person agreed beforehand to a change that would be shown first.
  package var isAgreed: Bool
  /// The rows behind the answer will be used; without them a long answer costs less.
  package var wantsRecords: Bool

  package init(
    _ text: String, at time: Instant, zone: Zone, person: Key<Person>? = nil, isAgreed: Bool = false,
    wantsRecords: Bool = true
  ) {
    self.text = text
    self.time = time
    self.zone = zone
    self.person = person
    self.isAgreed = isAgreed
    self.wantsRecords = wantsRecords
  }

  /// A leading blank keeps the line off the record.
  var isOffTheRecord: Bool { text.first == " " }
}
