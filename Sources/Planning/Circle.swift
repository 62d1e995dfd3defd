/// One strongly connected component by itself, with its own dense numbers.
struct Circle {
  private let rows: AdjacencyRows
  /// A shortest way from the first member back to it.
  let path: [Int32]
  /// Position of each member on the path, or -1 beside it.
  private let positions: [Int32]

  init(edges: (from: [Int32], to: [Int32]), count: Int) {
    rows = AdjacencyRows(count: count, from: edges.from, to: edges.to)
    path = Self.shortestWayRound(rows)
    var positions = [Int32](repeating: -1, count: count)
    for (position, member) in path.enumerated() {
      positions[Int(member)] = Int32(truncatingIfNeeded: position)
    }
    self.positions = positions
  }

  /// Positions on the path whose edge, to the next position, lies on every cycle of the component.
  ///
  /// An edge on every cycle lies on the path too. Take the path's edges away: if a cycle is left, no edge is on all.
  /// Otherwise what is left are detours that leave the path at one position and come back at another, and an edge is on
  /// every cycle exactly when no detour passes it by. Only the farthest detours matter, and two sweeps in topological
  /// order find them (after Garey and Tarjan, "A linear-time algorithm for finding all feedback vertices", Information
  /// Processing Letters 7 (1978)).
  /// - Complexity: O(members + edges).
  func edgesOnEveryCycle() -> [Int] {
    guard let order = orderBesidePath() else { return [] }
    let length = path.count
    let reach = detours(in: order)
    // Passed by where the running sum is above zero.
    var passed = [Int](repeating: 0, count: length + 1)
    var firstWrap = length
    var lastLanding = 0
    for position in 0..<length {
      let member = Int(path[position])
      if reach.farthest[member] > position {
        passed[position] += 1
        passed[Int(reach.farthest[member])] -= 1
      }
      if reach.nearest[member] < position {
        firstWrap = min(firstWrap, position)
      }
      if reach.origin[member] > position {
        lastLanding = position
      }
    }
    passed[firstWrap] += 1
    passed[0] += 1
    passed[lastLanding] -= 1
    var kept: [Int] = []
    var detours = 0
    for position in 0..<length {
      detours += passed[position]
      if detours == 0 {
        kept.append(position)
      }
    }
    return kept
  }

  /// For every member, over edges beside the path only: the last and the first position it comes back to, and the last
  /// position that comes to it.
  private func detours(in order: [Int32]) -> (farthest: [Int32], nearest: [Int32], origin: [Int32]) {
    var farthest = [Int32](repeating: -1, count: rows.count)
    var nearest = [Int32](repeating: .max, count: rows.count)
    var origin = [Int32](repeating: -1, count: rows.count)
    for member in order.reversed() {
      for next in rows.row(member) where !isOnPath(member, next) {
        let position = positions[Int(next)]
        farthest[Int(member)] = max(farthest[Int(member)], position >= 0 ? position : farthest[Int(next)])
        nearest[Int(member)] = min(nearest[Int(member)], position >= 0 ? position : nearest[Int(next)])
      }
    }
    for member in order {
      let position = positions[Int(member)]
      let from = position >= 0 ? position : origin[Int(member)]
      for next in rows.row(member) where !isOnPath(member, next) {
        origin[Int(next)] = max(origin[Int(next)], from)
      }
    }
    return (farthest, nearest, origin)
  }

  /// Members in topological order of the edges beside the path; nothing if those hold a cycle.
  ///
  /// A. B. Kahn, "Topological sorting of large networks", Communications of the ACM 5 (1962).
  private func orderBesidePath() -> [Int32]? {
    var incoming = [Int32](repeating: 0, count: rows.count)
    let members = 0..<Int32(truncatingIfNeeded: rows.count)
    for member in members {
      for next in rows.row(member) where !isOnPath(member, next) {
        incoming[Int(next)] += 1
      }
    }
    var order = members.filter { incoming[Int($0)] == 0 }
    var position = 0
    while position < order.count {
      let member = order[position]
      for next in rows.row(member) where !isOnPath(member, next) {
        incoming[Int(next)] -= 1
        if incoming[Int(next)] == 0 {
          order.append(next)
        }
      }
      position += 1
    }
    return order.count == rows.count ? order : nil
  }

  private func isOnPath(_ member: Int32, _ next: Int32) -> Bool {
    let position = Int(positions[Int(member)])
    return position >= 0 && path[position + 1 == path.count ? 0 : position + 1] == next
  }

  private static func shortestWayRound(_ rows: AdjacencyRows) -> [Int32] {
    var cameFrom = [Int32](repeating: -1, count: rows.count)
    var front: [Int32] = [0]
    var position = 0
    while position < front.count {
      let member = front[position]
      for next in rows.row(member) {
        if next == 0 { return way(to: member, cameFrom) }
        guard cameFrom[Int(next)] < 0 else { continue }
        cameFrom[Int(next)] = member
        front.append(next)
      }
      position += 1
    }
    return [0]
  }

  private static func way(to last: Int32, _ cameFrom: [Int32]) -> [Int32] {
    var way: [Int32] = []
    var member = last
    while member > 0 {
      way.append(member)
      member = cameFrom[Int(member)]
    }
    way.append(0)
    return way.reversed()
  }
}
