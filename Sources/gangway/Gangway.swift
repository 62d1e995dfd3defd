import ArgumentParser
import Assistant
import Prompts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program: answers, plans and remembers for software delivery.
struct Gangway: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gangway", abstract: Words.Commands.About.abstract, discussion: Words.Commands.About.discussion,
    version: Gangway.version,
    subcommands: [Chat.self, Ask.self, Parse.self, When.self, Import.self, Export.self, Doctor.self, Manual.self],
    defaultSubcommand: Chat.self)

  static let version = "0.1.0"
}

@main
enum Program {
  /// Runs the command, prints what went wrong, and turns errors into the exit codes that the documentation names.
  static func main() {
    do {
      let words = CommandWords.settled(
        Array(CommandLine.arguments.dropFirst()),
        commands: Set(Gangway.configuration.subcommands.map { $0._commandName }))
      if let ask = DirectAsk(words) {
        let line = ask.words.joined(separator: " ")
        exit(try Question(line: line, explains: ask.explains, isTrial: ask.isTrial).put(ask.settings))
      }
      var command = try Gangway.parseAsRoot(words)
      try command.run()
    } catch let failure as Failure {
      Streams.complain(failure.message)
      exit(failure.code)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      report(error)
    }
  }

  private static func report(_ error: any Error) -> Never {
    let code = Gangway.exitCode(for: error)
    let message = Gangway.fullMessage(for: error)
    if code == .success {
      Streams.print(message)
      exit(0)
    }
    Streams.complain(code == .validationFailure ? message : "\(error)")
    exit(code == .validationFailure ? 2 : 1)
  }
}
