import Language
import Prompts
import Store
import Times

/// The line was not understood: which part, the nearest readings, and one thing to try.
struct Unclear {
  let scene: Scene

  func answer() throws -> Answer {
    let reading = scene.reading
    var body: [Block] = []
    if !reading.unread.isEmpty, reading.unread.count <= 6 {
      let words = reading.unread.joined(separator: " ")
      let known = reading.trace.filter { $0.kind == .tagged }.compactMap { $0.facts["value"] }
      body.append(
        .paragraph(
          known.isEmpty
            ? Words.Voice.Unclear.words(words: words)
            : Words.Voice.Unclear.part(known: known.joined(separator: ", "), words: words)))
    }
    let nearest = reading.alternatives.compactMap(Suggestion.line)
    if !nearest.isEmpty {
      body.append(.paragraph(nearest.count == 1 ? Words.Voice.Unclear.meant : Words.Voice.Unclear.nearest))
    }
    let choices = nearest.enumerated().map { Choice(number: $0 + 1, label: $1, said: $1) }
    body.append(.paragraph(scene.state.failures > 0 ? Words.Voice.Unclear.again : Words.Voice.Unclear.hint))
    return Answer(.unclear, Words.Voice.Unclear.headline, body: body, choices: choices)
  }
}

/// A line of the prompts' own examples that stands for a reading, with the names that were understood.
enum Suggestion {
  /// The line, or nothing when no example has the slots that were filled.
  static func line(for alternative: Alternative) -> String? {
    let examples = Examples.of(alternative.intent)
    let filled = Set(alternative.slots.keys)
    let fitting = examples.first { Set($0.slots.keys) == filled } ?? examples.first { $0.slots.isEmpty }
    guard let fitting else { return nil }
    var line = fitting.text
    for (name, value) in fitting.slots.sorted(by: { $0.key < $1.key }) {
      guard let slot = alternative.slots[name], let place = place(of: value, in: line) else { continue }
      line.replaceSubrange(place, with: slot.time == nil ? slot.value : slot.said)
    }
    return PrintableText.line(line)
  }

  private static func place(of value: String, in line: String) -> Range<String.Index>? {
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

  func answer(_ unknown: UnknownRecord) throws -> Answer {
    switch unknown {
    case .name(let kind, let said):
      let name = TraceWording.kind(kind.rawValue)
      return Answer(.unknown, Words.Voice.Unknown.name(kind: name, name: said), body: try near(said, kind: kind))
    case .item(let key):
      return Answer(.unknown, Words.Voice.Unknown.item(key: key), body: try near(key, kind: .item))
    case .number(let kind, let number):
      return Answer(.unknown, Words.Voice.Unknown.number(kind: kind, number: number))
    case .store(let error): throw error
    }
  }

  private func near(_ said: String, kind: SlotKind) throws -> [Block] {
    if try scene.snapshot.isEmpty() { return [.paragraph(Words.Voice.Unknown.empty)] }
    let names = try NearNames(snapshot: scene.snapshot).names(like: said, kind: kind)
    return names.isEmpty ? [] : [.paragraph(Words.Voice.Unknown.near(names: names.joined(separator: ", ")))]
  }
}
