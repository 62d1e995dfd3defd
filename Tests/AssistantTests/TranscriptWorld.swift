@testable import Assistant
import Delivery
import Interchange
import Language
import Prompts
import Store
import Synchronization
import Testing
import Times

/// What a transcript is played on: a store in memory, and a conversation about it.
struct TranscriptWorld {
  let store: Store
  private let reader = Reader(grammar: CompiledPrompts.grammar)

  /// The lines of the sample, read once for all worlds.
  private static let sample = Result {
    try SampleWorkspace.lines.description.split(separator: "\n").map { try JSONReader.value(of: String($0)) }
  }

  init(_ transcript: Transcript) throws {
    let bits = SeededBits()
    store = try Store.inMemory(
      options: StoreOptions(
        words: { Folding.words(of: $0) }, spellings: { SpellingCodes.codes(of: $0) }, random: { bits.next() }))
    guard transcript.beginning == .sample, let first = transcript.scenes.first else { return }
    let now = try #require(Instant(first.now))
    let lines = try Self.sample.get()
    let features = Set(lines.filter { $0["kind"]?.text == "feature" }.compactMap { $0["key"]?.text })
    _ = try store.importing(.exact, at: now, by: nil, source: "sample") { session in
      for line in lines {
        let line = try RecordLine(line, now: now) { features.contains($0) }
        try session.put(line.record)
        if let record = line.implied { try session.putIfAbsent(record) }
      }
    }
  }

  /// What Gangway answers to a line of a scene.
  func reply(to said: String, in scene: Transcript.Scene) throws -> Reply {
    try Conversation(store: store, reader: reader).reply(to: line(said, in: scene))
  }

  /// What would be answered to a line, without anything being changed or remembered.
  func answer(to said: String, in scene: Transcript.Scene) throws -> Answer {
    try Conversation(store: store, reader: reader).answer(to: line(said, in: scene))
  }

  /// What a line would mean now.
  func reading(of said: String, in scene: Transcript.Scene) throws -> Reading {
    try LineReader(reader: reader, store: store).reading(of: line(said, in: scene))
  }

  private func line(_ said: String, in scene: Transcript.Scene) throws -> Line {
    let moment = try #require(Moment(scene.now))
    let person = try scene.person.map { name in
      try #require(store.read { try $0.people(named: name).first?.key }, "nobody is called \(name)")
    }
    return Line(said, at: moment.instant, zone: Zone(offset: moment.offset), person: person)
  }
}

/// Numbers that are the same in every run.
private final class SeededBits: Sendable {
  private let state = Mutex(UInt64(7))

  func next() -> UInt64 {
    state.withLock { state in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}
