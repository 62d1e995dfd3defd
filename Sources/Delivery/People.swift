package import Times

/// People who own features and work together.
package struct Team: Hashable, Sendable {
  package var key: Key<Team>
  package var name: String
  package var mission: String?
  /// The name of the zone the team works in, such as `Europe/London`.
  package var zone: String?

  package init(key: Key<Team>, name: String, mission: String? = nil, zone: String? = nil) {
    self.key = key
    self.name = name
    self.mission = mission
    self.zone = zone
  }
}

/// Somebody who owns work, asks or answers; no mood and no performance is ever kept.
package struct Person: Hashable, Sendable {
  package var key: Key<Person>
  package var name: String
  /// What colleagues say, such as a first name.
  package var short: String?
  package var team: Key<Team>?
  /// What the person does, in the workspace's words: engineer, support, delivery manager.
  package var role: String?
  package var zone: String?
  package var active: Bool

  package init(
    key: Key<Person>, name: String, short: String? = nil, team: Key<Team>? = nil, role: String? = nil,
    zone: String? = nil, active: Bool = true
  ) {
    self.key = key
    self.name = name
    self.short = short
    self.team = team
    self.role = role
    self.zone = zone
    self.active = active
  }
}

/// Who of a team may be interrupted, and when.
package struct Shield: Hashable, Sendable {
  package var team: Key<Team>
  package var person: Key<Person>
  package var from: Day
  /// The last day, included.
  package var to: Day
  package var backup: Key<Person>?

  package init(team: Key<Team>, person: Key<Person>, from: Day, to: Day, backup: Key<Person>? = nil) {
    self.team = team
    self.person = person
    self.from = from
    self.to = to
    self.backup = backup
  }

  package var key: String { "\(team)/\(person)/\(from)" }
}

/// When a team takes its queued questions, and by when it has answered them.
package struct Batch: Hashable, Sendable {
  package var team: Key<Team>
  /// The day of the week; every working day when absent.
  package var weekday: Weekday?
  /// Local time of day, `hh:mm`.
  package var time: String
  /// Local time of day, `hh:mm`.
  package var answerBy: String

  package init(team: Key<Team>, weekday: Weekday? = nil, time: String, answerBy: String) {
    self.team = team
    self.weekday = weekday
    self.time = time
    self.answerBy = answerBy
  }

  package var key: String { "\(team)/\(weekday.map { "\($0.rawValue)" } ?? "*")/\(time)" }
}

/// A day on which a region does not work.
package struct Holiday: Hashable, Sendable {
  package var region: String
  package var date: Day
  package var name: String

  package init(region: String, date: Day, name: String) {
    self.region = region
    self.date = date
    self.name = name
  }

  package var key: String { "\(region)/\(date)" }
}

/// Days on which a person is not there.
package struct Away: Hashable, Sendable {
  package var person: Key<Person>
  package var from: Day
  /// The last day, included.
  package var to: Day
  package var reason: String?

  package init(person: Key<Person>, from: Day, to: Day, reason: String? = nil) {
    self.person = person
    self.from = from
    self.to = to
    self.reason = reason
  }

  package var key: String { "\(person)/\(from)" }
}
