import Assistant
import Delivery
import Foundation
import Language
import Prompts
import Store
import Times

/// A command's view of the world, settled from command line, environment, configuration and store, in that order.
struct Session {
  let settings: Settings
  let surroundings: Surroundings
  let configurationPath: String
  let configuration: Configuration

  init(_ settings: Settings, surroundings: Surroundings = .ofProcess()) throws(Failure) {
    self.init(unchecked: settings, surroundings: surroundings)
    if let problem = configuration.problems.first {
      let sentences = configuration.problems.map(\.sentence)
      throw problem.line == nil ? .usage(problem.sentence) : .usage(sentences.joined(separator: "\n"))
    }
    if let problem = wrongVariables.first { throw .usage(problem.sentence) }
  }

  /// Takes what can be taken, whatever is wrong with the configuration or the environment.
  init(unchecked settings: Settings, surroundings: Surroundings) {
    self.settings = settings
    self.surroundings = surroundings
    configurationPath = settings.config ?? surroundings.directory("XDG_CONFIG_HOME", below: ".config") + "/config"
    configuration = Configuration(path: configurationPath, isNamed: settings.config != nil)
  }

  // MARK: Store

  /// The store's file, and whether anybody named it.
  var storePath: (path: String, isNamed: Bool) {
    if let named = settings.store ?? surroundings["GANGWAY_STORE"] ?? configuration.store { return (named, true) }
    return (surroundings.directory("XDG_DATA_HOME", below: ".local/share") + "/gangway.db", false)
  }

  func openStore() throws -> Store {
    try Store.open(at: storePath.path, options: Session.storeOptions)
  }

  static var storeOptions: StoreOptions {
    StoreOptions(
      words: { Folding.words(of: $0) }, spellings: { SpellingCodes.codes(of: $0) },
      random: { UInt64.random(in: .min ... .max) })
  }

  // MARK: Time

  /// The zone that times are read and shown in.
  func zone() throws(Failure) -> Zone {
    guard let name = settings.zone ?? (surroundings["TZ"] == nil ? configuration.zone : nil) else {
      return Zone.system(environment: surroundings.environment)
    }
    do throws(ZoneError) {
      return try Zone(named: name, environment: surroundings.environment)
    } catch {
      throw Failure.usage(error.description)
    }
  }

  /// The moment that was named as now, if any.
  func namedNow() throws(Failure) -> Instant? {
    guard let text = settings.now ?? surroundings["GANGWAY_NOW"] else { return nil }
    guard let instant = Instant(text, defaultOffset: 0) else {
      throw Failure.usage(Words.Commands.Now.wrong(text: text))
    }
    return instant
  }

  /// Now: as named, else as a sample workspace has it, else by the system's clock.
  func now(workspace: Workspace?) throws(Failure) -> Instant {
    try namedNow() ?? workspace?.now ?? Session.clock()
  }

  static func clock() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
  }

  /// The zone to speak in: a sample tells its times where they happened, unless a zone was named.
  func zone(workspace: Workspace?) throws(Failure) -> Zone {
    if settings.zone == nil, surroundings["TZ"] == nil, configuration.zone == nil, try namedNow() == nil,
      let workspace, workspace.now != nil
    {
      return Zone(offset: workspace.offset)
    }
    return try zone()
  }

  // MARK: People

  /// The name of who speaks, if anybody was named.
  var namedSpeaker: String? { settings.user ?? surroundings["GANGWAY_USER"] ?? configuration.user }

  /// Who speaks: a person that was named, else the login name if it is a person's key, else nobody in particular.
  func speaker(in store: Store) throws -> Key<Person>? {
    if let named = namedSpeaker {
      return try store.read { snapshot in
        let found = try snapshot.people(named: named)
        if found.count == 1 { return found[0].key }
        if found.count > 1 {
          let names = found.map { "\($0.name) (\($0.key))" }.joined(separator: ", ")
          throw Failure.usage(Words.Commands.Speaker.several(name: named, names: names))
        }
        let near = try NearNames(snapshot: snapshot).names(like: named, kind: .person)
        throw Failure.usage(
          near.isEmpty
            ? Words.Commands.Speaker.unknown(name: named)
            : Words.Commands.Speaker.near(name: named, names: near.joined(separator: ", ")))
      }
    }
    guard let login = surroundings.login else { return nil }
    return try store.read { snapshot in try snapshot.person(Key(login))?.key }
  }

  // MARK: Looks

  /// How answers look on standard output.
  var style: Style { style(onTerminal: surroundings.outputIsTerminal) }

  var colours: ColourChoice {
    ColourChoice(option: settings.color, variables: surroundings.environment, configured: configuration.color)
  }

  /// How text looks on a stream, which may be a terminal.
  func style(onTerminal isTerminal: Bool) -> Style {
    let isPlain = settings.isPlain || surroundings["ACCESSIBLE"] != nil || configuration.plain
    var style = Style(
      width: surroundings.width, isColoured: !isPlain && colours.isColoured(onTerminal: isTerminal), isPlain: isPlain,
      isASCII: settings.isASCII || configuration.ascii,
      isHighContrast: (settings.contrast ?? variable("GANGWAY_CONTRAST") ?? configuration.contrast) == .high)
    style.isAiry = isTerminal
    style.isQuiet = settings.isQuiet
    // One answer, one line: nobody wants to put lines together again.
    if style.isQuiet, !isTerminal { style.width = Int.max / 2 }
    return style
  }

  /// The program that long answers are read in, as words; nothing unless somebody asked for one.
  var pager: [String]? {
    guard let pager = surroundings["GANGWAY_PAGER"] ?? configuration.pager else { return nil }
    let words = pager.split(separator: " ").map(String.init)
    return words.isEmpty ? nil : words
  }

  /// Whether a dim continuation stands after the cursor while somebody types.
  var givesHints: Bool {
    configuration.hints && !style.isPlain && surroundings["GANGWAY_HINTS"] != "off" && surroundings["TERM"] != "dumb"
  }

  /// The variables of ours whose value nothing takes, and what is said about them.
  var wrongVariables: [(name: String, sentence: String)] {
    var wrong: [(name: String, sentence: String)] = []
    if let text = surroundings["GANGWAY_COLOR"], Settings.Colour(rawValue: text) == nil {
      wrong.append(("GANGWAY_COLOR", Words.Commands.Looks.color(text: text)))
    }
    if let text = surroundings["GANGWAY_CONTRAST"], Settings.Contrast(rawValue: text) == nil {
      wrong.append(("GANGWAY_CONTRAST", Words.Commands.Looks.contrast(text: text)))
    }
    return wrong
  }

  private func variable<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
    surroundings[name].flatMap { Choice(rawValue: $0) }
  }
}
