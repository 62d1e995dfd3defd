/// Words of a line that stand for a record said before, as whoever knows the conversation resolved them.
package struct PointedWords: Hashable, Sendable {
  /// The words, counted as ``Reader/words(of:)`` gives them.
  package var words: Range<Int>

  /// The record under the kind of slot that takes it; numbered records go by their number.
  package var record: NamedRecord

  /// Other records that the words stand for nearly as well.
  package var rivals: [NamedRecord]

  /// How far the record lies behind the most likely one; of two kinds the nearer is meant.
  package var distance: Double

  /// The words can mean nothing but a record (`she`), so they fill slots that a phrase does not ask for as well.
  package var isStrong: Bool

  /// The words count along a list (`the second one`), so nothing in them is a number or a name of its own.
  package var isPosition: Bool

  package init(
    _ words: Range<Int>, _ record: NamedRecord, rivals: [NamedRecord] = [], distance: Double = 0,
    isStrong: Bool = false, isPosition: Bool = false
  ) {
    self.words = words
    self.record = record
    self.rivals = rivals
    self.distance = distance
    self.isStrong = isStrong
    self.isPosition = isPosition
  }
}

extension Candidate {
  init(_ pointed: PointedWords) {
    self.init(
      kind: pointed.record.kind, tokens: pointed.words, value: pointed.record.name,
      key: pointed.record.key.isEmpty ? nil : pointed.record.key,
      rivals: pointed.rivals)
    isInherited = true
    mayBeEmpty = !pointed.isStrong && !pointed.isPosition
    distance = pointed.distance
  }
}

extension [Candidate] {
  /// Adds what words of the line point at, unless they are part of a longer name, key or time.
  mutating func add(_ pointed: [PointedWords], wordCount: Int) {
    for pointed in pointed where pointed.words.upperBound <= wordCount && !pointed.words.isEmpty {
      if pointed.isPosition {
        removeAll { $0.kind != .text && !$0.isInherited && $0.tokens.overlaps(pointed.words) }
      } else if contains(where: { candidate in
        candidate.kind != .text && !candidate.isPartial && candidate.tokens.count > pointed.words.count
          && candidate.tokens.overlaps(pointed.words)
      }) {
        continue
      }
      append(Candidate(pointed))
    }
  }
}
