import ArgumentParser
import Prompts

/// Prints the manual page, for whoever installs the program.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Manual.abstract, shouldDisplay: false)

  func run() throws {
    Streams.write(Array(ManualPage.text(tree: try CommandTree.ofProgram(), version: Gangway.version).utf8))
  }
}
