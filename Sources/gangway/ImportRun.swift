import Assistant
import Delivery
import Foundation
import Prompts
import Store
import Times
import Trackers

/// One reading of an export into a store, with a bar or lines that show how far it is.
struct ImportRun {
  let session: Session
  let store: Store
  var isDryRun = false
  /// Asked all the while whether somebody wants it no more.
  var isStopped: () -> Bool = { false }

  /// Reads the sample workspace, whose facts are true at a moment of their own.
  func readSample() throws -> ImportSummary {
    try read(SampleFile.content, name: "sample", path: "sample")
  }

  /// Reads the file at a path as it was typed.
  func readFile(at path: String) throws -> ImportSummary {
    let whole = path.hasPrefix("~/") ? session.surroundings.home + path.dropFirst() : path
    return try read(try ImportRun.bytes(of: whole), name: URL(fileURLWithPath: whole).lastPathComponent, path: path)
  }

  /// - Throws: ``Failure`` with the place and the reason when the file is refused, or saying that somebody stopped it;
  ///   the store is then as it was.
  func read(
    _ content: [UInt8], name: String, path: String, as format: Format? = nil, mapping: Mapping = Mapping()
  ) throws -> ImportSummary {
    let workspace = try store.read { snapshot in try snapshot.workspace() }
    let now = try session.namedNow() ?? (name == "sample" ? SampleFile.now : nil) ?? session.now(workspace: workspace)
    let display = ImportDisplay(session: session)
    defer { display?.end() }
    let importer = Importer(
      store: store, mapping: mapping, now: now, zone: try session.zone(), isDryRun: isDryRun,
      progress: display.map { $0.show }, isStopped: isStopped)
    do {
      return try importer.read(TrackerFile(bytes: content), name: name, as: format, by: try importingPerson())
    } catch let error as TrackerError {
      throw Failure.failed(Words.Commands.Import.refused(path: path, reason: error.description))
    } catch is ImportStopped {
      throw Failure.interrupted(Words.Commands.Import.stopped(path: path))
    }
  }

  /// Who imports; somebody whom an empty store cannot know yet imports as nobody in particular.
  private func importingPerson() throws -> Key<Person>? {
    if try store.read({ snapshot in try snapshot.isEmpty() }) { return nil }
    return try session.speaker(in: store)
  }

  static func bytes(of path: String) throws -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
    } catch {
      throw Failure.failed(Words.Commands.Import.unreadable(path: path))
    }
  }
}
