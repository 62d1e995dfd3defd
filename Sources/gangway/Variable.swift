import Prompts

/// A variable of the environment that changes what Gangway does, as the manual tells it.
enum Variable: String, CaseIterable {
  case store = "GANGWAY_STORE"
  case now = "GANGWAY_NOW"
  case user = "GANGWAY_USER"
  case color = "GANGWAY_COLOR"
  case contrast = "GANGWAY_CONTRAST"
  case hints = "GANGWAY_HINTS"
  case pager = "GANGWAY_PAGER"
  case noColor = "NO_COLOR"
  case clicolorForce = "CLICOLOR_FORCE"
  case forceColor = "FORCE_COLOR"
  case clicolor = "CLICOLOR"
  case accessible = "ACCESSIBLE"
  case timeZone = "TZ"
  case timeZoneFolder = "TZDIR"
  case terminal = "TERM"
  case columns = "COLUMNS"
  case visual = "VISUAL"
  case editor = "EDITOR"
  case inputrc = "INPUTRC"
  case locale = "LC_ALL"
  case localeOfCharacters = "LC_CTYPE"
  case language = "LANG"
  case login = "LOGNAME"
  case userName = "USER"
  case display = "DISPLAY"
  case waylandDisplay = "WAYLAND_DISPLAY"
  case configHome = "XDG_CONFIG_HOME"
  case dataHome = "XDG_DATA_HOME"
  case home = "HOME"
  case path = "PATH"

  typealias Text = Words.Manual.Variables

  var meaning: String {
    switch self {
    case .store: Text.store
    case .now: Text.now
    case .user: Text.user
    case .color: Text.color
    case .contrast: Text.contrast
    case .hints: Text.hints
    case .pager: Text.pager
    case .noColor: Text.noColor
    case .clicolorForce, .forceColor: Text.forceColor
    case .clicolor: Text.clicolor
    case .accessible: Text.accessible
    case .timeZone: Text.timeZone
    case .timeZoneFolder: Text.timeZoneFolder
    case .terminal: Text.terminal
    case .columns: Text.columns
    case .visual, .editor: Text.editor
    case .inputrc: Text.inputrc
    case .locale, .localeOfCharacters, .language: Text.locale
    case .login, .userName: Text.login
    case .display, .waylandDisplay: Text.display
    case .configHome: Text.configHome
    case .dataHome: Text.dataHome
    case .home: Text.home
    case .path: Text.path
    }
  }

  /// The variables in groups that mean the same, in order.
  static var groups: [(variables: [Variable], meaning: String)] {
    var groups: [(variables: [Variable], meaning: String)] = []
    for variable in allCases {
      if let last = groups.last, last.meaning == variable.meaning {
        groups[groups.count - 1].variables.append(variable)
      } else {
        groups.append(([variable], variable.meaning))
      }
    }
    return groups
  }
}
