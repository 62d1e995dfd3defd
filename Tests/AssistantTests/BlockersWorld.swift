import Assistant
import Delivery
import Interchange
import Language
import Prompts
import Store
import Synchronization
import Times

/// A small store of items and waits, and somebody who asks about it.
struct BlockersWorld {
  let store: Store
  static let now = Instant(seconds: 1_710_000_000)
  static let day: Int64 = 86_400

  init(_ records: [Record] = []) throws {
    let counter = Mutex(UInt64(1))
    let options = StoreOptions(
      words: { Folding.words(of: $0) }, spellings: { SpellingCodes.codes(of: $0) },
      random: {
        counter.withLock { state in
          state &+= 0x9E37_79B9_7F4A_7C15
          return state
        }
      })
    store = try Store.inMemory(options: options)
    let words: [Record] = [
      .status(Status(name: "Open", category: .waiting)), .status(Status(name: "Closed", category: .done)),
      .team(Team(key: "harbour", name: "Harbour")), .team(Team(key: "beacon", name: "Beacon")),
      .person(Person(key: "ida", name: "Ida Brandt", team: "harbour")),
      .person(Person(key: "per", name: "Per Holm", team: "beacon")),
      .feature(Feature(key: "offline-sync", name: "Offline Sync", team: "harbour")),
      .feature(Feature(key: "dark-mode", name: "Dark Mode", team: "beacon")),
    ]
    try put(words + records)
  }

  func put(_ records: [Record]) throws {
    _ = try store.apply(records.map(Change.put), by: nil, at: Self.now, verb: "test")
  }

  /// An open item, or one that is done.
  static func item(
    _ key: String, days: Int64 = 50, isDone: Bool = false, team: Key<Team>? = "harbour", assignee: Key<Person>? = "ida",
    feature: Key<Feature>? = nil
  ) -> Record {
    .item(
      Item(
        key: Key(key), title: "Work \(key)", feature: feature, team: team, assignee: assignee,
        status: isDone ? "Closed" : "Open", created: now + -days * day, done: isDone ? now + -2 * day : nil))
  }

  static func wait(
    _ waiting: String, _ blocker: String, days: Int64? = nil, evidence: Dependency.Evidence = .imported
  ) -> Record {
    .dependency(
      Dependency(
        waiting: end(waiting), blocker: end(blocker), since: days.map { now + -$0 * day }, evidence: evidence))
  }

  /// Keys of items are in capitals here, and keys of features are not.
  static func end(_ key: String) -> Reference {
    Reference(key.first?.isUppercase == true ? .item : .feature, key)
  }

  @discardableResult
  func reply(_ text: String, agreed: Bool = false, wantsRecords: Bool = true) throws -> Reply {
    let conversation = Conversation(store: store, reader: Reader(grammar: CompiledPrompts.grammar))
    return try conversation.reply(
      to: Line(
        text, at: Self.now, zone: .utc, person: "ida", isAgreed: agreed, wantsRecords: wantsRecords))
  }

  func dependency(_ waiting: String, _ blocker: String) throws -> Dependency? {
    let key = Dependency.key(waiting: Self.end(waiting), blocker: Self.end(blocker))
    return try store.read { snapshot in
      guard case .dependency(let value)? = try snapshot.record(Reference(.dependency, key)) else { return nil }
      return value
    }
  }
}

extension Reply {
  func column(_ name: String) -> [String] { answer.records.compactMap { $0[name]?.text } }

  /// The lists of texts under a name, by the rows' keys.
  func lists(_ name: String) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    for row in answer.records {
      guard let key = row["key"]?.text else { continue }
      lists[key] = row[name]?.array?.compactMap(\.text)
    }
    return lists
  }

  func row(_ key: String) -> JSON.Object? { answer.records.first { $0["key"]?.text == key } }

  /// The answer as it is printed.
  var printed: String { TextRenderer(style: .machine).text(of: answer) }
}
