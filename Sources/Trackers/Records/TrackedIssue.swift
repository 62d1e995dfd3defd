import Delivery
import Times

/// One issue as its tracker tells it, before it is fitted into the domain.
struct TrackedIssue: Sendable {
  var key: String
  var project: TrackedProject
  var title: String?
  var kind: String?
  var status: String?
  /// What the status counts as, when the tracker itself says so.
  var category: Status.Category?
  var assignee: Account?
  var reporter: Account?
  var created: Instant?
  var updated: Instant?
  var resolved: Instant?
  /// When the status last came to count as what it counts as.
  var categoryChanged: Instant?
  var due: Day?
  /// Whether children of the issue belong to it as to a feature.
  var isEpic = false
  var epic: TrackedEpic?
  /// The key of a parent that is no epic, whose feature the issue shares.
  var parent: String?
  var component: String?
  var release: TrackedRelease?
  var estimateSeconds: Double?
  var url: String?
  var text: String?
  /// Every change of status, oldest first; nothing when the file does not tell them.
  var changes: [StatusChange]?
  /// Whether the file itself says that it tells only some of the changes.
  var isHistoryCut = false
  /// Moments at which the status is known although the changes are not.
  var moments: [StatusChange] = []
  var links: [TrackedLink] = []

  init(key: String, project: TrackedProject) {
    self.key = key
    self.project = project
  }
}

/// What issues belong to: a Jira project, a repository, a Linear team.
struct TrackedProject: Hashable, Sendable {
  /// As the tracker writes it.
  var key: String
  var name: String?
  /// Such as `jira:DAEMON`.
  var source: String
  var lead: Account?
}

/// What gathers issues into something that customers could know.
struct TrackedEpic: Hashable, Sendable {
  /// The key of the epic's own issue; without one the feature is named within its project.
  var key: String?
  var name: String?
}

struct TrackedRelease: Hashable, Sendable {
  var name: String
  var date: Day?
  var state: String?
}

/// Somebody as a tracker knows them.
struct Account: Hashable, Sendable {
  /// Unique in the tracker; nothing when the file gives only a name.
  var id: String?
  /// What the person is called in addresses, when that is part of the tracker's face.
  var handle: String?
  var name: String
  var isActive = true

  /// Makes an account unless the name stands for nobody.
  init?(id: String? = nil, handle: String? = nil, name: String?, isActive: Bool = true) {
    guard let name = name?.trimmed, !name.isEmpty else { return nil }
    guard !Account.nobodies.contains((handle ?? name).lowercased()) else { return nil }
    self.id = id?.nonEmpty
    self.handle = handle?.nonEmpty
    // An address is an identity; what stands before the @ is what colleagues would recognise.
    if let at = name.firstIndex(of: "@"), at > name.startIndex, !name.contains(" ") {
      self.id = self.id ?? name.lowercased()
      self.name = String(name[..<at])
    } else {
      self.name = name
    }
    self.isActive = isActive
  }

  private static let nobodies: Set<String> = ["ghost", "anonymous", "unassigned", "former user", "nobody", "none"]
}

/// A blocking link as one end lists it.
struct TrackedLink: Hashable, Sendable {
  /// Whether the issue that lists the link waits for the other end, or holds it up.
  var direction: LinkDirection
  var other: String
  var title: String?
  var status: String?
  var category: Status.Category?
  var since: Instant?
  var evidence: Dependency.Evidence = .imported
}
