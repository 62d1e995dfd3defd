package import Times

/// A piece of work in a tracker, with the history of its status.
package struct Item: Hashable, Sendable {
  package var key: Key<Item>
  package var title: String?
  package var feature: Key<Feature>?
  package var team: Key<Team>?
  package var assignee: Key<Person>?
  /// The tracker's own word, or nothing when nobody recorded one.
  ///
  /// What it counts as is said by ``Status``.
  package var status: String?
  package var release: Key<Release>?
  /// What the tracker calls it: bug, story, epic.
  package var kind: String?
  package var created: Instant?
  /// When the record was last changed, by its tracker or by a person.
  package var updated: Instant?
  package var done: Instant?
  package var due: Day?
  package var estimateDays: Double?
  package var url: String?
  package var text: String?
  /// Oldest first; the last entry is the current status.
  package var history: [StatusChange]
  /// Known only because a dependency names it; its own export was never read.
  package var outside: Bool
  package var source: String?
  /// Why the record was closed without its tracker saying so, such as the export in which it was missing.
  package var closedBecause: String?

  package init(
    key: Key<Item>, title: String? = nil, feature: Key<Feature>? = nil, team: Key<Team>? = nil,
    assignee: Key<Person>? = nil, status: String? = nil, release: Key<Release>? = nil, kind: String? = nil,
    created: Instant? = nil, updated: Instant? = nil, done: Instant? = nil, due: Day? = nil,
    estimateDays: Double? = nil, url: String? = nil, text: String? = nil, history: [StatusChange] = [],
    outside: Bool = false, source: String? = nil, closedBecause: String? = nil
  ) {
    self.key = key
    self.title = title
    self.feature = feature
    self.team = team
    self.assignee = assignee
    self.status = status
    self.release = release
    self.kind = kind
    self.created = created
    self.updated = updated
    self.done = done
    self.due = due
    self.estimateDays = estimateDays
    self.url = url
    self.text = text
    self.history = history
    self.outside = outside
    self.source = source
    self.closedBecause = closedBecause
  }
}

/// The moment at which an item took a status.
package struct StatusChange: Hashable, Sendable {
  package var at: Instant
  package var status: String
  /// Who changed it here; nothing for what a tracker reported.
  package var by: Key<Person>?

  package init(at: Instant, status: String, by: Key<Person>? = nil) {
    self.at = at
    self.status = status
    self.by = by
  }
}

/// What a tracker's status counts as.
package struct Status: Hashable, Sendable {
  package var name: String
  package var category: Category
  /// Who said so: a person's word stands against every later import.
  package var by: String?

  package enum Category: String, Sendable, CaseIterable {
    case waiting, active, done
  }

  package init(name: String, category: Category, by: String? = nil) {
    self.name = name
    self.category = category
    self.by = by
  }

  package var key: String { name }
}

/// One piece of work, or one feature, that waits for another.
package struct Dependency: Hashable, Sendable {
  /// What waits: an item or a feature.
  package var waiting: Reference
  /// What it waits for: an item or a feature.
  package var blocker: Reference
  package var since: Instant?
  package var evidence: Evidence
  package var source: String?
  package var by: Key<Person>?
  package var note: String?
  /// When the link was found gone, and why; a closed link holds nobody up.
  package var closed: Instant?
  package var closedBecause: String?

  package enum Evidence: String, Sendable, CaseIterable {
    case verified, declared, guessed, imported
  }

  package init(
    waiting: Reference, blocker: Reference, since: Instant? = nil, evidence: Evidence = .declared,
    source: String? = nil, by: Key<Person>? = nil, note: String? = nil, closed: Instant? = nil,
    closedBecause: String? = nil
  ) {
    self.waiting = waiting
    self.blocker = blocker
    self.since = since
    self.evidence = evidence
    self.source = source
    self.by = by
    self.note = note
    self.closed = closed
    self.closedBecause = closedBecause
  }

  package var key: String { Dependency.key(waiting: waiting, blocker: blocker) }

  /// The key of the link between two ends; features are marked, as an item and a feature may share a key.
  package static func key(waiting: Reference, blocker: Reference) -> String {
    "\(mark(waiting))<\(mark(blocker))"
  }

  private static func mark(_ end: Reference) -> String {
    end.kind == .feature ? "feature:\(end.key)" : end.key
  }
}

/// Something that broke for customers.
package struct Incident: Hashable, Sendable {
  package var key: Key<Incident>
  package var title: String
  /// 1 is the gravest.
  package var severity: Int?
  package var feature: Key<Feature>?
  package var started: Instant?
  package var detected: Instant?
  package var ended: Instant?
  package var impact: String?

  package init(
    key: Key<Incident>, title: String, severity: Int? = nil, feature: Key<Feature>? = nil, started: Instant? = nil,
    detected: Instant? = nil, ended: Instant? = nil, impact: String? = nil
  ) {
    self.key = key
    self.title = title
    self.severity = severity
    self.feature = feature
    self.started = started
    self.detected = detected
    self.ended = ended
    self.impact = impact
  }
}
