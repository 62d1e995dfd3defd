import Testing

@testable import Workspace

@Suite struct `A made-up workspace` {
  @Test func `is the same for the same size and seed`() {
    func lines(seed: UInt64) -> [String] {
      var lines: [String] = []
      Workspace(itemCount: 500, seed: seed).forEachLine { lines.append($0) }
      return lines
    }
    #expect(lines(seed: 1) == lines(seed: 1))
    #expect(lines(seed: 1) != lines(seed: 2))
  }

  @Test func `waits as work in real trackers does`() {
    let shape = Workspace(itemCount: 20_000).dependencies
    let waiting = shape.blockers.filter { !$0.isEmpty }
    func share(_ range: ClosedRange<Int>) -> Double {
      100 * Double(waiting.count { range.contains($0.count) }) / Double(waiting.count)
    }
    #expect((70...86).contains(share(1...1)), "\(share(1...1))")
    #expect((7...18).contains(share(2...2)), "\(share(2...2))")
    #expect((4...11).contains(share(3...5)), "\(share(3...5))")
    #expect((1...5).contains(share(6...1_000)), "\(share(6...1_000))")
    #expect((0.7...1.3).contains(Double(shape.linkCount) / 20_000))
  }

  @Test func `holds cycles, hubs and a long chain, and nothing that waits for itself`() {
    let shape = Workspace(itemCount: 20_000).dependencies
    #expect((15...40).contains(shape.closing.count))
    #expect(shape.closing.allSatisfy { shape.blockers[$0.item].contains($0.blocker) })
    #expect(shape.blockers.indices.allSatisfy { !shape.blockers[$0].contains($0) })
    #expect((19_001..<20_000).allSatisfy { shape.blockers[$0].contains($0 - 1) })
    let dependents = shape.blockers.joined().reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    #expect(dependents.values.max() ?? 0 >= 18)
  }

  @Test(arguments: [(0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_780_272_000, "2026-06-01")])
  func `writes dates`(seconds: Int, date: String) {
    #expect(Timestamp(seconds: seconds).date == date)
    #expect(Timestamp(seconds: seconds + 34_205).instant == date + "T09:30:05Z")
  }
}
