import Assistant
import Delivery
import Interchange
import Language
import Prompts
import Store
import Synchronization
import Testing
import Times

/// A small office with follow-ups, items and statuses, and somebody who talks about them on a Tuesday morning.
struct FollowUpsWorld {
  let store: Store
  private let conversation: Conversation
  private let now: Instant

  /// - Parameter more: Lines of the interchange beside the office's own.
  /// - Throws: What the store throws, and what is wrong with a line.
  init(_ more: [String] = []) throws {
    let bits = Bits()
    store = try Store.inMemory(
      options: StoreOptions(
        words: { Folding.words(of: $0) }, spellings: { SpellingCodes.codes(of: $0) }, random: { bits.next() }))
    let now = try #require(Instant("2024-05-14T10:40:00+01:00"))
    let lines = FollowUpsWorld.lines + more
    let changes = try lines.map { Change.put(try RecordLine(text: $0, now: now).record) }
    try store.apply(Occasion(by: nil, at: now, verb: "import")) { _ in changes }
    self.now = now
    conversation = Conversation(store: store, reader: Reader(grammar: CompiledPrompts.grammar))
  }

  /// What Gangway answers to a line that somebody says.
  func say(_ text: String, as person: Key<Person>? = "dana", isAgreed: Bool = false) throws -> Reply {
    try conversation.reply(
      to: Line(text, at: now, zone: Zone(offset: 3_600), person: person, isAgreed: isAgreed))
  }

  /// Every record as its line, to compare the store before and after.
  func lines() throws -> [String] {
    var lines: [String] = []
    try store.export { lines.append($0.line) }
    return lines
  }

  func followUp(_ number: Int) throws -> FollowUp? {
    try store.read { try $0.followUp(numbered: number) }
  }

  func item(_ key: String) throws -> Item? {
    guard case .item(let item)? = try store.read({ try $0.record(Reference(.item, key)) }) else { return nil }
    return item
  }

  private final class Bits: Sendable {
    private let state = Mutex(UInt64(11))

    func next() -> UInt64 {
      state.withLock { state in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
      }
    }
  }

  private static let lines = [
    #"{"kind":"team","key":"till","name":"Till"}"#,
    #"{"kind":"team","key":"gate","name":"Gate"}"#,
    #"{"kind":"person","key":"dana","name":"Dana Brook","short":"Dana","team":"till"}"#,
    #"{"kind":"person","key":"milo","name":"Milo Frost","short":"Milo","team":"till"}"#,
    #"{"kind":"person","key":"vera","name":"Vera Hill","short":"Vera","team":"gate"}"#,
    #"{"kind":"feature","key":"gift-cards","name":"Gift Cards","team":"till"}"#,
    #"{"kind":"release","key":"summer","name":"Summer Fair","date":"2024-06-20"}"#,
    #"{"kind":"status","name":"To Do","category":"waiting"}"#,
    #"{"kind":"status","name":"In Progress","category":"active"}"#,
    #"{"kind":"status","name":"In Review","category":"waiting"}"#,
    #"{"kind":"status","name":"Closed","category":"done"}"#,
    #"{"kind":"alias","text":"in review","type":"status","key":"In Review"}"#,
    #"{"kind":"alias","text":"in progress","type":"status","key":"In Progress"}"#,
    #"{"kind":"item","key":"TIL-1","title":"Print the card","feature":"gift-cards","team":"till","assignee":"milo","#
      + #""status":"In Progress","release":"summer","updated":"2024-05-10T09:00:00+01:00","#
      + #""history":[{"at":"2024-05-02T09:00:00+01:00","status":"To Do"},"#
      + #"{"at":"2024-05-08T09:00:00+01:00","status":"In Progress"}]}"#,
    #"{"kind":"item","key":"TIL-2","title":"Sell the card","feature":"gift-cards","team":"till","assignee":"milo","#
      + #""status":"To Do","updated":"2024-03-01T09:00:00+00:00"}"#,
    #"{"kind":"item","key":"TIL-3","title":"Draw the card","feature":"gift-cards","team":"till","assignee":"dana","#
      + #""status":"Closed","done":"2024-05-01T09:00:00+01:00","updated":"2024-05-01T09:00:00+01:00"}"#,
    #"{"kind":"item","key":"GAT-1","title":"Open the gate","team":"gate","assignee":"vera","status":"In QA","#
      + #""updated":"2024-05-13T09:00:00+01:00"}"#,
    #"{"kind":"holiday","region":"UK","date":"2024-05-27","name":"Spring holiday"}"#,
    #"{"kind":"away","person":"vera","from":"2024-05-23","to":"2024-05-24"}"#,
    #"{"kind":"followup","number":20,"text":"look at the loose wire","state":"open","created":"2024-04-13T10:00:00+01:00"}"#,
    #"{"kind":"followup","number":22,"text":"word the macro","owner":"milo","due":"2024-05-09","state":"open"}"#,
    #"{"kind":"followup","number":23,"text":"sign the lease","owner":"vera","state":"waiting","waiting_on":"the bank","#
      + #""waiting_since":"2024-05-05T09:00:00+01:00"}"#,
    #"{"kind":"followup","number":24,"text":"price the gift cards","owner":"dana","due":"2024-05-17","state":"open"}"#,
    #"{"kind":"followup","number":25,"text":"check the price","owner":"vera","due":"2024-05-20","state":"open","after":24}"#,
    #"{"kind":"followup","number":26,"text":"old business","owner":"dana","due":"2024-05-01","state":"done"}"#,
  ]
}

extension Reply {
  var text: String { TextRenderer(style: .machine).text(of: answer) }

  func record(_ index: Int = 0) -> JSON.Object? {
    answer.records.indices.contains(index) ? answer.records[index] : nil
  }
}
