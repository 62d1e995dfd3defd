package import Delivery
package import Language
package import Store
package import Times

/// What a skill sees when it answers: the store as it stands, the line, and who says it.
package struct Scene {
  let graphs: OpenGraphMemory
  package let snapshot: Snapshot
  package let reader: Reader
  package let line: Line
  package let reading: Reading
  package let speaker: Person?
  package let state: ConversationState

  /// The speaker has seen what the reading would change, and agreed.
  package var isConfirmed = false

  package var now: Instant { line.time }

  /// Whether an answer's rows are worth their cost.
  package var wantsRecords: Bool { line.wantsRecords }

  /// The graph of all open waits, as the snapshot has them.
  func openGraph() throws -> OpenGraph { try graphs.graph(of: snapshot) }

  /// Times in words, as the speaker counts them.
  package var wording: TimeWording { TimeWording(now: line.time, zone: line.zone) }
}

extension Scene {
  /// The same scene for another reading.
  func reading(_ reading: Reading, line: Line? = nil) -> Scene {
    Scene(
      graphs: graphs, snapshot: snapshot, reader: reader, line: line ?? self.line, reading: reading, speaker: speaker,
      state: state)
  }

  /// What another line would mean here.
  func read(_ text: String) -> Reading {
    reader.read(text, names: StoreNames(snapshot: snapshot), context: LineContext.context(of: line))
  }
}
