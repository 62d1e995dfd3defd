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

  @Flag(name: [.customShort("n"), .long], help: ArgumentHelp(Words.Commands.Ask.trial))
  var dryRun = false

  @Argument(help: ArgumentHelp(Words.Commands.Ask.text))
  var text: [String]

  func run() throws {
    let question = Question(line: text.joined(separator: " "), explains: explain, isTrial: dryRun)
    throw ExitCode(try question.put(options.settings))
  }
}

/// One line, answered on the standard streams.
struct Question {
  let line: String
  /// Whether the reading is told as well.
  let explains: Bool
  /// Whether everything is taken back in the end.
  let isTrial: Bool

  /// Puts the question and prints the answer.
  ///
  /// - Returns: The exit code that tells what kind of answer it was.
  /// - Throws: ``Failure``, or what the store throws.
  func put(_ settings: Settings) throws -> Int32 {
    let session = try Session(settings)
    let store = try session.openStore()
    let talk = try Talk(session: session, store: store, isTrial: isTrial)
    let (reply, account) = try talk.accountedReply(to: line)
    if !settings.isJSON, !settings.isQuiet, let note = talk.note { Streams.complain(note) }
    show(reply, session: session)
    if settings.isVerbose { Streams.complain(account.text) }
    let verdicts = reply.answers.map(\.verdict)
    if verdicts.contains(.preview) {
      Streams.complain(Words.Voice.Change.repeat(command: CommandLineText.repeating(line, settings: settings)))
    }
    return verdicts.map(\.exitCode).first { $0 != 0 } ?? 0
  }

  private func show(_ reply: Reply, session: Session) {
    guard !session.settings.isJSON else {
      return Streams.print(JSON.object(ReplyJSON.object(of: reply)).description)
    }
    Streams.print(reply.printed(style: session.style))
    guard explains else { return }
    let renderer = TextRenderer(style: session.style)
    Streams.print("")
    for reading in [reply.reading] + reply.also.map(\.reading) {
      for sentence in TraceWording.sentences(of: reading) { Streams.print(renderer.text(of: sentence)) }
    }
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
