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
  private let namedNow: Instant?
  private let isAtTerminal: Bool
  private let isTrial: Bool
  private var workspace: Workspace?
  private var zone: Zone
  private let habits: TimeHabits
  private(set) var speaker: Key<Person>?

  /// At a terminal somebody types and sees, so that files can be chosen and lines be changed.
  init(session: Session, store: Store, isAtTerminal: Bool = false, isTrial: Bool = false) throws {
    self.session = session
    self.store = store
    self.isAtTerminal = isAtTerminal
    self.isTrial = isTrial
    workspace = try store.read { snapshot in try snapshot.workspace() }
    // An empty store knows nobody yet, whoever the configuration names.
    let isEmpty = try isAtTerminal && store.read { snapshot in try snapshot.isEmpty() }
    speaker = try isEmpty ? nil : session.speaker(in: store)
    zone = try session.zone(workspace: workspace)
    namedNow = try session.namedNow()
    let today = zone.local(at: namedNow ?? workspace?.now ?? Session.clock()).day
    habits = try session.habits(around: today)
    reader = Reader(grammar: CompiledPrompts.grammar)
    conversation = Conversation(store: store, reader: reader)
  }

  /// Answers a line at the session's time.
  func reply(to text: String) throws -> Reply {
    try conversation.reply(to: line(text))
  }

  /// Answers a line, and tells the rule that read it and the time that the answer took.
  func accountedReply(to text: String) throws -> (Reply, Account) {
    let clock = ContinuousClock()
    let start = clock.now
    let reply = try reply(to: text)
    return (reply, Account(of: reply, took: clock.now - start))
  }

  func opening() throws -> Opening {
    try conversation.opening(of: line(""), version: Gangway.version)
  }

  func standing() throws -> Standing {
    try conversation.standing(of: line(""))
  }

  /// Whether an empty line is an answer to what was asked.
  func takesEmptyLines() throws -> Bool { try standing().takesEmptyLines }

  /// Goes on as another person.
  mutating func speak(as person: Key<Person>) { speaker = person }

  /// Looks anew at what an import has changed: whose workspace it is, and which time counts as now.
  mutating func lookAround() throws {
    workspace = try store.read { snapshot in try snapshot.workspace() }
    zone = try session.zone(workspace: workspace)
    // Whom the configuration names may be missing here too; then the opening asks.
    if speaker == nil { speaker = try? session.speaker(in: store) }
  }

  var now: Instant { namedNow ?? workspace?.now ?? Session.clock() }

  private func line(_ text: String) -> Line {
    Line(
      (session.settings.isPrivate ? " " : "") + text, at: now, zone: zone, person: speaker,
      isAgreed: session.settings.isAgreed,
      wantsRecords: session.settings.isJSON, isAtTerminal: isAtTerminal, isTrial: isTrial, habits: habits)
  }

  /// What has to be said before the first answer: that a sample's own time counts as now.
  var note: String? {
    guard namedNow == nil, let now = workspace?.now else { return nil }
    return Words.Commands.Sample.clock(moment: TimeWording(now: now, zone: zone).moment(now))
  }

  func picture(_ content: PictureContent, in language: PictureLanguage) throws -> String {
    try conversation.picture(content, in: language, line: line(""))
  }

  // MARK: While typing

  /// Lines said before by the same person, the oldest first.
  func history() throws -> [String] { try conversation.history(of: speaker) }

  func completions(of text: String) throws -> [String] {
    try store.read { try Completer(snapshot: $0, reader: reader).completions(of: text) }
  }

  func hint(for text: String, history: [String]) throws -> String? {
    try store.read { try Completer(snapshot: $0, reader: reader).hint(for: line(text), history: history) }
  }

  /// What came up since a moment and was not told yet.
  func notices(since: Instant, told: Set<String>) throws -> [Notice] {
    try conversation.notices(of: line(""), since: since, told: told)
  }
}
