import Delivery
import Interchange
import Store
import Testing
import Times

@Suite struct `A status` {
  let store: Store

  init() throws { store = try Store.testing() }

  func open() throws -> [String] {
    var filter = ItemFilter()
    filter.isOpen = true
    return try store.read { try $0.items(filter) }.map(\.key.text)
  }

  @Test func `that is explained opens and closes all items that have it, in any spelling`() throws {
    try store.put(
      .item(Item(key: "A-1", status: "In QA")), .item(Item(key: "A-2", status: "in qa")),
      .item(Item(key: "A-3", status: "Other")))
    #expect(try open() == ["A-1", "A-2", "A-3"])
    try store.put(.status(Status(name: "IN QA", category: .done, by: "ana")))
    #expect(try open() == ["A-3"])
    try store.put(.status(Status(name: "in qa", category: .active, by: "ana")))
    #expect(try open() == ["A-1", "A-2", "A-3"])
    #expect(try store.read { try $0.statuses() } == [Status(name: "IN QA", category: .active, by: "ana")])
    try store.apply([.remove(Reference(.status, "in qa"))], by: nil, at: .test, verb: "test")
    #expect(try open() == ["A-1", "A-2", "A-3"])
  }

  @Test(
    arguments: [
      (Item(key: "A"), true), (Item(key: "A", status: "Odd"), true),
      (Item(key: "A", status: "Odd", done: .test), false),
      (Item(key: "A", status: "done"), false), (Item(key: "A", status: "Active", done: .test), true),
      (Item(key: "A", status: "Active", closedBecause: "gone"), false), (Item(key: "A", outside: true), nil),
      (Item(key: "A", status: "Odd", outside: true), true),
    ] as [(Item, Bool?)])
  func `decides whether an item is open`(item: Item, isOpen: Bool?) throws {
    try store.put(
      .status(Status(name: "Done", category: .done)), .status(Status(name: "Active", category: .active)), .item(item))
    let number = try #require(try store.read { try $0.waitNumber(of: Reference(.item, "A")) })
    let end = try #require(try store.read { try $0.waitEnd(number) })
    #expect(end.isOpen == isOpen)
  }
}

@Suite struct `The open graph` {
  @Test(arguments: 1...6) func `holds the links that are not closed between ends that are open`(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let store = try Store.testing(seed: seed)
    for _ in 0..<60 {
      let changes = (0..<3).map { _ in RandomChange.make(using: &generator) }
      try store.apply(changes, by: "ana", at: .test, verb: "test")
      if Bool.random(using: &generator) { _ = try store.undo(by: "ana", at: .test) }
      try store.read { snapshot in
        var expected: Set<[Int64]> = []
        try snapshot.export([.dependency]) { record in
          guard case .dependency(let link) = record, link.closed == nil, let from = try snapshot.node(link.waiting),
            let to = try snapshot.node(link.blocker),
            try snapshot.waitEnd(from.code)?.isOpen == true, try snapshot.waitEnd(to.code)?.isOpen == true
          else { return }
          expected.insert([from.code, to.code])
        }
        let graph = try snapshot.openWaits()
        #expect(Set(zip(graph.waiting, graph.blockers).map { [$0, $1] }) == expected)
        #expect(graph.waiting.count == expected.count)
      }
    }
  }

  @Test func `holds a chain of ten thousand, and loses it link by link`() throws {
    let store = try Store.testing()
    let length = 10_000
    _ = try store.importing(.exact, at: .test, by: nil, source: nil) { session in
      for index in 0..<length {
        try session.put(
          .dependency(
            Dependency(
              waiting: Reference(.item, "C-\(index)"), blocker: Reference(.item, "C-\(index + 1)"), since: .test)))
        try session.put(.item(Item(key: Key("C-\(index)"), status: "Open")))
      }
      try session.put(.item(Item(key: Key("C-\(length)"), status: "Open")))
    }
    #expect(try store.read { try $0.openWaits() }.waiting.count == length)
    try store.put(.item(Item(key: "C-5000", status: "Open", done: .test)))
    #expect(try store.read { try $0.openWaits() }.waiting.count == length - 2)
  }
}

@Suite struct `Search` {
  let store: Store

  init() throws {
    store = try Store.testing()
    try store.put(
      .item(Item(key: "A-1", title: "Berth plan for tall ships")),
      .item(Item(key: "A-2", title: "Paint", text: "The berth plan needs paint")),
      .document(Document(key: "d", title: "Crème brûlée")))
  }

  func found(_ line: String) throws -> [String] { try store.read { try $0.search(line, limit: 9) }.map(\.key) }

  @Test func `finds words in titles before words in texts, and the last word cut short`() throws {
    #expect(try found("berth plan") == ["A-1", "A-2"])
    #expect(try found("tall shi") == ["A-1"])
    #expect(try found("creme brulee") == ["d"])
    #expect(try store.read { try $0.search("berth", in: [.document], limit: 9) } == [])
  }

  @Test func `forgets what a record no longer says`() throws {
    try store.put(.item(Item(key: "A-1", title: "Harbour wall")))
    #expect(try found("tall") == [])
    #expect(try found("harbour") == ["A-1"])
    try store.apply([.remove(Reference(.item, "A-1"))], by: nil, at: .test, verb: "test")
    #expect(try found("harbour") == [])
  }

  @Test(arguments: [
    "\"", "berth AND", "NEAR(", "title:paint", "*", "-paint", "^berth", "a\"b*c", "'; DROP TABLE item; --", "(((",
    "berth OR NOT", "{title text}: x", "\u{0}", "日本語", "ＮＯＴ", "",
  ]) func `reads any line as words and nothing else`(line: String) throws {
    _ = try found(line)
    #expect(try found("paint") == ["A-2"])
  }
}

@Suite struct `Follow-ups` {
  @Test func `are chosen by owner, state and time`() throws {
    let store = try Store.testing()
    let today = Day(number: 20_514)
    try store.put(
      .followup(FollowUp(key: "a", number: 1, text: "Yesterday", owner: "ana", due: .day(today - 1))),
      .followup(FollowUp(key: "b", number: 2, text: "Today", owner: "ana", due: .day(today))),
      .followup(FollowUp(key: "c", number: 3, text: "An hour ago", owner: "rui", due: .moment(.test + -3_600))),
      .followup(FollowUp(key: "d", number: 4, text: "Some day", owner: "ana")),
      .followup(FollowUp(key: "e", number: 5, text: "Done", owner: "ana", due: .day(today - 3), state: .done)))
    func numbers(_ change: (inout FollowUpFilter) -> Void) throws -> [Int] {
      var filter = FollowUpFilter()
      change(&filter)
      return try store.read { try $0.followUps(filter) }.map(\.number)
    }
    #expect(try numbers { _ in } == [5, 1, 2, 3, 4])
    #expect(try numbers { $0.owner = "ana" } == [5, 1, 2, 4])
    #expect(try numbers { $0.lateAt = .test } == [5, 1, 3])
    #expect(
      try numbers {
        $0.lateAt = .test; $0.states = [.open, .waiting]
      } == [1, 3])
    #expect(try numbers { $0.dueFrom = Instant(seconds: Int64(today.number) * 86_400) } == [2, 3])
  }
}
