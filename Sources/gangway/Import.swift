import ArgumentParser
import Assistant
import Delivery
import Foundation
import Interchange
import Prompts
import Store
import Times
import Trackers

/// Reads an export into the store.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Import.abstract)

  @OptionGroup var options: GlobalOptions

  @Option(name: .long, help: "What to read the file as; told by its content otherwise.")
  var format: Format?

  @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp("Names for teams, features, people and statuses.", valueName: "file"))
  var map: String?

  @Argument(help: "The export; - for standard input, sample for the sample workspace.")
  var file: String

  func run() throws {
    let session = try Session(options.settings)
    let isSample = file == "sample" && !FileManager.default.fileExists(atPath: file)
    let content = try isSample ? SampleFile.content : bytes(of: file)
    let mapping = try map.map { path in
      do {
        return try Mapping(json: String(decoding: try bytes(of: path), as: UTF8.self))
      } catch let error as TrackerError {
        throw Failure.failed(Words.Commands.Import.refused(path: path, reason: error.description))
      }
    }
    let store = try session.openStore()
    let workspace = try store.read { snapshot in try snapshot.workspace() }
    let now = try session.namedNow() ?? (isSample ? SampleFile.now : nil) ?? session.now(workspace: workspace)
    let display = ImportDisplay(session: session)
    defer { display?.end() }
    let importer = Importer(
      store: store, mapping: mapping ?? Mapping(), now: now, zone: try session.zone(), isDryRun: dryRun,
      progress: display.map { $0.show })
    let name = isSample ? "sample" : file == "-" ? "-" : URL(fileURLWithPath: file).lastPathComponent
    do {
      let summary = try importer.read(
        TrackerFile(bytes: content), name: name, as: format, by: try session.speaker(in: store))
      display?.end()
      if options.json {
        Streams.print(JSON.object(summary.object).description)
      } else {
        let renderer = TextRenderer(style: session.style)
        Streams.print(summary.text(style: session.style))
        if isSample, try session.namedNow() == nil {
          let zone = try session.zone(workspace: store.read { snapshot in try snapshot.workspace() })
          let moment = TimeWording(now: now, zone: zone).moment(now)
          Streams.print(renderer.text(of: Words.Commands.Sample.clock(moment: moment)))
        }
        if summary.report.items > 0, !dryRun { Streams.print(renderer.text(of: Words.Commands.Import.next)) }
      }
    } catch let error as TrackerError {
      throw Failure.failed(Words.Commands.Import.refused(path: file, reason: error.description))
    }
  }

  private func bytes(of path: String) throws -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
    } catch {
      throw Failure.failed(Words.Commands.Import.unreadable(path: path))
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
