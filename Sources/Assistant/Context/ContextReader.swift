import Language
import Prompts
import Times

/// Reads a line in the light of the ones before it, and of the first half of itself.
///
/// The same line, names, moment and focus always give the same reading.
struct ContextReader<Names: NameIndex> {
  let reader: Reader
  let names: Names
  let context: ReadingContext

  /// What the lines before were about.
  var focus = Focus()

  /// A reading that waits for consent or for one more slot: a correction means it.
  var pending: Reading?

  /// A question is open that a yes, a no or a number answers, so that such a word may begin a line.
  var awaitsAnswer = false

  /// A question is open that takes lines as they are.
  var isAsked = false

  var grammar: Grammar { reader.grammar }

  /// A line by itself, and what it means after the ones before it.
  func heard(_ text: String) -> HeardLine {
    let plain = read(text)
    var meant = (isAsked ? nil : RequestSplitter(whole: self).requests(text, plain)) ?? request(text, plain)
    // `drop 29 and push 38`: what is joined to a request is more likely another one than its reason.
    if RequestSplitter<Names>.isDoubtful(meant) { meant.isExact = false }
    return HeardLine(plain: plain, meant: meant)
  }

  /// Reads one request, with what the focus lends it.
  func request(_ text: String, isCarriedOn: Bool = false) -> Reading {
    request(text, read(text), isCarriedOn: isCarriedOn)
  }

  func request(_ text: String, _ plain: Reading, isCarriedOn: Bool = false) -> Reading {
    let tokens = reader.words(of: text)
    guard !focus.turns.isEmpty || pending != nil else { return grounded(plain, tokens) }
    let pointers = Pointers(tokens, focus: focus)
    let mayCorrect = plain.isEllipsis || plain.intent == "talk.choose"
    if isSettled(plain), !pointers.hasPosition, !mayCorrect { return plain }
    if let corrected = corrected(text, tokens, plain) { return corrected }
    let reading = pointing(text, pointers, plain) ?? plain
    return carried(reading, isCarriedOn: isCarriedOn) ?? grounded(filled(reading), tokens)
  }

  /// A line about `it` that nothing was said of is not understood, unless it is a phrase as it stands.
  private func grounded(_ reading: Reading, _ tokens: [Token]) -> Reading {
    guard !reading.isWordForWord, reading.slots.isEmpty, !reading.intent.hasPrefix("none."),
      !reading.intent.hasPrefix("talk."),
      tokens.contains(where: { Words.Context.Fragments.pronouns.contains($0.text) })
    else { return reading }
    var unclear = reading
    unclear.alternatives.insert(
      Alternative(intent: reading.intent, slots: reading.slots, score: reading.score), at: 0)
    unclear.intent = Reading.unclear
    return unclear
  }

  func read(_ text: String, _ pointed: [PointedWords] = []) -> Reading {
    var context = context
    context.pointed = pointed
    return reader.read(text, names: names, context: context)
  }

  /// Whether a line means something word for word and lacks nothing.
  func isSettled(_ reading: Reading) -> Bool {
    reading.isWordForWord && !reading.isEllipsis && MissingSlot.of(reading, in: grammar) == nil
      && !reading.slots.values.contains { $0.kind.isName && $0.key == nil && $0.value != Who.speaker }
  }
}

/// A line as it was read by itself, and as it is meant.
struct HeardLine {
  var plain: Reading
  var meant: Reading
}

extension Reading {
  /// A phrase of the prompts fits the whole line.
  var isWordForWord: Bool { trace.contains { $0.kind == .matched } }

  /// Whether something was taken over from a line before.
  var inherits: Bool { slots.values.contains { $0.origin == .inherited } }
}
