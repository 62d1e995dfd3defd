import Times

/// Checks prompts against each other: what the build refuses, with file and line of both sides.
package struct GrammarLint {
  private let source: GrammarSource
  private let context: ReadingContext
  private var findings: [GrammarFinding] = []

  private init(_ source: GrammarSource, _ context: ReadingContext) {
    self.source = source
    self.context = context
  }

  /// Everything wrong with prompts, in order of files and lines.
  ///
  /// - Parameters:
  ///   - source: The prompts, as read.
  ///   - context: A moment, and how times are found, for reading the examples.
  ///   - readsExamples: Whether examples and `not` lines are read too; that is most of the work.
  /// - Returns: Errors and warnings; none when all is well.
  package static func findings(
    in source: GrammarSource, context: ReadingContext, readsExamples: Bool = true
  ) -> [GrammarFinding] {
    var lint = GrammarLint(source, context)
    lint.checkNames()
    lint.checkPhrases()
    if readsExamples { lint.checkExamples() }
    return lint.findings.sorted { one, other in
      (one.place.file, one.place.line, one.message) < (other.place.file, other.place.line, other.message)
    }
  }

  /// What is wrong with the phrases themselves: unknown slots, phrases of two intents, free text that takes any line.
  package static func phraseFindings(in source: GrammarSource) -> [GrammarFinding] {
    findings(in: source, context: ReadingContext(now: Instant(seconds: 0)), readsExamples: false)
  }

  // MARK: Names

  private mutating func checkNames() {
    var first: [String: SourcePlace] = [:]
    for intent in source.intents {
      if let other = first[intent.name] {
        report(intent.place, "intent '\(intent.name)' has another file; join them", other)
      }
      first[intent.name] = intent.place
      let slots = Set(intent.allSlots.map(\.name))
      for name in intent.oneOf where !slots.contains(name) {
        report(intent.place, "'one_of' names the slot '\(name)', which '\(intent.name)' does not have")
      }
      for example in intent.examples {
        for name in (example.slots ?? [:]).keys.sorted() where !slots.contains(name) {
          report(example.place, "the example names the slot '\(name)', which '\(intent.name)' does not have")
        }
      }
    }
  }

  // MARK: Phrases

  private struct Owner {
    var intent: String
    var place: SourcePlace
    var text: String
  }

  private mutating func checkPhrases() {
    var owners: [[String]: Owner] = [:]
    let telling = TellingWords(source)
    for intent in source.intents {
      let kinds = Dictionary(intent.allSlots.map { ($0.name, $0.kinds) }) { first, _ in first }
      for phrase in intent.say {
        do {
          let node = try PatternParser.parse(phrase.text)
          for name in Set(node.slotNames).sorted() where kinds[name] == nil {
            let known = intent.slots.map(\.name).sorted().joined(separator: ", ")
            report(phrase.place, "unknown slot '{\(name)}'; declared are: \(known.isEmpty ? "none" : known)")
          }
          var isTold = true
          var reported: Set<String> = []
          for form in try node.forms() {
            for normal in Self.normalForms(form, kinds) {
              if let owner = owners[normal], owner.intent != intent.name {
                let line = normal.joined(separator: " ")
                guard reported.insert(owner.intent).inserted else { continue }
                report(
                  phrase.place, "'\(line)' is also a phrase of '\(owner.intent)': '\(owner.text)'; keep one",
                  owner.place)
              } else if owners[normal] == nil {
                owners[normal] = Owner(intent: intent.name, place: phrase.place, text: phrase.text)
              }
            }
            isTold = isTold && telling.tells(form, kinds)
          }
          if !isTold {
            report(
              phrase.place,
              "'\(phrase.text)' takes free text behind everyday words only; add a word that few lines hold")
          }
        } catch {
          report(phrase.place, "'\(phrase.text)': \(error)")
        }
      }
    }
  }

  /// A phrase as lines fit it: slots by what may fill them, one form for each choice.
  private static func normalForms(_ form: [PhraseElement], _ kinds: [String: [SlotKind]]) -> [[String]] {
    var normal: [[String]] = [[]]
    for element in form {
      switch element {
      case .word(let word): for index in normal.indices { normal[index].append(word) }
      case .slot(let name):
        let choices = kinds[name]?.map { "{\($0.rawValue)}" } ?? ["{\(name)}"]
        normal = normal.flatMap { start in choices.map { start + [$0] } }
      }
    }
    return normal
  }

  // MARK: Examples

  private mutating func checkExamples() {
    let reader = Reader(grammar: Grammar(source))
    let names = ExampleNames.table(source)
    for intent in source.intents {
      let kinds = Dictionary(intent.allSlots.map { ($0.name, $0.kinds) }) { first, _ in first }
      for example in intent.examples {
        let reading = reader.read(example.text, names: names, context: context)
        guard reading.intent == intent.name else {
          report(example.place, "'\(example.text)' is read as \(Self.told(reading))", place(of: reading))
          continue
        }
        for (slot, expected) in (example.slots ?? [:]).sorted(by: { $0.key < $1.key }) {
          guard let kind = kinds[slot]?.first, ![.when, .period, .delay, .recurrence].contains(kind) else { continue }
          let value = reading.slots[slot]?.value
          guard value.map(Folding.words(of:)) != Folding.words(of: expected) else { continue }
          let found = value.map { "'\($0)'" } ?? "nothing"
          report(example.place, "'\(example.text)' fills '\(slot)' with \(found), not '\(expected)'")
        }
      }
      for line in intent.not {
        let reading = reader.read(line.text, names: names, context: context)
        guard reading.intent == intent.name else { continue }
        report(line.place, "'\(line.text)' must not be read as '\(intent.name)', but is", place(of: reading))
      }
    }
  }

  private static func told(_ reading: Reading) -> String {
    guard reading.intent == Reading.unclear else { return "'\(reading.intent)' (\(reading.score))" }
    guard !reading.isEllipsis else { return "slots alone" }
    let near = reading.alternatives.map { "'\($0.intent)' (\($0.score))" }.joined(separator: ", ")
    return near.isEmpty ? "nothing" : "unclear; near are \(near)"
  }

  /// Where the phrase that won stands.
  private func place(of reading: Reading) -> SourcePlace? {
    for step in reading.trace {
      if let file = step.facts["file"], let line = step.facts["line"].flatMap(Int.init) {
        return SourcePlace(file: file, line: line)
      }
    }
    return nil
  }

  private mutating func report(_ place: SourcePlace, _ message: String, _ other: SourcePlace? = nil) {
    findings.append(GrammarFinding(at: place, message, other: other))
  }
}

