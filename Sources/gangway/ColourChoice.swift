/// Whether answers are coloured: what was said last and nearest goes first.
///
/// The order is the command line, `GANGWAY_COLOR`, `NO_COLOR` (no-color.org), `CLICOLOR_FORCE` and `FORCE_COLOR`,
/// `CLICOLOR` (bixense.com/clicolors), the configuration, and last the terminal.
struct ColourChoice {
  let option: Settings.Colour?
  let variables: [String: String]
  let configured: Settings.Colour?

  func isColoured(onTerminal isTerminal: Bool) -> Bool {
    if let option, option != .auto { return option == .always }
    // Automatic colours asked for on the command line go before what the variable of ours wants.
    if option == nil, let ours = set("GANGWAY_COLOR").flatMap({ Settings.Colour(rawValue: $0) }), ours != .auto {
      return ours == .always
    }
    if set("NO_COLOR") != nil { return false }
    if [set("CLICOLOR_FORCE"), set("FORCE_COLOR")].contains(where: { $0 != nil && $0 != "0" }) { return true }
    if set("CLICOLOR") == "0" { return false }
    if option == nil, let configured, configured != .auto { return configured == .always }
    return isTerminal && set("TERM") != "dumb"
  }

  /// A variable that is not empty.
  private func set(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
