import Assistant
import Language
import Prompts

/// What an answer came from and what it cost: the rule that read the line, and the time.
struct Account {
  private let rule: [String]
  private let took: Duration

  init(of reply: Reply, took: Duration) {
    // What answers a question need not be a line of its own.
    rule = reply.isAnswer ? [Words.Commands.Verbose.asked] : TraceWording.rule(of: reply.reading)
    self.took = took
  }

  /// One sentence a line.
  var text: String {
    (rule + [Words.Commands.Verbose.took(milliseconds: milliseconds)]).joined(separator: "\n")
  }

  private var milliseconds: String {
    let hundredths = took.components.seconds * 100_000 + took.components.attoseconds / 10_000_000_000_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
