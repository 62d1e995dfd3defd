import Foundation
import Interchange
import Synchronization
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of its own in which the built program runs, with nothing of the person's around it.
final class Place: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("gangway-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a run left behind.
  struct Ran {
    let code: Int32
    let output: String
    let complaint: String

    /// The objects that were printed, one a line.
    func objects() throws -> [JSON] {
      try output.split(separator: "\n").map { try JSONReader.value(of: String($0)) }
    }

    func object() throws -> JSON {
      try #require(try objects().first, "nothing was printed; \(complaint)")
    }
  }

  /// The path of a file here.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// Runs the program on the store `store.db` of this place, unless the variables or the words say otherwise.
  func run(_ words: String..., input: String = "", with variables: [String: String] = [:]) throws -> Ran {
    try run(words, input: Array(input.utf8), with: variables)
  }

  func run(_ words: [String], input: [UInt8], with variables: [String: String] = [:]) throws -> Ran {
    try end(begin(words, input: input, with: variables))
  }

  /// A run that is under way.
  struct Run {
    let process: pid_t
    fileprivate let name: String
  }

  /// Starts the program as ``run(_:input:with:)`` does, and leaves it running.
  func begin(_ words: [String], input: [UInt8] = [], with variables: [String: String] = [:]) throws -> Run {
    let name = UUID().uuidString
    try write(input, to: "\(name).in")
    var environment = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC0", "GANGWAY_STORE": path("store.db"),
    ]
    environment.merge(variables) { $1 }
    let process = try start(
      Place.binary, words, environment: environment.filter { !$0.value.isEmpty },
      streams: [path("\(name).in"), path("\(name).out"), path("\(name).err")])
    return Run(process: process, name: name)
  }

  /// Waits for a run to end.
  func end(_ run: Run) throws -> Ran {
    let code = wait(for: run.process)
    return Ran(code: code, output: try text(run, "out"), complaint: try complaint(of: run))
  }

  /// What a run has said beside its output so far.
  func complaint(of run: Run) throws -> String { try text(run, "err") }

  private func text(_ run: Run, _ stream: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path("\(run.name).\(stream)"))), as: UTF8.self)
  }

  /// Runs a command line as a shell does, with the program found under its name.
  func shell(_ command: String) throws -> Int32 {
    let variables = ["PATH": "\(folder.path):/usr/bin:/bin", "HOME": folder.path, "TZ": "UTC0"]
    try? FileManager.default.createSymbolicLink(
      atPath: path("gangway"), withDestinationPath: Place.binary)
    return wait(
      for: try start(
        "/bin/sh", ["-c", command], environment: variables, streams: ["/dev/null", "/dev/null", "/dev/null"]))
  }

  /// A place whose store holds the sample, imported at a moment, or with the sample's own time as now.
  static func withSample(now: String? = nil) throws -> Place {
    let place = try Place()
    try samples.withLock { samples in
      let sample = try samples[now] ?? Place()
      if samples.updateValue(sample, forKey: now) == nil {
        let ran = try sample.run(["import", "sample"] + (now.map { ["--now", $0] } ?? []), input: [])
        try #require(ran.code == 0, "\(ran.complaint)")
      }
      try FileManager.default.copyItem(atPath: sample.path("store.db"), toPath: place.path("store.db"))
    }
    return place
  }

  /// The stores that the others are copies of, by the moment of their import.
  private static let samples = Mutex<[String?: Place]>([:])

  /// The program, which is built beside the tests.
  static var binary: String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let tests = bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent("gangway").path
  }

  private struct NotStarted: Error {
    let code: Int32
  }

  private func start(_ program: String, _ words: [String], environment: [String: String], streams: [String]) throws
    -> pid_t
  {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (stream, path) in streams.enumerated() {
      let mode = stream == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, Int32(stream), path, mode, 0o600)
    }
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Tests run on threads that hear no signals, which what they start would inherit.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let started = withStrings([program] + words) { words in
      withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&process, program, &actions, &attributes, words, environment)
      }
    }
    guard started == 0 else { throw NotStarted(code: started) }
    return process
  }

  /// Waits for a process to end: what it exited with, or less than zero for the signal that ended it.
  func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The low seven bits hold the signal that ended it, the next byte what it exited with.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  private func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) as UnsafeMutablePointer<CChar>? }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}

extension JSON {
  /// The texts of a list.
  var texts: [String] { (array ?? []).compactMap(\.text) }
}
