package import Times

/// A search for the causes of something that happened, or keeps happening.
package struct Case: Hashable, Sendable {
  package var key: Key<Case>
  /// The number people say.
  package var number: Int
  package var title: String
  package var kind: Kind
  /// What happened, in one sentence.
  package var problem: String?
  package var state: State
  package var opened: Instant?
  package var closed: Instant?
  package var incident: Key<Incident>?
  package var feature: Key<Feature>?
  package var causes: [Cause]
  package var by: Key<Person>?

  package enum Kind: String, Sendable, CaseIterable {
    case incident, frustration, blocker, delay
    case nearMiss = "near_miss"
  }

  package enum State: String, Sendable, CaseIterable {
    case open, soak, closed
  }

  package init(
    key: Key<Case>, number: Int, title: String, kind: Kind = .incident, problem: String? = nil, state: State = .open,
    opened: Instant? = nil, closed: Instant? = nil, incident: Key<Incident>? = nil, feature: Key<Feature>? = nil,
    causes: [Cause] = [], by: Key<Person>? = nil
  ) {
    self.key = key
    self.number = number
    self.title = title
    self.kind = kind
    self.problem = problem
    self.state = state
    self.opened = opened
    self.closed = closed
    self.incident = incident
    self.feature = feature
    self.causes = causes
    self.by = by
  }
}

/// One answer to a why, and how anybody knows.
package struct Cause: Hashable, Sendable {
  /// Unique within its case, from 1.
  package var number: Int
  /// The number of the cause it explains; nothing for what explains the problem itself.
  package var parent: Int?
  package var text: String
  package var evidence: Evidence
  /// What the evidence is: a dashboard, a log, who said it.
  package var reference: String?
  /// Nothing below it needs asking.
  package var isRoot: Bool
  /// The question that it answers.
  package var asked: String?

  package enum Evidence: String, Sendable, CaseIterable {
    case observed, reported, assumed, unknown
  }

  package init(
    number: Int, parent: Int? = nil, text: String, evidence: Evidence = .unknown, reference: String? = nil,
    isRoot: Bool = false, asked: String? = nil
  ) {
    self.number = number
    self.parent = parent
    self.text = text
    self.evidence = evidence
    self.reference = reference
    self.isRoot = isRoot
    self.asked = asked
  }
}
