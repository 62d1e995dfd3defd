package import Times

/// What a store is about; a sample carries the moment at which its facts are true.
package struct Workspace: Hashable, Sendable {
  package var name: String
  /// The moment that counts as now while nobody says otherwise; only samples have one.
  package var now: Instant?
  /// The offset from UTC in which that moment is told, in seconds.
  package var offset: Int

  package init(name: String, now: Instant? = nil, offset: Int = 0) {
    self.name = name
    self.now = now
    self.offset = offset
  }

  package var key: String { "workspace" }
}

/// Something customers use and support staff ask about.
package struct Feature: Hashable, Sendable {
  package var key: Key<Feature>
  package var name: String
  package var team: Key<Team>?
  package var release: Key<Release>?
  package var owner: Key<Person>?
  package var aliases: [String]
  package var summary: String?
  /// What brought the record here, such as `jira:DAEMON`; nothing for what people wrote.
  package var source: String?

  package init(
    key: Key<Feature>, name: String, team: Key<Team>? = nil, release: Key<Release>? = nil, owner: Key<Person>? = nil,
    aliases: [String] = [], summary: String? = nil, source: String? = nil
  ) {
    self.key = key
    self.name = name
    self.team = team
    self.release = release
    self.owner = owner
    self.aliases = aliases
    self.summary = summary
    self.source = source
  }
}

/// A dated delivery of features, or a version in a tracker.
package struct Release: Hashable, Sendable {
  package var key: Key<Release>
  package var name: String
  package var date: Day?
  package var state: String?
  package var source: String?

  package init(key: Key<Release>, name: String, date: Day? = nil, state: String? = nil, source: String? = nil) {
    self.key = key
    self.name = name
    self.date = date
    self.state = state
    self.source = source
  }
}

/// For whom something is true: a region, plan, customer group, environment or customer.
package struct Scope: Hashable, Sendable {
  package var name: String
  package var type: String
  package var aliases: [String]

  package init(name: String, type: String, aliases: [String] = []) {
    self.name = name
    self.type = type
    self.aliases = aliases
  }

  package var key: String { name }
}

/// A statement that may be repeated: subject, attribute, scope, value, source, who, when, and until when it is good.
///
/// Claims that disagree live side by side; none replaces another.
package struct Claim: Hashable, Sendable {
  package var key: Key<Claim>
  package var subject: Reference
  /// Such as stage, availability, date, limit, how, known_issue, tests, say, dont_say.
  package var attribute: String
  /// Names of scopes that hold together; empty means everywhere.
  package var scope: [String]
  package var value: String
  package var source: String?
  package var by: Key<Person>?
  package var at: Instant
  package var until: Instant?
  /// After so many days the claim is stale.
  package var verifyDays: Int?
  package var confidence: Confidence
  package var visibility: Visibility

  package enum Confidence: String, Sendable, CaseIterable {
    case verified, stated, reported, assumed, unknown
  }

  package enum Visibility: String, Sendable, CaseIterable {
    case `internal`, `public`
  }

  package init(
    key: Key<Claim>, subject: Reference, attribute: String, scope: [String] = [], value: String, source: String? = nil,
    by: Key<Person>? = nil, at: Instant, until: Instant? = nil, verifyDays: Int? = nil,
    confidence: Confidence = .stated, visibility: Visibility = .internal
  ) {
    self.key = key
    self.subject = subject
    self.attribute = attribute
    self.scope = scope
    self.value = value
    self.source = source
    self.by = by
    self.at = at
    self.until = until
    self.verifyDays = verifyDays
    self.confidence = confidence
    self.visibility = visibility
  }

  /// Whether the claim has not been verified within its interval.
  package func isStale(at now: Instant) -> Bool {
    guard let verifyDays else { return false }
    return now - at > Int64(verifyDays) * 86_400
  }
}

/// A text somebody can be pointed at, with when it was last checked.
package struct Document: Hashable, Sendable {
  package var key: Key<Document>
  package var title: String
  package var url: String?
  package var feature: Key<Feature>?
  package var owner: Key<Person>?
  package var checked: Day?
  package var verifyDays: Int?

  package init(
    key: Key<Document>, title: String, url: String? = nil, feature: Key<Feature>? = nil, owner: Key<Person>? = nil,
    checked: Day? = nil, verifyDays: Int? = nil
  ) {
    self.key = key
    self.title = title
    self.url = url
    self.feature = feature
    self.owner = owner
    self.checked = checked
    self.verifyDays = verifyDays
  }
}

/// A word of the trade, what it stands for, and what a customer hears instead.
package struct Term: Hashable, Sendable {
  package var name: String
  package var expansion: String?
  package var meaning: String?
  package var customerWording: String?
  package var neverSay: Bool

  package init(
    name: String, expansion: String? = nil, meaning: String? = nil, customerWording: String? = nil,
    neverSay: Bool = false
  ) {
    self.name = name
    self.expansion = expansion
    self.meaning = meaning
    self.customerWording = customerWording
    self.neverSay = neverSay
  }

  package var key: String { name }
}

/// Another name that people taught for a record.
package struct Alias: Hashable, Sendable {
  package var text: String
  package var target: Reference

  package init(text: String, target: Reference) {
    self.text = text
    self.target = target
  }

  package var key: String { "\(text)=\(target.kind.rawValue)/\(target.key)" }
}

/// A question that waits for its owners, for everybody who asked it.
package struct Question: Hashable, Sendable {
  package var key: Key<Question>
  package var number: Int
  package var text: String
  package var feature: Key<Feature>?
  package var team: Key<Team>?
  package var state: String
  package var askedAt: Instant?
  package var answerBy: Instant?
  package var askers: [Key<Person>]
  package var answer: String?

  package init(
    key: Key<Question>, number: Int, text: String, feature: Key<Feature>? = nil, team: Key<Team>? = nil,
    state: String = "queued", askedAt: Instant? = nil, answerBy: Instant? = nil, askers: [Key<Person>] = [],
    answer: String? = nil
  ) {
    self.key = key
    self.number = number
    self.text = text
    self.feature = feature
    self.team = team
    self.state = state
    self.askedAt = askedAt
    self.answerBy = answerBy
    self.askers = askers
    self.answer = answer
  }
}
