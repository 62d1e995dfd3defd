package import Language
package import Store

/// Reads lines without answering them, with the names of a store or with none.
package struct LineReader {
  private let reader: Reader
  private let store: Store?
  private let takesBest: Bool

  /// - Parameters:
  ///   - reader: What reads the lines.
  ///   - store: Where names come from.
  ///   - takesBest: Whether the best reading is given even when it is unsure.
  package init(reader: Reader, store: Store?, takesBest: Bool = false) {
    self.reader = reader
    self.store = store
    self.takesBest = takesBest
  }

  package func reading(of line: Line) throws -> Reading {
    let context = LineContext.context(of: line)
    func read(_ names: some NameIndex) -> Reading {
      let heard = ContextReader(reader: reader, names: names, context: context).heard(line.text)
      return takesBest ? heard.plain : heard.meant
    }
    guard let store else { return chosen(read(NameTable())) }
    return try store.read { snapshot in
      let names = StoreNames(snapshot: snapshot)
      let reading = read(names)
      try names.check()
      return chosen(reading)
    }
  }

  private func chosen(_ reading: Reading) -> Reading {
    var reading = reading
    if takesBest, reading.intent == Reading.unclear, let best = reading.nearest ?? reading.alternatives.first {
      reading.intent = best.intent
      reading.slots = best.slots
      reading.score = best.score
      reading.alternatives.removeAll { $0 == best }
    }
    return reading
  }
}
