import Assistant
import Foundation
import Prompts
import Terminal

extension Checkup {
  var terminal: Check {
    guard surroundings.outputIsTerminal else { return .info(Text.terminal, Text.noTerminal) }
    guard let name = surroundings["TERM"] else {
      return .fix(Text.terminal, Text.terminalUnnamed, run: "export TERM=xterm-256color")
    }
    if name == "dumb" { return .info(Text.terminal, Text.terminalDumb) }
    let width = surroundings.width
    return width < 40
      ? .info(Text.terminal, Text.terminalNarrow(name: name, width: width))
      : .ok(Text.terminal, Text.terminalFine(name: name, width: width))
  }

  var locale: Check {
    let name = surroundings["LC_ALL"] ?? surroundings["LC_CTYPE"] ?? surroundings["LANG"] ?? "C"
    switch LineLibrary.settleLocale() {
    case .own: return .ok(Text.locale, Text.localeFine(name: name))
    case .replaced: return .info(Text.locale, Text.localeReplaced(name: name))
    case .none: return .fix(Text.locale, Text.localeMissing(name: name), run: "sudo locale-gen C.UTF-8")
    }
  }

  // MARK: Lines

  var readline: Check {
    let (major, minor) = LineLibrary.version
    let version = "\(major).\(minor)"
    if (major, minor) < (8, 1) { return .info(Text.readline, Text.readlineOld(version: version)) }
    if (major, minor) == (8, 3) { return .info(Text.readline, Text.readlineSearch(version: version)) }
    return .ok(Text.readline, Text.readlineFine(version: version))
  }

  /// The file of keys that readline reads: the one that is named, else the person's, else the system's.
  var inputrc: Check {
    let named = surroundings["INPUTRC"]
    let home = surroundings.home
    let paths = named.map { [$0.hasPrefix("~/") ? home + $0.dropFirst() : $0] } ?? ["\(home)/.inputrc", "/etc/inputrc"]
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let keys = KeyFile(String(decoding: data, as: UTF8.self), application: "gangway")
      let changes = sentences(about: keys)
      guard !changes.isEmpty else { return .ok(Text.inputrc, Text.inputrcFine(path: path)) }
      return .info(Text.inputrc, ([Text.inputrcFine(path: path)] + changes).joined(separator: "; "))
    }
    guard let named else { return .info(Text.inputrc, Text.inputrcNone) }
    return .fix(Text.inputrc, Text.inputrcMissing(path: named), run: "unset INPUTRC")
  }

  private func sentences(about keys: KeyFile) -> [String] {
    var sentences: [String] = []
    if keys.hasOwnPart { sentences.append(Text.inputrcOwn) }
    if keys.settings["editing-mode"] == "vi" { sentences.append(Text.inputrcVi) }
    if keys.settings["enable-bracketed-paste"] == "off" { sentences.append(Text.inputrcPaste) }
    if keys.settings["disable-completion"] == "on" { sentences.append(Text.inputrcNoCompletion) }
    if keys.movesTab { sentences.append(Text.inputrcTab) }
    return sentences
  }

  // MARK: Other programs

  var pager: Check {
    guard let words = session.pager else { return .info(Text.pager, Text.pagerNone) }
    guard let path = surroundings.program(words[0]) else {
      return .fix(
        Text.pager, Text.programMissing(name: words[0]),
        run: surroundings["GANGWAY_PAGER"] == nil ? "sudo apt-get install less" : "export GANGWAY_PAGER='less -R'")
    }
    return .ok(Text.pager, Text.pagerFine(name: words.joined(separator: " "), path: path))
  }

  var editor: Check {
    let named = surroundings["VISUAL"] ?? surroundings["EDITOR"] ?? "vi"
    let name = named.split(separator: " ").first.map(String.init) ?? named
    guard let path = surroundings.program(name) else { return .info(Text.editor, Text.editorMissing(name: name)) }
    return .ok(Text.editor, Text.editorFine(name: named, path: path))
  }

  var clipboard: Check {
    let clipboard = Clipboard(environment: surroundings.environment)
    for name in clipboard.programs.compactMap(\.first) {
      if let path = surroundings.program(name) {
        return .ok(Text.clipboard, Text.clipboardProgram(name: name, path: path))
      }
    }
    let isAsked = surroundings.outputIsTerminal && clipboard.terminal != nil
    return .info(Text.clipboard, isAsked ? Text.clipboardTerminal : Text.clipboardNone)
  }

  // MARK: Colour

  var colour: Check {
    typealias Because = Text.Because
    if session.style.isPlain { return .info(Text.colour, Text.uncoloured(reason: Because.plain)) }
    let (isColoured, reason) = session.colours.decision(onTerminal: surroundings.outputIsTerminal)
    let words =
      switch reason {
      case .option: Because.option
      case .variable(let name): Because.variable(name: name)
      case .setting: Because.setting
      case .terminal: Because.terminal
      case .noTerminal: Because.noTerminal
      case .dumbTerminal: Because.dumb
      }
    return .info(Text.colour, isColoured ? Text.coloured(reason: words) : Text.uncoloured(reason: words))
  }
}
