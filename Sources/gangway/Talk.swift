import Assistant
import Delivery
import Language
import Prompts
import Store
import Times

/// A conversation of this process: the store's, the speaker's, at the session's time.
struct Talk {
  private var conversation: Conversation
  private let session: Session
  private let workspace: Workspace?
  private let speaker: Key<Person>?
  private let zone: Zone

  init(session: Session, store: Store) throws {
    self.session = session
    workspace = try store.read { snapshot in try snapshot.workspace() }
    speaker = try session.speaker(in: store)
    zone = try session.zone(workspace: workspace)
    conversation = Conversation(store: store, reader: Reader(grammar: CompiledPrompts.grammar))
  }

  /// Answers a line at the session's time.
  mutating func reply(to text: String) throws -> Reply {
    let now = try session.now(workspace: workspace)
    return try conversation.reply(
      to: Line(text, at: now, zone: zone, person: speaker, isAgreed: session.options.yes))
  }

  /// What has to be said before the first answer: that a sample's own time counts as now.
  var note: String? {
    guard let now = workspace?.now, let named = try? session.namedNow(), named == nil else { return nil }
    return sampleNote(now)
  }

  private func sampleNote(_ now: Instant) -> String {
    Words.Commands.Sample.clock(moment: TimeWording(now: now, zone: zone).moment(now))
  }
}
