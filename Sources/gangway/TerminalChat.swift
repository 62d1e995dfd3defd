import ArgumentParser
import Assistant
import Prompts
import Store
import Terminal

/// A chat with somebody at a terminal, until they leave.
struct TerminalChat {
  private let session: Session
  private let helper: ChatHelper
  private let editor: LineEditor
  private var talk: Talk
  private var draft: String?

  init(session: Session, store: Store) throws {
    self.session = session
    talk = try Talk(session: session, store: store)
    let history = try talk.history()
    helper = ChatHelper(session: session, talk: talk, history: history)
    editor = LineEditor(application: "gangway", history: history, helper: helper)
  }

  /// - Throws: The exit code of a signal, when one ended the chat.
  mutating func run() throws {
    while true {
      let prompt = LineEditor.Prompt(try talk.prompt(), isColoured: session.style.isColoured)
      helper.isAsking = talk.isAsking
      let event = editor.read(prompt, draft: draft, holdsNews: talk.isAsking)
      draft = nil
      switch event {
      case .line(let line):
        if try !take(line) { return }
      case .interrupted(droppedLine: true): continue
      case .interrupted(droppedLine: false):
        guard let word = talk.wayOut else {
          Streams.print(Words.Commands.Chat.stay)
          continue
        }
        _ = try answer(word)
      case .ended:
        Streams.print("")
        _ = try answer(Words.Commands.Chat.leave)
        return
      case .hungUp(let signal): throw ExitCode(128 + signal)
      }
    }
  }

  /// Answers a typed line; says whether the chat goes on.
  private mutating func take(_ line: String) throws -> Bool {
    let isEmpty = !line.contains { !$0.isWhitespace }
    guard !isEmpty || talk.isAsking else { return true }
    // A leading blank keeps a line off the record, and out of what the arrow keys bring back.
    if !isEmpty, line.first != " " {
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
      Streams.print(Words.Commands.Chat.failed(reason: error.description))
      Streams.print(Words.Commands.Chat.unharmed)
      return true
    }
    show(TextRenderer(style: session.style).text(of: reply.answer))
    return !reply.isLast
  }

  /// Prints an answer, and stops in the middle of a long one when Ctrl-C says so.
  private func show(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for start in stride(from: 0, to: lines.count, by: TerminalChat.step) {
      if start > 0, editor.wasInterrupted() {
        Streams.print(Words.Commands.Chat.stopped)
        return
      }
      Streams.print(lines[start..<min(start + TerminalChat.step, lines.count)].joined(separator: "\n"))
    }
  }

  /// So many lines are printed between two looks at the keyboard.
  private static let step = 20
}
