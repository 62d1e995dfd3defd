import ArgumentParser
import Assistant
import Interchange
import Prompts

/// Checks what Gangway needs, and says what to do about what is missing.
///
/// A damaged store or a wrong setting is something it finds, not something that stops it.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Doctor.abstract)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = Session(unchecked: options.settings, surroundings: .ofProcess())
    let checks = Checkup(session: session).checks()
    if options.json {
      for check in checks { Streams.print(JSON.object(check.object).description) }
    } else if options.quiet {
      let wrong = checks.filter { $0.state == .fix }
      if !wrong.isEmpty { Streams.print(Doctor.text(of: wrong, style: session.style)) }
    } else {
      Streams.print(Doctor.text(of: checks, style: session.style))
    }
    if checks.contains(where: { $0.state == .fix }) { throw ExitCode(1) }
  }

  static func text(of checks: [Check], style: Style) -> String {
    let facts = checks.map { Fact($0.name, $0.sentence, role: $0.state == .fix ? .bad : .plain) }
    return TextRenderer(style: style).text(of: [.facts(facts)])
  }
}
