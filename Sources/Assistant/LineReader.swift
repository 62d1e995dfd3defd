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
    var reading: Reading
    if let store {
      reading = try store.read { snapshot in
        let names = StoreNames(snapshot: snapshot)
        let reading = reader.read(line.text, names: names, context: context)
        try names.check()
        return reading
      }
    } else {
      reading = reader.read(line.text, names: NameTable(), context: context)
    }
    if takesBest, reading.intent == Reading.unclear, let best = reading.nearest ?? reading.alternatives.first {
      reading.intent = best.intent
      reading.slots = best.slots
      reading.score = best.score
      reading.alternatives.removeAll { $0 == best }
    }
    return reading
  }
}
