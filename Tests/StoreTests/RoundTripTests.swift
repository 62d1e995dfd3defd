import Delivery
import Interchange
import Store
import Testing
import Times

@Suite struct `Records in the store` {
  @Test func `are of every kind in the samples of these tests`() {
    #expect(Set(SampleRecords.all.map(\.reference.kind)) == Set(Kind.allCases))
  }

  @Test(arguments: SampleRecords.all) func `come back as they were put`(record: Record) throws {
    let store = try Store.testing()
    try store.put(record)
    #expect(try store.read { try $0.record(record.reference) } == record)
    #expect(try store.lines() == [record.line])
  }

  @Test(arguments: SampleRecords.all) func `make no entry when they are put again`(record: Record) throws {
    let store = try Store.testing()
    #expect(try store.put(record).changed == [record.reference])
    #expect(try store.put(record) == Applied())
  }

  @Test(arguments: SampleRecords.all) func `can be taken away and given back`(record: Record) throws {
    let store = try Store.testing()
    try store.put(record)
    let full = try store.lines()
    try store.apply([.remove(record.reference)], by: "ana", at: .test, verb: "test")
    #expect(try store.lines() == [])
    _ = try store.undo(by: "ana", at: .test)
    #expect(try store.lines() == full)
  }

  @Test(arguments: 0..<4) func `give the same export whatever order they came in`(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let first = try Store.testing()
    try first.apply(SampleRecords.all.map(Change.put), by: nil, at: .test, verb: "test")
    let second = try Store.testing()
    try second.apply(
      SampleRecords.all.shuffled(using: &generator).map(Change.put), by: nil, at: .test, verb: "test")
    #expect(try first.lines() == second.lines())
    #expect(try first.lines().count == SampleRecords.all.count)
  }

  @Test func `that only others name are there as names, and not exported`() throws {
    let store = try Store.testing()
    try store.put(.item(Item(key: "A-1", feature: "sails", team: "deck")))
    #expect(try store.record(.feature, "sails") == .feature(Feature(key: "sails", name: "sails")))
    #expect(try store.lines().count == 1)
    try store.put(.feature(Feature(key: "sails", name: "Sails")))
    #expect(try store.record(.feature, "sails") == .feature(Feature(key: "sails", name: "Sails")))
  }

  @Test func `named by a dependency are outside`() throws {
    let store = try Store.testing()
    try store.put(
      .dependency(Dependency(waiting: Reference(.item, "A-1"), blocker: Reference(.item, "B-1"))))
    #expect(try store.record(.item, "B-1") == .item(Item(key: "B-1", outside: true)))
  }

  @Test func `that others name stay as names when they are taken away`() throws {
    let store = try Store.testing()
    try store.put(
      .team(Team(key: "deck", name: "Deck")), .person(Person(key: "ana", name: "Ana", team: "deck")))
    try store.apply([.remove(Reference(.team, "deck"))], by: "ana", at: .test, verb: "test")
    #expect(try store.record(.team, "deck") == .team(Team(key: "deck", name: "deck")))
    #expect(try store.lines().count == 1)
  }

  @Test func `whose texts are blank count as without`() throws {
    let store = try Store.testing()
    try store.put(.item(Item(key: "A-1")))
    #expect(try store.put(.item(Item(key: "A-1", title: "", text: ""))) == Applied())
  }
}
