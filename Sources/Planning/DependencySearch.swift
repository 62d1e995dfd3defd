/// Questions about single items of a graph, with the memory of visits kept between them.
///
/// A question costs what it visits, never the size of the graph: visited nodes carry the number of the question, so
/// nothing is cleared between questions.
package struct DependencySearch: Sendable {
  package let graph: DependencyGraph
  var components: ComponentSearch
  private var visits: [UInt32]
  private var question: UInt32 = 0
  /// Nodes in the order of visit in the latest walk, with what led to each and how far it is.
  private(set) var visited: [Visit] = []

  struct Visit: Sendable {
    let node: Int32
    /// Position in the walk of the node that led here; the start leads to itself.
    let from: Int32
    let distance: Int32
  }

  enum Direction {
    case up
    case down
  }

  /// - Complexity: O(nodes), once.
  package init(_ graph: DependencyGraph) {
    self.graph = graph
    components = ComponentSearch(nodeCount: graph.nodeCount)
    visits = [UInt32](repeating: 0, count: graph.nodeCount)
  }

  /// Walks breadth first from a node, nearest first, and stops early at a goal.
  ///
  /// - Returns: Position of the goal in the walk, when it was met.
  /// - Complexity: O(nodes + edges visited).
  @discardableResult
  mutating func walk(from start: Int32, _ direction: Direction, goal: Int32 = -1) -> Int? {
    let entries = direction == .up ? graph.up.entries : graph.down.entries
    beginQuestion()
    visited.removeAll(keepingCapacity: true)
    visits[Int(start)] = question
    visited.append(Visit(node: start, from: 0, distance: 0))
    if start == goal { return 0 }
    var position = 0
    while position < visited.count {
      let visit = visited[position]
      for edge in Int(entries[Int(visit.node)])..<Int(entries[Int(visit.node) + 1]) {
        let next = entries[edge]
        guard visits[Int(next)] != question else { continue }
        visits[Int(next)] = question
        visited.append(Visit(node: next, from: Int32(truncatingIfNeeded: position), distance: visit.distance + 1))
        if next == goal { return visited.count - 1 }
      }
      position += 1
    }
    return nil
  }

  /// Nodes from the start of the latest walk to one of its positions.
  func path(to position: Int) -> [Node] {
    var path: [Node] = []
    var position = position
    while position != 0 {
      path.append(Node(visited[position].node))
      position = Int(visited[position].from)
    }
    path.append(Node(visited[0].node))
    return path.reversed()
  }

  private mutating func beginQuestion() {
    if question == UInt32.max {
      visits = [UInt32](repeating: 0, count: graph.nodeCount)
      question = 0
    }
    question += 1
  }
}
