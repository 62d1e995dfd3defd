import Foundation
import Prompts

/// The settings of the configuration file: lines of `name = value`, `#` begins a comment.
///
/// Known names are `store`, `user`, `zone`, `color`, `contrast`, `plain`, `ascii`, `hints` and `pager`; what stands on the
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
  /// The program that long answers are read in, with its arguments; nothing to print them.
  var pager: String?

  /// Reads the file at a path; a file that was not named and is not there counts as empty.
  static func read(path: String, isNamed: Bool) throws(Failure) -> Configuration {
    guard let data = FileManager.default.contents(atPath: path) else {
      if isNamed { throw Failure.usage(Words.Commands.Config.unreadable(path: path)) }
      return Configuration()
    }
    return try Configuration(text: String(decoding: data, as: UTF8.self), path: path)
  }

  /// Sets one setting in the file at a path, which is made when it is missing; every other line stays.
  ///
  /// The file is private to the person (XDG Base Directory Specification), and replaced as a whole.
  static func keep(_ name: String, as value: String, at path: String) throws(Failure) {
    let files = FileManager.default
    let before = files.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let setting = "\(name) = \(value)"
    let place = lines.firstIndex { $0.prefix { $0 != "=" && $0 != "#" }.trimmingCharacters(in: .whitespaces) == name }
    if let place { lines[place] = setting } else { lines.append(setting) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw Failure.failed(Words.Commands.Config.unwritable(path: path))
    }
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
      case "pager": pager = value
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
