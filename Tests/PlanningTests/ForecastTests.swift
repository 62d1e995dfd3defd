import Planning
import Testing

@Suite struct `A forecast from past days` {
  /// A history that the seed decides.
  private static func history(_ seed: UInt64) -> Throughput {
    var random = SplitMix64(seed: seed)
    let most = Int.random(in: 1...4, using: &random)
    let days = (0..<Int.random(in: 3...12, using: &random)).map { _ in
      Bool.random(using: &random) ? 0 : Int.random(in: 0...most, using: &random)
    }
    return Throughput(days: days + [1])
  }

  /// The odds by walking every possible sequence of days.
  private static func plainOdds(_ days: [Int], items: Int, within length: Int) -> Double {
    if items <= 0 { return 1 }
    if length == 0 { return 0 }
    return days.reduce(0) { $0 + plainOdds(days, items: items - $1, within: length - 1) } / Double(days.count)
  }

  @Test(arguments: UInt64(0)..<30)
  func `is what counting every sequence of days gives`(seed: UInt64) {
    let history = Throughput(days: Array(Self.history(seed).days.suffix(5)))
    for items in 1...5 {
      let odds = history.odds(ofFinishing: items)
      let counts = (0...4).map { history.chances(within: $0) }
      for days in 0...4 {
        let plain = Self.plainOdds(history.days, items: items, within: days)
        #expect(abs(odds.chance(within: days) - plain) < 1e-9)
        #expect(abs((items < counts[days].count ? counts[days][items] : 0) - plain) < 1e-9)
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `is met by drawing days at random`(seed: UInt64) throws {
    let history = Self.history(seed)
    let items = 12
    let exact = history.odds(ofFinishing: items)
    let drawn = Simulation(
      streams: [.init(history)], streamOf: Array(repeating: 0, count: items), edges: [], wanted: Set(0..<items)
    ).odds(trials: 4_000, seed: seed)
    for days in stride(from: 0, to: exact.byDay.count, by: 3) {
      #expect(abs(exact.chance(within: days) - drawn.chance(within: days)) < 0.05)
    }
  }

  @Test func `ends exactly where every day is alike`() {
    let odds = Throughput(days: [2, 2, 2]).odds(ofFinishing: 7)
    #expect(odds.days(for: 0.5) == 4 && odds.days(for: 0.95) == 4)
    #expect(odds.chance(within: 3) == 0 && odds.chance(within: 4) == 1)
  }

  @Test func `never ends where nothing was ever finished, and at once where nothing is left`() {
    #expect(Throughput(days: [0, 0]).odds(ofFinishing: 1).days(for: 0.5) == nil)
    #expect(Throughput(days: []).odds(ofFinishing: 1).days(for: 0.5) == nil)
    #expect(Throughput(days: [0]).odds(ofFinishing: 0).days(for: 0.95) == 0)
  }

  @Test(arguments: [0.5, 0.85, 0.95])
  func `says how many items fit into some days with the same chances`(chance: Double) {
    let history = Throughput(days: [0, 0, 1, 3, 0, 2, 1])
    for days in 1...30 {
      let items = history.items(within: days, for: chance)
      #expect((history.odds(ofFinishing: items).days(for: chance) ?? .max) <= days)
      #expect((history.odds(ofFinishing: items + 1).days(for: chance) ?? .max) > days)
    }
  }

  @Test func `of several parts is done when the last part is`() {
    let fast = Throughput(days: [1]).odds(ofFinishing: 2)
    let slow = Throughput(days: [0, 1]).odds(ofFinishing: 2)
    #expect(Odds.all(of: [fast, slow]) == Odds(byDay: slow.byDay))
  }

  @Test func `calls a pace steady only while both halves are alike`() {
    #expect(Throughput(days: [1, 0, 2, 1, 1, 0, 1, 2]).isSteady)
    #expect(!Throughput(days: Array(repeating: 0, count: 20) + Array(repeating: 2, count: 20)).isSteady)
  }

  @Test func `is put to the test at days of the past`() {
    let steady = Backtest(days: Array(repeating: [0, 1, 2], count: 60).flatMap(\.self), window: 60)
    #expect(steady.count == 5 && steady.held >= 4)
    let broken = Backtest(days: Array(repeating: 2, count: 100) + Array(repeating: 0, count: 60), window: 60)
    #expect(broken.count > 0 && broken.held < broken.count)
    #expect(Backtest(days: [1, 2], window: 60).count == 0)
  }
}

@Suite struct `Work of several streams that wait for each other` {
  private static let daily = Simulation.Stream(Throughput(days: [1]))

  @Test func `takes as long as its longest way of waits`() {
    // Two streams hand a chain of six back and forth, one item a day and stream.
    let edges = (1..<6).map { (waiting: $0, blocker: $0 - 1) }
    let odds = Simulation(
      streams: [Self.daily, Self.daily], streamOf: [0, 1, 0, 1, 0, 1], edges: edges, wanted: [5]
    ).odds(trials: 10, seed: 1)
    // The second stream goes on with what the first one finished on the same day.
    #expect(odds.days(for: 0.95) == 3)
  }

  @Test func `survives a circle`() {
    let odds = Simulation(
      streams: [Self.daily], streamOf: [0, 0, 0], edges: [(0, 1), (1, 0), (2, 1)], wanted: [2]
    ).odds(trials: 10, seed: 1)
    #expect(odds.days(for: 0.95) != nil)
  }

  @Test func `is slowed by a limit and by items that split`() {
    let fast = Throughput(days: [3])
    func days(_ stream: Simulation.Stream) -> Int? {
      Simulation(streams: [stream], streamOf: Array(repeating: 0, count: 12), edges: [], wanted: Set(0..<12))
        .odds(trials: 5, seed: 3).days(for: 0.85)
    }
    #expect(days(.init(fast)) == 4)
    #expect(days(.init(fast, limit: 2)) == 6)
    #expect(days(.init(fast, splitRate: 0.5)) == 6)
  }

  @Test func `gives the same runs for the same seed`() {
    let stream = Simulation.Stream(Throughput(days: [0, 1, 0, 2]))
    let work = Simulation(streams: [stream], streamOf: [0, 0, 0], edges: [(2, 0)], wanted: [0, 1, 2])
    #expect(work.odds(trials: 500, seed: 9) == work.odds(trials: 500, seed: 9))
    #expect(work.odds(trials: 500, seed: 9) != work.odds(trials: 500, seed: 10))
  }
}
