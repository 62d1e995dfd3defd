import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the process was started with: environment, streams, terminal and user.
struct Surroundings: Sendable {
  let environment: [String: String]
  let inputIsTerminal: Bool
  let outputIsTerminal: Bool

  static func ofProcess() -> Surroundings {
    Surroundings(
      environment: ProcessInfo.processInfo.environment, inputIsTerminal: isatty(STDIN_FILENO) == 1,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1)
  }

  /// A variable that is set and not empty.
  subscript(name: String) -> String? {
    guard let value = environment[name], !value.isEmpty else { return nil }
    return value
  }

  var home: String { self["HOME"] ?? "." }

  /// The name under which the user is logged in.
  var login: String? { self["LOGNAME"] ?? self["USER"] }

  /// Columns of the terminal that output goes to; 80 where there is none, so that pipes get the same everywhere.
  var width: Int {
    outputIsTerminal ? columns(of: STDOUT_FILENO) : 80
  }

  /// Rows of the terminal that output goes to; without end where there is none.
  var height: Int {
    var size = winsize()
    guard outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return .max }
    return Int(size.ws_row)
  }

  /// Columns of a terminal; what `COLUMNS` says where the terminal itself does not know.
  func columns(of stream: Int32) -> Int {
    var size = winsize()
    if ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return self["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }

  /// A directory of the XDG Base Directory Specification, which must be absolute to count.
  func directory(_ variable: String, below fallback: String) -> String {
    if let path = self[variable], path.hasPrefix("/") { return "\(path)/gangway" }
    return "\(home)/\(fallback)/gangway"
  }
}
