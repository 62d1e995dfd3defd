/// Neighbours of every node in one block of memory (compressed sparse rows).
///
/// The first `count + 1` entries say where each row begins, counted from the start of the block; the rows follow.
struct AdjacencyRows: Sendable {
  let entries: [Int32]
  let count: Int

  private init(entries: [Int32], count: Int) {
    self.entries = entries
    self.count = count
  }

  /// Sorts edges into rows by counting; a row keeps the order in which its edges came.
  ///
  /// - Complexity: O(count + edges).
  init(count: Int, from sources: [Int32], to targets: [Int32]) {
    let base = count + 1
    let size = base + sources.count
    precondition(sources.count == targets.count && size < Int(Int32.max), "a graph of more than 2^31 entries")
    self.count = count
    entries = [Int32](unsafeUninitializedCapacity: size) { block, filled in
      block[0..<base].initialize(repeating: 0)
      sources.withUnsafeBufferPointer { sources in
        for source in sources {
          block[Int(source)] &+= 1
        }
        Self.turnCountsIntoEnds(block, count: count)
        targets.withUnsafeBufferPointer { targets in
          // Filled from the back, each end becomes its row's beginning.
          var edge = sources.count
          while edge > 0 {
            edge &-= 1
            let source = Int(sources[edge])
            let place = block[source] &- 1
            block[source] = place
            block[Int(place)] = targets[edge]
          }
        }
      }
      filled = size
    }
  }

  /// The same edges seen from the other end, each row ascending.
  ///
  /// - Complexity: O(count + edges).
  func transposed() -> AdjacencyRows {
    let base = count + 1
    let size = entries.count
    let turned = [Int32](unsafeUninitializedCapacity: size) { block, filled in
      block[0..<base].initialize(repeating: 0)
      entries.withUnsafeBufferPointer { entries in
        for edge in base..<size {
          block[Int(entries[edge])] &+= 1
        }
        Self.turnCountsIntoEnds(block, count: count)
        var source = count
        var edge = size
        while source > 0 {
          source &-= 1
          let start = Int(entries[source])
          while edge > start {
            edge &-= 1
            let target = Int(entries[edge])
            let place = block[target] &- 1
            block[target] = place
            block[Int(place)] = Int32(truncatingIfNeeded: source)
          }
        }
      }
      filled = size
    }
    return AdjacencyRows(entries: turned, count: count)
  }

  /// Rows in which a neighbour stands once, given rows that ascend.
  ///
  /// - Complexity: O(count + edges), without a copy where nothing repeats.
  func withoutRepeats() -> AdjacencyRows {
    guard hasRepeats else { return self }
    let size = entries.count
    let base = count + 1
    var kept = base
    let packed = [Int32](unsafeUninitializedCapacity: size) { block, filled in
      entries.withUnsafeBufferPointer { entries in
        for source in 0..<count {
          block[source] = Int32(truncatingIfNeeded: kept)
          var previous: Int32 = -1
          for edge in Int(entries[source])..<Int(entries[source + 1]) where entries[edge] != previous {
            previous = entries[edge]
            block[kept] = previous
            kept += 1
          }
        }
      }
      block[count] = Int32(truncatingIfNeeded: kept)
      filled = kept
    }
    return AdjacencyRows(entries: packed, count: count)
  }

  /// Neighbours of one node.
  func row(_ node: Int32) -> ArraySlice<Int32> {
    entries[Int(entries[Int(node)])..<Int(entries[Int(node) + 1])]
  }

  /// Number of neighbours of one node.
  func degree(_ node: Int32) -> Int {
    Int(entries[Int(node) + 1] - entries[Int(node)])
  }

  private var hasRepeats: Bool {
    entries.withUnsafeBufferPointer { entries in
      for source in 0..<count {
        var previous: Int32 = -1
        for edge in Int(entries[source])..<Int(entries[source + 1]) {
          if entries[edge] == previous { return true }
          previous = entries[edge]
        }
      }
      return false
    }
  }

  private static func turnCountsIntoEnds(_ block: UnsafeMutableBufferPointer<Int32>, count: Int) {
    var end = Int32(truncatingIfNeeded: count + 1)
    for node in 0..<count {
      end &+= block[node]
      block[node] = end
    }
    block[count] = end
  }
}
