import ArgumentParser
import Interchange

/// The commands and options that the parser of the command line knows, as it tells them itself.
struct CommandTree: Equatable {
  let name: String
  let abstract: String
  let arguments: [Argument]
  let commands: [CommandTree]

  /// Something that a command takes.
  struct Argument: Equatable {
    let abstract: String
    /// With the hyphens; none for what is told by its place.
    let names: [String]
    /// What to put after the name, or in the place; nothing for a flag.
    let value: String?
    let isOptional: Bool
    let isRepeating: Bool
    let choices: [String]
  }

  /// The tree of the program itself.
  ///
  /// - Throws: What the reader of JSON throws.
  static func ofProgram() throws -> CommandTree {
    CommandTree(try JSONReader.value(of: Gangway._dumpHelp())["command"] ?? .null)
  }

  /// Takes what is shown from the parser's description of a command.
  private init(_ command: JSON) {
    name = command["commandName"]?.text ?? ""
    abstract = command["abstract"]?.text ?? ""
    arguments = (command["arguments"]?.array ?? []).filter(CommandTree.isShown).map(Argument.init)
    // The parser nests commands as deep as the program declares them, which is two.
    commands = (command["subcommands"]?.array ?? []).filter {
      CommandTree.isShown($0) && $0["commandName"]?.text != "help"
    }
    .map(CommandTree.init)
  }

  private static func isShown(_ entry: JSON) -> Bool { entry["shouldDisplay"]?.bool ?? true }

  /// What every command takes, in the order of the first.
  var shared: [Argument] {
    guard let first = commands.first else { return [] }
    return first.arguments.filter { argument in commands.allSatisfy { $0.arguments.contains(argument) } }
  }
}

extension CommandTree.Argument {
  fileprivate init(_ argument: JSON) {
    abstract = argument["abstract"]?.text ?? ""
    names = (argument["names"]?.array ?? []).map { name in
      (name["kind"]?.text == "long" ? "--" : "-") + (name["name"]?.text ?? "")
    }
    value = argument["kind"]?.text == "flag" ? nil : argument["valueName"]?.text ?? ""
    isOptional = argument["isOptional"]?.bool ?? false
    isRepeating = argument["isRepeating"]?.bool ?? false
    choices = (argument["allValues"]?.array ?? argument["completionKind"]?["list"]?["values"]?.array ?? []).compactMap(
      \.text)
  }
}
