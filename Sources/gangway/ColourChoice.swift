/// Whether answers are coloured: what was said last and nearest goes first.
///
/// The order is the command line, `GANGWAY_COLOR`, `NO_COLOR` (no-color.org), `CLICOLOR_FORCE` and `FORCE_COLOR`,
/// `CLICOLOR` (bixense.com/clicolors), the configuration, and last the terminal.
struct ColourChoice {
  let option: Settings.Colour?
  let variables: [String: String]
  let configured: Settings.Colour?

  /// What decided.
  enum Reason: Equatable {
    case option
    case variable(String)
    case setting
    case terminal, noTerminal, dumbTerminal
  }

  func isColoured(onTerminal isTerminal: Bool) -> Bool {
    decision(onTerminal: isTerminal).isColoured
  }

  func decision(onTerminal isTerminal: Bool) -> (isColoured: Bool, reason: Reason) {
    if let option, option != .auto { return (option == .always, .option) }
    // Automatic colours asked for on the command line go before what the variable of ours wants.
    if option == nil, let ours = set("GANGWAY_COLOR").flatMap({ Settings.Colour(rawValue: $0) }), ours != .auto {
      return (ours == .always, .variable("GANGWAY_COLOR"))
    }
    if set("NO_COLOR") != nil { return (false, .variable("NO_COLOR")) }
    for name in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
      if let value = set(name), value != "0" { return (true, .variable(name)) }
    }
    if set("CLICOLOR") == "0" { return (false, .variable("CLICOLOR")) }
    if option == nil, let configured, configured != .auto { return (configured == .always, .setting) }
    if isTerminal, set("TERM") == "dumb" { return (false, .dumbTerminal) }
    return (isTerminal, isTerminal ? .terminal : .noTerminal)
  }

  /// A variable that is not empty.
  private func set(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
