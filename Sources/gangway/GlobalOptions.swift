import ArgumentParser

/// What every command can be told: which store, when, who, and how it looks.
struct GlobalOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The store's file.", valueName: "path"))
  var store: String?

  @Option(name: .long, help: ArgumentHelp("The moment that counts as now, in ISO 8601.", valueName: "time"))
  var now: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("Who is speaking: a person's key or name.", valueName: "person"))
  var user: String?

  @Option(name: .long, help: ArgumentHelp("The zone that times are read and shown in.", valueName: "Area/City"))
  var zone: String?

  @Flag(name: .long, help: "Print one JSON object a line.")
  var json = false

  @Flag(name: .long, help: "Print sentences only, for screen readers: no tables, trees or colours.")
  var plain = false

  @Flag(name: .long, help: "Write with ASCII characters only, but for the letters of names.")
  var ascii = false

  @Option(name: .long, help: "Colour the answers.")
  var color: Settings.Colour?

  @Option(name: .long, help: "Neither dim nor yellow, but bold and underlined, where answers are coloured.")
  var contrast: Settings.Contrast?

  @Option(name: .long, help: ArgumentHelp("The configuration file.", valueName: "path"))
  var config: String?

  @Flag(name: .long, help: "Agree beforehand to changes that would be shown first.")
  var yes = false

  /// The options as plain values.
  var settings: Settings {
    Settings(
      store: store, now: now, user: user, zone: zone, isJSON: json, isPlain: plain, isASCII: ascii, color: color,
      contrast: contrast, config: config, isAgreed: yes)
  }
}

extension Settings.Colour: ExpressibleByArgument {}
extension Settings.Contrast: ExpressibleByArgument {}
