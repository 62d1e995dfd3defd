import CPseudoTerminal
import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The built program at a terminal of its own, with a store of its own and nothing of the person's around it.
///
/// Nothing here waits for time to pass, only for text to appear; a text that never appears fails after a while.
final class Terminal {
  let folder: URL
  private var end: Int32
  private let process: pid_t
  private(set) var screen: Screen
  /// Every byte that was shown.
  private(set) var shown: [UInt8] = []
  /// Where the search for the next text begins.
  private var seen = 0
  private var hasEnded = false

  struct NeverShown: Error, CustomStringConvertible {
    let text: String
    let screen: String

    var description: String { "“\(text)” never appeared; the screen was:\n\(screen)" }
  }

  private static let patience: Int32 = 30_000

  convenience init(
    _ words: String..., columns: Int = 80, rows: Int = 30, with variables: [String: String] = [:], folder: URL? = nil
  ) throws {
    try self.init([Terminal.binary] + words, columns: columns, rows: rows, with: variables, folder: folder)
  }

  /// A shell's command line, in which `$0` is the program.
  convenience init(shell line: String, folder: URL) throws {
    try self.init(["/bin/sh", "-c", line, Terminal.binary], columns: 80, rows: 30, with: [:], folder: folder)
  }

  private init(
    _ words: [String], columns: Int, rows: Int, with variables: [String: String], folder: URL?
  ) throws {
    self.folder = try folder ?? Terminal.folder()
    let environment = Terminal.environment(in: self.folder).merging(variables) { $1 }.filter { !$0.value.isEmpty }
    end = pt_open(Int32(columns), Int32(rows))
    screen = Screen(columns: columns)
    try #require(end >= 0)
    let program = words[0]
    let terminal = end
    process = Terminal.withStrings(words) { words in
      Terminal.withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        pt_start(terminal, program, words, environment)
      }
    }
    try #require(process > 0)
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if end >= 0 { close(end) }
  }

  // MARK: Places

  /// A folder whose store holds the sample workspace.
  static func folderWithSample() throws -> URL {
    let folder = try Terminal.folder()
    let store = "store.db"
    try FileManager.default.copyItem(
      at: sample.get().appendingPathComponent(store), to: folder.appendingPathComponent(store))
    return folder
  }

  /// The folder that the others are copies of.
  private static let sample = Result {
    let folder = try Terminal.folder()
    let status = try run(["import", "sample"], in: folder)
    try #require(status == 0)
    return folder
  }

  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gangway-terminal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Runs the program off the terminal, as somebody else would who uses the same store.
  @discardableResult
  static func run(_ words: [String], in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = words
    process.environment = environment(in: folder).filter { $0.key != "GANGWAY_USER" }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func environment(in folder: URL) -> [String: String] {
    [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC0",
      "NO_COLOR": "1", "GANGWAY_HINTS": "off", "GANGWAY_STORE": folder.appendingPathComponent("store.db").path,
      "GANGWAY_USER": "ana", "INPUTRC": "/dev/null",
    ]
  }

  private static var binary: String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let tests = bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent("gangway").path
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) as UnsafeMutablePointer<CChar>? }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  // MARK: Keys

  enum Key {
    static let enter = "\r"
    static let tab = "\t"
    static let interrupt = "\u{03}"
    static let end = "\u{04}"
    static let suspend = "\u{1A}"
    static let search = "\u{12}"
    static let backspace = "\u{7F}"
    static let left = "\u{1B}[D"
    static let right = "\u{1B}[C"
    static let up = "\u{1B}[A"
    static let home = "\u{01}"
    static let pasteStart = "\u{1B}[200~"
    static let pasteEnd = "\u{1B}[201~"
  }

  /// Types keys; a long text is typed as fast as the program takes it.
  func type(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      var place = pollfd(fd: end, events: Int16(POLLOUT | POLLIN), revents: 0)
      guard poll(&place, 1, Terminal.patience) > 0 else { throw NeverShown(text: "room to type", screen: screen.text) }
      // The program stops reading when nobody reads what it shows.
      if Int32(place.revents) & POLLIN != 0 { take() }
      if Int32(place.revents) & POLLOUT != 0 {
        let count = bytes.prefix(1_000).withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
        if count > 0 { bytes = bytes.dropFirst(count) }
      }
    }
  }

  func resize(columns: Int, rows: Int = 30) {
    pt_resize(end, Int32(columns), Int32(rows))
    screen.resize(columns: columns)
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Pulls the terminal away, as a closed window does, and waits for the program to notice.
  func hangUp() {
    close(end)
    end = -1
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    hasEnded = true
  }

  /// Whether the terminal hands over whole lines and echoes them, as a shell expects to find it.
  func isCooked() -> Bool { pt_is_cooked(end) }

  // MARK: Screen

  /// Waits until a text has been shown since the last wait.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let wanted = Array(text.utf8)
    while true {
      if let found = find(wanted) {
        seen = found
        return
      }
      guard read() else { throw NeverShown(text: text, screen: screen.text) }
    }
  }

  /// Waits until the screen is as wanted.
  func wait(until isSo: (Screen) -> Bool, for what: String) throws {
    while !isSo(screen) {
      guard read() else { throw NeverShown(text: what, screen: screen.text) }
    }
    seen = shown.count
  }

  /// Waits until the terminal's modes are as wanted; they change without a byte being shown.
  func waitUntilCooked() throws {
    for _ in 0..<3_000 {
      if isCooked() { return }
      var place = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      if poll(&place, 1, 10) > 0 { take() }
    }
    throw NeverShown(text: "a cooked terminal", screen: screen.text)
  }

  /// Waits for the program to end: what it exited with, or less than zero for the signal that ended it.
  func waitForEnd() throws -> Int32 {
    while read() {}
    hasEnded = true
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  private func find(_ wanted: [UInt8]) -> Int? {
    guard !wanted.isEmpty, shown.count >= seen + wanted.count else { return nil }
    for start in seen...shown.count - wanted.count where shown[start] == wanted[0] {
      if shown[start..<start + wanted.count].elementsEqual(wanted) { return start + wanted.count }
    }
    return nil
  }

  /// Reads what is shown next; false when nothing more will come.
  private func read() -> Bool {
    var place = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, Terminal.patience) > 0 else { return false }
    return take()
  }

  @discardableResult
  private func take() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Darwin)
        Darwin.read(end, bytes.baseAddress, bytes.count)
      #elseif canImport(Glibc)
        Glibc.read(end, bytes.baseAddress, bytes.count)
      #else
        Musl.read(end, bytes.baseAddress, bytes.count)
      #endif
    }
    guard count > 0 else { return false }
    shown += buffer[..<count]
    screen.take(buffer[..<count])
    return true
  }
}
