/// All that waits for one item, directly or over others.
package struct Impact: Sendable {
  /// One item downstream.
  package struct Hit: Sendable {
    package let node: Node
    /// Fewest waits between the cause and this item.
    package let distance: Int
    /// Position among the hits of the one before it on a shortest way; nothing where it waits for the cause itself.
    fileprivate let previous: Int?
  }

  package let cause: Node
  /// Every other item downstream, each once, nearest first.
  package let hits: [Hit]

  /// Names a shortest way from the cause to the hit at a position, both ends included.
  ///
  /// - Complexity: O(distance).
  package func because(_ position: Int) -> [Node] {
    var path: [Node] = []
    var next: Int? = position
    while let position = next {
      path.append(hits[position].node)
      next = hits[position].previous
    }
    path.append(cause)
    return path.reversed()
  }
}

extension DependencySearch {
  /// Follows what waits for an item, down to the last.
  ///
  /// An item in a cycle is not its own hit, though every other member is.
  /// - Complexity: O(nodes + edges downstream).
  package mutating func impact(of node: Node) -> Impact {
    walk(from: node.index, .down)
    let hits = visited.dropFirst().map { visit in
      Impact.Hit(
        node: Node(visit.node), distance: Int(visit.distance),
        previous: visit.from == 0 ? nil : Int(visit.from) - 1)
    }
    return Impact(cause: node, hits: hits)
  }

  /// Counts the other items downstream, without listing them.
  ///
  /// - Complexity: O(nodes + edges downstream).
  package mutating func impactCount(of node: Node) -> Int {
    walk(from: node.index, .down)
    return visited.count - 1
  }

  /// Items that would be blocked no longer if this one were done now: it is all that they wait for.
  ///
  /// - Complexity: O(waiters).
  package func freed(by node: Node) -> [Node] {
    graph.waiters(of: node).filter { $0 != node && graph.up.degree($0.index) == 1 }
  }
}
