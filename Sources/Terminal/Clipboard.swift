/// Where text to paste elsewhere goes.
package struct Clipboard: Sendable {
  /// How a text was handed over.
  package enum Handed: Hashable, Sendable {
    /// The system's clipboard has it.
    case toSystem
    /// The terminal was asked to keep it, which not every terminal does.
    case toTerminal
    /// Nobody could take it.
    case nowhere
  }

  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// Hands text to the system's clipboard, else to the terminal by its sequence 52 (xterm, "Operating System Commands").
  package func take(_ text: String) -> Handed {
    for program in programs where OtherProgram.run(program, input: text, environment: environment) == 0 {
      return .toSystem
    }
    guard let terminal, text.utf8.count <= Clipboard.longest else { return .nowhere }
    Output.write(sequence(of: text, in: terminal))
    return .toTerminal
  }

  /// The kind of terminal, where it is one that can be asked.
  package var terminal: String? {
    guard let name = environment["TERM"], !["", "dumb", "linux"].contains(name) else { return nil }
    return name
  }

  /// Terminals drop longer ones.
  private static let longest = 74_994

  /// The programs that own the clipboard where this session shows its windows, in the order in which they are asked.
  package var programs: [[String]] {
    #if canImport(Darwin)
      return [["pbcopy"]]
    #else
      var programs: [[String]] = []
      if environment["WAYLAND_DISPLAY"] != nil { programs.append(["wl-copy"]) }
      if environment["DISPLAY"] != nil {
        programs += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
      }
      return programs
    #endif
  }

  private func sequence(of text: String, in terminal: String) -> String {
    let sequence = "\u{1B}]52;c;\(Base64.encoded(Array(text.utf8)))\u{07}"
    // GNU Screen hands on only what is wrapped for it.
    return terminal.hasPrefix("screen") && environment["TMUX"] == nil ? "\u{1B}P\(sequence)\u{1B}\\" : sequence
  }
}
