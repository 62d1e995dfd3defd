/// A word of the line that names hold, or that resembles one that they hold.
struct NameClue {
  /// Where the word begins, and how many tokens it takes: two where it was typed in two.
  var token: Int
  var length = 1

  /// The word as names hold it.
  var word: String
  var edits = 0

  /// Whether the token goes on behind the word: two words may have been typed as one.
  var isStart = false

  /// How many names hold the word; ``limit`` when there may be more.
  var spread: Int

  /// Whether more names hold the word than were looked up.
  var isCommon: Bool { spread >= NameClue.limit }

  /// What the word says beside others, the more the fewer names hold it.
  var weight: Int { isCommon ? 1 : spread > NameClue.few ? 3 : 4 }

  /// So many names are looked up by one word; one that more names hold says little by itself.
  static let limit = 24

  /// A word that no more names hold tells them by itself, or which to ask about.
  static let few = 3

  /// Names that hold a word alone are compared with the line up to so many, whatever stands beside it.
  static let several = 8
}
