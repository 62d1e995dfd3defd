/// Depth-first search for strongly connected components, from chosen nodes upward, without recursion.
///
/// R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM Journal on Computing 1 (1972), in the form of
/// D. J. Pearce, "A Space-Efficient Algorithm for Finding Strongly Connected Components", Information Processing
/// Letters 116 (2016), which needs one number a node. A component is closed after all that it reaches, so components
/// come out blockers first.
struct ComponentSearch: Sendable {
  /// Zero where unvisited, small while open, and counted down from the highest once the component is closed.
  private(set) var marks: [Int32]
  /// Nodes of all closed components, component after component, each ascending.
  private(set) var members: [Int32] = []
  /// Where each closed component ends in the members.
  private(set) var ends: [Int32] = []
  private var frames: [Frame] = []
  private var pending: [Int32] = []

  private struct Frame {
    let node: Int32
    let cursor: Int32
    let own: Int32
    let low: Int32
  }

  init(nodeCount: Int) {
    marks = [Int32](repeating: 0, count: nodeCount)
  }

  /// Number of the closed component that holds a visited node.
  func component(of node: Int32) -> Int32 {
    Int32.max - marks[Int(node)]
  }

  /// Visits everything upward of the nodes that was not visited before.
  ///
  /// - Complexity: O(nodes + edges visited); memory beyond one number a node grows with the depth.
  mutating func visit(_ starts: some Sequence<Int32>, in rows: AdjacencyRows) {
    rows.entries.withUnsafeBufferPointer { up in
      var marks = self.marks
      self.marks = []
      marks.withUnsafeMutableBufferPointer { marks in
        for start in starts where marks[Int(start)] == 0 {
          visit(start, up, marks)
        }
      }
      self.marks = marks
    }
  }

  /// Forgets what was visited, so that the next visit starts anew.
  ///
  /// - Complexity: O(nodes visited).
  mutating func reset() {
    for node in members {
      marks[Int(node)] = 0
    }
    members.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  private mutating func visit(
    _ start: Int32, _ up: UnsafeBufferPointer<Int32>, _ marks: UnsafeMutableBufferPointer<Int32>
  ) {
    var node = start
    var cursor = up[Int(node)]
    var end = up[Int(node) + 1]
    var own: Int32 = 1
    var low: Int32 = 1
    var open: Int32 = 2
    marks[Int(node)] = low
    while true {
      if cursor < end {
        let next = up[Int(cursor)]
        cursor += 1
        let mark = marks[Int(next)]
        if mark != 0 {
          low = min(low, mark)
          continue
        }
        let first = up[Int(next)]
        let last = up[Int(next) + 1]
        if first == last {
          close(next, own: open, marks)
          continue
        }
        marks[Int(node)] = low
        frames.append(Frame(node: node, cursor: cursor, own: own, low: low))
        node = next
        cursor = first
        end = last
        own = open
        low = open
        marks[Int(node)] = open
        open += 1
        continue
      }
      if low == own {
        close(node, own: own, marks)
        open = own
      } else {
        marks[Int(node)] = low
        pending.append(node)
      }
      let reached = marks[Int(node)]
      guard let frame = frames.popLast() else { return }
      node = frame.node
      cursor = frame.cursor
      end = up[Int(node) + 1]
      own = frame.own
      low = min(frame.low, reached)
    }
  }

  private mutating func close(_ node: Int32, own: Int32, _ marks: UnsafeMutableBufferPointer<Int32>) {
    let closed = Int32.max - Int32(truncatingIfNeeded: ends.count)
    let first = members.count
    marks[Int(node)] = closed
    members.append(node)
    while let last = pending.last, marks[Int(last)] >= own {
      pending.removeLast()
      marks[Int(last)] = closed
      members.append(last)
    }
    if members.count - first > 1 {
      members[first...].sort()
    }
    ends.append(Int32(truncatingIfNeeded: members.count))
  }
}
