import Foundation
import Workspace

/// The binary under test, and stores of several sizes, made once for all benchmarks.
struct Laboratory {
  let gangway: String
  let sqlite: String
  private let folder: URL

  /// - Throws: ``Child/Failure`` if there is no binary to measure.
  init() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let gangway = environment["GANGWAY_BINARY"], FileManager.default.isExecutableFile(atPath: gangway) else {
      throw Child.Failure(description: "GANGWAY_BINARY names no program: run “make bench”")
    }
    let sqlite = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/sqlite3" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let sqlite else {
      throw Child.Failure(description: "There is no sqlite3 to compare with: install it (Debian: sqlite3)")
    }
    self.gangway = gangway
    self.sqlite = sqlite
    folder = FileManager.default.temporaryDirectory.appending(path: "gangway-benchmarks")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A workspace as a file, written when it is not there yet.
  func workspace(of items: Int) throws -> String {
    let file = folder.appending(path: "workspace-\(items).jsonl")
    if !FileManager.default.fileExists(atPath: file.path) { try Workspace(itemCount: items).write(to: file) }
    return file.path
  }

  /// Makes a store of ten thousand features whose names begin alike.
  func makeStoreOfNames() throws {
    let words = ["alpha", "alarm", "album", "beta", "gamma", "delta", "kappa", "sigma"]
    let lines = (0..<10_000).map { number in
      let name = "Feature \(words[number % words.count]) \(words[number / 8 % words.count]) \(number)"
      return #"{"kind":"feature","key":"f\#(number)","name":"\#(name)"}"#
    }
    let file = folder.appending(path: "names.jsonl")
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    _ = try Child.run(gangway, importing(file.path, into: emptyStore(named: "names")))
  }

  /// Makes a store that holds a workspace, named by its size.
  func makeStore(of items: Int) throws {
    let store = emptyStore(named: "\(items)")
    _ = try Child.run(gangway, importing(try workspace(of: items), into: store))
  }

  /// Makes a store that holds the sample.
  func makeSampleStore() throws {
    _ = try Child.run(gangway, importing("sample", into: emptyStore(named: "sample")))
  }

  /// The path of a store, once it is empty.
  func emptyStore(named name: String) -> String {
    let store = path(ofStore: name)
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + suffix) }
    return store
  }

  func path(ofStore name: String) -> String { folder.appending(path: "\(name).store").path }

  func importing(_ source: String, into store: String) -> [String] {
    ["import", source, "--store", store, "--now", Workspace.now, "--json"]
  }

  func asking(_ question: String, store: String) -> [String] {
    ["ask", question, "--store", path(ofStore: store), "--now", Workspace.now]
  }
}
