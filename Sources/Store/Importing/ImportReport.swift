package import Delivery

/// How an import treats what is stored already.
package enum ImportMode: Hashable, Sendable {
  /// Records replace stored ones as they are: our own interchange.
  case exact
  /// Records are a tracker's view: older ones change nothing, and what people stated stands.
  case tracker
}

/// What an import did to the store, or would do.
package struct ImportReport: Hashable, Sendable {
  /// Records that are new, by kind.
  package var created: [Kind: Int] = [:]
  /// Records that now differ from before, by kind.
  package var updated: [Kind: Int] = [:]
  /// Records that were so already, by kind.
  package var unchanged: [Kind: Int] = [:]
  /// Records that were closed because a later export of their project lacks them.
  package var closed: [Reference] = []
  /// Records that got another number, because theirs was taken by another key.
  package var renumbered: [Renumbering] = []
  /// The change set, or nothing when nothing changed.
  package var set: EntryID?

  package init() {}

  mutating func count(_ kind: Kind, _ outcome: Writer.Outcome) {
    switch outcome {
    case .created: created[kind, default: 0] += 1
    case .updated: updated[kind, default: 0] += 1
    case .unchanged: unchanged[kind, default: 0] += 1
    }
  }
}
