import Prompts

/// The page gangway(1), made of the words, the settings and what the parser of the command line knows.
struct ManualPage {
  private let tree: CommandTree
  private let version: String
  private var roff = Roff()
  private typealias Text = Words.Manual

  init(tree: CommandTree, version: String) {
    self.tree = tree
    self.version = version
  }

  /// The whole page.
  static func text(tree: CommandTree, version: String) -> String {
    var page = ManualPage(tree: tree, version: version)
    page.write()
    return page.roff.text
  }

  private mutating func write() {
    let name = Roff.escaped(tree.name, isTyped: true)
    roff.request("TH", name.uppercased(), "1", "", "\(name) \(Roff.escaped(version))", "")
    head(Text.Headings.name)
    roff.line("\(name) \\- \(Roff.escaped(tree.abstract.trimmingSuffix { $0 == "." }))")
    synopsis()
    head(Text.Headings.description)
    for paragraph in Text.description { roff.paragraph(paragraph) }
    commands()
    options()
    sayings()
    head(Text.Headings.keys)
    entries(Text.keys)
    roff.paragraph(Text.keysNote)
    configuration()
    environment()
    head(Text.Headings.files)
    entries(Text.files)
    head(Text.Headings.exit)
    entries(Text.exit)
    head(Text.Headings.privacy)
    for paragraph in Text.privacy { roff.paragraph(paragraph) }
    head(Text.Headings.bugs)
    for paragraph in Text.bugs { roff.paragraph(paragraph) }
    head(Text.Headings.seeAlso)
    roff.sentences(Text.seeAlso)
    head(Text.Headings.licence)
    roff.sentences(Text.licence)
  }

  private mutating func head(_ title: String) {
    roff.request("SH", Roff.escaped(title))
  }

  /// Entries whose first line is their head.
  private mutating func entries(_ entries: [String]) {
    for entry in entries {
      let lines = entry.split(separator: "\n", maxSplits: 1)
      roff.entry(Roff.bold(String(lines[0])), lines.dropFirst().map(String.init))
    }
  }

  // MARK: Commands

  private mutating func synopsis() {
    head(Text.Headings.synopsis)
    roff.line(Roff.bold(tree.name))
    for command in tree.commands {
      roff.request("br")
      roff.line(usage(of: command))
    }
  }

  /// A command with what it takes, but for what every command takes.
  private func usage(of command: CommandTree) -> String {
    let own = command.arguments.filter { !tree.shared.contains($0) }
    var words = [Roff.bold("\(tree.name) \(command.name)")]
    for argument in own where !argument.names.isEmpty { words.append("[\(spelling(of: argument, by: "|"))]") }
    for argument in own where argument.names.isEmpty {
      let name = Roff.italic(argument.value ?? "") + (argument.isRepeating ? "\\ .\\|.\\|." : "")
      words.append(argument.isOptional ? "[\(name)]" : name)
    }
    return words.joined(separator: " ")
  }

  /// An argument's names with its value.
  private func spelling(of argument: CommandTree.Argument, by separator: String) -> String {
    let names = argument.names.map(Roff.bold).joined(separator: separator)
    guard let value = argument.value else { return names }
    return names.isEmpty ? Roff.italic(value) : "\(names) \(Roff.italic(value))"
  }

  private mutating func commands() {
    head(Text.Headings.commands)
    roff.sentences(Text.commands)
    for command in tree.commands {
      roff.request("SS", Roff.escaped("\(tree.name) \(command.name)", isTyped: true))
      roff.sentences(command.abstract)
      for argument in command.arguments where !tree.shared.contains(argument) { entry(argument) }
    }
    roff.paragraph(Text.completions)
  }

  private mutating func options() {
    head(Text.Headings.options)
    roff.sentences(Text.options)
    for argument in tree.shared { entry(argument) }
    for argument in tree.arguments where !tree.shared.contains(argument) { entry(argument) }
  }

  private mutating func entry(_ argument: CommandTree.Argument) {
    var body = [argument.abstract]
    if argument.choices.count > 1 {
      body.append(Text.takes(values: argument.choices.map { "`\($0)`" }.joined(separator: ", ")))
    }
    roff.entry(spelling(of: argument, by: ", "), body)
  }

  // MARK: Words

  private mutating func sayings() {
    typealias Groups = Words.Help.Groups
    head(Text.Headings.say)
    roff.sentences(Text.Say.opening)
    let groups = [
      (Groups.Support.title, Groups.Support.examples), (Groups.Delivery.title, Groups.Delivery.examples),
      (Groups.Facilitation.title, Groups.Facilitation.examples), (Text.Say.always, Text.Say.words),
    ]
    for (title, examples) in groups {
      roff.request("SS", Roff.escaped(title))
      roff.display(examples)
    }
  }

  // MARK: Settings

  private mutating func configuration() {
    head(Text.Headings.configuration)
    roff.sentences(Text.Settings.opening)
    for setting in Setting.allCases {
      roff.entry(
        Roff.bold(setting.rawValue),
        [setting.meaning, Text.Settings.values(values: setting.values), Text.Settings.usual(usual: setting.usual)])
    }
    roff.request("SS", Roff.escaped(Text.Settings.exampleTitle))
    roff.display(ManualPage.exampleOfConfiguration)
  }

  /// The lines of a configuration file that sets everything.
  static var exampleOfConfiguration: [String] {
    ["# \(Text.Settings.exampleComment)"] + Setting.allCases.map { "\($0.rawValue) = \($0.example)" }
  }

  private mutating func environment() {
    head(Text.Headings.environment)
    roff.sentences(Text.Variables.opening)
    for group in Variable.groups {
      let names = group.variables.map { Roff.bold($0.rawValue) }
      roff.entry(names.joined(separator: ", "), [group.meaning])
    }
  }
}

extension String {
  /// The text without the characters at its end that fit.
  fileprivate func trimmingSuffix(_ fits: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, fits(last) { text.removeLast() }
    return String(text)
  }
}
