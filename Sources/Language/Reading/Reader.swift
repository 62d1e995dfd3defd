/// Reads lines: what is meant, by which words, how sure, and every step that led there.
///
/// The same line, names and context always give the same reading.
package struct Reader: Sendable {
  package let grammar: Grammar
  package let policy: ReadingPolicy

  package init(grammar: Grammar, policy: ReadingPolicy = ReadingPolicy()) {
    self.grammar = grammar
    self.policy = policy
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - text: What was typed; only the first ``Folding/tokenLimit`` words are read.
  ///   - names: Where names of records are found; an empty index leaves names as typed.
  ///   - context: The moment, and how times are found.
  /// - Returns: What the line means, or that it is unclear.
  package func read(_ text: String, names: some NameIndex, context: ReadingContext) -> Reading {
    grammar.withView { view in
      let line = LineTagger(view: view, names: names, context: context).prepare(text)
      return LineReading(view: view, line: line, policy: policy).reading()
    }
  }

  /// The words of a line as the reader sees them: folded, with short forms opened.
  package func words(of text: String) -> [Token] {
    grammar.withView { view in Folding.line(text) { view.longForm($0) }.tokens }
  }

  /// The records that a text names in full, in its order, whatever else it says.
  package func namedRecords(in text: String, names: some NameIndex, context: ReadingContext) -> [SlotValue] {
    grammar.withView { view in
      let line = LineTagger(view: view, names: names, context: context).prepare(text)
      let named = line.candidates.filter { candidate in
        (candidate.kind.isName || candidate.kind == .item) && candidate.key != nil && candidate.edits == 0
          && !candidate.isPartial && !candidate.isWeak && candidate.rivals.isEmpty
      }
      return named.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { line.slotValue($0, as: $0.kind) }
    }
  }

  /// Reads a line as the answer to a question for one slot: `which feature?` `smart export please`.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - kinds: What may fill the slot, the likeliest first.
  ///   - names: Where names of records are found.
  ///   - context: The moment, and how times are found.
  /// - Returns: The value; a name that no record bears has no key. Nothing when the line holds nothing of these kinds.
  package func readSlot(
    _ text: String, as kinds: [SlotKind], names: some NameIndex, context: ReadingContext
  ) -> SlotValue? {
    grammar.withView { view in
      let line = LineTagger(view: view, names: names, context: context).prepare(text)
      return SlotAnswer(view: view, line: line).value(of: kinds)
    }
  }
}

/// Where the reader draws its lines.
package struct ReadingPolicy: Hashable, Sendable {
  /// A reading below this score is not acted on.
  package var threshold = 0.65

  /// A reading that changes something must reach this score.
  package var thresholdOfChange = 0.7

  /// The best intent must lead the next by this much.
  package var margin = 0.05

  /// Readings below this are not even offered.
  package var offered = 0.01

  package init() {}
}
