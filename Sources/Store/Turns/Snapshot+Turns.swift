package import Delivery
import Times

extension Snapshot {
  /// The turn under its number.
  package func turn(_ number: Int) throws -> Turn? {
    let statement = try Prepared(
      """
      SELECT number, at, person, said, intent, outcome, reading, answer, state FROM turn WHERE number = ?1
      """, in: database)
    var parameters = statement.parameters
    parameters.integer(Int64(number))
    return try statement.rows { row in
      Turn(
        number: Int(row.integer()), at: Instant(milliseconds: row.integer()), person: row.key(),
        said: row.optionalText(), intent: row.optionalText(), outcome: row.optionalText(),
        reading: row.optionalText(), answer: row.optionalText(), state: row.optionalText())
    }.first
  }

  /// What a person typed, newest first; without a person what anonymous speakers typed.
  package func lines(of person: Key<Person>?, limit: Int) throws -> [String] {
    let statement = try Prepared(
      "SELECT said FROM turn WHERE person IS ?1 AND said IS NOT NULL ORDER BY number DESC LIMIT ?2", in: database)
    var parameters = statement.parameters
    parameters.optionalText(person?.text)
    parameters.integer(Int64(limit))
    return try statement.rows { $0.text() }
  }
}
