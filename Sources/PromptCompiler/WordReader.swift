import Yams

/// Gathers the sentences of prompt files, and every fault on the way.
struct WordReader {
  private(set) var words = WordGroup(name: "Words")
  private(set) var findings: [Finding] = []

  /// Maps inside maps that a file may have: deeper ones are a slip of indentation.
  private static let greatestDepth = 6

  /// Reads one file; what is wrong with it is kept in ``findings``.
  ///
  /// - Returns: Whether the file is YAML at all.
  @discardableResult
  mutating func read(_ text: String, of file: SourceFile) -> Bool {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      findings.append(Finding(error, in: file.path, text: text))
      return false
    }
    guard let root else { return true }
    guard let entries = root.mapping else {
      note("the file has to be a map of keys", at: root, in: file)
      return false
    }
    readWords(of: file, in: entries)
    return true
  }

  private mutating func readWords(of file: SourceFile, in entries: Node.Mapping) {
    switch file.role {
    case .words:
      read(entries, of: file, at: namespace(of: file, entries: entries), depth: 1)
    case .intent:
      guard let answer = entries["answer"] else { return }
      guard let answers = answer.mapping else {
        note("“answer” has to be a map of sentences by key", at: answer, in: file)
        return
      }
      read(answers, of: file, at: file.namespace, depth: 1)
    case .lexicon, .sample:
      break
    }
  }

  /// A file whose only key repeats its name does not repeat the enum.
  private func namespace(of file: SourceFile, entries: Node.Mapping) -> [String] {
    let namespace = file.namespace
    guard entries.count == 1, let key = entries.first?.key.string, SwiftName.type(key) == namespace.last else {
      return namespace
    }
    return namespace.dropLast()
  }

  private mutating func read(_ entries: Node.Mapping, of file: SourceFile, at path: [String], depth: Int) {
    for (key, value) in entries {
      guard let name = key.scalar?.string, SwiftName.isKey(name) else {
        let shown = key.scalar?.string ?? "a list or map"
        note("“\(shown)” cannot be a key: use letters, digits and _, beginning with a small letter", at: key, in: file)
        continue
      }
      if let inner = value.mapping {
        let type = SwiftName.type(name)
        if SwiftName.takenTypes.contains(type) {
          note("“\(name)” means something else to Swift: choose another key", at: key, in: file)
        } else if depth == Self.greatestDepth {
          note("“\(name)” lies \(depth) maps deep: is its indentation right?", at: key, in: file)
        } else {
          read(inner, of: file, at: path + [type], depth: depth + 1)
        }
      } else {
        read(value, under: key, named: name, of: file, at: path)
      }
    }
  }

  private mutating func read(_ value: Node, under key: Node, named name: String, of file: SourceFile, at path: [String])
  {
    let member = SwiftName.member(name)
    guard !SwiftName.takenMembers.contains(member) else {
      note("“\(name)” means something else to Swift: choose another key", at: key, in: file)
      return
    }
    var templates: [Template] = []
    for node in value.sequence.map(Array.init) ?? [value] {
      guard let scalar = node.scalar else {
        note("“\(name)” has to be a sentence or a list of sentences", at: node, in: file)
        return
      }
      do {
        templates.append(try Template(scalar.string))
      } catch {
        // A block's text begins below its mark.
        let isBlock = scalar.style == .literal || scalar.style == .folded
        let line = (node.mark?.line ?? 1) + (isBlock ? 1 : 0) + error.line
        findings.append(Finding(file: file.path, line: line, message: "“\(name)”: \(error.message)"))
        return
      }
    }
    let sentence = WordGroup.Sentence(
      name: member, templates: templates, isList: value.sequence != nil, source: file.source, line: key.mark?.line ?? 1)
    if let known = words.add(sentence, at: path[...]) {
      let place = "\(known.source):\(known.line)"
      note("“\(name)” is Words.\(path.joined(separator: ".")).\(member), as \(place) is: rename one", at: key, in: file)
    }
  }

  private mutating func note(_ message: String, at node: Node, in file: SourceFile) {
    findings.append(Finding(file: file.path, line: node.mark?.line ?? 1, message: message))
  }
}
