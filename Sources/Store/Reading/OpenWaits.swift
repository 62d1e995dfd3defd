package import Delivery
package import Times

/// Open waits as lists in step, ascending by what waits and then by what it waits for.
///
/// Ends are numbers: twice the row of an item, and one more than that for a feature.
package struct OpenWaits: Sendable {
  package private(set) var waiting: [Int64] = []
  package private(set) var blockers: [Int64] = []
  /// Since when each wait has held something up; nothing where neither the link nor its ends say.
  package private(set) var since: [Instant?] = []

  package init() {}

  package var count: Int { waiting.count }

  mutating func append(waiting: Int64, blocker: Int64, since: Instant?) {
    self.waiting.append(waiting)
    blockers.append(blocker)
    self.since.append(since)
  }

  package static func isFeature(_ number: Int64) -> Bool { number & 1 == 1 }
}

/// A link that nobody closed, whatever became of its ends.
package struct StandingLink: Hashable, Sendable {
  package let waiting: Int64
  package let blocker: Int64
  package let since: Instant?
  package let evidence: Dependency.Evidence
}

/// What is told about one end of a wait.
package struct WaitEnd: Hashable, Sendable {
  package let reference: Reference
  /// The title of an item, the name of a feature.
  package let title: String?
  /// The name of an item's assignee or a feature's owner.
  package let owner: String?
  package let team: String?
  package let status: String?
  /// Nothing for an item whose state nobody recorded.
  package let isOpen: Bool?
  package let isOutside: Bool

  /// What people call it: the key of an item, the name of a feature.
  package var name: String {
    reference.kind == .feature ? title ?? reference.key : reference.key
  }
}

/// Which items a question about blockers is limited to.
package enum ItemGroup: Hashable, Sendable {
  case team(Key<Team>)
  case assignee(Key<Person>)
  case feature(Key<Feature>)
  case release(Key<Release>)
}
