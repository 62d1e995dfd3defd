package import Language
package import Times

/// What a conversation is about: the last turns that a later line can carry on or point back to, the newest last.
package struct Focus: Hashable, Sendable, Codable {
  package private(set) var turns: [Turn] = []

  package init() {}

  /// So many turns are kept, and no longer than so many minutes.
  static let mostTurns = 5
  static let minutes: Int64 = 20

  /// Only the newest turn is counted along (`the third one`); of older ones the first records are enough.
  private static let mostMentions = 20
  private static let mostOlderMentions = 6

  /// A line that asked or changed something.
  package struct Turn: Hashable, Sendable, Codable {
    /// When it was said, in milliseconds.
    package var at: Int64
    package var reading: Reading

    /// The records that the line and its answer named, those of the line first, then in the order shown.
    package var mentions: [Mention]

    /// The change set that the line made.
    package var changed: String?

    package init(at: Int64, reading: Reading, mentions: [Mention], changed: String? = nil) {
      self.at = at
      self.reading = reading
      self.mentions = mentions
      self.changed = changed
    }
  }

  /// The turns that still count at a moment; a clock that was set back by a little forgets nothing.
  package func recent(at moment: Instant) -> Focus {
    var focus = Focus()
    focus.turns = turns.filter { abs(moment.milliseconds - $0.at) <= Focus.minutes * 60_000 }
    return focus
  }

  package mutating func add(_ turn: Turn) {
    for index in turns.indices { turns[index].mentions = Array(turns[index].mentions.prefix(Focus.mostOlderMentions)) }
    var turn = turn
    turn.mentions = Array(turn.mentions.prefix(Focus.mostMentions))
    turns.append(turn)
    if turns.count > Focus.mostTurns { turns.removeFirst(turns.count - Focus.mostTurns) }
  }

  /// Forgets a change that was taken back, so that nothing puts it right a second time.
  package mutating func forget(change: String) {
    for index in turns.indices where turns[index].changed == change { turns[index].changed = nil }
  }
}

/// A record that was named in a line or in its answer.
package struct Mention: Hashable, Sendable, Codable {
  /// The kind of slot that takes it; what has a number goes by that.
  package var kind: SlotKind

  /// The key, or the number in digits; empty for a name that no record bears.
  package var key: String

  /// The name, where that is not the key.
  package var name: String?

  /// What a number belongs to: the part of the intents' names before the dot.
  package var numbered: String?
  package var role: Role

  package enum Role: String, Hashable, Sendable, Codable {
    /// Named in the line, or taken over from a line before.
    case said
    /// A row of the answer.
    case row
    /// Named beside a row: who has it, which team.
    case aside
  }

  package init(_ kind: SlotKind, _ key: String, name: String? = nil, numbered: String? = nil, role: Role) {
    self.kind = kind
    self.key = key
    self.name = name == key ? nil : name
    self.numbered = numbered
    self.role = role
  }

  /// The record as readings name it.
  package var record: NamedRecord { NamedRecord(kind: kind, key: key, name: name ?? key) }

  func isSame(as other: Mention) -> Bool { record == other.record && numbered == other.numbered }
}
