import ArgumentParser
import Assistant
import Interchange
import Language
import Prompts
import Store
import Times

/// Reads a line, or the lines of standard input, and shows what they mean; nothing is changed.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Parse.abstract)

  @OptionGroup var options: GlobalOptions

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Parse.prompts, valueName: "dir"), completion: .directory)
  var prompts: String?

  @Flag(name: .long, help: ArgumentHelp(Words.Commands.Parse.best))
  var best = false

  @Flag(name: .long, help: ArgumentHelp(Words.Commands.Parse.explain))
  var explain = false

  @Argument(help: ArgumentHelp(Words.Commands.Parse.text))
  var text: [String] = []

  func run() throws {
    let session = try Session(options.settings)
    let reader = Reader(grammar: try grammar())
    let zone = try session.zone()
    let now = try session.namedNow() ?? Session.clock()
    let habits = try session.habits(around: zone.local(at: now).day)
    let (path, isNamed) = session.storePath
    let store = isNamed || Store.exists(at: path) ? try Store.open(at: path, options: Session.storeOptions) : nil
    func read(_ line: String) throws {
      let reading = try LineReader(reader: reader, store: store, takesBest: best)
        .reading(of: Line(line, at: now, zone: zone, habits: habits))
      Streams.print(options.json ? JSON.object(ReadingJSON.object(of: reading)).description : text(of: reading))
    }
    guard text.isEmpty else { return try read(text.joined(separator: " ")) }
    while let line = readLine(strippingNewline: true) { try read(line) }
  }

  private func grammar() throws -> Grammar {
    guard let prompts else { return CompiledPrompts.grammar }
    let (source, findings) = try GrammarSource.read(directory: prompts, lexicon: CompiledPrompts.lexicon)
    let errors = findings.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw Failure.failed(errors.map(\.description).joined(separator: "\n"))
    }
    return Grammar(source)
  }

  private func text(of reading: Reading) -> String {
    if options.quiet { return reading.intent }
    var lines = ["\(reading.intent)  \(ReadingJSON.object(of: reading)["score"] ?? 0)"]
    for (name, slot) in reading.slots.sorted(by: { $0.key < $1.key }) { lines.append("  \(name)  \(slot.value)") }
    for other in reading.also { lines.append(text(of: other)) }
    if explain { lines += TraceWording.sentences(of: reading) }
    return lines.joined(separator: "\n")
  }
}
