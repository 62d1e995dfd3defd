import Interchange
import Prompts

/// One thing that was looked at.
struct Check: Equatable {
  let name: String
  let state: State
  let finding: String
  /// What to type into a shell about it.
  let command: String?

  enum State: String, Equatable {
    case ok, fix, info

    var words: String {
      switch self {
      case .ok: Words.Commands.Doctor.ok
      case .fix: Words.Commands.Doctor.fix
      case .info: Words.Commands.Doctor.info
      }
    }
  }

  static func ok(_ name: String, _ finding: String) -> Check {
    Check(name: name, state: .ok, finding: finding, command: nil)
  }

  static func info(_ name: String, _ finding: String) -> Check {
    Check(name: name, state: .info, finding: finding, command: nil)
  }

  static func fix(_ name: String, _ finding: String, run command: String? = nil) -> Check {
    Check(name: name, state: .fix, finding: finding, command: command)
  }

  var sentence: String {
    guard let command else { return Words.Commands.Doctor.check(state: state.words, finding: finding) }
    return Words.Commands.Doctor.checkWithCommand(state: state.words, finding: finding, command: command)
  }

  var object: JSON.Object {
    var object: JSON.Object = ["check": .string(name), "state": .string(state.rawValue), "finding": .string(finding)]
    if let command { object.members.append(.init(name: "command", value: .string(command))) }
    return object
  }
}
