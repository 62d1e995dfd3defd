import Benchmark

let benchmarks: @Sendable () -> Void = {
  typing()

  answer(
    "Cold answer, sample workspace", prepare: { try $0.makeSampleStore() },
    arguments: { $0.asking("is smart export live", store: "sample") })

  for items in [10_000, 100_000, 1_000_000] {
    answer(
      "Who is blocked, \(items) items", prepare: { try $0.makeStore(of: items) },
      arguments: { $0.asking("who is blocked", store: "\(items)") })
  }

  // A late item of the longest chain, and one that many wait for.
  for items in [100_000, 1_000_000] {
    answer(
      "What blocks one item, \(items) items", prepare: { try $0.makeStore(of: items) },
      arguments: { $0.asking("what is blocking \(Workspace.key(of: items - 2, in: items))", store: "\(items)") })
    answer(
      "What one item holds up, \(items) items", prepare: { try $0.makeStore(of: items) },
      arguments: { $0.asking("what is \(Workspace.key(of: items * 9 / 10, in: items)) holding up", store: "\(items)") })
    answer(
      "Critical path to one item, \(items) items", prepare: { try $0.makeStore(of: items) },
      arguments: { $0.asking("critical path to \(Workspace.key(of: items - 2, in: items))", store: "\(items)") })
  }

  answer(
    "Forecast of 200 items, 100000 items", prepare: { try $0.makeStore(of: 100_000) },
    arguments: { $0.asking("when will 200 items be done in team 1", store: "100000") })

  answer(
    "Import of 100000 items with history", iterations: 3, prepare: { _ = try $0.workspace(of: 100_000) },
    arguments: { laboratory in
      laboratory.importing(try laboratory.workspace(of: 100_000), into: laboratory.emptyStore(named: "import"))
    })

  answer(
    "The same import again", iterations: 3, prepare: { try $0.makeStore(of: 100_000) },
    arguments: { $0.importing(try $0.workspace(of: 100_000), into: $0.path(ofStore: "100000")) })
}

/// Measures a command line as a whole process: its processor time, how many times that of a cold `sqlite3` it is, both
/// taken in the same breath, and its peak memory.
///
/// - Parameters:
///   - name: What the table calls it.
///   - iterations: How often to run it at most.
///   - prepare: What has to be there; done once.
///   - arguments: The command line; made anew for each run, outside of what is measured.
private func answer(
  _ name: String, iterations: Int = 60, prepare: @escaping @Sendable (Laboratory) throws -> Void,
  arguments: @escaping @Sendable (Laboratory) throws -> [String]
) {
  let cpu = BenchmarkMetric.custom("CPU (μs)")
  let ratio = BenchmarkMetric.custom("CPU (% of a cold sqlite3)")
  let memory = BenchmarkMetric.custom("Peak memory (kB)")
  Benchmark(
    name,
    configuration: .init(
      metrics: [cpu, ratio, memory], warmupIterations: iterations > 10 ? 3 : 0, maxDuration: .seconds(120),
      maxIterations: iterations)
  ) { benchmark in
    let laboratory = try Laboratory()
    let line = try arguments(laboratory)
    let floor = try Child.run(laboratory.sqlite, [laboratory.path(ofStore: "floor"), "SELECT 1"])
    let usage = try Child.run(laboratory.gangway, line)
    benchmark.measurement(cpu, usage.cpu)
    benchmark.measurement(ratio, usage.cpu * 100 / max(1, floor.cpu))
    benchmark.measurement(memory, usage.memory / 1_024)
  } setup: {
    try prepare(Laboratory())
  }
}
