/// A fault of a prompt file, with its place, printed so that build tools and editors find it.
struct Finding: Error, Hashable, Sendable {
  /// The path of the file, as the tool was given it.
  let file: String

  /// From 1.
  let line: Int

  let message: String

  /// Worth a look, yet no reason to stop the build.
  var isWarning = false
}

extension Finding: Comparable {
  static func < (left: Finding, right: Finding) -> Bool {
    (left.file, left.line, left.message) < (right.file, right.line, right.message)
  }
}

extension Finding: CustomStringConvertible {
  var description: String { "\(file):\(line): \(isWarning ? "warning" : "error"): \(message)" }
}
