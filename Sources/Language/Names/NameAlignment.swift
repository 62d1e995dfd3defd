/// A record's name laid along the line.
struct NameAlignment {
  var record: NamedRecord
  var tokens: Range<Int>

  /// How many words the name has.
  var size: Int
  var fit: Fit
  var edits: Int

  /// How many of the misspelt words are words of other names as they were typed.
  var forced = 0

  /// Misspelt words that begin with another letter than typed: people seldom miss the first.
  var strangeStarts = 0

  /// Letters of the name that were not typed.
  var dropped = 0
  var isWeak = false

  /// How the words that were typed are those of the name.
  enum Fit: Int, Comparable {
    /// All of them, in order.
    case whole
    /// All of them, in another order or by an initial.
    case turned
    /// Some of them.
    case part

    static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
  }

  /// Whether the name stands in the line as it is stored.
  var isExact: Bool { fit == .whole && edits == 0 }

  /// What speaks against it: 2 a slip, twice that in a word which is right somewhere else, 1 for another order, 2 for
  /// words left out.
  private var cost: Int { 2 * (edits + forced) + fit.rawValue }

  /// The likelier first, then a stable order.
  static func precedes(_ one: NameAlignment, _ other: NameAlignment) -> Bool {
    if one.cost != other.cost { return one.cost < other.cost }
    if one.fit != other.fit { return one.fit < other.fit }
    if one.strangeStarts != other.strangeStarts { return one.strangeStarts < other.strangeStarts }
    if one.dropped != other.dropped { return one.dropped < other.dropped }
    if one.size != other.size { return one.size < other.size }
    let (left, right) = (one.record, other.record)
    return (left.name, left.key, left.alias) < (right.name, right.key, right.alias)
  }

  /// Whether the line may mean either.
  func rivals(_ other: NameAlignment) -> Bool {
    cost == other.cost && fit == other.fit && strangeStarts == other.strangeStarts
  }
}
