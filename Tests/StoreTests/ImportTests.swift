import Delivery
import Interchange
import Store
import Testing
import Times

@Suite struct `An import` {
  let store: Store

  init() throws { store = try Store.testing() }

  @discardableResult
  func load(
    _ records: [Record], _ mode: ImportMode = .tracker, at: Instant = .test, dryRun: Bool = false,
    closing: [String] = []
  ) throws -> ImportReport {
    try store.importing(mode, at: at, by: nil, source: "file", dryRun: dryRun) { session in
      for record in records { try session.put(record) }
      if !closing.isEmpty { try session.closeMissing(projects: closing, because: "missing from file") }
    }
  }

  func item(_ key: Key<Item>) throws -> Item? { try store.read { try $0.item(key) } }

  @Test(arguments: [ImportMode.exact, .tracker]) func `of the same records again changes nothing`(
    mode: ImportMode
  ) throws {
    let first = try load(SampleRecords.all, mode)
    #expect(first.created.values.reduce(0, +) == SampleRecords.all.count)
    let lines = try store.lines()
    let second = try load(SampleRecords.all, mode)
    #expect(second.set == nil)
    #expect(second.created.isEmpty && second.updated.isEmpty)
    #expect(second.unchanged.values.reduce(0, +) == SampleRecords.all.count)
    #expect(try store.lines() == lines)
  }

  @Test func `of an export gives the same export`() throws {
    try load(SampleRecords.all.reversed(), .exact)
    let lines = try store.lines()
    let other = try Store.testing(seed: 9)
    _ = try other.importing(.exact, at: .test, by: nil, source: nil) { session in
      for line in lines { try session.put(try RecordLine(text: line).record) }
    }
    #expect(try other.lines() == lines)
  }

  @Test(arguments: [0, 1, 20]) func `that somebody stops leaves nothing, and the store works on`(asks: Int) throws {
    var asked = 0
    #expect(throws: ImportStopped()) {
      _ = try store.importing(
        .exact, at: .test, by: nil, source: nil,
        isStopped: {
          asked += 1; return asked > asks
        }
      ) {
        session in
        for number in 0... { try session.put(.team(Team(key: Key("t\(number)"), name: "Team \(number)"))) }
      }
    }
    // Once it has been stopped nobody is asked again, so that what was done can be taken back.
    #expect(asked == asks + 1)
    #expect(try store.lines() == [])
    #expect(try store.read { try $0.lastChangeSet() } == nil)
    try load(SampleRecords.all, .exact)
    #expect(try store.lines().count == SampleRecords.all.count)
  }

  @Test func `that fails leaves nothing, and the store works on`() throws {
    struct Broken: Error {}
    #expect(throws: Broken.self) {
      _ = try store.importing(.exact, at: .test, by: nil, source: nil) { session in
        try session.put(.team(Team(key: "a", name: "A")))
        throw Broken()
      }
    }
    #expect(try store.lines() == [])
    #expect(try store.read { try $0.lastChangeSet() } == nil)
    try load(SampleRecords.all, .exact)
    #expect(try store.lines().count == SampleRecords.all.count)
  }

  @Test func `that is only tried reports and leaves nothing`() throws {
    let report = try load(SampleRecords.all, .exact, dryRun: true)
    #expect(report.created[.item] == 3)
    #expect(try store.lines() == [])
  }

  @Test func `can be undone`() throws {
    try store.put(.team(Team(key: "quay", name: "Before")))
    let before = try store.lines()
    try load(SampleRecords.all, .exact)
    guard case .done = try store.undo(by: nil, at: .test) else {
      Issue.record("the import could not be undone")
      return
    }
    #expect(try store.lines() == before)
  }

  @Test func `gives a taken number up for the next, and what names it by number follows`() throws {
    try store.put(.followup(FollowUp(key: "mine", number: 1, text: "Mine")))
    let records: [Record] = [
      .followup(FollowUp(key: "b", number: 2, text: "Second", after: 1)),
      .followup(FollowUp(key: "a", number: 1, text: "First")),
    ]
    let report = try load(records, .exact)
    #expect(report.renumbered.map(\.from) == [1])
    #expect(report.renumbered.map(\.to) == [3])
    #expect(try store.read { try $0.followUp(2) }?.after == 3)
    #expect(try store.read { try $0.followUp(1) }?.text == "Mine")
    #expect(try load(records, .exact).set == nil)
  }

  @Test func `never gives a number twice`() throws {
    try store.put(.followup(FollowUp(key: "a", number: 5, text: "A")))
    _ = try store.undo(by: "ana", at: .test)
    #expect(try store.read { try $0.nextNumber(for: .followup) } == 6)
  }
}

