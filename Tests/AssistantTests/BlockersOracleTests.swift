import Assistant
import Delivery
import Interchange
import Testing

/// The same questions answered by sets and repeated steps, slowly and plainly.
private struct PlainOracle {
  var open: Set<String> = []
  var unknown: Set<String> = []
  var links: Set<[String]> = []

  /// Open waits: both ends open, the link not closed.
  var waits: [String: Set<String>] {
    var waits: [String: Set<String>] = [:]
    for link in links where open.contains(link[0]) && open.contains(link[1]) {
      waits[link[0], default: []].insert(link[1])
    }
    return waits
  }

  static func above(_ key: String, over edges: [String: Set<String>]) -> Set<String> {
    var reached: Set<String> = []
    var front = edges[key] ?? []
    while !front.isSubset(of: reached) {
      reached.formUnion(front)
      front = Set(front.flatMap { edges[$0] ?? [] })
    }
    return reached
  }

  /// Those above that nothing stands above but their own circle.
  func roots(of key: String) -> Set<String> {
    let waits = waits
    return PlainOracle.above(key, over: waits).filter { root in
      PlainOracle.above(root, over: waits).allSatisfy { PlainOracle.above($0, over: waits).contains(root) }
    }
  }

  var circles: Set<Set<String>> {
    let waits = waits
    let members = waits.keys.filter { PlainOracle.above($0, over: waits).contains($0) }
    return Set(
      members.map { member in
        Set(PlainOracle.above(member, over: waits).filter { PlainOracle.above($0, over: waits).contains(member) })
      })
  }
}

@Suite struct `Answers about blockers on random stores` {
  private static func world(_ seed: UInt64) throws -> (BlockersWorld, PlainOracle) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    var oracle = PlainOracle()
    var items: [Record] = []
    let count = 4 + random(14)
    let keys = (1...count).map { "SEA-\($0)" } + ["FAR-1", "FAR-2"]
    for key in keys.dropLast(2) {
      let isDone = random(4) == 0
      if !isDone { oracle.open.insert(key) }
      items.append(BlockersWorld.item(key, isDone: isDone))
    }
    oracle.unknown = ["FAR-1", "FAR-2"]
    let goesUp = seed.isMultiple(of: 2)
    var records: [Record] = []
    for _ in 0..<random(count * 3) {
      let first = random(count)
      let second = goesUp ? random(first + 1) : random(keys.count)
      guard oracle.links.insert([keys[first], keys[second]]).inserted else { continue }
      records.append(BlockersWorld.wait(keys[first], keys[second], days: Int64(random(40))))
    }
    // Links may come before their items, and items may change afterwards.
    let world = try BlockersWorld(seed.isMultiple(of: 3) ? records + items : items + records)
    for key in keys.dropLast(2) where random(5) == 0 {
      let isDone = oracle.open.remove(key) != nil
      if !isDone { oracle.open.insert(key) }
      try world.put([BlockersWorld.item(key, isDone: isDone)])
    }
    return (world, oracle)
  }

  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `agree with a plain oracle, and with each other`(seed: UInt64) throws {
    let (world, oracle) = try Self.world(seed)
    let waits = oracle.waits
    let list = try world.reply("who is blocked")
    #expect(list.lists("blocked_by").mapValues { Set($0) } == waits)
    for (key, roots) in list.lists("root") { #expect(Set(roots) == oracle.roots(of: key)) }
    let circles = try world.reply("show the cycles").answer.records.map { row in
      Set(row["keys"]?.array?.compactMap(\.text) ?? [])
    }
    #expect(Set(circles) == oracle.circles)
    for key in oracle.open.sorted().prefix(5) {
      let chain = try world.reply("what is blocking \(key)")
      let above = PlainOracle.above(key, over: waits).subtracting([key])
      #expect(Set(chain.column("key")) == above)
      #expect(chain.column("key").count == above.count)
      let roots = chain.answer.records.filter { $0["root"] == true }.compactMap { $0["key"]?.text }
      #expect(Set(roots) == oracle.roots(of: key).subtracting([key]))
      let cyclic = chain.answer.records.filter { $0["cycle"] == true }.compactMap { $0["key"]?.text }
      #expect(Set(cyclic) == above.filter { PlainOracle.above($0, over: waits).contains($0) })
      for (other, waitsFor) in chain.lists("waits_for") { #expect(Set(waitsFor) == waits[other] ?? []) }
      let all = Dictionary(grouping: oracle.links, by: { $0[0] }).mapValues { Set($0.map { $0[1] }) }
      let dependencies = try world.reply("what does \(key) depend on")
      #expect(Set(dependencies.column("key")) == PlainOracle.above(key, over: all).subtracting([key]))
    }
  }
}
