/// What the prompt files of a directory say about reading lines, each part with its place.
package struct GrammarSource: Hashable, Sendable {
  /// In order of name, so that the order of files never matters.
  package var intents: [IntentSource]
  package var lexicon: Lexicon

  /// Lines about anything else by topic, so that they are not taken for what an intent means.
  package var outside: [String: [PlacedText]] = [:]

  package init(intents: [IntentSource] = [], lexicon: Lexicon = Lexicon()) {
    self.intents = intents
    self.lexicon = lexicon
  }
}

/// A line of a prompt file.
package struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  package var description: String { "\(file):\(line)" }
}

/// A text of a prompt file, as written, with its place.
package struct PlacedText: Hashable, Sendable {
  package var text: String
  package var place: SourcePlace

  package init(_ text: String, at place: SourcePlace) {
    self.text = text
    self.place = place
  }
}

/// One intent as its file describes it.
package struct IntentSource: Hashable, Sendable {
  package var name: String
  package var place: SourcePlace
  package var say: [PlacedText] = []
  package var slots: [SlotSource] = []

  /// Slots of which at least one is needed, and what to ask when there is none.
  package var oneOf: [String] = []
  package var ask: String?
  package var examples: [ExampleSource] = []

  /// Lines that must not be read as this intent.
  package var not: [PlacedText] = []

  /// Lines by topic, for what lies outside of everything that can be asked.
  package var topics: [String: [PlacedText]] = [:]

  /// Templates of answers by name; names of nested maps are joined by dots.
  package var answer: [String: PlacedText] = [:]

  /// The intent changes something, so that an inexact reading is shown before it acts.
  package var changes = false

  /// Understood, but nothing that can be done.
  package var unable = false

  /// One line may hold several, such as follow-ups for three people.
  package var several = false

  package init(name: String, place: SourcePlace) {
    self.name = name
    self.place = place
  }
}

/// A slot that an intent declares.
package struct SlotSource: Hashable, Sendable {
  package var name: String

  /// What may fill it; never empty.
  package var kinds: [SlotKind]
  package var isRequired: Bool
  package var ask: String?
  package var place: SourcePlace

  package init(name: String, kinds: [SlotKind], isRequired: Bool = false, ask: String? = nil, place: SourcePlace) {
    self.name = name
    self.kinds = kinds.isEmpty ? [.text] : kinds
    self.isRequired = isRequired
    self.ask = ask
    self.place = place
  }
}

/// A line that must be read as its intent, with the values that its slots must have.
package struct ExampleSource: Hashable, Sendable {
  package var text: String

  /// Nothing when the file does not say.
  package var slots: [String: String]?
  package var place: SourcePlace

  package init(_ text: String, slots: [String: String]? = nil, at place: SourcePlace) {
    self.text = text
    self.slots = slots
    self.place = place
  }
}

/// What is wrong in a prompt file, or between two.
package struct GrammarFinding: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Severity: String, Hashable, Sendable, Comparable {
    case error, warning

    package static func < (one: Severity, other: Severity) -> Bool {
      one == .error && other == .warning
    }
  }

  package var severity: Severity
  package var place: SourcePlace

  /// A sentence for who writes prompts, with the way out.
  package var message: String

  /// The other side of a disagreement.
  package var other: SourcePlace?

  package init(_ severity: Severity = .error, at place: SourcePlace, _ message: String, other: SourcePlace? = nil) {
    self.severity = severity
    self.place = place
    self.message = message
    self.other = other
  }

  /// `prompts/intents/x.yaml:12: error: …`, as compilers print.
  package var description: String {
    "\(place): \(severity.rawValue): \(message)" + (other.map { " (\($0))" } ?? "")
  }
}
