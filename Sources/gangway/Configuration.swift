import Foundation
import Prompts
import Times

/// The settings of the configuration file: lines of `name = value`, `#` begins a comment.
///
/// ``Setting`` names them; what stands on the command line or in the environment goes before the file.
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

  /// How times are read and when people work.
  var habits = TimeHabits.standard
  /// The regions whose holidays are days off, by code.
  var regions: [String] = []

  /// The settings that the file names, in its order.
  private(set) var named: [Setting] = []
  /// What is wrong with the file, from its top.
  private(set) var problems: [Problem] = []

  /// Something in the file that is not a setting.
  struct Problem: Equatable, Sendable {
    /// The line, counted from 1; nothing when it is the file as a whole.
    let line: Int?
    let sentence: String
  }

  /// Reads the file at a path; one that was not named and is not there counts as empty.
  init(path: String, isNamed: Bool) {
    if let data = FileManager.default.contents(atPath: path) {
      self.init(text: String(decoding: data, as: UTF8.self), path: path)
    } else {
      self.init()
      guard isNamed || FileManager.default.fileExists(atPath: path) else { return }
      problems.append(Problem(line: nil, sentence: Words.Commands.Config.unreadable(path: path)))
    }
  }

  /// Sets one setting in the file at a path, which is made when it is missing; every other line stays.
  ///
  /// The file is private to the person (XDG Base Directory Specification), and replaced as a whole.
  static func keep(_ name: String, as value: String, at path: String) throws(Failure) {
    let files = FileManager.default
    let before = files.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    var lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
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

  /// Reads settings; what is wrong is kept in ``problems``, and everything else counts.
  init(text: String, path: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      if let sentence = take(content, path: path, line: index + 1) {
        problems.append(Problem(line: index + 1, sentence: sentence))
      }
    }
  }

  /// Takes one line, and says what is wrong with it.
  private mutating func take(_ content: Substring, path: String, line: Int) -> String? {
    let parts = content.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return Words.Commands.Config.malformed(path: path, line: line) }
    let name = parts[0].trimmingCharacters(in: .whitespaces)
    var value = parts[1].trimmingCharacters(in: .whitespacesAndNewlines)
    if value.count >= 2, value.first == "\"", value.last == "\"" { value = String(value.dropFirst().dropLast()) }
    guard let setting = Setting(rawValue: name) else {
      if let near = Setting.nearest(to: name) {
        return Words.Commands.Config.nearName(path: path, line: line, name: name, near: near.rawValue)
      }
      let names = Setting.allCases.map(\.rawValue).joined(separator: ", ")
      return Words.Commands.Config.unknownName(path: path, line: line, name: name, names: names)
    }
    guard set(setting, to: value) else {
      return Words.Commands.Config.badValue(
        path: path, line: line, name: name, value: value, values: setting.values)
    }
    named.append(setting)
    return nil
  }

  /// Sets one setting; says whether it takes the value.
  private mutating func set(_ setting: Setting, to value: String) -> Bool {
    switch setting {
    case .store: store = value
    case .user: user = value
    case .zone: zone = value
    case .pager: pager = value
    case .dates, .hours, .afternoon, .evening, .weekend, .quarters, .sprint, .region:
      return setHabit(setting, to: value)
    case .color:
      guard let choice = Settings.Colour(rawValue: value) else { return false }
      color = choice
    case .contrast:
      guard let choice = Settings.Contrast(rawValue: value) else { return false }
      contrast = choice
    case .plain, .ascii, .hints:
      guard let flag = Configuration.flag(value) else { return false }
      switch setting {
      case .plain: plain = flag
      case .ascii: ascii = flag
      default: hints = flag
      }
    }
    return true
  }

  private static func flag(_ value: String) -> Bool? {
    switch value {
    case "true", "yes", "on", "1": true
    case "false", "no", "off", "0": false
    default: nil
    }
  }
}
