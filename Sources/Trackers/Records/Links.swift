import Delivery
import Times

/// The blocking links of a file, each once although both ends list it.
struct Links {
  /// An end that the file itself does not hold, with what a link said about it.
  struct OutsideEnd {
    var key: String
    var title: String?
    var status: String?
    var category: Status.Category?
    var source: String
  }

  private struct Edge: Hashable {
    var waiting: String
    var blocker: String
  }

  private struct Facts {
    var since: Instant?
    var evidence: Dependency.Evidence
    var sourceOfWaiting: String?
    var sourceOfBlocker: String?
  }

  private var edges: [Edge: Facts] = [:]
  private var ends: [String: OutsideEnd] = [:]

  mutating func add(_ links: [TrackedLink], of key: String, source: String) {
    for link in links where link.other != key && !link.other.isEmpty {
      let waits = link.direction == .waits
      let edge = waits ? Edge(waiting: key, blocker: link.other) : Edge(waiting: link.other, blocker: key)
      var facts = edges[edge] ?? Facts(since: nil, evidence: link.evidence)
      // Both ends log the same link within moments of each other.
      if let since = link.since { facts.since = min(facts.since ?? since, since) }
      if link.evidence != .guessed { facts.evidence = link.evidence }
      if waits { facts.sourceOfWaiting = source } else { facts.sourceOfBlocker = source }
      edges[edge] = facts
      var end = ends[link.other] ?? OutsideEnd(key: link.other, source: source)
      end.title = end.title ?? link.title
      if end.status == nil {
        end.status = link.status
        end.category = link.category
      }
      ends[link.other] = end
    }
  }

  /// The links as dependencies, and the ends that the file does not hold, both sorted by key.
  func resolve(isInside: (String) -> Bool) -> ([Dependency], [OutsideEnd]) {
    let dependencies = edges.map { edge, facts in
      Dependency(
        waiting: Reference(.item, edge.waiting), blocker: Reference(.item, edge.blocker), since: facts.since,
        evidence: facts.evidence,
        source: (isInside(edge.waiting) ? facts.sourceOfWaiting : nil) ?? facts.sourceOfBlocker
          ?? facts.sourceOfWaiting)
    }
    return (
      dependencies.sorted { ($0.waiting, $0.blocker) < ($1.waiting, $1.blocker) },
      ends.values.filter { !isInside($0.key) }.sorted { $0.key < $1.key }
    )
  }
}
