/// A word of a line in its folded form, with the place of what was typed.
package struct Token: Hashable, Sendable {
  /// The folded word: lower case, without accents.
  package var text: String

  /// Where the word stands in the line, in UTF-8 bytes; the words of an opened contraction share one place.
  package var range: Range<Int>

  /// What stood between the word before and this one.
  package var gap: Gap

  package enum Gap: UInt8, Hashable, Sendable {
    /// Nothing: both words came out of one, or the line starts here.
    case none
    case blank
    /// A hyphen, slash or number sign directly between two words, or a number sign before this one.
    case hyphen, slash, hash
    case plus, quote, other
    case comma, colon
    /// The end of a sentence, or a semicolon.
    case stop
  }

  package init(text: String, range: Range<Int>, gap: Gap = .blank) {
    self.text = text
    self.range = range
    self.gap = gap
  }
}

/// A line as the reader sees it: words with places, and what stood in quotes.
package struct FoldedLine: Hashable, Sendable {
  package var tokens: [Token]

  /// Quoted passages: the words, and the bytes between the marks.
  package var quotes: [Quote]

  /// The line went on after the last word that was read.
  package var isCut: Bool

  package var endsAsQuestion: Bool

  package struct Quote: Hashable, Sendable {
    package var tokens: Range<Int>
    package var bytes: Range<Int>
  }
}
