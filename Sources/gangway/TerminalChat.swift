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
  private var talk: Talk
  private var isPlain = false
  private var draft: String?

  init(session: Session, store: Store) throws {
    self.session = session
    self.store = store
    talk = try Talk(session: session, store: store, isAtTerminal: true)
    let history = try talk.history()
    helper = ChatHelper(session: session, talk: talk, history: history)
    editor = LineEditor(application: "gangway", history: history, helper: helper)
  }

  /// - Throws: The exit code of a signal, when one ended the chat.
  mutating func run() throws {
    try open()
    while true {
      let standing = try talk.standing()
      let isAsking = standing.asked != .nothing
      helper.attend(to: talk, asked: standing.asked, style: style)
      let event = editor.read(
        LineEditor.Prompt(prompt(standing), isColoured: style.isColoured), draft: draft,
        news: isAsking ? .none : style.isPlain ? .between : .above)
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
          say(Words.Commands.Chat.stay)
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

  private var style: Style {
    var style = session.style
    if isPlain {
      style.isPlain = true
      style.isColoured = false
    }
    return style
  }

  /// What stands before the line; the same at all times where it is read aloud, so that answers ask in full there.
  private func prompt(_ standing: Standing) -> String {
    style.isPlain ? Standing.plainPrompt : standing.prompt
  }

  private func say(_ text: String, as role: Role = .plain) {
    Streams.print(TextRenderer(style: style).text(of: text, as: role))
  }

  /// An answer as text, with blank lines only where all of it stays on the screen.
  ///
  /// What asks something is given whole however quiet the chat is: nobody could answer it otherwise.
  private func text(of answer: Answer, turn: Int? = nil) -> String {
    var style = style
    if answer.question != nil || !answer.choices.isEmpty || answer.verdict == .preview { style.isQuiet = false }
    let text = TextRenderer(style: style, turn: turn).text(of: answer)
    guard style.isAiry, text.contains("\n\n") else { return text }
    // The line that was typed, the blank below the answer and the next prompt take their places too.
    let height = text.utf8.count { $0 == 0x0A } + 4
    if height <= session.surroundings.height { return text + "\n" }
    style.isAiry = false
    return TextRenderer(style: style, turn: turn).text(of: answer)
  }

  /// The first words: what there is and what is due, or how to begin.
  private mutating func open() throws {
    let opening = try talk.opening()
    isPlain = opening.manner.isPlain
    // Whose time counts goes before the first words, because a question may end them.
    if let note = talk.note { say(note, as: .source) }
    var answer = opening.answer
    if style.isPlain, opening.openQuestion == .welcome { answer.question = Words.Opening.Welcome.question }
    let text = text(of: answer)
    Streams.print(style.isAiry && !style.isPlain && text.last != "\n" ? text + "\n" : text)
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
      say(Words.Commands.Chat.failed(reason: error.description))
      say(Words.Commands.Chat.unharmed)
      return true
    }
    isPlain = reply.manner.isPlain
    draft = reply.draft
    if case .tryImport(let path)? = reply.wish {
      try tryImport(path, reply)
      return true
    }
    if reply.isJSON {
      show(JSON.object(ReplyJSON.object(of: reply)).description)
    } else {
      var answer = reply.answer
      // The prompt asks it.
      if !style.isPlain, [Words.Voice.Change.ask, Words.TalkSpeaker.remember].contains(answer.question) {
        answer.question = nil
      }
      show(text(of: answer, turn: reply.turn))
    }
    if session.settings.isVerbose { say(account.text, as: .source) }
    if let text = reply.copied { copy(text) }
    if let wish = reply.wish {
      try grant(wish)
    } else if standing.asked == .importFile {
      try askForDataAgain()
    }
    return !reply.isLast
  }

  /// Prints an answer, and stops in the middle of a long one when Ctrl-C says so.
  private func show(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let pager = session.pager, lines.count >= session.surroundings.height {
      let environment = session.surroundings.environment
      if editor.lendingTerminal({ OtherProgram.run(pager, input: text + "\n", environment: environment) }) == 0 {
        return
      }
    }
    for start in stride(from: 0, to: lines.count, by: TerminalChat.step) {
      if start > 0, editor.wasInterrupted() {
        say(Words.Commands.Chat.stopped)
        return
      }
      Streams.print(lines[start..<min(start + TerminalChat.step, lines.count)].joined(separator: "\n"))
    }
  }

  /// So many lines are printed between two looks at the keyboard.
  private static let step = 20

  private func copy(_ text: String) {
    switch Clipboard(environment: session.surroundings.environment).take(text) {
    case .toSystem: say(Words.Commands.Chat.copied)
    case .toTerminal: say(Words.Commands.Chat.copiedByTerminal)
    case .nowhere: say(Words.Commands.Chat.copiedNowhere)
    }
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
        Streams.print(Doctor.text(of: Checkup(session: session).checks(), style: style))
      case .beSpeaker(let person): talk.speak(as: person)
      case .keepSpeaker(let person):
        try Configuration.keep("user", as: person.text, at: session.configurationPath)
        say(Words.Commands.Chat.kept(path: session.configurationPath))
      }
    } catch let failure as Failure {
      say(failure.message)
      try askForDataAgain()
    }
  }

  /// An empty store is good for nothing but the question where data shall come from.
  private func askForDataAgain() throws {
    guard try store.read({ snapshot in try snapshot.isEmpty() }), try talk.standing().asked == .nothing else { return }
    _ = try talk.opening()
    if style.isPlain { say(Words.Opening.Welcome.question) }
  }

  private func importRun(isTrial: Bool = false) -> ImportRun {
    // What was typed before the import began is not meant for it.
    _ = editor.wasInterrupted()
    return ImportRun(session: session, store: store, isDryRun: isTrial, isStopped: editor.wasInterrupted)
  }

  /// Says what an import would change before the question whether it shall; a file that is refused is not asked about.
  private func tryImport(_ path: String, _ reply: Reply) throws {
    var announcement = reply.answer
    announcement.question = nil
    show(text(of: announcement, turn: reply.turn))
    do {
      let summary = try importRun(isTrial: true).readFile(at: path)
      Streams.print(summary.text(style: style))
      if style.isPlain, let question = reply.answer.question { say(question) }
    } catch let failure as Failure {
      say(failure.message)
      _ = try talk.reply(to: Words.Commands.Chat.drop)
      try askForDataAgain()
    }
  }

  private mutating func load(_ read: (ImportRun) throws -> ImportSummary) throws {
    let summary = try read(importRun())
    Streams.print(summary.text(style: style))
    try talk.lookAround()
    try open()
  }
}
