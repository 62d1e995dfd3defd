/// Work of several streams that wait for each other, run many times with days drawn from the past.
///
/// Each stream finishes on each day as many of its items as on a day drawn from its own history, those first that stand
/// first; an item is finished only after all that it waits for. Waits in a circle hold nobody up here, as no order
/// among them is known.
package struct Simulation: Sendable {
  /// One stream: a team, or the people of a feature.
  package struct Stream: Sendable {
    package var throughput: Throughput
    /// At most so many of its items are finished on one day, because no more are in work.
    package var limit: Int?
    /// How many new items each finished one brings along.
    package var splitRate: Double

    package init(_ throughput: Throughput, limit: Int? = nil, splitRate: Double = 0) {
      self.throughput = throughput
      self.limit = limit
      self.splitRate = splitRate
    }
  }

  private let streams: [Stream]
  private let streamOf: [Int32]
  /// What waits for each item, in one block of rows.
  private let waiters: AdjacencyRows
  private let waits: [Int32]
  private let isWanted: [Bool]

  /// - Parameters:
  ///   - streams: The streams, each with a history in which something was finished.
  ///   - streamOf: The stream of each item, in the order in which a stream takes its items.
  ///   - edges: Pairs of items: the first waits for the second.
  ///   - wanted: The items that have to be done in the end.
  /// - Complexity: O(items + edges).
  package init(streams: [Stream], streamOf: [Int], edges: [(waiting: Int, blocker: Int)], wanted: Set<Int>) {
    let graph = DependencyGraph(
      waiting: edges.map { Int64($0.waiting) }, blockers: edges.map { Int64($0.blocker) })
    let components = Components(of: graph)
    let open = edges.filter { edge in
      guard let one = graph.node(of: Int64(edge.waiting)), let other = graph.node(of: Int64(edge.blocker)) else {
        return false
      }
      return components.component(of: one) != components.component(of: other)
    }
    var waits = [Int32](repeating: 0, count: streamOf.count)
    for edge in open { waits[edge.waiting] += 1 }
    self.streams = streams
    self.streamOf = streamOf.map { Int32($0) }
    self.waits = waits
    waiters = AdjacencyRows(
      count: streamOf.count, from: open.map { Int32($0.blocker) }, to: open.map { Int32($0.waiting) })
    isWanted = (0..<streamOf.count).map(wanted.contains)
  }

  /// Runs the work so many times.
  ///
  /// - Parameters:
  ///   - trials: How many runs.
  ///   - seed: Equal seeds give equal runs.
  ///   - horizon: Runs longer than so many days count as never done.
  /// - Returns: The share of the runs that were done within each number of days.
  /// - Complexity: O(trials × (items + edges + days × streams)).
  package func odds(trials: Int, seed: UInt64, horizon: Int = 2_600) -> Odds {
    var random = SplitMix64(seed: seed)
    var counts = [Int](repeating: 0, count: horizon + 1)
    var run = Run(self)
    for _ in 0..<trials {
      if let days = run.days(&random, horizon: horizon) { counts[days] += 1 }
    }
    var sum = 0
    var byDay: [Double] = []
    let last = counts.lastIndex { $0 > 0 } ?? 0
    for count in counts[...last] {
      sum += count
      byDay.append(Double(sum) / Double(max(1, trials)))
    }
    return Odds(byDay: byDay, trials: trials, seed: seed)
  }

  /// The memory of a run, kept from one to the next.
  private struct Run {
    let work: Simulation
    private let wantedCount: Int
    private var waits: [Int32]
    /// Items that may be finished, of each stream, and how far each list is used up.
    private var ready: [[Int32]]
    private var used: [Int]
    private var extra: [Double]

    init(_ work: Simulation) {
      self.work = work
      wantedCount = work.isWanted.count { $0 }
      waits = work.waits
      ready = Array(repeating: [], count: work.streams.count)
      used = Array(repeating: 0, count: work.streams.count)
      extra = Array(repeating: 0, count: work.streams.count)
    }

    /// The day on which the last wanted item is done; nothing beyond the horizon.
    mutating func days(_ random: inout SplitMix64, horizon: Int) -> Int? {
      reset()
      var left = wantedCount
      guard left > 0 else { return 0 }
      for day in 1...horizon {
        for stream in work.streams.indices {
          let history = work.streams[stream].throughput.days
          var room = history[random.below(history.count)]
          if let limit = work.streams[stream].limit { room = min(room, limit) }
          while room > 0 {
            if extra[stream] >= 1 {
              extra[stream] -= 1
              room -= 1
              continue
            }
            guard used[stream] < ready[stream].count else { break }
            let item = ready[stream][used[stream]]
            used[stream] += 1
            room -= 1
            extra[stream] += work.streams[stream].splitRate
            if work.isWanted[Int(item)] { left -= 1 }
            for waiter in work.waiters.row(item) {
              waits[Int(waiter)] -= 1
              if waits[Int(waiter)] == 0 { ready[Int(work.streamOf[Int(waiter)])].append(waiter) }
            }
          }
        }
        if left == 0, extra.allSatisfy({ $0 < 1 }) { return day }
      }
      return nil
    }

    private mutating func reset() {
      for item in waits.indices { waits[item] = work.waits[item] }
      for stream in ready.indices {
        ready[stream].removeAll(keepingCapacity: true)
        used[stream] = 0
        extra[stream] = 0
      }
      for item in waits.indices where waits[item] == 0 {
        ready[Int(work.streamOf[item])].append(Int32(truncatingIfNeeded: item))
      }
    }
  }
}
