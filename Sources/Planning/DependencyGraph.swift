/// The open waits between items, read in both directions.
///
/// An edge says that one item waits for another, and both are open. So an item is *blocked* exactly when it has an edge
/// upward, to a blocker. Items without any edge are not in the graph: nothing blocks them and they block nothing.
/// Upward means towards what must be done first, downstream towards what waits.
package struct DependencyGraph: Sendable {
  let numbering: NodeNumbering
  let up: AdjacencyRows
  let down: AdjacencyRows
  /// Nodes that wait for themselves, ascending.
  let waitingForThemselves: [Int32]

  /// Builds the graph from edges by position: item `waiting[i]` waits for item `blockers[i]`.
  ///
  /// Numbers may be any; an edge given twice counts once; an item that waits for itself is kept, as a cycle of one.
  /// Edges that come ascending by waiting item, then by blocker, cost the least.
  /// - Complexity: O(items + edges); O(edges log edges) where the items' numbers lie far apart.
  package init(waiting: [Int64], blockers: [Int64]) {
    precondition(waiting.count == blockers.count, "each edge has two ends")
    numbering = NodeNumbering(waiting, blockers)
    let count = numbering.numbers.count
    let sources = numbering.indices(of: waiting)
    let targets = numbering.indices(of: blockers)
    let order = Self.order(sources, targets)
    if order.ascends {
      up = AdjacencyRows(count: count, from: sources, to: targets)
      down = AdjacencyRows(count: count, from: targets, to: sources)
    } else {
      up = AdjacencyRows(count: count, from: targets, to: sources).transposed().withoutRepeats()
      down = up.transposed()
    }
    waitingForThemselves = Set(order.loops).sorted()
  }

  /// Number of items that wait or are waited for.
  package var nodeCount: Int { up.count }

  /// Number of distinct edges.
  package var edgeCount: Int { up.entries.count - up.count - 1 }

  /// Every node, ascending.
  package var nodes: some RandomAccessCollection<Node> {
    (0..<Int32(nodeCount)).lazy.map(Node.init)
  }

  /// Finds the node of an item by the item's own number; nothing when no edge touches it.
  ///
  /// - Complexity: O(1); O(log items) where the items' numbers lie far apart.
  package func node(of number: Int64) -> Node? {
    numbering.index(of: number).map(Node.init)
  }

  /// The item's own number.
  package func number(of node: Node) -> Int64 {
    numbering.numbers[Int(node.index)]
  }

  /// What the node waits for directly, ascending.
  package func blockers(of node: Node) -> NodeList {
    NodeList(up.row(node.index))
  }

  /// What waits for the node directly, ascending.
  package func waiters(of node: Node) -> NodeList {
    NodeList(down.row(node.index))
  }

  /// Whether the node waits for anything, itself included.
  package func isBlocked(_ node: Node) -> Bool {
    up.degree(node.index) > 0
  }

  func waitsForItself(_ node: Int32) -> Bool {
    !waitingForThemselves.isEmpty && up.row(node).contains(node)
  }

  /// Whether each edge comes after the one before it, and which edges lead back to where they start.
  private static func order(_ sources: [Int32], _ targets: [Int32]) -> (ascends: Bool, loops: [Int32]) {
    var ascends = true
    var loops: [Int32] = []
    var previous: Int64 = -1
    for edge in sources.indices {
      let both = Int64(sources[edge]) << 32 | Int64(targets[edge])
      ascends = ascends && previous < both
      previous = both
      if sources[edge] == targets[edge] {
        loops.append(sources[edge])
      }
    }
    return (ascends, loops)
  }
}
