import Assistant
import Delivery
import Interchange
import Language
import Prompts
import Store
import Synchronization
import Times

/// A small store with people of two teams, and a conversation that is made anew for every line.
struct WhysWorld {
  let store: Store

  /// 2026-03-02T09:00:00Z, a Monday.
  static let start = Instant(milliseconds: 1_772_442_000_000)

  static let lines = [
    #"{"kind":"team","key":"data","name":"Data"}"#,
    #"{"kind":"person","key":"rui","name":"Rui Falcão","team":"data","role":"engineer"}"#,
    #"{"kind":"person","key":"inga","name":"Inga Solberg","short":"Ing","team":"data","role":"manager"}"#,
    #"{"kind":"person","key":"will","name":"Will Harker","team":"data"}"#,
    #"{"kind":"feature","key":"smart-export","name":"Smart Export","team":"data","stage":"beta"}"#,
    #"{"kind":"incident","key":"INC-9","title":"Exports stuck","severity":2,"feature":"smart-export"}"#,
  ]

  init(_ more: [String] = []) throws {
    store = try Store.inMemory(options: WhysWorld.options(Bits()))
    let records = try (WhysWorld.lines + more).map { try RecordLine(text: $0).record }
    try store.apply(records.map(Change.put), by: nil, at: WhysWorld.start, verb: "test")
  }

  /// A world whose store is a file, opened anew by everybody who asks.
  init(at path: String) throws {
    store = try Store.open(at: path, options: WhysWorld.options(Bits()))
    guard try store.read({ try $0.isEmpty() }) else { return }
    let records = try WhysWorld.lines.map { try RecordLine(text: $0).record }
    try store.apply(records.map(Change.put), by: nil, at: WhysWorld.start, verb: "test")
  }

  private static func options(_ bits: Bits) -> StoreOptions {
    StoreOptions(words: { Folding.words(of: $0) }, spellings: { SpellingCodes.codes(of: $0) }, random: { bits.next() })
  }

  /// A linear congruential generator (Knuth, The Art of Computer Programming, 3.3.4).
  private final class Bits: Sendable {
    private let state = Mutex<UInt64>(1)

    func next() -> UInt64 {
      state.withLock { state in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
      }
    }
  }

  /// Says a line to a conversation that remembers nothing but what the store holds, as another process would.
  @discardableResult
  func say(_ text: String, as person: Key<Person>? = "inga", agreed: Bool = false) throws -> Reply {
    let conversation = Conversation(store: store, reader: Reader(grammar: CompiledPrompts.grammar))
    let zone = try Zone(named: "UTC", environment: [:])
    return try conversation.reply(
      to: Line(text, at: WhysWorld.start + 60, zone: zone, person: person, isAgreed: agreed))
  }

  /// Says lines in order.
  @discardableResult
  func say(_ lines: [String]) throws -> Reply? {
    var last: Reply?
    for line in lines { last = try say(line) }
    return last
  }

  var cases: [Case] {
    get throws { try store.read { try $0.whyCases() } }
  }

  /// The newest case.
  var subject: Case {
    get throws {
      guard let newest = try store.read({ try $0.newestWhyCase() }) else { throw NoCase() }
      return newest
    }
  }

  struct NoCase: Error {}
}

extension Reply {
  var shown: String { TextRenderer(style: Style()).text(of: answer) }
}
