/// When each item could be done at the earliest and must be at the latest, if only waits hold it back.
///
/// The critical path method on the components (Kelley and Walker, "Critical-Path Planning and Scheduling", 1959), which
/// stays right when the waits hold cycles: a cycle counts as one piece of work as long as all of its items together,
/// since no order among them is known. Times are counted from zero in the unit of the durations.
package struct Schedule: Sendable {
  private let components: Components
  /// Times of each component, side by side since one sweep reads them together.
  private let times: [Times]
  /// When all is done at the earliest.
  package let length: Int

  private struct Times {
    var length = 0
    var finish = 0
    var latestStart = 0
    var freeSlack = 0
    /// The component above that this one starts after; itself where nothing holds it back.
    var deciding: Int32 = 0

    var start: Int { finish - length }
  }

  /// Sweeps forward for the earliest times, then backward for the slack.
  ///
  /// - Parameters:
  ///   - components: The components of the graph asked about.
  ///   - duration: How long an item takes; not negative.
  /// - Complexity: O(nodes + edges).
  package init(of components: Components, duration: (Node) -> Int) {
    let count = components.count
    let search = components.search
    let up = components.graph.up.entries
    let down = components.graph.down.entries
    var times = [Times](repeating: Times(), count: count)
    var length = 0
    var first = 0
    for component in 0..<count {
      let end = Int(search.ends[component])
      var total = 0
      var start = 0
      var decision = component
      for position in first..<end {
        let node = search.members[position]
        total += max(0, duration(Node(node)))
        for edge in Int(up[Int(node)])..<Int(up[Int(node) + 1]) {
          let above = Int(search.component(of: up[edge]))
          guard above != component else { continue }
          let finish = times[above].finish
          if decision == component || finish > start {
            start = finish
            decision = above
          }
        }
      }
      times[component].length = total
      times[component].finish = start + total
      times[component].deciding = Int32(truncatingIfNeeded: decision)
      length = max(length, start + total)
      first = end
    }
    var end = search.members.count
    for component in (0..<count).reversed() {
      let first = component == 0 ? 0 : Int(search.ends[component - 1])
      var latestFinish = length
      var nextStart = length
      for position in first..<end {
        let node = search.members[position]
        for edge in Int(down[Int(node)])..<Int(down[Int(node) + 1]) {
          let below = Int(search.component(of: down[edge]))
          guard below != component else { continue }
          latestFinish = min(latestFinish, times[below].latestStart)
          nextStart = min(nextStart, times[below].start)
        }
      }
      times[component].latestStart = latestFinish - times[component].length
      times[component].freeSlack = nextStart - times[component].finish
      end = first
    }
    self.components = components
    self.times = times
    self.length = length
  }

  /// Earliest time to begin an item, or the cycle it stands in.
  package func start(of node: Node) -> Int {
    times[components.component(of: node)].start
  }

  /// Earliest time by which an item, or the cycle it stands in, is done.
  package func finish(of node: Node) -> Int {
    times[components.component(of: node)].finish
  }

  /// How much later an item may be done without moving the end of all.
  package func totalSlack(of node: Node) -> Int {
    let times = times[components.component(of: node)]
    return times.latestStart - times.start
  }

  /// How much later an item may be done without moving anything that waits for it.
  package func freeSlack(of node: Node) -> Int {
    times[components.component(of: node)].freeSlack
  }

  /// What one item alone takes, or the cycle it stands in.
  package func length(of node: Node) -> Int { length(ofComponent: component(of: node)) }

  func component(of node: Node) -> Int { components.component(of: node) }

  func finish(ofComponent component: Int) -> Int { times[component].finish }

  func length(ofComponent component: Int) -> Int { times[component].length }

  /// Components that hold a blocker of one of a component's items; one may come several times, itself never.
  func componentsAbove(_ component: Int) -> some Sequence<Int> {
    components.search.memberRow(component).lazy
      .flatMap { components.graph.up.row($0) }
      .map { Int(components.search.component(of: $0)) }
      .filter { $0 != component }
  }

  /// The longest chain of blockers that ends with an item: cycles as one step with all members, root first.
  ///
  /// The first step is the root that decides when the item can begin.
  /// - Complexity: O(steps).
  package func path(to node: Node) -> [NodeList] {
    var path: [NodeList] = []
    var component = components.component(of: node)
    path.append(components.members(of: component))
    while Int(times[component].deciding) != component {
      component = Int(times[component].deciding)
      path.append(components.members(of: component))
    }
    return path.reversed()
  }

  /// The chain that decides when all is done, root first; empty for an empty graph.
  ///
  /// - Complexity: O(nodes).
  package func criticalPath() -> [NodeList] {
    let last = times.firstIndex { $0.finish == length }
    guard let last, let node = components.members(of: last).first else { return [] }
    return path(to: node)
  }
}