/// Tells words that few intents use from everyday ones.
private struct TellingWords {
  private let everyday: Set<String>

  init(_ source: GrammarSource) {
    everyday = Set((source.lexicon.stop + source.lexicon.pronouns).flatMap(Folding.words(of:)))
  }

  /// Whether a phrase with free text also holds a telling word or another slot.
  func tells(_ form: [PhraseElement], _ kinds: [String: [SlotKind]]) -> Bool {
    var hasText = false
    var tells = false
    for element in form {
      switch element {
      case .word(let word): if !everyday.contains(word) { tells = true }
      case .slot(let name): if kinds[name] == [.text] { hasText = true } else { tells = true }
      }
    }
    return !hasText || tells
  }
}

/// The names that examples speak of, so that they can be read without a store.
package enum ExampleNames {
  private static func isKey(_ value: String) -> Bool {
    value.contains("#") || value.contains { $0.isNumber } && value.contains("-")
  }

  package static func table(_ source: GrammarSource) -> NameTable {
    var table = NameTable()
    var seen: Set<String> = []
    // A slot of several kinds says least of what its value is.
    for isSure in [true, false] {
      for intent in source.intents {
        let kinds = Dictionary(intent.allSlots.map { ($0.name, $0.kinds) }) { first, _ in first }
        for example in intent.examples {
          for (slot, value) in (example.slots ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let known = kinds[slot], isSure == (known.count == 1), let kind = known.first(where: \.isName),
              !(known.contains(.item) && Self.isKey(value)),
              known.count == 1
                || !(known.contains(.text) && example.text.contains(value))
                  && !known.contains(where: { seen.contains("\($0.rawValue) \(value)") }),
              seen.insert("\(kind.rawValue) \(value)").inserted
            else { continue }
            table.insert(NamedRecord(kind: kind, key: value, name: value))
            let words = value.split(separator: " ")
            if kind == .person, words.count > 1 {
              table.insert(NamedRecord(kind: kind, key: value, name: value, alias: String(words[0])))
            }
          }
        }
      }
    }
    return table
  }
}