@Suite struct `A tracker's export` {
  let `import`: `An import`
  var store: Store { `import`.store }

  init() throws { `import` = try `An import`() }

  @Test func `that is older than what is stored changes nothing`() throws {
    let new = Item(key: "A-1", title: "New", status: "Done", updated: .test + 100, source: "t:A")
    try `import`.load([.item(new)])
    try `import`.load([.item(Item(key: "A-1", title: "Old", status: "Open", updated: .test, source: "t:A"))])
    #expect(try `import`.item("A-1") == new)
  }

  @Test func `does not touch what a person said after it, but what they said before it`() throws {
    try `import`.load([.item(Item(key: "A-1", status: "Open", updated: .test, source: "t:A"))])
    let said = StatusChange(at: .test + 100, status: "In review", by: "ana")
    let stated = Item(
      key: "A-1", status: "In review", updated: .test + 100, history: [said], source: "t:A")
    try store.put(.item(stated), at: .test + 100)
    try `import`.load([.item(Item(key: "A-1", status: "Open", updated: .test + 50, source: "t:A"))])
    #expect(try `import`.item("A-1") == stated)
    let later = Item(key: "A-1", status: "Open", updated: .test + 200, source: "t:A")
    try `import`.load([.item(later)])
    #expect(try `import`.item("A-1")?.status == "Open")
    #expect(
      try `import`.item("A-1")?.history == [said, StatusChange(at: .test + 200, status: "Open")])
    #expect(try `import`.load([.item(later)]).set == nil)
  }

  @Test func `without history keeps the one that is stored, and adds the new status to it`() throws {
    let history = [StatusChange(at: .test, status: "Open")]
    try `import`.load([.item(Item(key: "A-1", status: "Open", updated: .test, history: history))])
    try `import`.load([.item(Item(key: "A-1", status: "Done", updated: .test + 9))])
    #expect(try `import`.item("A-1")?.history == history + [StatusChange(at: .test + 9, status: "Done")])
  }

  @Test func `fills in an outside item, and never empties a full one`() throws {
    try `import`.load([.item(Item(key: "B-1", status: "Open", outside: true))])
    let full = Item(key: "B-1", title: "Full", status: "Done", updated: .test, source: "t:B")
    try `import`.load([.item(full)])
    try `import`.load([.item(Item(key: "B-1", status: "Open", outside: true))])
    #expect(try `import`.item("B-1") == full)
  }

  @Test func `leaves the category that a person gave a status`() throws {
    try store.put(.status(Status(name: "QA", category: .active, by: "ana")))
    try `import`.load([.status(Status(name: "qa", category: .done))])
    #expect(try store.record(.status, "QA") == .status(Status(name: "QA", category: .active, by: "ana")))
  }

  @Test func `leaves a link that a person stated`() throws {
    let link = Dependency(waiting: Reference(.item, "A-1"), blocker: Reference(.item, "A-2"), by: "ana", note: "said")
    try store.put(.dependency(link))
    var imported = link
    imported.by = nil
    imported.note = nil
    imported.source = "t:A"
    try `import`.load([.dependency(imported)], closing: ["t:A"])
    #expect(try store.record(.dependency, link.key) == .dependency(link))
    try `import`.load([], closing: ["t:A"])
    #expect(try store.record(.dependency, link.key) == .dependency(link))
  }

  @Test func `closes what it lacks, and opens it when it is back`() throws {
    let items = ["A-1", "A-2"].map { Record.item(Item(key: Key($0), status: "Open", updated: .test, source: "t:A")) }
    let other = Record.item(Item(key: "B-1", status: "Open", updated: .test, source: "t:B"))
    let link = Record.dependency(
      Dependency(waiting: Reference(.item, "A-1"), blocker: Reference(.item, "A-2"), source: "t:A"))
    try `import`.load(items + [link, other])
    #expect(try store.read { try $0.openWaits() }.waiting.count == 1)
    let report = try `import`.load([items[0]], closing: ["t:A"])
    #expect(report.closed == [Reference(.item, "A-2"), link.reference])
    #expect(try `import`.item("A-2")?.closedBecause == "missing from file")
    #expect(try `import`.item("A-2")?.status == "Open")
    #expect(try `import`.item("B-1")?.closedBecause == nil)
    #expect(try store.read { try $0.openWaits() }.waiting.isEmpty)
    #expect(try `import`.load([items[0]], closing: ["t:A"]).set == nil)
    try `import`.load(items + [link], closing: ["t:A"])
    #expect(try `import`.item("A-2")?.closedBecause == nil)
    #expect(try store.read { try $0.openWaits() }.waiting.count == 1)
  }

  @Test func `does not close what is newer than anything in it`() throws {
    let old = Record.item(Item(key: "A-1", updated: .test, source: "t:A"))
    try `import`.load([old, .item(Item(key: "A-2", updated: .test + 500, source: "t:A"))])
    #expect(try `import`.load([old], closing: ["t:A"]).closed == [])
  }

  @Test func `of one moment never takes away what is known from before`() throws {
    let opened = StatusChange(at: .test, status: "Open")
    let closed = StatusChange(at: .test + 50, status: "Done")
    func exported(_ status: String, _ moment: StatusChange, updated: Instant) -> Record {
      .item(Item(key: "A-1", status: status, created: .test, updated: updated, history: [moment], source: "t:A"))
    }
    try `import`.load([exported("Open", opened, updated: .test)])
    try `import`.load([exported("Done", closed, updated: .test + 60)])
    #expect(try `import`.item("A-1")?.history == [opened, closed])
    let reopened = exported("Again", StatusChange(at: .test, status: "Again"), updated: .test + 70)
    try `import`.load([reopened])
    let known = [opened, closed, StatusChange(at: .test + 70, status: "Again")]
    #expect(try `import`.item("A-1")?.history == known)
    #expect(try `import`.load([reopened]).set == nil)
    #expect(try `import`.load([exported("Done", closed, updated: .test + 60)]).set == nil)
  }

  @Test func `with a whole history replaces guesses, but not what people said`() throws {
    let guess = StatusChange(at: .test, status: "Active")
    let said = StatusChange(at: .test + 20, status: "Blocked", by: "ana")
    try `import`.load([.item(Item(key: "A-1", status: "Active", created: .test, updated: .test + 10, history: [guess]))]
    )
    try store.put(
      .item(
        Item(key: "A-1", status: "Blocked", created: .test, updated: .test + 20, history: [guess, said])))
    let whole = [
      StatusChange(at: .test, status: "Open"), StatusChange(at: .test + 10, status: "Active"),
      StatusChange(at: .test + 30, status: "Done"),
    ]
    try `import`.load([
      .item(Item(key: "A-1", status: "Done", created: .test, updated: .test + 30, done: .test + 30, history: whole))
    ])
    #expect(try `import`.item("A-1")?.history == [whole[0], whole[1], said, whole[2]])
  }

  @Test func `that is older does not bring back what a newer one found gone`() throws {
    func item(_ key: String, _ updated: Instant) -> Record {
      .item(Item(key: Key(key), status: "Open", updated: updated, source: "t:A"))
    }
    let link = Record.dependency(
      Dependency(waiting: Reference(.item, "A-1"), blocker: Reference(.item, "A-3"), source: "t:A"))
    let first = [item("A-1", .test), item("A-2", .test), item("A-3", .test), link]
    try `import`.load(first, closing: ["t:A"])
    try `import`.load([item("A-1", .test + 10), item("A-3", .test)], closing: ["t:A"])
    let lines = try store.lines()
    #expect(try `import`.load(first, closing: ["t:A"]).set == nil)
    #expect(try store.lines() == lines)
    try `import`.load([item("A-1", .test + 20), item("A-2", .test), item("A-3", .test), link], closing: ["t:A"])
    #expect(try `import`.item("A-2")?.closedBecause == nil)
    #expect(try store.read { try $0.openWaits() }.waiting.count == 1)
  }
}
