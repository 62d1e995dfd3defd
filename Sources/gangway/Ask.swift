import ArgumentParser
import Assistant
import Interchange
import Prompts

/// Answers one line and leaves.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Ask.abstract)

  @OptionGroup var options: GlobalOptions

  @Flag(name: .long, help: ArgumentHelp(Words.Commands.Ask.explain))
  var explain = false

  @Argument(help: ArgumentHelp(Words.Commands.Ask.text))
  var text: [String]

  func run() throws {
    throw ExitCode(try Question(text.joined(separator: " "), explains: explain).put(options.settings))
  }
}

/// One line, answered on the standard streams.
struct Question {
  private let line: String
  private let explains: Bool

  /// - Parameters:
  ///   - line: What was asked.
  ///   - explains: Whether the reading is told as well.
  init(_ line: String, explains: Bool) {
    self.line = line
    self.explains = explains
  }

  /// Puts the question and prints the answer.
  ///
  /// - Returns: The exit code that tells what kind of answer it was.
  /// - Throws: ``Failure``, or what the store throws.
  func put(_ settings: Settings) throws -> Int32 {
    let session = try Session(settings)
    let store = try session.openStore()
    let talk = try Talk(session: session, store: store)
    let reply = try talk.reply(to: line)
    if settings.isJSON {
      Streams.print(JSON.object(ReplyJSON.object(of: reply)).description)
    } else {
      if let note = talk.note { Streams.complain(note) }
      let renderer = TextRenderer(style: session.style)
      Streams.print(reply.printed(style: session.style))
      if explains {
        Streams.print("")
        for reading in [reply.reading] + reply.also.map(\.reading) {
          for sentence in TraceWording.sentences(of: reading) { Streams.print(renderer.text(of: sentence)) }
        }
      }
    }
    let verdicts = reply.answers.map(\.verdict)
    if verdicts.contains(.preview) {
      Streams.complain(Words.Voice.Change.repeat(command: CommandLineText.repeating(line, settings: settings)))
    }
    return verdicts.map(\.exitCode).first { $0 != 0 } ?? 0
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
