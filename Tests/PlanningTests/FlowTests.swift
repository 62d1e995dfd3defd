import Delivery
import Planning
import Testing
import Times

@Suite struct `The flow of finished work` {
  private static let categories: [Status.Category?] = [.waiting, .active, .waiting, .done, nil]

  private static func life(_ days: [(Int, Int)], done: Int, created: Int? = nil) -> Flow.Life {
    func instant(_ day: Int) -> Instant { Instant(seconds: Int64(day) * 86_400) }
    return Flow.Life(
      created: created.map(instant), done: instant(done), stages: days.map { (instant($0.0), $0.1) })
  }

  private static func flow(_ lives: [Flow.Life]) -> Flow { Flow(lives) { categories[$0] } }

  @Test func `tells waiting from active time, all items together`() {
    // Ten days waiting and ten active; then one day active alone.
    let flow = Self.flow([
      Self.life([(0, 0), (8, 1), (18, 2), (20, 3)], done: 20, created: 0), Self.life([(0, 1), (1, 3)], done: 1),
    ])
    #expect(flow.leadTimes == [86_400, 20 * 86_400])
    #expect(flow.cycleTimes == [86_400, 12 * 86_400])
    #expect(flow.active == 11 * 86_400 && flow.waiting == 10 * 86_400)
    #expect(flow.efficiency == 11.0 / 21.0)
    #expect(flow.stages.map(\.status) == [1, 0, 2])
    #expect(flow.stages.first?.times == [86_400, 10 * 86_400])
  }

  @Test func `counts a stage that an item came back to once, with both stays`() {
    let flow = Self.flow([Self.life([(0, 1), (2, 2), (3, 1), (7, 3)], done: 7)])
    #expect(flow.stages.first { $0.status == 1 }?.times == [6 * 86_400])
  }

  @Test func `counts what nobody explained as waiting, and survives times that run backwards`() {
    let flow = Self.flow([Self.life([(5, 4), (3, 1), (9, 3)], done: 4)])
    #expect(flow.waiting == 0 && flow.active == 86_400)
    #expect(Self.flow([]).efficiency == nil)
  }

  @Test func `takes percentiles by nearest rank`() {
    #expect(Percentile.of(0.5, [1, 2, 3, 4]) == 2)
    #expect(Percentile.of(0.85, [1, 2, 3, 4]) == 4)
    #expect(Percentile.of(0, [7]) == 7)
    #expect(Percentile.of(0.5, [Int]()) == nil)
  }
}
