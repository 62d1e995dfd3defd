import Assistant
import Prompts
import Terminal

/// What a chat prints at its terminal.
struct ChatScreen {
  let session: Session
  let editor: LineEditor
  /// The person asked for sentences only.
  var isPlain = false

  var style: Style {
    var style = session.style
    if isPlain {
      style.isPlain = true
      style.isColoured = false
    }
    return style
  }

  /// What stands before the line; the same at all times where it is read aloud, so that answers ask in full there.
  func prompt(_ standing: Standing) -> LineEditor.Prompt {
    LineEditor.Prompt(style.isPlain ? Standing.plainPrompt : standing.prompt, isColoured: style.isColoured)
  }

  func say(_ text: String, as role: Role = .plain) {
    Streams.print(TextRenderer(style: style).text(of: text, as: role))
  }

  /// Prints the first words of a chat, apart from the first prompt.
  func show(_ opening: Opening) {
    var answer = opening.answer
    ask(opening.openQuestion, in: &answer)
    let text = text(of: [answer])
    Streams.print(style.isAiry && !style.isPlain && text.last != "\n" ? text + "\n" : text)
  }

  /// Prints an answer, and stops in the middle of a long one when Ctrl-C says so.
  func show(_ reply: Reply) {
    var answers = reply.answers
    for index in answers.indices {
      ask(reply.openQuestion, in: &answers[index])
      // Elsewhere the prompt asks it.
      if !style.isPlain, [Words.Voice.Change.ask, Words.TalkSpeaker.remember].contains(answers[index].question) {
        answers[index].question = nil
      }
    }
    show(text(of: answers, turn: reply.turn))
  }

  /// What only a prompt asks has to be asked in words where the prompt is always the same.
  private func ask(_ question: OpenQuestion?, in answer: inout Answer) {
    if style.isPlain, question == .welcome { answer.question = Words.Opening.Welcome.question }
  }

  /// The answers to a line as text, with blank lines only where all of it stays on the screen.
  ///
  /// What asks something is given whole however quiet the chat is: nobody could answer it otherwise.
  private func text(of answers: [Answer], turn: Int? = nil) -> String {
    var style = style
    let asks = answers.contains { $0.question != nil || !$0.choices.isEmpty || $0.verdict == .preview }
    if asks { style.isQuiet = false }
    let text = TextRenderer(style: style, turn: turn).text(of: answers)
    guard style.isAiry, text.contains("\n\n") else { return text }
    // The line that was typed, the blank below the answer and the next prompt take their places too.
    let height = text.utf8.count { $0 == 0x0A } + 4
    if height <= session.surroundings.height { return text + "\n" }
    style.isAiry = false
    return TextRenderer(style: style, turn: turn).text(of: answers)
  }

  /// Prints text, in the pager if there is one and it is long.
  func show(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let pager = session.pager, lines.count >= session.surroundings.height {
      let environment = session.surroundings.environment
      if editor.lendingTerminal({ OtherProgram.run(pager, input: text + "\n", environment: environment) }) == 0 {
        return
      }
    }
    for start in stride(from: 0, to: lines.count, by: ChatScreen.step) {
      if start > 0, editor.wasInterrupted() {
        say(Words.Commands.Chat.stopped)
        return
      }
      Streams.print(lines[start..<min(start + ChatScreen.step, lines.count)].joined(separator: "\n"))
    }
  }

  /// So many lines are printed between two looks at the keyboard.
  private static let step = 20

  func copy(_ text: String) {
    switch Clipboard(environment: session.surroundings.environment).take(text) {
    case .toSystem: say(Words.Commands.Chat.copied)
    case .toTerminal: say(Words.Commands.Chat.copiedByTerminal)
    case .nowhere: say(Words.Commands.Chat.copiedNowhere)
    }
  }
}
