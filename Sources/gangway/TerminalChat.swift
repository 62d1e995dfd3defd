import ArgumentParser
import Assistant
import Delivery
import Interchange
import Prompts
import Store
import Terminal

/// A chat with somebody at a terminal, until they leave.
struct TerminalChat {
  private let session: Session
  private let store: Store
  private let helper: ChatHelper
  private let editor: LineEditor
  private var screen: ChatScreen
  private var talk: Talk
  private var draft: String?

  init(session: Session, store: Store) throws {
    self.session = session
    self.store = store
    talk = try Talk(session: session, store: store, isAtTerminal: true)
    let history = try talk.history()
    helper = ChatHelper(session: session, talk: talk, history: history)
    editor = LineEditor(application: "gangway", history: history, helper: helper)
    screen = ChatScreen(session: session, editor: editor)
  }

  /// - Throws: The exit code of a signal, when one ended the chat.
  mutating func run() throws {
    try open()
    while true {
      let standing = try talk.standing()
      let isAsking = standing.asked != .nothing
      helper.attend(to: talk, asked: standing.asked, style: screen.style)
      let event = editor.read(
        screen.prompt(standing), draft: draft,
        news: isAsking ? .none : screen.style.isPlain ? .between : .above)
      draft = nil
      switch event {
      case .line(let line):
        if try !take(line, standing) { return }
      case .interrupted(droppedLine: true): continue
      case .interrupted(droppedLine: false):
        if case .why = standing.asked {
          _ = try answer(Words.Commands.Chat.pause, standing)
        } else if isAsking {
          _ = try answer(Words.Commands.Chat.drop, standing)
        } else {
          screen.say(Words.Commands.Chat.stay)
        }
      case .ended:
        Streams.print("")
        _ = try answer(Words.Commands.Chat.leave, standing)
        return
      case .hungUp(let signal): throw ExitCode(128 + signal)
      }
    }
  }

  // MARK: Answers

  /// The first words: what there is and what is due, or how to begin.
  private mutating func open() throws {
    let opening = try talk.opening()
    screen.isPlain = opening.manner.isPlain
    // Whose time counts goes before the first words, because a question may end them.
    if let note = talk.note { screen.say(note, as: .source) }
    screen.show(opening)
  }

  /// Answers a typed line; says whether the chat goes on.
  private mutating func take(_ line: String, _ standing: Standing) throws -> Bool {
    let isEmpty = !line.contains { !$0.isWhitespace }
    guard !isEmpty || standing.takesEmptyLines else { return true }
    // A leading blank keeps a line off the record, and out of what the arrow keys bring back.
    if !isEmpty, line.first != " ", !session.settings.isPrivate {
      editor.remember(line)
      helper.remember(line)
    }
    return try answer(line, standing)
  }

  private mutating func answer(_ line: String, _ standing: Standing) throws -> Bool {
    let reply: Reply
    let account: Account
    do {
      (reply, account) = try talk.accountedReply(to: line)
    } catch let error as StoreError {
      // A failure of the store ends the answer, not the chat: the next line may go well again.
      screen.say(Words.Commands.Chat.failed(reason: error.description))
      screen.say(Words.Commands.Chat.unharmed)
      return true
    }
    screen.isPlain = reply.manner.isPlain
    draft = reply.draft
    if case .tryImport(let path)? = reply.wish {
      try tryImport(path, reply)
      return true
    }
    if reply.isJSON {
      screen.show(JSON.object(ReplyJSON.object(of: reply)).description)
    } else {
      screen.show(reply)
    }
    if session.settings.isVerbose { screen.say(account.text, as: .source) }
    if let text = reply.copied { screen.copy(text) }
    if let wish = reply.wish {
      try grant(wish)
    } else if standing.asked == .importFile {
      try askForDataAgain()
    }
    return !reply.isLast
  }

  // MARK: Wishes

  /// Does what only the shell can do, and says how it went; a file that is refused ends nothing.
  private mutating func grant(_ wish: Wish) throws {
    do {
      switch wish {
      case .loadSample: try load { try $0.readSample() }
      case .importFile(let path): try load { try $0.readFile(at: path) }
      case .tryImport: break
      case .checkUp:
        let session = Session(unchecked: session.settings, surroundings: session.surroundings)
        Streams.print(Doctor.text(of: Checkup(session: session).checks(), style: screen.style))
      case .beSpeaker(let person): talk.speak(as: person)
      case .keepSpeaker(let person):
        try Configuration.keep("user", as: person.text, at: session.configurationPath)
        screen.say(Words.Commands.Chat.kept(path: session.configurationPath))
      }
    } catch let failure as Failure {
      screen.say(failure.message)
      try askForDataAgain()
    }
  }

  /// Says what an import would change before the question whether it shall; a file that is refused is not asked about.
  private func tryImport(_ path: String, _ reply: Reply) throws {
    var announcement = reply
    announcement.answer.question = nil
    screen.show(announcement)
    do {
      let summary = try importRun(isTrial: true).readFile(at: path)
      Streams.print(summary.text(style: screen.style))
      if screen.style.isPlain, let question = reply.answer.question { screen.say(question) }
    } catch let failure as Failure {
      screen.say(failure.message)
      _ = try talk.reply(to: Words.Commands.Chat.drop)
      try askForDataAgain()
    }
  }

  private mutating func load(_ read: (ImportRun) throws -> ImportSummary) throws {
    let summary = try read(importRun())
    Streams.print(summary.text(style: screen.style))
    try talk.lookAround()
    try open()
  }

  private func importRun(isTrial: Bool = false) -> ImportRun {
    // What was typed before the import began is not meant for it.
    _ = editor.wasInterrupted()
    return ImportRun(session: session, store: store, isDryRun: isTrial, isStopped: editor.wasInterrupted)
  }

  /// An empty store is good for nothing but the question where data shall come from.
  private func askForDataAgain() throws {
    guard try store.read({ snapshot in try snapshot.isEmpty() }), try talk.standing().asked == .nothing else { return }
    _ = try talk.opening()
    if screen.style.isPlain { screen.say(Words.Opening.Welcome.question) }
  }
}
