import Testing

@testable import gangway

@Suite struct `Colours` {
  /// What was said, on a terminal, and whether answers are coloured then.
  struct Case: CustomTestStringConvertible {
    var option: Settings.Colour?
    var variables: [String: String] = [:]
    var configured: Settings.Colour?
    var isTerminal = true
    let isColoured: Bool

    var testDescription: String { "\(option.map(\.rawValue) ?? "") \(variables) \(configured.map(\.rawValue) ?? "")" }
  }

  @Test(arguments: [
    Case(isColoured: true),
    Case(isTerminal: false, isColoured: false),
    Case(variables: ["TERM": "dumb"], isColoured: false),
    Case(configured: .always, isTerminal: false, isColoured: true),
    Case(configured: .never, isColoured: false),
    Case(variables: ["CLICOLOR": "0"], configured: .always, isColoured: false),
    Case(variables: ["CLICOLOR": "1"], isTerminal: false, isColoured: false),
    Case(variables: ["CLICOLOR": "0", "FORCE_COLOR": "1"], isTerminal: false, isColoured: true),
    Case(variables: ["CLICOLOR": "0", "CLICOLOR_FORCE": "yes"], isTerminal: false, isColoured: true),
    Case(variables: ["CLICOLOR_FORCE": "0", "FORCE_COLOR": "0"], isTerminal: false, isColoured: false),
    Case(variables: ["CLICOLOR_FORCE": "0", "FORCE_COLOR": "1"], isTerminal: false, isColoured: true),
    Case(variables: ["NO_COLOR": "", "FORCE_COLOR": "1"], isTerminal: false, isColoured: true),
    Case(variables: ["NO_COLOR": "0", "FORCE_COLOR": "1"], isColoured: false),
    Case(variables: ["NO_COLOR": "1", "GANGWAY_COLOR": "always"], isTerminal: false, isColoured: true),
    Case(variables: ["FORCE_COLOR": "1", "GANGWAY_COLOR": "never"], isColoured: false),
    Case(variables: ["NO_COLOR": "1", "GANGWAY_COLOR": "auto"], isColoured: false),
    Case(option: .always, variables: ["NO_COLOR": "1", "GANGWAY_COLOR": "never"], isTerminal: false, isColoured: true),
    Case(option: .never, variables: ["FORCE_COLOR": "1", "GANGWAY_COLOR": "always"], isColoured: false),
    Case(option: .auto, variables: ["GANGWAY_COLOR": "always"], isTerminal: false, isColoured: false),
    Case(option: .auto, variables: ["NO_COLOR": "1"], isColoured: false),
    Case(option: .auto, configured: .always, isTerminal: false, isColoured: false),
  ]) func `follow what was said last and nearest`(_ found: Case) {
    let choice = ColourChoice(option: found.option, variables: found.variables, configured: found.configured)
    #expect(choice.isColoured(onTerminal: found.isTerminal) == found.isColoured)
  }
}
