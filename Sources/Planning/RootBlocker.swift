/// What a blocked item waits for in the end.
///
/// A root waits for nothing outside its own circle: either for nothing at all, or it stands in a cycle above which there
/// is nothing more. In the second case every member of the cycle is a root, since it is not known which should yield.
/// An item may have roots of both sorts; a blocked item has at least one.
package struct RootBlocker: Hashable, Sendable {
  package let node: Node
  /// Whether it is a root only because it waits in a circle, so that doing the work needs a cut first.
  package let inCycle: Bool

  package init(node: Node, inCycle: Bool) {
    self.node = node
    self.inCycle = inCycle
  }
}

extension DependencySearch {
  /// Every root of an item, ascending; none when the item is not blocked.
  ///
  /// - Complexity: O(nodes + edges upward).
  package mutating func roots(of node: Node) -> [RootBlocker] {
    guard graph.isBlocked(node) else { return [] }
    components.visit(CollectionOfOne(node.index), in: graph.up)
    defer { components.reset() }
    var roots: [RootBlocker] = []
    for component in components.ends.indices where components.isTerminal(component, in: graph) {
      let inCycle = components.isCycle(component, in: graph)
      for member in components.memberRow(component) {
        roots.append(RootBlocker(node: Node(member), inCycle: inCycle))
      }
    }
    return roots.sorted { $0.node < $1.node }
  }
}
