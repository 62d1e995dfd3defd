import ArgumentParser
import Assistant
import Interchange
import Prompts

/// Answers one line and leaves.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Ask.abstract)

  @OptionGroup var options: GlobalOptions

  @Flag(name: .long, help: "Say how the line was read, too.")
  var explain = false

  @Argument(help: "What you would type in the chat.")
  var text: [String]

  func run() throws {
    let session = try Session(options)
    let store = try session.openStore()
    var talk = try Talk(session: session, store: store)
    let line = text.joined(separator: " ")
    let reply = try talk.reply(to: line)
    if options.json {
      Streams.print(JSON.object(ReplyJSON.object(of: reply)).description)
    } else {
      if let note = talk.note { Streams.complain(note) }
      Streams.print(TextRenderer(style: session.style).text(of: reply.answer))
      if explain {
        Streams.print("")
        for sentence in TraceWording.sentences(of: reply.reading) { Streams.print(sentence) }
      }
    }
    if reply.answer.verdict == .preview {
      Streams.complain(Words.Voice.Change.repeat(command: CommandLineText.repeating(line, options: options)))
    }
    throw ExitCode(reply.answer.verdict.exitCode)
  }
}

extension Answer.Verdict {
  /// What `ask` exits with.
  var exitCode: Int32 {
    switch self {
    case .answered, .stale, .conflict, .changed: 0
    case .unknown: 3
    case .unclear, .unable, .refused: 4
    case .choice, .question, .preview: 5
    }
  }
}
