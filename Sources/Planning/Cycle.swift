/// Items that wait for each other in a circle, and the wait that is best dropped.
package struct Cycle: Sendable {
  /// Every item of the circle, ascending; several circles that share items count as one.
  package let members: [Node]
  /// A shortest way round from the first member: each waits for the next, and the last for the first.
  package let path: [Node]
  package let cut: Cut

  /// One wait of the path, chosen to be dropped.
  package struct Cut: Hashable, Sendable {
    package let waiting: Node
    package let blocker: Node
    /// Whether no member waits for itself any more once this wait is gone.
    package let breaksAll: Bool
  }
}

extension Components {
  /// Finds every cycle and the cheapest wait to cut in each, blockers' cycles first.
  ///
  /// The cut is chosen among the waits that break all of the cycle at once; where there is none, among those of the
  /// path. The lowest cost wins, then the waiting item with the fewest blockers, which the cut helps most, then the
  /// lowest nodes.
  /// - Parameter cost: What dropping a wait costs: less for a wait that is young or badly evidenced.
  /// - Returns: One cycle for each circle of items, however many ways round it has.
  /// - Complexity: O(nodes), and O(edges) of the cycles.
  package func cycles(cost: (_ waiting: Node, _ blocker: Node) -> Int = { _, _ in 0 }) -> [Cycle] {
    var places: [Int32] = []
    var cycles: [Cycle] = []
    for component in 0..<count where isCycle(component) {
      if places.isEmpty {
        places = [Int32](repeating: 0, count: graph.nodeCount)
      }
      let members = Array(self.members(of: component))
      for (place, node) in members.enumerated() {
        places[Int(node.index)] = Int32(truncatingIfNeeded: place)
      }
      let circle = Circle(edges: edges(within: component, places), count: members.count)
      let path = circle.path.map { members[Int($0)] }
      let cut = cut(of: path, among: circle.edgesOnEveryCycle(), cost: cost)
      cycles.append(Cycle(members: members, path: path, cut: cut))
    }
    return cycles
  }

  private func edges(within component: Int, _ places: [Int32]) -> (from: [Int32], to: [Int32]) {
    var edges: (from: [Int32], to: [Int32]) = ([], [])
    for node in search.memberRow(component) {
      for blocker in graph.up.row(node) where search.component(of: blocker) == component {
        edges.from.append(places[Int(node)])
        edges.to.append(places[Int(blocker)])
      }
    }
    return edges
  }

  private func cut(of path: [Node], among universal: [Int], cost: (Node, Node) -> Int) -> Cycle.Cut {
    let positions = universal.isEmpty ? Array(path.indices) : universal
    var best = positions[0]
    var bestRank = (Int.max, Int.max, path[0], path[0])
    for position in positions {
      let waiting = path[position]
      let blocker = path[(position + 1) % path.count]
      let rank = (cost(waiting, blocker), graph.up.degree(waiting.index), waiting, blocker)
      if rank < bestRank {
        best = position
        bestRank = rank
      }
    }
    return Cycle.Cut(
      waiting: path[best], blocker: path[(best + 1) % path.count], breaksAll: !universal.isEmpty)
  }
}
