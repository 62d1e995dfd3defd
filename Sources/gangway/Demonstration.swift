import Assistant
import Foundation
import Prompts
import Store
import Times
import Trackers

/// A short conversation on the sample workspace, for when nobody types anything.
struct Demonstration {
  let session: Session

  /// Plays it on a store in memory, so that nothing of the person's is touched.
  func play() throws {
    let store = try Store.inMemory(options: Session.storeOptions)
    guard let now = SampleFile.now else { return }
    let importer = Importer(store: store, now: now, zone: try session.zone())
    _ = try importer.read(TrackerFile(bytes: SampleFile.content), name: "sample")
    Streams.print(Words.Commands.Chat.demonstration)
    let talk = try Talk(session: session, store: store)
    if let note = talk.note { Streams.print(note) }
    let renderer = TextRenderer(style: session.style)
    for line in Words.Demonstration.lines {
      Streams.print("")
      Streams.print(try talk.standing().prompt + line)
      Streams.print(renderer.text(of: try talk.reply(to: line).answer))
    }
  }
}
