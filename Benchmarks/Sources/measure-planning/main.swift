import Foundation
import Planning
import Workspace

// Measures the engine by itself: processor time of each step in milliseconds, the best of a few runs, as one line of
// JSON. With --edges it writes the graph instead, one wait a line, for others to be measured on the same one.

let arguments = CommandLine.arguments.dropFirst()
let itemCount = arguments.compactMap { Int($0) }.first ?? 100_000
let shape = Workspace(itemCount: itemCount).dependencies
var waiting: [Int64] = []
var blockers: [Int64] = []
for (item, above) in shape.blockers.enumerated() {
  for blocker in above.sorted() {
    waiting.append(Int64(item))
    blockers.append(Int64(blocker))
  }
}

if arguments.contains("--edges") {
  var text = ""
  for (item, blocker) in zip(waiting, blockers) { text += "\(item) \(blocker)\n" }
  FileHandle.standardOutput.write(Data(text.utf8))
  exit(0)
}

func days(_ item: Int64) -> Int { 1 + Int(item % 8) }

/// Processor time of this process, in milliseconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
}

var figures: [(name: String, value: Double)] = []

/// Runs something a few times and keeps the best time, so that a busy machine disturbs least.
@MainActor func measure<Value>(_ name: String, runs: Int = 5, _ body: () -> Value) -> Value {
  var best = Double.infinity
  var value = body()
  for _ in 0..<runs {
    let start = processorTime()
    value = body()
    best = min(best, processorTime() - start)
  }
  figures.append((name, best))
  return value
}

let graph = measure("build") { DependencyGraph(waiting: waiting, blockers: blockers) }
let components = measure("components") { Components(of: graph) }
let schedule = measure("schedule") { Schedule(of: components) { days(graph.number(of: $0)) } }
let roots = measure("roots") { RootBlockers(of: components) }
_ = measure("components, schedule and roots") {
  let components = Components(of: graph)
  return (Schedule(of: components) { days(graph.number(of: $0)) }, RootBlockers(of: components))
}
let cycles = measure("cycles") { components.cycles() }
var search = DependencySearch(graph)
let hub = graph.nodes.max { graph.waiters(of: $0).count < graph.waiters(of: $1).count }
let downstream = measure("impact of the largest hub, 100 times") { () -> Int in
  guard let hub else { return 0 }
  var count = 0
  for _ in 0..<100 { count = search.impactCount(of: hub) }
  return count
}
_ = measure("slip of the largest hub") { hub.map { schedule.slip(of: $0, by: 14, in: &search).moves.count } }
_ = measure("1000 checks of new waits") { () -> Int in
  var random = SplitMix64(seed: 7)
  var found = 0
  for _ in 0..<1_000 {
    let ends = (
      Int64.random(in: 0..<Int64(itemCount), using: &random), Int64.random(in: 0..<Int64(itemCount), using: &random)
    )
    if search.cycleClosed(by: ends.0, waitingFor: ends.1) != nil { found += 1 }
  }
  return found
}
let history = Throughput(days: (0..<90).map { [0, 2, 1, 0, 3, 1, 0, 0, 4, 2, 1, 0, 2][$0 * 7 % 13] })
let odds = measure("forecast of 200 items, 100 times") { () -> Odds in
  var odds = history.odds(ofFinishing: 200)
  for _ in 1..<100 { odds = history.odds(ofFinishing: 200) }
  return odds
}
let facts: [(name: String, value: Double)] = [
  ("items", Double(itemCount)), ("waits", Double(graph.edgeCount)), ("cycles", Double(cycles.count)),
  ("length", Double(schedule.length)), ("downstream", Double(downstream)),
  ("p50", Double(odds.days(for: 0.5) ?? -1)), ("p85", Double(odds.days(for: 0.85) ?? -1)),
  ("p95", Double(odds.days(for: 0.95) ?? -1)),
]
func object(_ members: [(name: String, value: Double)]) -> String {
  "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
}
print("{\"facts\":\(object(facts)),\"ms\":\(object(figures)),\"history\":\(history.days)}")
