package import Times

/// Something somebody said they would do.
package struct FollowUp: Hashable, Sendable {
  package var key: Key<FollowUp>
  /// The number people say; it stays with the follow-up for good.
  package var number: Int
  package var text: String
  package var owner: Key<Person>?
  package var due: Due?
  /// The number of the follow-up that has to be done first.
  package var after: Int?
  package var state: State
  package var waitingOn: String?
  package var waitingSince: Instant?
  /// Why it was dropped.
  package var reason: String?
  package var created: Instant?
  package var done: Instant?
  /// The number of the case it came from.
  package var fromCase: Int?
  package var by: Key<Person>?

  package enum State: String, Sendable, CaseIterable {
    case open, waiting, done, verified, dropped

    /// Whether nothing is left to do.
    package var isClosed: Bool {
      switch self {
      case .open, .waiting: false
      case .done, .verified, .dropped: true
      }
    }
  }

  package init(
    key: Key<FollowUp>, number: Int, text: String, owner: Key<Person>? = nil, due: Due? = nil, after: Int? = nil,
    state: State = .open, waitingOn: String? = nil, waitingSince: Instant? = nil, reason: String? = nil,
    created: Instant? = nil, done: Instant? = nil, fromCase: Int? = nil, by: Key<Person>? = nil
  ) {
    self.key = key
    self.number = number
    self.text = text
    self.owner = owner
    self.due = due
    self.after = after
    self.state = state
    self.waitingOn = waitingOn
    self.waitingSince = waitingSince
    self.reason = reason
    self.created = created
    self.done = done
    self.fromCase = fromCase
    self.by = by
  }
}

/// When something is due: a whole day, or a moment.
package enum Due: Hashable, Sendable {
  case day(Day)
  case moment(Instant)
}
