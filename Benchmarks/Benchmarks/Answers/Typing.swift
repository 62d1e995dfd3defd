import Benchmark

/// Measures what a person at the keyboard waits for, in a chat on a store of ten thousand names.
func typing() {
  keys("Key to echo, 10000 names") { keyboard in
    try "who owns feature al".map { try keyboard.type(String($0), waitingFor: String($0)) }
  }
  keys("Tab over 10000 names") { keyboard in
    keyboard.press("who owns feature al")
    keyboard.settle()
    return [try keyboard.type("\t", waitingFor: "type on")]
  }
}

/// - Parameters:
///   - name: What the table calls it.
///   - run: Types something and says how long each wait was, in microseconds.
private func keys(_ name: String, _ run: @escaping @Sendable (Keyboard) throws -> [Int]) {
  let time = BenchmarkMetric.custom("Wait (μs)")
  Benchmark(
    name, configuration: .init(metrics: [time], warmupIterations: 1, maxDuration: .seconds(60), maxIterations: 30)
  ) { benchmark in
    let laboratory = try Laboratory()
    let keyboard = try Keyboard(laboratory.gangway, store: laboratory.path(ofStore: "names"))
    for wait in try run(keyboard) { benchmark.measurement(time, wait) }
  } setup: {
    try Laboratory().makeStoreOfNames()
  }
}
