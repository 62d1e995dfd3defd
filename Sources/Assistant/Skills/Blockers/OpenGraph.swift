import Planning
import Store
import Synchronization

/// The graph of all open waits, with its components and the roots of every item.
package struct OpenGraph: Sendable {
  let waits: OpenWaits
  let graph: DependencyGraph
  let components: Components
  let roots: RootBlockers

  /// - Complexity: O(open waits).
  init(_ waits: OpenWaits) {
    self.waits = waits
    graph = DependencyGraph(waiting: waits.waiting, blockers: waits.blockers)
    components = Components(of: graph)
    roots = RootBlockers(of: components)
  }
}

/// Keeps the graph from one line of a chat to the next, for as long as nobody changes the store.
package final class OpenGraphMemory: Sendable {
  private let kept = Mutex<(stamp: StoreStamp, graph: OpenGraph)?>(nil)

  package init() {}

  /// The graph as a snapshot has it: loaded in one pass the first time, and after each change by whomever.
  func graph(of snapshot: Snapshot) throws -> OpenGraph {
    let stamp = try snapshot.stamp()
    if let graph = kept.withLock({ $0?.stamp == stamp ? $0?.graph : nil }) { return graph }
    let graph = OpenGraph(try snapshot.openWaits())
    kept.withLock { $0 = (stamp, graph) }
    return graph
  }
}
