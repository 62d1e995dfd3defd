import Assistant
import Delivery
import Language
import Prompts
import Store
import Times

/// A conversation of this process: the store's, the speaker's, at the session's time.
struct Talk {
  private let conversation: Conversation
  private let store: Store
  private let reader: Reader
  private let session: Session
  private let workspace: Workspace?
  private let speaker: Key<Person>?
  private let zone: Zone
  private let namedNow: Instant?
  private var openQuestion: OpenQuestion?

  init(session: Session, store: Store) throws {
    self.session = session
    workspace = try store.read { snapshot in try snapshot.workspace() }
    speaker = try session.speaker(in: store)
    zone = try session.zone(workspace: workspace)
    namedNow = try session.namedNow()
    self.store = store
    reader = Reader(grammar: CompiledPrompts.grammar)
    conversation = Conversation(store: store, reader: reader)
  }

  /// Answers a line at the session's time.
  mutating func reply(to text: String) throws -> Reply {
    let reply = try conversation.reply(to: line(text))
    openQuestion = reply.openQuestion
    return reply
  }

  private func line(_ text: String) -> Line {
    Line(
      text, at: namedNow ?? workspace?.now ?? Session.clock(), zone: zone, person: speaker,
      isAgreed: session.settings.isAgreed, wantsRecords: session.settings.isJSON)
  }

  /// Whether something was asked, so that an empty line is an answer too.
  var isAsking: Bool {
    if case .interview(let interview)? = openQuestion { return !interview.isPaused }
    return openQuestion != nil
  }

  /// What somebody says who wants out of what was asked; nothing when nothing was.
  var wayOut: String? {
    guard isAsking else { return nil }
    if case .interview? = openQuestion { return Words.Commands.Chat.pause }
    return Words.Commands.Chat.drop
  }

  // MARK: While typing

  /// Lines said before by the same person, the oldest first.
  func history() throws -> [String] {
    try store.read { snapshot in try snapshot.turns(of: speaker, limit: Talk.rememberedTurns) }
      .reversed().compactMap(\.said)
  }

  func completions(of text: String) throws -> [String] {
    try store.read { try Completer(snapshot: $0, reader: reader).completions(of: text) }
  }

  func hint(for text: String, history: [String]) throws -> String? {
    try store.read { try Completer(snapshot: $0, reader: reader).hint(for: line(text), history: history) }
  }

  private static let rememberedTurns = 1_000

  /// What stands before the line that is typed next.
  func prompt() throws -> String {
    let words =
      if case .interview(let interview)? = openQuestion, !interview.isPaused {
        Words.Commands.Chat.whyPrompt
      } else if workspace?.now != nil {
        Words.Commands.Chat.samplePrompt
      } else {
        Words.Commands.Chat.prompt
      }
    return words
  }

  /// What has to be said before the first answer: that a sample's own time counts as now.
  var note: String? {
    guard namedNow == nil, let now = workspace?.now else { return nil }
    return Words.Commands.Sample.clock(moment: TimeWording(now: now, zone: zone).moment(now))
  }
}
