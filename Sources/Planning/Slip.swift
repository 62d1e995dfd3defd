/// What moves when one item is done later than it could be, and what slack takes up.
package struct Slip: Sendable {
  /// One item that waits, directly or over others, for the late one.
  package struct Move: Hashable, Sendable {
    package let node: Node
    /// How much later it can be done; zero where slack takes up all.
    package let delay: Int
  }

  package let cause: Node
  /// Every other item downstream, ascending.
  package let moves: [Move]
  /// How much later all is done.
  package let endDelay: Int
}

extension Schedule {
  /// Works out who moves when an item, or the cycle it stands in, is done so much later.
  ///
  /// Only what stands downstream is visited, in an order in which blockers come first. Members of the late item's own
  /// cycle move as far as it does.
  /// - Parameters:
  ///   - node: The item that is late.
  ///   - delay: By how much, in the unit of the durations; what is below zero counts as zero.
  ///   - search: A search on the schedule's own graph.
  /// - Returns: The moves; nothing in the schedule changes.
  /// - Complexity: O(edges downstream + items downstream log items downstream).
  package func slip(of node: Node, by delay: Int, in search: inout DependencySearch) -> Slip {
    let delay = max(0, delay)
    search.walk(from: node.index, .down)
    let downstream = search.visited.map(\.node).sorted()
    let late = component(of: node)
    var finishes: [Int: Int] = [late: finish(ofComponent: late) + delay]
    for component in Set(downstream.map { component(of: Node($0)) }).sorted() where component != late {
      var start = 0
      for above in componentsAbove(component) {
        start = max(start, finishes[above] ?? finish(ofComponent: above))
      }
      finishes[component] = start + length(ofComponent: component)
    }
    let end = max(length, finishes.values.max() ?? 0)
    let moves = downstream.filter { $0 != node.index }.map { index in
      let component = component(of: Node(index))
      let old = finish(ofComponent: component)
      return Slip.Move(node: Node(index), delay: (finishes[component] ?? old) - old)
    }
    return Slip(cause: node, moves: moves, endDelay: end - length)
  }
}
