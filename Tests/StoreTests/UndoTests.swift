import Delivery
import Interchange
import Store
import Testing
import Times

@Suite struct `Undo` {
  @Test func `takes back the newest change of a person, and theirs only`() throws {
    let store = try Store.testing()
    try store.put(.team(Team(key: "a", name: "A")), by: "ana")
    try store.put(.team(Team(key: "b", name: "B")), by: "rui")
    guard case .done(let set, _) = try store.undo(by: "ana", at: .test) else {
      Issue.record("nothing was undone")
      return
    }
    #expect(set.occasion.by == "ana")
    #expect(try store.lines() == [Record.team(Team(key: "b", name: "B")).line])
    #expect(try store.undo(by: "ana", at: .test) == .nothing)
  }

  @Test func `goes back step by step, and redo forth again`() throws {
    let store = try Store.testing()
    var exports = [try store.lines()]
    for name in ["One", "Two", "Three"] {
      try store.put(.team(Team(key: "t", name: name)))
      exports.append(try store.lines())
    }
    for step in [2, 1, 0] {
      _ = try store.undo(by: "ana", at: .test)
      #expect(try store.lines() == exports[step])
    }
    for step in [1, 2, 3] {
      _ = try store.redo(by: "ana", at: .test)
      #expect(try store.lines() == exports[step])
    }
    #expect(try store.redo(by: "ana", at: .test) == .nothing)
    _ = try store.undo(by: "ana", at: .test)
    #expect(try store.lines() == exports[2])
  }

  @Test func `that is followed by another change cannot be made again`() throws {
    let store = try Store.testing()
    try store.put(.team(Team(key: "t", name: "One")))
    _ = try store.undo(by: "ana", at: .test)
    try store.put(.team(Team(key: "u", name: "Two")))
    #expect(try store.redo(by: "ana", at: .test) == .nothing)
  }

  @Test func `refuses when somebody changed the record since, and says who`() throws {
    let store = try Store.testing()
    let record = Record.followup(FollowUp(key: "f", number: 1, text: "Paint the hull"))
    try store.put(record, by: "ana")
    try store.put(
      .followup(FollowUp(key: "f", number: 1, text: "Paint the mast")), by: "rui", at: .test + 60, verb: "edit")
    let before = try store.lines()
    guard case .conflict(_, let conflicts) = try store.undo(by: "ana", at: .test + 90) else {
      Issue.record("no conflict was found")
      return
    }
    #expect(conflicts.map(\.reference) == [record.reference])
    #expect(conflicts.map(\.by) == ["rui"])
    #expect(conflicts.map(\.at) == [.test + 60])
    #expect(conflicts.map(\.verb) == ["edit"])
    #expect(try store.lines() == before)
  }

  @Test(arguments: 1...12) func `of every change of any sequence leads back to the beginning`(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let store = try Store.testing(seed: seed)
    try store.apply(
      SampleRecords.all.shuffled(using: &generator).prefix(12).map(Change.put), by: "rui", at: .test, verb: "test")
    var exports = [try store.lines()]
    for step in 0..<40 {
      let changes = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        RandomChange.make(using: &generator)
      }
      let applied = try store.apply(changes, by: "ana", at: .test + Int64(step), verb: "test")
      if applied.set != nil { exports.append(try store.lines()) }
    }
    let last = exports.removeLast()
    for expected in exports.reversed() {
      guard case .done = try store.undo(by: "ana", at: .test + 99) else {
        Issue.record("a change could not be undone")
        return
      }
      #expect(try store.lines() == expected)
    }
    #expect(try store.undo(by: "ana", at: .test + 99) == .nothing)
    for _ in exports { _ = try store.redo(by: "ana", at: .test + 100) }
    #expect(try store.lines() == last)
  }
}

/// Changes that meet each other often, as there are few keys.
enum RandomChange {
  static func make(using generator: inout SplitMix) -> Change {
    guard Int.random(in: 0..<4, using: &generator) > 0, let sample = SampleRecords.all.randomElement(using: &generator)
    else {
      let reference = (SampleRecords.all + [item(using: &generator)]).randomElement(using: &generator)?.reference
      return .remove(reference ?? Reference(.team, "quay"))
    }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return .put(sample)
    case 1: return .put(item(using: &generator))
    case 2:
      return .put(
        .status(
          Status(
            name: ["Open", "open", "Under Review"].randomElement(using: &generator) ?? "Open",
            category: Status.Category.allCases.randomElement(using: &generator) ?? .done)))
    default:
      return .put(
        .dependency(
          Dependency(
            waiting: item(using: &generator).reference, blocker: item(using: &generator).reference,
            closed: Bool.random(using: &generator) ? .test : nil)))
    }
  }

  private static func item(using generator: inout SplitMix) -> Record {
    .item(
      Item(
        key: Key("PORT-\(Int.random(in: 1...4, using: &generator))"),
        title: Bool.random(using: &generator) ? "Title \(Int.random(in: 0..<3, using: &generator))" : nil,
        status: ["Open", "Under review", "under review", nil].randomElement(using: &generator) ?? nil,
        history: (0..<Int.random(in: 0..<3, using: &generator)).map {
          StatusChange(at: .test + Int64($0), status: "Open")
        }))
  }
}
