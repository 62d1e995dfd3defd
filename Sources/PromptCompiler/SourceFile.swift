/// A file below the prompts, and what it is for.
struct SourceFile: Hashable, Sendable {
  /// The path to read it from, and to name in errors.
  let path: String

  /// The path below the prompts' folder, such as `intents/blocked.list.yaml`.
  let place: String

  enum Role: Hashable, Sendable {
    /// One intent: phrases for the grammar, answers for the words.
    case intent
    /// Words that the grammar reads and nobody is shown.
    case lexicon
    /// Sentences, in maps of maps.
    case words
    /// The sample workspace.
    case sample
  }

  let role: Role

  /// Recognises a file by its place.
  ///
  /// - Throws: ``Finding`` when nothing would ever read the file.
  init(path: String, below root: String) throws(Finding) {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    let place = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    self.path = path
    self.place = place
    switch place {
    case "lexicon.yaml": role = .lexicon
    case "sample.jsonl": role = .sample
    case _ where place.hasPrefix("intents/") && place.hasSuffix(".yaml"): role = .intent
    case _ where place.hasSuffix(".yaml"): role = .words
    default: throw Finding(file: path, line: 1, message: "nothing reads this file: sample.jsonl and *.yaml are read")
    }
  }

  /// The names of the enums that its words live in: `interviews/near-miss.yaml` gives `Interviews`, `NearMiss`.
  var namespace: [String] {
    var folders = place.split(separator: "/").map(String.init)
    if role == .intent { folders.removeFirst() }
    let last = folders.count - 1
    if let name = folders.last, name.hasSuffix(".yaml") { folders[last] = String(name.dropLast(".yaml".count)) }
    return folders.map(SwiftName.type)
  }

  /// The place as doc comments name it.
  var source: String { "prompts/\(place)" }
}
