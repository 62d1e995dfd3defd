import Foundation
import Prompts

/// The settings of the configuration file: lines of `name = value`, `#` begins a comment.
///
/// Known names are `store`, `user`, `zone`, `color`, `contrast`, `plain`, `ascii` and `hints`; what stands on the
/// command line or in the environment goes before the file.
struct Configuration: Equatable, Sendable {
  var store: String?
  var user: String?
  var zone: String?
  var color: Settings.Colour?
  var contrast: Settings.Contrast?
  var plain = false
  var ascii = false
  var hints = true

  /// Reads the file at a path; a file that was not named and is not there counts as empty.
  static func read(path: String, isNamed: Bool) throws(Failure) -> Configuration {
    guard let data = FileManager.default.contents(atPath: path) else {
      if isNamed { throw Failure.usage(Words.Commands.Config.unreadable(path: path)) }
      return Configuration()
    }
    return try Configuration(text: String(decoding: data, as: UTF8.self), path: path)
  }

  init() {}

  init(text: String, path: String) throws(Failure) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      let parts = content.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw Failure.usage(Words.Commands.Config.malformed(path: path, line: index + 1))
      }
      let name = parts[0].trimmingCharacters(in: .whitespaces)
      var value = parts[1].trimmingCharacters(in: .whitespaces)
      if value.count >= 2, value.first == "\"", value.last == "\"" { value = String(value.dropFirst().dropLast()) }
      switch name {
      case "store": store = value
      case "user": user = value
      case "zone": zone = value
      case "color": color = try choice(value, name, path, index + 1)
      case "contrast": contrast = try choice(value, name, path, index + 1)
      case "plain": plain = try flag(value, name, path, index + 1)
      case "hints": hints = try flag(value, name, path, index + 1)
      case "ascii": ascii = try flag(value, name, path, index + 1)
      default: throw Failure.usage(Words.Commands.Config.unknownName(path: path, line: index + 1, name: name))
      }
    }
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ value: String, _ name: String, _ path: String, _ line: Int
  ) throws(Failure) -> Choice {
    guard let choice = Choice(rawValue: value) else {
      throw Failure.usage(Words.Commands.Config.badValue(path: path, line: line, name: name))
    }
    return choice
  }

  private func flag(_ value: String, _ name: String, _ path: String, _ line: Int) throws(Failure) -> Bool {
    switch value {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default: throw Failure.usage(Words.Commands.Config.badValue(path: path, line: line, name: name))
    }
  }
}
