/// When each item could be done at the earliest and must be at the latest, if only waits hold it back.
///
/// The critical path method on the components (Kelley and Walker, "Critical-Path Planning and Scheduling", 1959), which
/// stays right when the waits hold cycles: a cycle counts as one piece of work as long as all of its items together,
/// since no order among them is known. Times are counted from zero in the unit of the durations.
package struct Schedule: Sendable {
  private let components: Components
  private let lengths: [Int]
  private let starts: [Int]
  private let latestStarts: [Int]
  private let freeSlacks: [Int]
  /// The blocker that each component starts after; itself where nothing holds it back.
  private let deciding: [Int32]
  /// When all is done at the earliest.
  package let length: Int

  /// Sweeps forward for the earliest times, then backward for the slack.
  ///
  /// - Parameters:
  ///   - components: The components of the graph asked about.
  ///   - duration: How long an item takes; not negative.
  /// - Complexity: O(nodes + edges).
  package init(of components: Components, duration: (Node) -> Int) {
    let count = components.count
    let search = components.search
    let graph = components.graph
    var lengths = [Int](repeating: 0, count: count)
    var starts = [Int](repeating: 0, count: count)
    var deciding = [Int32](repeating: 0, count: count)
    var length = 0
    for component in 0..<count {
      var total = 0
      var start = 0
      var decision = component
      for node in search.memberRow(component) {
        total += max(0, duration(Node(node)))
        for blocker in graph.up.row(node) {
          let above = Int(search.component(of: blocker))
          guard above != component else { continue }
          let finish = starts[above] + lengths[above]
          if decision == component || finish > start {
            start = finish
            decision = above
          }
        }
      }
      lengths[component] = total
      starts[component] = start
      deciding[component] = Int32(truncatingIfNeeded: decision)
      length = max(length, start + total)
    }
    var latestStarts = [Int](repeating: 0, count: count)
    var freeSlacks = [Int](repeating: 0, count: count)
    for component in (0..<count).reversed() {
      var latestFinish = length
      var nextStart = length
      for node in search.memberRow(component) {
        for waiter in graph.down.row(node) {
          let below = Int(search.component(of: waiter))
          guard below != component else { continue }
          latestFinish = min(latestFinish, latestStarts[below])
          nextStart = min(nextStart, starts[below])
        }
      }
      latestStarts[component] = latestFinish - lengths[component]
      freeSlacks[component] = nextStart - starts[component] - lengths[component]
    }
    self.components = components
    self.lengths = lengths
    self.starts = starts
    self.latestStarts = latestStarts
    self.freeSlacks = freeSlacks
    self.deciding = deciding
    self.length = length
  }

  /// Earliest time to begin an item, or the cycle it stands in.
  package func start(of node: Node) -> Int {
    starts[components.component(of: node)]
  }

  /// Earliest time by which an item, or the cycle it stands in, is done.
  package func finish(of node: Node) -> Int {
    let component = components.component(of: node)
    return starts[component] + lengths[component]
  }

  /// How much later an item may be done without moving the end of all.
  package func totalSlack(of node: Node) -> Int {
    let component = components.component(of: node)
    return latestStarts[component] - starts[component]
  }

  /// How much later an item may be done without moving anything that waits for it.
  package func freeSlack(of node: Node) -> Int {
    freeSlacks[components.component(of: node)]
  }

  /// The longest chain of blockers that ends with an item: cycles as one step with all members, root first.
  ///
  /// The first step is the root that decides when the item can begin.
  /// - Complexity: O(steps).
  package func path(to node: Node) -> [NodeList] {
    var path: [NodeList] = []
    var component = components.component(of: node)
    path.append(components.members(of: component))
    while Int(deciding[component]) != component {
      component = Int(deciding[component])
      path.append(components.members(of: component))
    }
    return path.reversed()
  }

  /// The chain that decides when all is done, root first; empty for an empty graph.
  ///
  /// - Complexity: O(nodes).
  package func criticalPath() -> [NodeList] {
    let last = starts.indices.first { starts[$0] + lengths[$0] == length }
    guard let last, let node = components.members(of: last).first else { return [] }
    return path(to: node)
  }
}
