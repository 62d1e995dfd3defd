import Times

/// Words of a line that could fill a slot.
struct Candidate {
  var kind: SlotKind
  var tokens: Range<Int>
  var value: String
  var key: String?

  /// Edits between what was typed and the name.
  var edits = 0

  /// Words of the name were left out, or in another order.
  var isPartial = false

  /// An everyday word that is also a name; taken only where a phrase puts it.
  var isWeak = false

  /// A name that no record bears.
  var isUnknown = false
  var rivals: [NamedRecord] = []
  var time: TimeReading?

  /// The words stand for something said before, and how far that lies back.
  var isInherited = false
  var distance = 0.0

  /// They may also stand for nothing at all, as in `is it true that`.
  var mayBeEmpty = false

  var origin: SlotValue.Origin { isInherited ? .inherited : edits > 0 || isPartial ? .corrected : .said }

  /// What choosing it costs: less is better.
  var cost: Double {
    Double(edits) * 2 + (isPartial ? 3 : 0) + (isWeak ? 1 : 0) + (isUnknown ? 6 : 0)
      + (isInherited ? 0.1 + distance : rivals.isEmpty ? 0 : 0.5)
  }

  /// The best first: more words, then fewer edits, then a stable order.
  static func precedes(_ one: Candidate, _ other: Candidate) -> Bool {
    // What stands in the line goes before what it points at.
    if one.isInherited != other.isInherited { return other.isInherited }
    if one.isInherited, one.distance != other.distance { return one.distance < other.distance }
    if one.isPartial != other.isPartial { return other.isPartial }
    if one.isWeak != other.isWeak { return other.isWeak }
    if one.tokens.count != other.tokens.count { return one.tokens.count > other.tokens.count }
    if one.edits != other.edits { return one.edits < other.edits }
    if one.tokens.lowerBound != other.tokens.lowerBound { return one.tokens.lowerBound < other.tokens.lowerBound }
    return (one.value, one.key ?? "", one.kind.number) < (other.value, other.key ?? "", other.kind.number)
  }
}

extension SlotKind {
  /// Slots whose words are the name of a record.
  package var isName: Bool {
    switch self {
    case .feature, .team, .person, .release, .incident, .case, .document, .scope, .term, .status: true
    default: false
    }
  }

  /// Slots whose words the lexicon lists.
  var isListed: Bool {
    switch self {
    case .stage, .audience, .category, .attribute, .state, .status: true
    default: false
    }
  }

  /// All kinds in the order of their numbers.
  static let byNumber = allCases.sorted { $0.number < $1.number }

  /// The place among all kinds, as images hold it.
  var number: Int {
    switch self {
    case .feature: 0
    case .team: 1
    case .person: 2
    case .release: 3
    case .incident: 4
    case .case: 5
    case .document: 6
    case .scope: 7
    case .term: 8
    case .item: 9
    case .status: 10
    case .stage: 11
    case .audience: 12
    case .category: 13
    case .attribute: 14
    case .state: 15
    case .number: 16
    case .when: 17
    case .period: 18
    case .delay: 19
    case .recurrence: 20
    case .text: 21
    }
  }
}
