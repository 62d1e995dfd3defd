import Language
import Prompts
import Store
import Times

/// The line was not understood: which part, the nearest readings, and one thing to try.
struct Unclear {
  let scene: Scene

  func outcome() throws -> Outcome {
    if !scene.reading.said.isEmpty, ChoiceNumber.of(scene.reading) != nil {
      return Outcome(Answer(.answered, Words.Voice.Question.nothingOpen))
    }
    let options = Meant.options(of: meant())
    var body: [Block] = []
    if let unread { body.append(.paragraph(unread)) }
    body.append(.paragraph(scene.state.failures > 0 ? Words.Voice.Unclear.again : Words.Voice.Unclear.hint))
    if !options.isEmpty {
      body.append(.paragraph(options.count == 1 ? Words.Voice.Unclear.meant : Words.Voice.Unclear.nearest))
    }
    let answer = Answer(.unclear, Words.Voice.Unclear.headline, body: body, choices: options.map(\.choice))
    return Outcome(answer, questions: Meant.step(options, scene: scene))
  }

  /// The words that nothing was known for.
  private var unread: String? {
    let reading = scene.reading
    guard !reading.unread.isEmpty, reading.unread.count <= 6 else { return nil }
    let words = reading.unread.joined(separator: " ").shortened()
    let known = reading.trace.filter { $0.kind == .tagged }.compactMap { $0.facts["value"] }
    return known.isEmpty
      ? Words.Voice.Unclear.words(words: words)
      : Words.Voice.Unclear.part(known: known.joined(separator: ", "), words: words)
  }

  /// What answers a question, and means nothing where none is open.
  private static let replies: Set = ["talk.yes", "talk.no", "talk.choose", "talk.cancel"]

  /// The nearest lines that somebody could have meant and that Gangway can answer.
  private func meant() -> [(line: String, reading: Reading)] {
    scene.reading.alternatives.compactMap { alternative in
      guard !Unclear.replies.contains(alternative.intent), let line = Suggestion.line(for: alternative) else {
        return nil
      }
      let reading = scene.read(line)
      guard reading.intent == alternative.intent, Intent(reading) != nil else { return nil }
      return (line, reading)
    }
  }
}

/// A line of the prompts' own examples that stands for a reading, with the names that were understood.
enum Suggestion {
  /// The line, or nothing when no example has the slots that were filled.
  static func line(for alternative: Alternative) -> String? {
    let examples = Examples.of(alternative.intent)
    let filled = Set(alternative.slots.keys)
    let fitting =
      examples.first { example in
        Set(example.slots.keys) == filled && example.slots.values.allSatisfy { spoken($0, in: example.text) != nil }
      } ?? examples.first { $0.slots.isEmpty }
    guard let fitting else { return nil }
    var line = fitting.text
    for (name, value) in fitting.slots.sorted(by: { $0.key < $1.key }) {
      guard let slot = alternative.slots[name], let place = spoken(value, in: line) else { continue }
      line.replaceSubrange(place, with: slot.time == nil ? slot.value : slot.said)
    }
    return PrintableText.line(line)
  }

  /// Where an example names a value: in full, or by its first word as people are called.
  private static func spoken(_ value: String, in line: String) -> Range<String.Index>? {
    place(of: value, in: line)
      ?? value.split(separator: " ").first.flatMap { first in
        first.count < 3 ? nil : place(of: String(first), in: line)
      }
  }

  static func place(of value: String, in line: String) -> Range<String.Index>? {
    let lower = line.lowercased()
    // Folding the case may change lengths; then the example stays as it is.
    guard lower.utf8.count == line.utf8.count, let found = lower.firstRange(of: value.lowercased()) else { return nil }
    return found
  }
}

/// The line was understood, and Gangway cannot or will not do it.
struct Unable {
  let reading: Reading

  func never() -> Answer {
    Answer(.unable, Words.Voice.Unable.headline, body: [.paragraph(Words.Voice.Unable.never)])
  }

  func notYet() -> Answer {
    let slots = reading.slots.sorted { $0.key < $1.key }.map { name, slot in
      Fact(name, slot.time.map { $0.said } ?? slot.value)
    }
    let understood = Words.Voice.Unable.understood(intent: reading.intent)
    return Answer(
      .unable, Words.Voice.Unable.notYet, body: [.paragraph(understood)] + (slots.isEmpty ? [] : [.facts(slots)]))
  }
}

/// The line was understood and names something that nobody recorded: say which name, and the nearest that exist.
struct UnknownName {
  let scene: Scene

  func outcome(_ unknown: UnknownRecord) throws -> Outcome {
    switch unknown {
    case .name(let kind, let said):
      let name = TraceWording.kind(kind.rawValue)
      return try near(Words.Voice.Unknown.name(kind: name, name: said.shortened()), said, kind: kind)
    case .item(let key):
      return try near(Words.Voice.Unknown.item(key: key), key, kind: .item)
    case .number(let kind, let number):
      return Outcome(Answer(.unknown, Words.Voice.Unknown.number(kind: kind, number: number)))
    case .store(let error): throw error
    }
  }

  /// Offers the same line with each of the nearest names, by number.
  private func near(_ headline: String, _ said: String, kind: SlotKind) throws -> Outcome {
    var answer = Answer(.unknown, headline)
    let names = try NearNames(snapshot: scene.snapshot).names(like: said, kind: kind)
    guard !names.isEmpty else { return Outcome(answer) }
    let meant = names.compactMap { name -> (String, Reading)? in
      guard let place = Suggestion.place(of: said, in: scene.line.text) else { return nil }
      var line = scene.line.text
      line.replaceSubrange(place, with: name)
      var reading = scene.read(line)
      reading.also = scene.reading.also
      return reading.intent == scene.reading.intent ? (name, reading) : nil
    }
    guard meant.count == names.count else {
      answer.body = [.paragraph(Words.Voice.Unknown.near(names: names.joined(separator: ", ")))]
      return Outcome(answer)
    }
    let options = Meant.options(of: meant)
    answer.body = [.paragraph(options.count == 1 ? Words.Voice.Unclear.meant : Words.Voice.Unclear.nearest)]
    answer.choices = options.map(\.choice)
    return Outcome(answer, questions: Meant.step(options, scene: scene))
  }
}
