/// A graph's strongly connected components, in an order in which blockers come before what waits for them.
///
/// Items of one component wait for each other in a circle; most components hold a single item.
package struct Components: Sendable {
  let graph: DependencyGraph
  let search: ComponentSearch

  /// Finds every component.
  ///
  /// - Complexity: O(nodes + edges).
  package init(of graph: DependencyGraph) {
    self.graph = graph
    var search = ComponentSearch(nodeCount: graph.nodeCount)
    search.visit(0..<Int32(graph.nodeCount), in: graph.up)
    self.search = search
  }

  /// Number of components.
  package var count: Int { search.ends.count }

  /// All nodes, blockers before what waits for them wherever no circle forbids it.
  package var order: NodeList { NodeList(search.members[...]) }

  /// Number of the component that holds a node; its blockers' components have lower or equal numbers.
  package func component(of node: Node) -> Int {
    Int(search.component(of: node.index))
  }

  /// Nodes of one component, ascending.
  package func members(of component: Int) -> NodeList {
    NodeList(search.memberRow(component))
  }

  /// Whether a component is a circle: several nodes, or one that waits for itself.
  package func isCycle(_ component: Int) -> Bool {
    search.isCycle(component, in: graph)
  }

  /// Whether nothing outside the component stands upward of it: its nodes are roots.
  package func isRoot(_ component: Int) -> Bool {
    search.isTerminal(component, in: graph)
  }

  /// Whether a node waits, over however many others, for itself.
  package func isInCycle(_ node: Node) -> Bool {
    isCycle(component(of: node))
  }
}

extension ComponentSearch {
  func memberRow(_ component: Int) -> ArraySlice<Int32> {
    members[(component == 0 ? 0 : Int(ends[component - 1]))..<Int(ends[component])]
  }

  func isCycle(_ component: Int, in graph: DependencyGraph) -> Bool {
    let row = memberRow(component)
    guard row.count == 1 else { return true }
    return row.contains(where: graph.waitsForItself)
  }

  func isTerminal(_ component: Int, in graph: DependencyGraph) -> Bool {
    memberRow(component).allSatisfy { node in
      graph.up.row(node).allSatisfy { self.component(of: $0) == component }
    }
  }
}
