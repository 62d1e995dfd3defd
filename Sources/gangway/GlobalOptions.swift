import ArgumentParser
import Prompts

/// What every command can be told: which store, when, who, and how it looks.
struct GlobalOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Words.Commands.Options.store, valueName: "path"), completion: .file())
  var store: String?

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Options.now, valueName: "time"))
  var now: String?

  @Option(name: .customLong("as"), help: ArgumentHelp(Words.Commands.Options.user, valueName: "person"))
  var user: String?

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Options.zone, valueName: "Area/City"))
  var zone: String?

  @Flag(name: [.long, .customLong("ndjson")], help: ArgumentHelp(Words.Commands.Options.json))
  var json = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(Words.Commands.Options.quiet))
  var quiet = false

  @Flag(name: .shortAndLong, help: ArgumentHelp(Words.Commands.Options.verbose))
  var verbose = false

  @Flag(name: .long, help: ArgumentHelp(Words.Commands.Options.plain))
  var plain = false

  @Flag(name: .long, help: ArgumentHelp(Words.Commands.Options.ascii))
  var ascii = false

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Options.color))
  var color: Settings.Colour?

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Options.contrast))
  var contrast: Settings.Contrast?

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Options.config, valueName: "path"), completion: .file())
  var config: String?

  @Flag(name: .long, help: ArgumentHelp(Words.Commands.Options.agree))
  var yes = false

  @Flag(name: .long, help: ArgumentHelp(Words.Commands.Options.noInput))
  var noInput = false

  @Flag(name: .customLong("private"), help: ArgumentHelp(Words.Commands.Options.offRecord))
  var isPrivate = false

  /// The options as plain values.
  var settings: Settings {
    Settings(
      store: store, now: now, user: user, zone: zone, isJSON: json, isPlain: plain, isASCII: ascii, color: color,
      contrast: contrast, config: config, isAgreed: yes, isPrivate: isPrivate, isQuiet: quiet, isVerbose: verbose,
      asksNothing: noInput)
  }
}

extension Settings.Colour: ExpressibleByArgument {}
extension Settings.Contrast: ExpressibleByArgument {}
