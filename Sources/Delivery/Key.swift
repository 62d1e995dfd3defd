/// The stable identity of a record among its kind, as trackers and people write it.
package struct Key<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package init(stringLiteral text: String) {
    self.text = text
  }

  package var description: String { text }

  package static func < (one: Key, other: Key) -> Bool {
    one.text < other.text
  }
}

/// The kinds of records; the raw value is the `kind` of the interchange line.
package enum Kind: String, CaseIterable, Hashable, Sendable {
  case workspace, team, person, release, feature, item, dependency, status, scope, claim, incident, followup, document,
    term, alias, `case`, question, shield, batch, holiday, away
}

/// A record named by kind and key: what the journal and answers point at.
package struct Reference: Hashable, Comparable, Sendable {
  package let kind: Kind
  package let key: String

  package init(_ kind: Kind, _ key: String) {
    self.kind = kind
    self.key = key
  }

  package static func < (one: Reference, other: Reference) -> Bool {
    (one.kind.rawValue, one.key) < (other.kind.rawValue, other.key)
  }
}
