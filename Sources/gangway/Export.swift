import ArgumentParser
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

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case gangway
  }

  func run() throws {
    let store = try Session(options.settings).openStore()
    if let output {
      try write(from: store, to: output)
    } else {
      try lines(from: store) { Streams.write($0) }
    }
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
  private func write(from store: Store, to path: String) throws {
    let partial = path + ".part"
    guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: partial)
    else { throw Failure.failed(Words.Commands.Export.unwritable(path: path)) }
    do {
      try lines(from: store) { try file.write(contentsOf: $0) }
      try file.close()
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
      try FileManager.default.moveItem(atPath: partial, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw Failure.failed(Words.Commands.Export.unwritable(path: path))
    }
  }
}
