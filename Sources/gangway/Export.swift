import ArgumentParser
import Assistant
import Delivery
import Foundation
import Interchange
import Prompts
import Store

/// Writes every record of the store as lines of the interchange.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Export.abstract)

  @OptionGroup var options: GlobalOptions

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Export.format))
  var format: Format = .gangway

  @Option(
    name: [.short, .long], help: ArgumentHelp(Words.Commands.Export.output, valueName: "file"), completion: .file())
  var output: String?

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Export.of, valueName: "name"))
  var of: String?

  @Flag(name: .long, help: ArgumentHelp(Words.Commands.Export.path))
  var path = false

  @Option(name: .long, help: ArgumentHelp(Words.Commands.Export.slip, valueName: "days"))
  var slip: Int?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case gangway, dot, mermaid
  }

  func run() throws {
    let session = try Session(options.settings)
    let content = try self.content()
    let store = try session.openStore()
    if let language = PictureLanguage(rawValue: format.rawValue) {
      return try draw(content, in: language, of: store, session)
    }
    if let output {
      try write(to: output) { try lines(from: store, $0) }
    } else {
      try lines(from: store) { Streams.write($0) }
    }
  }

  /// What to draw, as far as the options fit together.
  private func content() throws -> PictureContent {
    if format == .gangway, of != nil || path || slip != nil { throw Failure.usage(Words.Commands.Export.noPicture) }
    if path, slip != nil { throw Failure.usage(Words.Commands.Export.oneOf) }
    guard path || slip != nil else { return .graph(of: of) }
    guard let of else { throw Failure.usage(Words.Commands.Export.needsOf) }
    return slip.map { .slip(of: of, days: max(0, $0)) } ?? .path(to: of)
  }

  private func draw(
    _ content: PictureContent, in language: PictureLanguage, of store: Store, _ session: Session
  ) throws {
    let text: String
    do {
      text = try Talk(session: session, store: store).picture(content, in: language)
    } catch let nothing as NothingToDraw {
      throw Failure.failed(Words.Commands.Export.nothing(said: nothing.said))
    }
    let bytes = Array((text + "\n").utf8)
    guard let output else { return Streams.write(bytes) }
    try write(to: output) { try $0(bytes) }
  }

  /// Hands over the lines in pieces, so that a large store never stands in memory as text.
  private func lines(from store: Store, _ body: ([UInt8]) throws -> Void) throws {
    var writer = JSONWriter()
    try store.export { record in
      record.write(to: &writer)
      writer.endLine()
      if writer.bytes.count > 1 << 16 {
        try body(writer.bytes)
        writer.reset()
      }
    }
    try body(writer.bytes)
  }

  /// Writes beside the file and renames, so that a file is never left half written.
  private func write(to path: String, _ body: (([UInt8]) throws -> Void) throws -> Void) throws {
    let partial = path + ".part"
    guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: partial)
    else { throw Failure.failed(Words.Commands.Export.unwritable(path: path)) }
    do {
      try body { try file.write(contentsOf: $0) }
      try file.close()
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
      try FileManager.default.moveItem(atPath: partial, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw Failure.failed(Words.Commands.Export.unwritable(path: path))
    }
  }
}
