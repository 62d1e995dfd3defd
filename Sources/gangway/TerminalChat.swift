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
      helper.attend(to: talk, isAsking: isAsking, isPlain: isPlain)
      let event = editor.read(
        LineEditor.Prompt(standing.prompt, isColoured: style.isColoured), draft: draft, holdsNews: isAsking)
      draft = nil
      switch event {
      case .line(let line):
        if try !take(line, standing) { return }
      case .interrupted(droppedLine: true): continue
      case .interrupted(droppedLine: false):
        if case .why = standing.asked {
          _ = try answer(Words.Commands.Chat.pause)
        } else if isAsking {
          _ = try answer(Words.Commands.Chat.drop)
        } else {
          say(Words.Commands.Chat.stay)
        }
      case .ended:
        Streams.print("")
        _ = try answer(Words.Commands.Chat.leave)
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

  private func say(_ text: String) {
    Streams.print(TextRenderer(style: style).text(of: text))
  }

  /// The first words: what there is and what is due, or how to begin.
  private mutating func open() throws {
    let opening = try talk.opening()
    isPlain = opening.manner.isPlain
    // Whose time counts goes before the first words, because a question may end them.
    if let note = talk.note { say(note) }
    Streams.print(TextRenderer(style: style).text(of: opening.answer))
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
    return try answer(line)
  }

  private mutating func answer(_ line: String) throws -> Bool {
    let reply: Reply
    do {
      reply = try talk.reply(to: line)
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
      var answers = reply.answers
      // The prompt asks it.
      for index in answers.indices
      where answers[index].verdict == .preview && answers[index].question == Words.Voice.Change.ask {
        answers[index].question = nil
      }
      show(TextRenderer(style: style, turn: reply.turn).text(of: answers))
    }
    if let text = reply.copied { copy(text) }
    if let wish = reply.wish { try grant(wish) }
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
    }
  }

  /// Says what an import would change before the question whether it shall; a file that is refused is not asked about.
  private func tryImport(_ path: String, _ reply: Reply) throws {
    var announcement = reply.answer
    announcement.question = nil
    let renderer = TextRenderer(style: style, turn: reply.turn)
    show(renderer.text(of: announcement))
    do {
      let summary = try ImportRun(session: session, store: store, isDryRun: true).readFile(at: path)
      Streams.print(summary.text(style: style))
      if let question = reply.answer.question { say(question) }
    } catch let failure as Failure {
      say(failure.message)
      _ = try talk.reply(to: Words.Commands.Chat.drop)
    }
  }

  private mutating func load(_ read: (ImportRun) throws -> ImportSummary) throws {
    let summary = try read(ImportRun(session: session, store: store))
    Streams.print(summary.text(style: style))
    try talk.lookAround()
    try open()
  }
}
