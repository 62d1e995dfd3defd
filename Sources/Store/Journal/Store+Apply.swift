package import Delivery
package import Times

/// What a change came to.
package struct Applied: Hashable, Sendable {
  /// The change set, or nothing when all was so already.
  package var set: EntryID?
  package var entries: [EntryID] = []
  /// The records that differ from before.
  package var changed: [Reference] = []
  /// Records that got another number than asked for, because theirs was taken.
  package var renumbered: [Renumbering] = []

  package init() {}
}

extension Store {
  /// Makes changes and notes them, all or none.
  ///
  /// A record that is stored like that already makes no entry.
  ///
  /// - Throws: ``StoreError``.
  @discardableResult package func apply(
    _ changes: [Change], by: Key<Person>?, at: Instant, verb: String, said: String? = nil
  ) throws -> Applied {
    try apply(Occasion(by: by?.text, at: at, verb: verb, said: said)) { _ in changes }
  }

  /// Makes the changes that follow from what the store holds, so that nothing comes between looking and writing.
  ///
  /// - Throws: ``StoreError``, and what the closure throws.
  @discardableResult package func apply(_ occasion: Occasion, _ changes: (Snapshot) throws -> [Change]) throws
    -> Applied
  {
    try write { database in
      let writer = try Writer(occasion, in: database, options: options)
      let applied = try writer.apply(try changes(Snapshot(database: database)))
      return (applied, keep: true)
    }
  }
}

extension Writer {
  func apply(_ changes: [Change]) throws -> Applied {
    var applied = Applied()
    for change in changes {
      let isChanged: Bool
      switch change {
      case .put(let record): isChanged = try put(record) != .unchanged
      case .remove(let reference): isChanged = try remove(reference)
      }
      if isChanged { applied.changed.append(change.reference) }
    }
    try settleSpellings()
    applied.set = journal.set
    applied.entries = journal.entries
    applied.renumbered = renumbered
    return applied
  }
}
