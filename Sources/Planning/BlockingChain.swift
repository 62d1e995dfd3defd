/// All that stands upward of one item.
package struct BlockingChain: Sendable {
  /// One item of the chain.
  package struct Link: Sendable {
    package let node: Node
    /// Fewest waits between the item asked about and this one.
    package let depth: Int
    /// What this one waits for directly.
    package let waitsFor: NodeList
    /// Whether the chain ends here.
    package let isRoot: Bool
    /// Whether this one waits for itself in the end.
    package let inCycle: Bool
  }

  /// The item asked about, at depth zero.
  package let start: Link
  /// Every other item upward, each once, nearest first.
  package let links: [Link]
}

extension DependencySearch {
  /// Follows what an item waits for up to every root; cycles are walked once and marked.
  ///
  /// An item that is not blocked has no links, and is no root of its own.
  /// - Complexity: O(nodes + edges upward).
  package mutating func chain(of node: Node) -> BlockingChain {
    components.visit(CollectionOfOne(node.index), in: graph.up)
    defer { components.reset() }
    walk(from: node.index, .up)
    let terminal = components.ends.indices.map { components.isTerminal($0, in: graph) }
    let isBlocked = graph.isBlocked(node)
    var links = visited.map { visit in
      let component = Int(components.component(of: visit.node))
      return BlockingChain.Link(
        node: Node(visit.node), depth: Int(visit.distance), waitsFor: graph.blockers(of: Node(visit.node)),
        isRoot: isBlocked && terminal[component], inCycle: components.isCycle(component, in: graph))
    }
    let start = links.removeFirst()
    return BlockingChain(start: start, links: links)
  }
}
