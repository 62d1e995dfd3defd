import Foundation

/// A conversation as a file: what somebody typed, and what Gangway printed.
///
/// A line `# now 2024-05-14T10:40:00+01:00 as sam store sample` says when the lines after it are typed, by whom (by
/// nobody in particular without `as`), and, the first time, what the store holds: `sample` or nothing, `empty`. Each
/// line that is typed stands after `> `; the lines below it are the reply, up to the empty lines before the next.
struct Transcript: Equatable {
  var scenes: [Scene] = []

  /// What is typed at one time by one person.
  struct Scene: Equatable {
    var now: String
    var person: String?
    var turns: [Turn] = []
  }

  struct Turn: Equatable {
    var said: String
    var reply: String
  }

  /// What the store holds before the first line.
  enum Beginning: String {
    case sample, empty
  }

  var beginning = Beginning.sample

  /// Something in a file that is not as a transcript has to be.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(_ text: String) throws {
    var reply: [Substring] = []
    func close(_ scenes: inout [Scene]) {
      defer { reply = [] }
      while reply.last?.isEmpty == true { reply.removeLast() }
      guard let scene = scenes.indices.last, let turn = scenes[scene].turns.indices.last else { return }
      scenes[scene].turns[turn].reply = reply.joined(separator: "\n")
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# now ") {
        close(&scenes)
        let scene = try header(line)
        scenes.append(scene)
      } else if line == ">" || line.hasPrefix("> ") {
        close(&scenes)
        guard !scenes.isEmpty else { throw Malformed(description: "no `# now` line before: \(line)") }
        scenes[scenes.endIndex - 1].turns.append(Turn(said: String(line.dropFirst(2)), reply: ""))
      } else {
        reply.append(line)
      }
    }
    close(&scenes)
  }

  private mutating func header(_ line: Substring) throws -> Scene {
    let words = line.split(separator: " ").dropFirst().map(String.init)
    guard words.count.isMultiple(of: 2) else { throw Malformed(description: "a word without its value: \(line)") }
    var scene = Scene(now: "", person: nil)
    for index in stride(from: 0, to: words.count, by: 2) {
      let value = words[index + 1]
      switch words[index] {
      case "now": scene.now = value
      case "as": scene.person = value
      case "store":
        guard let beginning = Beginning(rawValue: value), scenes.isEmpty else {
          throw Malformed(description: "a store is `sample` or `empty`, in the first line: \(line)")
        }
        self.beginning = beginning
      default: throw Malformed(description: "unknown word \(words[index]): \(line)")
      }
    }
    return scene
  }

  /// The file that holds the transcript.
  var text: String {
    var blocks: [String] = []
    for (index, scene) in scenes.enumerated() {
      let person = scene.person.map { " as \($0)" } ?? ""
      blocks.append("# now \(scene.now)\(person)" + (index == 0 ? " store \(beginning.rawValue)" : ""))
      blocks += scene.turns.map { turn in
        let said = turn.said.isEmpty ? ">" : "> \(turn.said)"
        return turn.reply.isEmpty ? said : "\(said)\n\(turn.reply)"
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension Transcript {
  /// The folder of the transcripts, in the sources, so that recording writes what is committed.
  private static var folder: URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("Transcripts")
  }

  /// The names of all transcripts, in order.
  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  static func named(_ name: String) throws -> Transcript {
    try Transcript(String(contentsOf: folder.appendingPathComponent("\(name).txt"), encoding: .utf8))
  }

  func write(as name: String) throws {
    try Data(text.utf8).write(to: Transcript.folder.appendingPathComponent("\(name).txt"), options: .atomic)
  }

  /// Whether replies are to be written into the sources instead of compared.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["GANGWAY_RECORD"] != nil }
}
