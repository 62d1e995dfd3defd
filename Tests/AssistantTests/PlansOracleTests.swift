@testable import Assistant
import Delivery
import Interchange
import Language
import Prompts
import Store
import Testing
import Times

/// Answers about plans against plain recomputation, on stores drawn at random.
@Suite struct `Answers about plans` {
  private static let now = Moment("2026-06-01T09:00:00Z")

  /// Items `TT-0`, `TT-1`, … in two teams, waiting for each other as a seed decides, cycles and diamonds included.
  struct World {
    let store: Store
    var blockers: [Int: Set<Int>] = [:]
    var days: [Int] = []

    init(seed: UInt64) throws {
      var state = seed &+ 1
      func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
      store = try Store.inMemory(
        options: StoreOptions(
          words: { Folding.words(of: $0) }, spellings: { SpellingCodes.codes(of: $0) },
          random: { seed ^ 0x9E37_79B9_7F4A_7C15 }))
      let count = 4 + random(20)
      for _ in 0..<count { days.append(1 + random(6)) }
      for _ in 0..<random(count * 2) { blockers[random(count), default: []].insert(random(count)) }
      let items = days.enumerated().map { number, days in
        Record.item(
          Item(
            key: Key("TT-\(number)"), team: Key(number.isMultiple(of: 2) ? "even" : "odd"), status: "Doing",
            estimateDays: Double(days)))
      }
      let waits = blockers.flatMap { item, blockers in
        blockers.filter { $0 != item }.map { blocker in
          Record.dependency(
            Dependency(waiting: Reference(.item, "TT-\(item)"), blocker: Reference(.item, "TT-\(blocker)")))
        }
      }
      for item in blockers.keys { blockers[item]?.remove(item) }
      let now = try #require(Self.moment).instant
      _ = try store.importing(.exact, at: now, by: nil, source: "test") { session in
        try session.put(.status(Status(name: "Doing", category: .active)))
        for record in items + waits { try session.put(record) }
      }
    }

    static let moment = Moment("2026-06-01T09:00:00Z")

    /// Fewest waits down to every item that waits for one.
    func below(_ item: Int) -> [Int: Int] {
      var found: [Int: Int] = [:]
      var front: Set<Int> = [item]
      var steps = 0
      while !front.isEmpty {
        steps += 1
        front = Set(blockers.filter { !$0.value.isDisjoint(with: front) }.keys).subtracting(found.keys)
        for item in front { found[item] = steps }
      }
      found[item] = nil
      return found
    }

    func rows(_ said: String) throws -> [JSON.Object] {
      let moment = try #require(Self.moment)
      let line = Line(said, at: moment.instant, zone: Zone(offset: 0))
      return try Conversation(store: store, reader: Reader(grammar: CompiledPrompts.grammar)).answer(to: line).records
    }
  }

  @Test(arguments: UInt64(0)..<25)
  func `name everything that an item hits, with its distance and the teams`(seed: UInt64) throws {
    let world = try World(seed: seed)
    for item in world.days.indices {
      let rows = try world.rows("what is TT-\(item) holding up")
      let hits = rows.filter { $0["kind"]?.text == "item" }
      let expected = world.below(item)
      #expect(Set(hits.compactMap { $0["key"]?.text }) == Set(expected.keys.map { "TT-\($0)" }))
      for hit in hits {
        let key = try #require(hit["key"]?.text)
        let number = try #require(Int(key.dropFirst(3)))
        #expect(hit["distance"]?.integer == expected[number])
        let way = try #require(hit["because"]?.array).compactMap(\.text)
        #expect(way.first == "TT-\(item)" && way.count == expected[number])
      }
      let teams = Set(expected.keys.map { $0.isMultiple(of: 2) ? "even" : "odd" })
      #expect(Set(rows.filter { $0["kind"]?.text == "team" }.compactMap { $0["key"]?.text }) == teams)
    }
  }

  @Test(arguments: UInt64(0)..<25)
  func `lead along a path of work without slack, each step after the one before`(seed: UInt64) throws {
    let world = try World(seed: seed)
    for item in world.days.indices {
      let rows = try world.rows("critical path to TT-\(item)")
      #expect(rows.contains { $0["key"]?.text == "TT-\(item)" })
      #expect(rows.allSatisfy { $0["slack_days"]?.integer == 0 })
      for (row, next) in zip(rows, rows.dropFirst()) {
        let start = try #require(row["start"]?.text)
        #expect(start <= (next["start"]?.text ?? ""))
      }
    }
  }

  @Test(arguments: UInt64(0)..<25)
  func `let nothing move farther than the delay`(seed: UInt64) throws {
    let world = try World(seed: seed)
    for item in world.days.indices {
      let rows = try world.rows("what if TT-\(item) slips 5 days")
      let slips = rows.compactMap { $0["slips_by"]?.text }
      #expect(slips.count == rows.count { $0["kind"]?.text != "unknown" })
      #expect(Set(slips).isSubset(of: ["P0D", "P1D", "P2D", "P3D", "P4D", "P5D"]))
    }
  }
}
