import Assistant
import Delivery
import Language
import Prompts
import Store
import Times

/// A conversation of this process: the store's, the speaker's, at the session's time.
struct Talk {
  private let conversation: Conversation
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
    conversation = Conversation(store: store, reader: Reader(grammar: CompiledPrompts.grammar))
  }

  /// Answers a line at the session's time.
  mutating func reply(to text: String) throws -> Reply {
    let now = namedNow ?? workspace?.now ?? Session.clock()
    let reply = try conversation.reply(
      to: Line(
        text, at: now, zone: zone, person: speaker, isAgreed: session.settings.isAgreed,
        wantsRecords: session.settings.isJSON))
    openQuestion = reply.openQuestion
    return reply
  }

  /// Whether an empty line is the answer to a question.
  var takesEmptyLines: Bool { openQuestion != nil }

  /// What stands before the line that is typed next.
  var prompt: String {
    let words =
      if case .interview(let interview)? = openQuestion, !interview.isPaused {
        Words.Commands.Chat.whyPrompt
      } else if workspace?.now != nil {
        Words.Commands.Chat.samplePrompt
      } else {
        Words.Commands.Chat.prompt
      }
    return words + " "
  }

  /// What has to be said before the first answer: that a sample's own time counts as now.
  var note: String? {
    guard namedNow == nil, let now = workspace?.now else { return nil }
    return Words.Commands.Sample.clock(moment: TimeWording(now: now, zone: zone).moment(now))
  }
}
