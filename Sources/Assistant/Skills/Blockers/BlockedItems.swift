import Delivery
import Planning
import Store
import Times

/// Everything that is blocked, oldest first, on the graph of all open waits.
struct BlockedItems {
  /// One blocked item or feature.
  struct Entry {
    let number: Int64
    let node: Planning.Node
    /// The oldest age of its open waits.
    let since: Instant?
  }

  let graph: DependencyGraph
  let components: Components
  private(set) var roots: RootBlockers
  /// Blocked items, oldest first, those of unknown age last.
  private(set) var items: [Entry] = []
  private(set) var features: [Entry] = []

  /// - Parameters:
  ///   - open: Every open wait of the store.
  ///   - outside: Items of other stores, which count as blockers but not as blocked.
  ///   - chosen: Only these items; all when nothing is said.
  /// - Complexity: O(waits + items log items).
  init(_ open: OpenGraph, outside: Set<Int64>, among chosen: Set<Int64>?) {
    let waits = open.waits
    graph = open.graph
    components = open.components
    roots = open.roots
    var position = 0
    while position < waits.count {
      let number = waits.waiting[position]
      var since: Instant?
      while position < waits.count, waits.waiting[position] == number {
        if let age = waits.since[position] { since = since.map { min($0, age) } ?? age }
        position += 1
      }
      if outside.contains(number) || chosen?.contains(number) == false { continue }
      guard let node = graph.node(of: number) else { continue }
      let entry = Entry(number: number, node: node, since: since)
      if OpenWaits.isFeature(number) { features.append(entry) } else { items.append(entry) }
    }
    items.sort { one, other in
      switch (one.since, other.since) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: one.number < other.number
      }
    }
  }

  mutating func roots(of entry: Entry) -> [Int64] {
    roots.roots(of: entry.node).map { graph.number(of: $0.node) }
  }

  func blockers(of entry: Entry) -> [Int64] {
    graph.blockers(of: entry.node).map(graph.number(of:))
  }

  /// The root that is all that most items wait for in the end, and how many they are; circles need a cut, not a call.
  ///
  /// - Complexity: O(items).
  func mostFreeing() -> (root: Int64, count: Int)? {
    var counts: [Planning.Node: Int] = [:]
    for entry in items {
      guard let root = roots.soleRoot(of: entry.node), !root.inCycle else { continue }
      counts[root.node, default: 0] += 1
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.map { (graph.number(of: $0.key), $0.value) }
  }
}
