package import Delivery
import class GRDB.Database
package import Times

/// What taking a change back came to.
package enum UndoResult: Hashable, Sendable {
  /// The change set that was taken back, or made again, and what that changed.
  case done(ChangeSet, Applied)
  /// There is nothing left to take back or to make again.
  case nothing
  /// Records have changed since; nothing was touched.
  case conflict(ChangeSet, [UndoConflict])
}

/// A record that changed after the change that was to be taken back.
package struct UndoConflict: Hashable, Sendable {
  package let reference: Reference
  /// The key of who changed it last, or nothing for an anonymous speaker.
  package let by: String?
  package let at: Instant
  /// The intent, or `import`.
  package let verb: String
}

extension Store {
  /// Takes back the newest change of a person that still stands, as a change of its own.
  ///
  /// Without a person it is the anonymous speakers' change.
  ///
  /// - Throws: ``StoreError`` or ``DamagedEntry``; then nothing was changed.
  package func undo(by: Key<Person>?, at: Instant, said: String? = nil) throws -> UndoResult {
    try transaction { try $0.undo(by: by, at: at, said: said) }
  }

  /// Makes again what the person's newest undo took back, unless they changed something since.
  ///
  /// Without a person it is the anonymous speakers' change.
  ///
  /// - Throws: ``StoreError`` or ``DamagedEntry``; then nothing was changed.
  package func redo(by: Key<Person>?, at: Instant, said: String? = nil) throws -> UndoResult {
    try transaction { try $0.redo(by: by, at: at, said: said) }
  }
}

/// Takes changes back, and makes them again, by what the journal kept of them.
struct Reversal {
  let database: Database
  let options: StoreOptions

  func undo(by: Key<Person>?, at: Instant, said: String?) throws -> UndoResult {
    try revert(Occasion(by: by?.text, at: at, verb: "undo", said: said)) { try $0.newestStanding(of: by?.text) }
  }

  func redo(by: Key<Person>?, at: Instant, said: String?) throws -> UndoResult {
    try revert(Occasion(by: by?.text, at: at, verb: "redo", said: said)) { try $0.newestUndo(of: by?.text) }
  }

  func undo(_ set: ChangeSet, by: Key<Person>?, at: Instant, said: String?) throws -> UndoResult {
    try revert(Occasion(by: by?.text, at: at, verb: "undo", said: said)) { _ in set }
  }

  /// What makes records as they were before.
  static func changes(of entries: [Entry]) -> [Change] {
    entries.reversed().map { entry in entry.before.map(Change.put) ?? .remove(entry.reference) }
  }

  private func revert(_ occasion: Occasion, _ choose: (Snapshot) throws -> ChangeSet?) throws -> UndoResult {
    let snapshot = Snapshot(database: database)
    guard let target = try choose(snapshot) else { return .nothing }
    let entries = try snapshot.entries(of: target)
    let conflicts = try snapshot.conflicts(with: entries)
    guard conflicts.isEmpty else { return .conflict(target, conflicts) }
    let writer = try Writer(occasion, undoes: target.id, in: database, options: options)
    return .done(target, try writer.apply(Reversal.changes(of: entries)))
  }
}

extension Snapshot {
  /// What ``Transaction/undo(by:at:said:)`` would take back, and how many records that concerns.
  package func undoTarget(by person: Key<Person>?) throws -> (set: ChangeSet, records: Int)? {
    guard let set = try newestStanding(of: person?.text) else { return nil }
    let statement = try Prepared("SELECT count(*) FROM entry WHERE change_set = ?1", in: database)
    var parameters = statement.parameters
    parameters.integer(set.number)
    return (set, Int(try statement.rows { $0.integer() }.first ?? 0))
  }

  /// The newest change of a person that was not taken back and takes nothing back itself.
  fileprivate func newestStanding(of person: String?) throws -> ChangeSet? {
    try changeSets(
      """
      WHERE said_by IS ?1 AND undoes IS NULL AND NOT EXISTS (
        SELECT 1 FROM change_set u WHERE u.undoes = c.id
          AND NOT EXISTS (SELECT 1 FROM change_set r WHERE r.undoes = u.id))
      ORDER BY number DESC LIMIT 1
      """
    ) { $0.optionalText(person) }.first
  }

  /// The newest undo of a person that was not made again, when no change of theirs came after it.
  fileprivate func newestUndo(of person: String?) throws -> ChangeSet? {
    try changeSets(
      """
      WHERE said_by IS ?1 AND undoes IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM change_set r WHERE r.undoes = c.id)
        AND (SELECT undoes FROM change_set o WHERE o.id = c.undoes) IS NULL
        AND number > (SELECT coalesce(max(number), 0) FROM change_set WHERE said_by IS ?1 AND undoes IS NULL)
      ORDER BY number DESC LIMIT 1
      """
    ) { $0.optionalText(person) }.first
  }

  fileprivate func conflicts(with entries: [Entry]) throws -> [UndoConflict] {
    var seen: Set<Reference> = []
    var conflicts: [UndoConflict] = []
    for entry in entries.reversed() where seen.insert(entry.reference).inserted {
      let stored = try reader.record(entry.reference)
      guard (stored?.isKnown == true ? stored?.record : nil) != entry.after else { continue }
      let last = try changeSets(
        "WHERE number = (SELECT change_set FROM entry WHERE key = ?1 AND kind = ?2 ORDER BY number DESC LIMIT 1)"
      ) {
        $0.text(entry.reference.key)
        $0.text(entry.reference.kind.rawValue)
      }.first
      guard let occasion = last?.occasion else { continue }
      conflicts.append(
        UndoConflict(reference: entry.reference, by: occasion.by, at: occasion.at, verb: occasion.verb))
    }
    return conflicts.sorted { $0.reference < $1.reference }
  }
}
