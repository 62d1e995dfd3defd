package import Delivery
package import Times

extension Snapshot {
  /// The follow-up that people call by a number.
  package func followUp(numbered number: Int) throws -> FollowUp? {
    try reader.all(FollowUp.self, "t.number = ?1") { $0.integer(Int64(number)) }.first
  }

  /// The follow-ups in any of some states, by number.
  package func followUps(in states: Set<FollowUp.State>) throws -> [FollowUp] {
    let words = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    return try reader.all(FollowUp.self, "t.state IN (\(words)) ORDER BY t.number")
  }

  /// The follow-ups that are not closed and come after the one with a number, by number.
  package func openFollowUps(after number: Int) throws -> [FollowUp] {
    try reader.all(FollowUp.self, "t.after = ?1 AND t.state IN ('open', 'waiting') ORDER BY t.number") {
      $0.integer(Int64(number))
    }
  }

  /// The numbers of the cases about a feature.
  package func caseNumbers(about feature: Key<Feature>) throws -> Set<Int> {
    let statement = try Prepared(
      "SELECT number FROM \"case\" WHERE feature = (SELECT id FROM feature WHERE key = ?1)", in: database)
    var parameters = statement.parameters
    parameters.text(feature.text)
    return Set(try statement.rows { Int($0.integer()) })
  }

  /// Whether a person is away on a day.
  package func isAway(_ person: Key<Person>, on day: Day) throws -> Bool {
    let statement = try Prepared(
      """
      SELECT 1 FROM away WHERE person = (SELECT id FROM person WHERE key = ?1) AND ?2 BETWEEN first_day AND last_day
      """, in: database)
    var parameters = statement.parameters
    parameters.text(person.text)
    parameters.integer(Int64(day.number))
    guard try statement.step() else { return false }
    statement.reset()
    return true
  }
}
