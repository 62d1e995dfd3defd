import ArgumentParser
import Assistant
import Interchange
import Prompts
import Store

/// Talks: a line in, an answer out, until somebody says bye or the input ends.
struct Chat: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Chat.abstract)

  @OptionGroup var options: GlobalOptions

  @Flag(name: .customLong("demonstrate-when-silent"), help: .hidden)
  var demonstratesWhenSilent = false

  @Argument(help: .hidden)
  var words: [String] = []

  func run() throws {
    guard words.isEmpty else {
      let command = "gangway ask " + CommandLineText.quoted(words.joined(separator: " "))
      throw Failure.usage(Words.Commands.Chat.noCommand(command: command))
    }
    let session = try Session(options.settings)
    // Lines are edited where they are both typed and shown.
    let isInteractive =
      session.surroundings.inputIsTerminal && session.surroundings.outputIsTerminal && !options.json
      && !options.noInput
    if demonstratesWhenSilent, !session.surroundings.inputIsTerminal {
      guard let first = readLine(strippingNewline: true) else { return try Demonstration(session: session).play() }
      let store = try session.openStore()
      let talk = try Talk(session: session, store: store)
      if try !answer(first, by: talk, session: session) { return }
      return try converse(talk, session: session)
    }
    let store = try session.openStore()
    if isInteractive {
      var chat = try TerminalChat(session: session, store: store)
      return try chat.run()
    }
    let talk = try Talk(session: session, store: store)
    if !options.json, !options.quiet, let note = talk.note {
      Streams.complain(TextRenderer(style: session.style).text(of: note))
    }
    try converse(talk, session: session)
  }

  private func converse(_ talk: Talk, session: Session) throws {
    while let line = readLine(strippingNewline: true) {
      if try !answer(line, by: talk, session: session) { return }
    }
  }

  /// Prints the answer to a line; says whether the chat goes on.
  ///
  /// A failure of the store ends the answer, not the chat: the next line may go well again.
  private func answer(_ line: String, by talk: Talk, session: Session) throws -> Bool {
    guard try line.contains(where: { !$0.isWhitespace }) || talk.takesEmptyLines() else { return true }
    let reply: Reply
    let account: Account
    do {
      (reply, account) = try talk.accountedReply(to: line)
    } catch let error as StoreError {
      Streams.complain(Words.Commands.Chat.failed(reason: error.description))
      Streams.complain(Words.Commands.Chat.unharmed)
      return true
    }
    if options.json {
      Streams.print(JSON.object(ReplyJSON.object(of: reply)).description)
    } else {
      Streams.print(reply.printed(style: session.style))
    }
    if options.verbose { Streams.complain(account.text) }
    return !reply.isLast
  }
}
