import ArgumentParser
import Assistant
import Delivery
import Foundation
import Interchange
import Prompts
import Store
import Terminal
import Times
import Trackers

/// Reads an export into the store.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Import.abstract)

  @OptionGroup var options: GlobalOptions

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Import.format))
  var format: Format?

  @Flag(name: [.customShort("n"), .long], help: ArgumentHelp(Words.Commands.Import.trial))
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Import.map, valueName: "file"), completion: .file())
  var map: String?

  @Argument(help: ArgumentHelp(Words.Commands.Import.file), completion: .file())
  var file: String

  func run() throws {
    let session = try Session(options.settings)
    let isSample = file == "sample" && !FileManager.default.fileExists(atPath: file)
    let content = try isSample ? SampleFile.content : ImportRun.bytes(of: file)
    let mapping = try map.map { path in
      do {
        return try Mapping(json: String(decoding: try ImportRun.bytes(of: path), as: UTF8.self))
      } catch let error as TrackerError {
        throw Failure.failed(Words.Commands.Import.refused(path: path, reason: error.description))
      }
    }
    let store = try session.openStore()
    let interrupt = Interrupt()
    let run = ImportRun(session: session, store: store, isDryRun: dryRun, isStopped: { interrupt.hasCome })
    let name = isSample ? "sample" : file == "-" ? "-" : URL(fileURLWithPath: file).lastPathComponent
    let summary = try run.read(content, name: name, path: file, as: format, mapping: mapping ?? Mapping())
    if options.json {
      Streams.print(JSON.object(summary.object).description)
    } else {
      let renderer = TextRenderer(style: session.style)
      Streams.print(summary.text(style: session.style))
      guard !options.quiet else { return }
      if isSample, let note = try Talk(session: session, store: store).note {
        Streams.print(renderer.text(of: note))
      }
      if summary.report.items > 0, !dryRun { Streams.print(renderer.text(of: Words.Commands.Import.next)) }
    }
  }
}

extension Format: ExpressibleByArgument {}

/// The sample workspace that is compiled into the program.
enum SampleFile {
  static var content: [UInt8] {
    let lines = SampleWorkspace.lines
    return Array(UnsafeBufferPointer(start: lines.utf8Start, count: lines.utf8CodeUnitCount))
  }

  /// The moment at which the sample's facts are true, as its workspace line says.
  static var now: Instant? {
    for line in content.split(separator: 0x0A) {
      if case .workspace(let workspace)? = try? RecordLine(text: String(decoding: line, as: UTF8.self)).record {
        return workspace.now
      }
    }
    return nil
  }
}
