import Yams

/// Reads one YAML file of prompts and notes what it finds wrong.
struct PromptFileReader {
  let file: String
  private(set) var findings: [GrammarFinding] = []

  init(file: String) {
    self.file = file
  }

  private static let intentKeys: Set<String> = [
    "intent", "say", "slots", "one_of", "ask", "examples", "not", "answer", "changes", "unable", "several",
    "topics",
  ]

  /// The intent of a file; a loose file may hold something else, which is then left alone.
  mutating func intent(_ text: String, isLoose: Bool = false) -> IntentSource? {
    guard let map = mapping(text) else { return nil }
    if isLoose, map["intent"] == nil { return nil }
    guard let nameNode = map["intent"], let name = nameNode.string, !name.isEmpty else {
      report(1, "has no 'intent: name'")
      return nil
    }
    var intent = IntentSource(name: name, place: place(nameNode))
    for (keyNode, value) in map {
      let key = keyNode.string ?? ""
      guard Self.intentKeys.contains(key) else {
        report(keyNode, "unknown key '\(key)'; known are \(Self.intentKeys.sorted().joined(separator: ", "))")
        continue
      }
      switch key {
      case "say": intent.say = texts(value, key)
      case "not": intent.not = texts(value, key)
      case "slots": intent.slots = slots(value)
      case "one_of": intent.oneOf = texts(value, key).map(\.text)
      case "ask": intent.ask = value.string
      case "examples": intent.examples = examples(value)
      case "topics":
        for (topic, lines) in pairs(value, key) { intent.topics[topic.text] = texts(lines, key) }
      case "answer": collectAnswers(value, prefix: "", depth: 0, into: &intent.answer)
      case "changes": intent.changes = flag(value, key)
      case "unable": intent.unable = flag(value, key)
      case "several": intent.several = flag(value, key)
      default: break
      }
    }
    return intent
  }

  mutating func lexicon(_ text: String) -> Lexicon {
    var lexicon = Lexicon()
    guard let map = mapping(text) else { return lexicon }
    for (keyNode, value) in map {
      switch keyNode.string ?? "" {
      case "shorthand":
        for (short, long) in pairs(value, "shorthand") { lexicon.shorthand[short.text] = long.string }
      case "stop": lexicon.stop = texts(value, "stop").map(\.text)
      case "everyday": lexicon.everyday = texts(value, "everyday").map(\.text)
      case "polite": lexicon.polite = texts(value, "polite").map(\.text)
      case "pronouns": lexicon.pronouns = texts(value, "pronouns").map(\.text)
      case "lead_ins": lexicon.leadIns = texts(value, "lead_ins").map(\.text)
      case "synonyms":
        for (word, phrases) in pairs(value, "synonyms") {
          lexicon.synonyms[word.text] = texts(phrases, "synonyms").map(\.text)
        }
      case "lists":
        for (kindName, values) in pairs(value, "lists") {
          guard let kind = SlotKind(rawValue: kindName.text) else {
            reportKind(kindName)
            continue
          }
          for (word, phrases) in pairs(values, "lists") {
            lexicon.lists[kind, default: [:]][word.text] = texts(phrases, "lists").map(\.text)
          }
        }
      case let other:
        let known = "everyday, lead_ins, lists, polite, pronouns, shorthand, stop, synonyms"
        report(keyNode, "unknown key '\(other)' in a lexicon; known are \(known)")
      }
    }
    return lexicon
  }

