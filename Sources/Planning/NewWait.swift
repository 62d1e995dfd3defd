extension DependencySearch {
  /// Tells the cycle that a new wait would close, before it is written.
  ///
  /// Takes the items' own numbers, because a new wait may name items that no wait touches yet.
  /// - Returns: The shortest such cycle: the waiting item, its blocker, and so on, each waiting for the next and the
  ///   last for the first. Nothing when the wait closes none.
  /// - Complexity: O(nodes + edges upward of the blocker).
  package mutating func cycleClosed(by waiting: Int64, waitingFor blocker: Int64) -> [Int64]? {
    guard waiting != blocker else { return [waiting] }
    guard let item = graph.node(of: waiting), let start = graph.node(of: blocker) else { return nil }
    guard graph.down.degree(item.index) > 0, graph.isBlocked(start) else { return nil }
    guard let position = walk(from: start.index, .up, goal: item.index) else { return nil }
    let path = path(to: position).map(graph.number(of:))
    return [waiting] + path.dropLast()
  }
}
