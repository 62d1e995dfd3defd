import Delivery

/// Finds in the text of an issue what it says it waits for, such as "Blocked by #12".
///
/// Only phrases at the start of a line count, behind list marks, boxes, headings and emphasis; in the middle of a
/// sentence the same words more often tell of the past, of somebody else, or of nothing (`blocked_by: 3`).
enum ProseLinks {
  private static let phrases: [(words: String, direction: LinkDirection)] = [
    ("is blocked by", .waits), ("blocked by", .waits), ("blocked on", .waits), ("depends on", .waits),
    ("depends upon", .waits), ("dependent on", .waits), ("waiting for", .waits), ("waiting on", .waits),
    ("waits for", .waits), ("blocks", .holdsUp), ("blocking", .holdsUp),
  ]

  static func find(in text: String, repository: String) -> [TrackedLink] {
    var links: [TrackedLink] = []
    var isCode = false
    // A phrase alone on its line speaks for the list below it.
    var section: LinkDirection?
    for line in text.split(whereSeparator: \.isNewline) {
      let line = String(line).trimmed
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, !line.isEmpty, !line.hasPrefix(">") else { continue }
      let words = withoutMarks(line)
      if let (phrase, direction) = phrases.first(where: { words.prefix($0.words.count).lowercased() == $0.words }) {
        let rest = words.dropFirst(phrase.count)
        let keys = references(in: String(rest), repository: repository)
        section = rest.allSatisfy { ":*_ ".contains($0) } ? direction : nil
        links += keys.map { TrackedLink(direction: direction, other: $0, evidence: .guessed) }
      } else if let direction = section, line.hasPrefix("-") || line.hasPrefix("*") {
        links += references(in: String(words), repository: repository)
          .map { TrackedLink(direction: direction, other: $0, evidence: .guessed) }
      } else {
        section = nil
      }
    }
    return links
  }

  /// The line behind list marks, boxes, numbers, heading marks and emphasis.
  private static func withoutMarks(_ line: String) -> Substring {
    var rest = line[...]
    while let first = rest.first {
      let second = rest.dropFirst().first
      if "-*+_: \t".contains(first) || (first == "#" && (second == "#" || second == " ")) {
        rest.removeFirst()
      } else if ["[ ]", "[x]", "[X]"].contains(rest.prefix(3)) {
        rest.removeFirst(3)
      } else if first.isNumber, let end = rest.first(where: { !$0.isNumber }), end == "." || end == ")" {
        rest = rest.drop { $0.isNumber }.dropFirst()
      } else {
        break
      }
    }
    return rest
  }

  /// The issues named one after the other, up to the first word that names none.
  private static func references(in text: String, repository: String) -> [String] {
    var keys: [String] = []
    for word in text.split(whereSeparator: { " ,;*_\t".contains($0) }) {
      let word = String(word).trimming(":.()")
      if ["and", "&", "or", "issue", "issues", "pr"].contains(word.lowercased()) || word.isEmpty { continue }
      guard let key = key(of: word, repository: repository) else { break }
      keys.append(key)
    }
    return keys
  }

  private static func key(of word: String, repository: String) -> String? {
    if word.hasPrefix("https://"), word.contains("/issues/"), let other = GitHubIssue.repository(in: word),
      let number = word.split(separator: "/").last.flatMap({ Int($0.prefix { $0.isNumber }) })
    {
      return "\(other)#\(number)"
    }
    guard let mark = word.firstIndex(of: "#"), let number = Int(word[word.index(after: mark)...]), number > 0 else {
      return nil
    }
    let other = word[..<mark]
    if other.isEmpty { return "\(repository)#\(number)" }
    return other.split(separator: "/").count == 2 ? "\(other)#\(number)" : nil
  }
}
