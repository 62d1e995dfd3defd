/// The roots of every item of a graph at once.
///
/// Items that share all their roots share one set, so chains and hubs cost next to nothing. Sets that differ at every
/// step can outgrow any memory (a ladder of n items has n²/2 roots in all); when the given work is used up, the items
/// left are answered by a search each when asked. Answers are the same either way.
package struct RootBlockers: Sendable {
  private let components: Components
  private var search: DependencySearch?
  /// Roots of each component, see ``Roots``.
  private let sets: [Roots]
  /// Components that are roots, set after set, and where each set ends.
  private let members: [Int32]
  private let ends: [Int32]

  /// Which roots a component has: a single one, a stored set, or too many to store.
  enum Roots: Hashable, Sendable {
    case single(Int32)
    case stored(Int32)
    case unknown
  }

  /// Sweeps over the components, blockers first.
  ///
  /// - Parameters:
  ///   - components: The components of the graph asked about.
  ///   - work: How many roots may be written or compared in all.
  /// - Complexity: O(nodes + edges + work).
  package init(of components: Components, work: Int = 16_000_000) {
    var sweep = RootSweep(components, work: work)
    sweep.run()
    self.components = components
    sets = sweep.sets
    members = sweep.members
    ends = sweep.ends
  }

  /// Every root of an item, ascending; none when the item is not blocked.
  ///
  /// - Complexity: O(roots log roots) mostly, O(nodes + edges upward) past the given work.
  package mutating func roots(of node: Node) -> [RootBlocker] {
    guard components.graph.isBlocked(node) else { return [] }
    switch sets[components.component(of: node)] {
    case .single(let root):
      return spelledOut(CollectionOfOne(root))
    case .stored(let set):
      return spelledOut(row(set)).sorted { $0.node < $1.node }
    case .unknown:
      var search = search ?? DependencySearch(components.graph)
      self.search = nil
      defer { self.search = search }
      return search.roots(of: node)
    }
  }

  /// The root of an item that has exactly one; nothing for others, and past the given work.
  ///
  /// - Complexity: O(1).
  package func soleRoot(of node: Node) -> RootBlocker? {
    let component = components.component(of: node)
    guard components.graph.isBlocked(node), case .single(let root) = sets[component] else { return nil }
    let members = components.members(of: Int(root))
    guard members.count == 1, let member = members.first else { return nil }
    return RootBlocker(node: member, inCycle: components.isCycle(Int(root)))
  }

  /// Every root that anything waits for, with what hangs on it, ascending.
  ///
  /// - Complexity: O(nodes + edges + stored roots); past the given work, a search downstream of each root.
  package func burdens() -> [RootBurden] {
    let graph = components.graph
    var solely = [Int](repeating: 0, count: components.count)
    var inAll = [Int](repeating: 0, count: components.count)
    var sharing = [Int](repeating: 0, count: ends.count)
    var isComplete = true
    for (component, roots) in sets.enumerated() {
      let size = components.search.memberRow(component).count
      switch roots {
      case .single(let root):
        solely[Int(root)] += size
        inAll[Int(root)] += size
      case .stored(let set):
        sharing[Int(set)] += size
      case .unknown:
        isComplete = false
      }
    }
    for set in ends.indices {
      for root in row(Int32(truncatingIfNeeded: set)) {
        inAll[Int(root)] += sharing[set]
      }
    }
    var search = DependencySearch(graph)
    var burdens: [RootBurden] = []
    for node in graph.nodes {
      let component = components.component(of: node)
      guard case .single(Int32(truncatingIfNeeded: component)) = sets[component] else { continue }
      let downstream = isComplete ? inAll[component] - 1 : search.impactCount(of: node)
      let root = RootBlocker(node: node, inCycle: components.isCycle(component))
      burdens.append(
        RootBurden(
          root: root, freed: search.freed(by: node).count, downstream: downstream, solely: solely[component] - 1))
    }
    return burdens
  }

  private func row(_ set: Int32) -> ArraySlice<Int32> {
    members[(set == 0 ? 0 : Int(ends[Int(set) - 1]))..<Int(ends[Int(set)])]
  }

  private func spelledOut(_ roots: some Sequence<Int32>) -> [RootBlocker] {
    roots.flatMap { root in
      let inCycle = components.isCycle(Int(root))
      return components.members(of: Int(root)).map { RootBlocker(node: $0, inCycle: inCycle) }
    }
  }
}

/// What hangs on one root.
package struct RootBurden: Hashable, Sendable {
  package let root: RootBlocker
  /// Items that would be blocked no longer if the root were done now.
  package let freed: Int
  /// Other items that wait for it, directly or over others.
  package let downstream: Int
  /// Those of them that have no other root; members of the same cycle count as one root.
  package let solely: Int
}