  private mutating func mapping(_ text: String) -> Node.Mapping? {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        report(1, "is empty")
        return nil
      }
      if case .mapping(let map) = node { return map }
      report(node, "must hold keys and values")
    } catch let error as YamlError {
      report(Self.line(of: error), "is no YAML: \(error)")
    } catch {
      report(1, "is no YAML: \(error)")
    }
    return nil
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 1
    }
  }

  /// A list of texts; one text alone is a list of one.
  private mutating func texts(_ node: Node, _ key: String) -> [PlacedText] {
    switch node {
    case .scalar(let scalar): return scalar.string.isEmpty ? [] : [PlacedText(scalar.string, at: place(node))]
    case .sequence(let nodes):
      return nodes.compactMap { item in
        guard case .scalar(let scalar) = item else {
          report(item, "'\(key)' holds lines of text; put a line with ':' or '{' in quotes")
          return nil
        }
        return PlacedText(scalar.string, at: place(item))
      }
    default:
      report(node, "'\(key)' must be a list")
      return []
    }
  }

  private mutating func pairs(_ node: Node, _ key: String) -> [(key: PlacedText, value: Node)] {
    guard case .mapping(let map) = node else {
      report(node, "'\(key)' must hold keys and values")
      return []
    }
    return map.map { (PlacedText($0.key.string ?? "", at: place($0.key)), $0.value) }
  }

  private mutating func slots(_ node: Node) -> [SlotSource] {
    var slots: [SlotSource] = []
    for (name, value) in pairs(node, "slots") {
      var slot = SlotSource(name: name.text, kinds: [], place: name.place)
      var typeNames = [PlacedText(name.text, at: name.place)]
      switch value {
      case .scalar(let scalar): if !scalar.string.isEmpty { typeNames = texts(value, "type") }
      case .mapping(let map):
        for (keyNode, part) in map {
          switch keyNode.string ?? "" {
          case "type": typeNames = texts(part, "type")
          case "required": slot.isRequired = flag(part, "required")
          case "ask": slot.ask = part.string
          case let other: report(keyNode, "unknown key '\(other)' of a slot; known are ask, required, type")
          }
        }
      default: report(value, "a slot is '{ type: … }'")
      }
      let kinds = typeNames.compactMap { SlotKind(rawValue: $0.text) }
      for name in typeNames where SlotKind(rawValue: name.text) == nil { reportKind(name) }
      if !kinds.isEmpty { slot.kinds = kinds }
      slots.append(slot)
    }
    return slots
  }

  private mutating func examples(_ node: Node) -> [ExampleSource] {
    guard case .sequence(let nodes) = node else {
      report(node, "'examples' must be a list")
      return []
    }
    var examples: [ExampleSource] = []
    for item in nodes {
      switch item {
      case .scalar(let scalar): examples.append(ExampleSource(scalar.string, at: place(item)))
      case .mapping(let map):
        for (textNode, expected) in map {
          var values: [String: String] = [:]
          for (slot, value) in pairs(expected, "examples") { values[slot.text] = value.string ?? "" }
          examples.append(ExampleSource(textNode.string ?? "", slots: values, at: place(textNode)))
        }
      default: report(item, "an example is a line, or 'line: { slot: value }'")
      }
    }
    return examples
  }

  private func collectAnswers(_ node: Node, prefix: String, depth: Int, into answers: inout [String: PlacedText]) {
    guard case .mapping(let map) = node, depth < 8 else {
      if let text = node.string { answers[prefix.isEmpty ? "text" : prefix] = PlacedText(text, at: place(node)) }
      return
    }
    for (key, value) in map {
      let name = prefix.isEmpty ? key.string ?? "" : prefix + "." + (key.string ?? "")
      collectAnswers(value, prefix: name, depth: depth + 1, into: &answers)
    }
  }

  private mutating func flag(_ node: Node, _ key: String) -> Bool {
    if let value = node.bool { return value }
    report(node, "'\(key)' must be true or false")
    return false
  }

  private func place(_ node: Node) -> SourcePlace {
    SourcePlace(file: file, line: node.mark?.line ?? 1)
  }

  private mutating func report(_ node: Node, _ message: String) {
    findings.append(GrammarFinding(at: place(node), message))
  }

  private mutating func report(_ line: Int, _ message: String) {
    findings.append(GrammarFinding(at: SourcePlace(file: file, line: line), message))
  }

  private mutating func reportKind(_ name: PlacedText) {
    let known = SlotKind.allCases.map(\.rawValue).sorted().joined(separator: ", ")
    findings.append(GrammarFinding(at: name.place, "unknown type of slot '\(name.text)'; known are \(known)"))
  }
}
