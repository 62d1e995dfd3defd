import Delivery
import GRDB
import Interchange
import Store
import Testing
import Times

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct `Opening a store` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  func rights(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  @Test func `makes directory and files that only their owner may read`() throws {
    let path = directory.file("new/deep/store.db")
    let store = try Store.open(at: path, options: .testing())
    try store.put(.team(Team(key: "a", name: "A")))
    #expect(try rights(directory.file("new")) == 0o700)
    #expect(try rights(directory.file("new/deep")) == 0o700)
    for file in [path, path + "-wal", path + "-shm"] { #expect(try rights(file) == 0o600) }
  }

  @Test func `finds what was stored`() throws {
    let path = directory.file("store.db")
    let store = try Store.open(at: path, options: .testing())
    try store.apply(SampleRecords.all.map(Change.put), by: nil, at: .test, verb: "test")
    let lines = try store.lines()
    try store.close()
    #expect(try Store.open(at: path, options: .testing()).lines() == lines)
  }

  @Test func `of a newer layout is refused, and the file left as it was`() throws {
    let path = directory.file("store.db")
    try Store.open(at: path, options: .testing()).close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let before = try bytes(path)
    let error = #expect(throws: StoreError.self) { try Store.open(at: path, options: .testing()) }
    #expect(error == .newer(path: path, version: 99, understood: 1))
    #expect(try bytes(path) == before)
  }

  @Test(arguments: ["A letter to a friend.\n", String(repeating: "not a database ", count: 200)])
  func `of something else is refused, and the file left as it was`(content: String) throws {
    let path = directory.file("letter.txt")
    try Data(content.utf8).write(to: URL(filePath: path))
    #expect(throws: StoreError.notAStore(path: path)) { try Store.open(at: path, options: .testing()) }
    #expect(try bytes(path) == Data(content.utf8))
  }

  @Test func `of another program's database is refused, and the file left as it was`() throws {
    let path = directory.file("other.db")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE bird (name TEXT)") }
    try queue.close()
    let before = try bytes(path)
    #expect(throws: StoreError.notAStore(path: path)) { try Store.open(at: path, options: .testing()) }
    #expect(try bytes(path) == before)
  }

  @Test func `in a place that cannot be says so`() throws {
    let blocked = directory.file("file")
    try Data("x".utf8).write(to: URL(filePath: blocked))
    let error = #expect(throws: StoreError.self) {
      try Store.open(at: blocked + "/store.db", options: .testing())
    }
    guard case .cannotOpen? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
  }

  @Test func `keeps types strict`() throws {
    let path = directory.file("store.db")
    try Store.open(at: path, options: .testing()).close()
    let queue = try DatabaseQueue(path: path)
    #expect(throws: DatabaseError.self) {
      try queue.write {
        try $0.execute(sql: "INSERT INTO holiday (key, region, date, name) VALUES ('k', 'PT', 'soon', 'n')")
      }
    }
    let loose = try queue.read {
      try String.fetchAll(
        $0, sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    }
    #expect(loose.filter { !$0.hasPrefix("sqlite_") } == [])
  }
}

@Suite struct `Two connections to one store` {
  @Test func `write at once, and nothing is lost`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("store.db")
    let turns = 60
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let store = try Store.open(at: path, options: .testing(seed: UInt64(writer + 1)))
          for turn in 0..<turns {
            try store.apply(Occasion(by: "p\(writer)", at: .test, verb: "add")) { snapshot in
              let number = try snapshot.nextNumber(for: .followup)
              return [.put(.followup(FollowUp(key: Key("\(writer)-\(turn)"), number: number, text: "Text")))]
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try Store.open(at: path, options: .testing())
    let followUps = try store.read { try $0.followUps(FollowUpFilter()) }
    #expect(followUps.map(\.number) == Array(1...2 * turns))
    let ids = try store.read { try $0.changes(since: .test) }.map(\.id)
    #expect(ids == ids.sorted() && Set(ids).count == 2 * turns)
  }

  @Test func `read what was there while the other imports, and see nothing of what was given up`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("store.db")
    let reader = try Store.open(at: path, options: .testing())
    try reader.put(.team(Team(key: "a", name: "A")))
    let before = try reader.lines()
    struct Given: Error {}
    #expect(throws: Given.self) {
      let writer = try Store.open(at: path, options: .testing(seed: 2))
      _ = try writer.importing(.exact, at: .test, by: nil, source: nil) { session in
        for record in SampleRecords.all { try session.put(record) }
        #expect(try reader.lines() == before)
        throw Given()
      }
    }
    #expect(try Store.open(at: path, options: .testing()).lines() == before)
  }

  @Test func `wait for each other, and then say that the other is writing`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("store.db")
    let first = try Store.open(at: path, options: .testing())
    let second = try Store.open(at: path, options: .testing(patience: 0.01))
    _ = try first.importing(.exact, at: .test, by: nil, source: nil) { session in
      try session.put(.team(Team(key: "a", name: "A")))
      #expect(throws: StoreError.busy(path: path)) { try second.put(.team(Team(key: "b", name: "B"))) }
    }
    try second.put(.team(Team(key: "b", name: "B")))
    #expect(try first.lines().count == 2)
  }

  @Test func `can be tried for writing, which changes nothing`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("store.db")
    let first = try Store.open(at: path, options: .testing())
    let second = try Store.open(at: path, options: .testing(patience: 0.01))
    _ = try first.importing(.exact, at: .test, by: nil, source: nil) { session in
      try session.put(.team(Team(key: "a", name: "A")))
      #expect(throws: StoreError.busy(path: path)) { try second.tryWriting() }
    }
    let before = try first.lines()
    try second.tryWriting()
    #expect(try first.lines() == before)
    #expect(try second.layout().version == 1)
    #expect(try second.layout().journal == "wal")
  }
}
