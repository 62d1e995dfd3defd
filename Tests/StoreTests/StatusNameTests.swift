import Delivery
import Store
import Testing

@Suite struct `The name of a status` {
  let store: Store

  init() throws { store = try Store.testing() }

  func found(_ words: String...) throws -> [StoredName] {
    try store.read { snapshot in
      let search = try NameSearch(snapshot)
      let entries =
        words.count == 1
        ? try search.names(holding: words[0], limit: 10) : try search.names(holdingAll: words, limit: 10)
      return try entries.compactMap { try search.name($0.number) }
    }
  }

  @Test func `is found when it is described, and when only items use it`() throws {
    try store.put(
      .status(Status(name: "In QA", category: .active)), .item(Item(key: "A-1", status: "Parked")))
    #expect(try found("qa").map(\.target) == [Reference(.status, "In QA")])
    #expect(try found("parked").map(\.target) == [Reference(.status, "Parked")])
  }

  @Test func `is found once, as described, however it is spelt`() throws {
    try store.put(
      .item(Item(key: "A-1", status: "in review")), .item(Item(key: "A-2", status: "IN REVIEW")))
    #expect(try found("in", "review").map(\.name) == ["in review"])
    try store.put(.status(Status(name: "In Review", category: .active)))
    #expect(try found("in", "review").map(\.name) == ["In Review"])
  }

  @Test func `stays as long as items use it`() throws {
    try store.put(.status(Status(name: "Parked", category: .waiting)))
    try store.put(.item(Item(key: "A-1", status: "PARKED")))
    _ = try store.apply([.remove(Reference(.status, "Parked"))], by: nil, at: .test, verb: "test")
    #expect(try found("parked").count == 1)
  }

  @Test func `can be taught another word, in any spelling and order`() throws {
    try store.put(.alias(Alias(text: "on hold", target: Reference(.status, "parked"))))
    try store.put(.status(Status(name: "Parked", category: .waiting)))
    let names = try found("hold")
    #expect(names.map(\.target) == [Reference(.status, "Parked")])
    #expect(names.map(\.name) == ["Parked"])
  }
}
