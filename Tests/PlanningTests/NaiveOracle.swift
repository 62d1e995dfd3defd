/// The same questions answered by sets and repeated search, slowly and plainly.
struct NaiveOracle {
  private(set) var items: Set<Int64> = []
  private(set) var blockers: [Int64: Set<Int64>] = [:]
  private(set) var waiters: [Int64: Set<Int64>] = [:]
  /// All that each item reaches upward in one step or more.
  private var reached: [Int64: Set<Int64>] = [:]
  /// Items that reach upward nothing that does not reach them.
  private var rootItems: Set<Int64> = []

  init(waiting: [Int64], blockers: [Int64]) {
    for (item, blocker) in zip(waiting, blockers) {
      items.formUnion([item, blocker])
      self.blockers[item, default: []].insert(blocker)
      self.waiters[blocker, default: []].insert(item)
    }
    for item in items {
      reached[item] = Set(distances(from: item, over: self.blockers).keys)
    }
    rootItems = items.filter { item in upward(of: item).allSatisfy { upward(of: $0).contains(item) } }
  }

  init(_ random: RandomGraph) {
    self.init(waiting: random.waiting, blockers: random.blockers)
  }

  func isBlocked(_ item: Int64) -> Bool { !blockers[item, default: []].isEmpty }

  /// Items that can be reached in one step or more, each with the fewest steps.
  func distances(from item: Int64, over edges: [Int64: Set<Int64>]) -> [Int64: Int] {
    var distances: [Int64: Int] = [:]
    var front: Set<Int64> = [item]
    var steps = 0
    while !front.isEmpty {
      steps += 1
      front = Set(front.flatMap { edges[$0, default: []] }).subtracting(distances.keys)
      for item in front { distances[item] = steps }
    }
    return distances
  }

  func upward(of item: Int64) -> Set<Int64> { reached[item, default: []] }

  func isInCycle(_ item: Int64) -> Bool { upward(of: item).contains(item) }

  func isRoot(_ item: Int64) -> Bool { rootItems.contains(item) }

  func roots(of item: Int64) -> Set<Int64> { upward(of: item).intersection(rootItems) }

  /// Circles as sets of members.
  func circles() -> Set<Set<Int64>> {
    Set(items.filter(isInCycle).map { item in upward(of: item).filter { upward(of: $0).contains(item) } })
  }
}
