package import Delivery
package import Times

/// Which follow-ups are wanted; what is left open does not count.
package struct FollowUpFilter: Hashable, Sendable {
  package var owner: Key<Person>?
  /// Any of these; all when empty.
  package var states: Set<FollowUp.State> = []
  /// Due at this moment or later; a day counts from its beginning.
  package var dueFrom: Instant?
  /// Due before this moment; a day counts from its beginning.
  package var dueBefore: Instant?
  /// Late at this moment: due before it, and a day only when it is over.
  package var lateAt: Instant?
  /// Where days begin and end, in seconds east of UTC.
  package var offset = 0

  package init() {}
}

extension Snapshot {
  /// The follow-up under the number people say.
  package func followUp(_ number: Int) throws -> FollowUp? {
    try reader.all(FollowUp.self, "t.number = ?1") { $0.integer(Int64(number)) }.first
  }

  /// The follow-ups that a filter selects, what is due first first, and what is due at no time last.
  package func followUps(_ filter: FollowUpFilter) throws -> [FollowUp] {
    let states = filter.states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    let begin = "coalesce(t.due_at, t.due_day * 86400000 - ?5)"
    return try reader.all(
      FollowUp.self,
      """
      (?1 IS NULL OR t.owner = (SELECT id FROM person WHERE key = ?1))
        AND \(states.isEmpty ? "true" : "t.state IN (\(states))")
        AND (?2 IS NULL OR \(begin) >= ?2) AND (?3 IS NULL OR \(begin) < ?3)
        AND (?4 IS NULL OR coalesce(t.due_at, (t.due_day + 1) * 86400000 - ?5) <= ?4)
      ORDER BY \(begin) IS NULL, \(begin), t.number
      """
    ) {
      $0.optionalText(filter.owner?.text)
      $0.integer(filter.dueFrom?.milliseconds)
      $0.integer(filter.dueBefore?.milliseconds)
      $0.integer(filter.lateAt?.milliseconds)
      $0.integer(Int64(filter.offset) * 1_000)
    }
  }

  /// The case under the number people say.
  package func `case`(_ number: Int) throws -> Case? {
    try reader.all(Case.self, "t.number = ?1") { $0.integer(Int64(number)) }.first
  }

  /// The cases in any of some states, newest first; all when none is given.
  package func cases(in states: Set<Case.State> = []) throws -> [Case] {
    let list = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    return try reader.all(
      Case.self, "\(states.isEmpty ? "true" : "t.state IN (\(list))") ORDER BY t.number DESC")
  }

  /// The question under the number people say.
  package func question(_ number: Int) throws -> Question? {
    try reader.all(Question.self, "t.number = ?1") { $0.integer(Int64(number)) }.first
  }
}
