import Times

/// Reads the phrases of all intents as lines are read, and counts what they are made of.
struct ProfileReader {
  private let source: GrammarSource

  init(_ source: GrammarSource) {
    self.source = source
  }

  /// The columns of the profiles.
  ///
  /// - Parameter image: The grammar, whole but for its profiles.
  /// - Returns: The sections that hold the profiles.
  func columns(_ image: [UInt8]) -> [GrammarImage.Section: [Int]] {
    image.withUnsafeBufferPointer { bytes in
      let view = GrammarView(bytes)
      var builder = ProfileBuilder(classes: source.intents.count + source.outside.count)
      let tagger = LineTagger(
        view: view, names: ExampleNames.table(source),
        context: ReadingContext(now: Instant(seconds: 0), times: TimesOfExamples()))
      for (number, intent) in source.intents.enumerated() {
        for example in intent.examples {
          let line = tagger.prepare(example.text)
          builder.add(ProfileLine(line, 0..<line.tokens.count, view).units, to: number)
        }
        addPatterns(of: intent, number, view, to: &builder)
      }
      for (number, (_, lines)) in source.outside.sorted(by: { $0.key < $1.key }).enumerated() {
        for text in lines {
          let line = tagger.prepare(text.text)
          builder.add(
            ProfileLine(line, 0..<line.tokens.count, view).units, to: source.intents.count + number)
        }
      }
      return builder.columns()
    }
  }

  private func addPatterns(
    of intent: IntentSource, _ number: Int, _ view: GrammarView, to builder: inout ProfileBuilder
  ) {
    let kinds = Dictionary(intent.allSlots.map { ($0.name, $0.kinds) }) { first, _ in first }
    for phrase in intent.say {
      guard let forms = try? PatternParser.parse(phrase.text).forms() else { continue }
      builder.add(forms: forms.map { ProfileLine.units(of: $0, kinds: kinds, view) }, to: number)
    }
  }
}

/// Times as any line has them; what day they mean does not matter here.
private struct TimesOfExamples: TimeTagger {
  func times(in text: String, now: Instant) -> [TimeReading] {
    TimePhraseReader().read(text, now: now, zone: .utc)
  }
}
