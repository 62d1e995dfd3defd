import Planning
import Testing

@Suite struct `A chain without end` {
  #if DEBUG
    static let length: Int64 = 200_000
  #else
    static let length: Int64 = 1_000_000
  #endif

  private static func chain(closed: Bool) -> DependencyGraph {
    let items = Array(Int64(0)..<length)
    let waiting = closed ? items : Array(items.dropLast())
    return DependencyGraph(waiting: waiting, blockers: waiting.map { ($0 + 1) % length })
  }

  @Test func `is followed from one end to the other`() throws {
    let graph = Self.chain(closed: false)
    let first = try #require(graph.node(of: 0))
    let last = try #require(graph.node(of: Self.length - 1))
    var search = DependencySearch(graph)

    #expect(Components(of: graph).count == Int(Self.length))
    #expect(search.roots(of: first) == [RootBlocker(node: last, inCycle: false)])
    let burdens = RootBlockers(of: Components(of: graph)).burdens()
    #expect(burdens.map(\.downstream) == [Int(Self.length - 1)])
    #expect(Schedule(of: Components(of: graph)) { _ in 2 }.length == 2 * Int(Self.length))
    #expect(search.chain(of: first).links.last?.depth == Int(Self.length - 1))
    #expect(search.impact(of: last).hits.last?.node == first)
    #expect(search.cycleClosed(by: Self.length - 1, waitingFor: 0)?.count == Int(Self.length))
    #expect(search.cycleClosed(by: 0, waitingFor: Self.length - 1) == nil)
  }

  @Test func `is followed when it ends where it began`() throws {
    let graph = Self.chain(closed: true)
    let first = try #require(graph.node(of: 0))
    var search = DependencySearch(graph)

    let cycles = Components(of: graph).cycles()
    #expect(cycles.map(\.path.count) == [Int(Self.length)])
    #expect(cycles.first?.cut.breaksAll == true)
    let roots = search.roots(of: first)
    #expect(roots.count == Int(Self.length))
    #expect(roots.first == RootBlocker(node: first, inCycle: true))
  }
}
