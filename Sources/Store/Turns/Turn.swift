package import Delivery
import class GRDB.Database
package import Times

/// A line that was said, how it was read, and what was answered.
package struct Turn: Hashable, Sendable {
  /// Counted from 1 in the order in which they were logged.
  package var number: Int?
  package var at: Instant
  package var person: Key<Person>?
  /// The line as typed; nothing for one off the record.
  package var said: String?
  package var intent: String?
  package var outcome: String?
  /// The reading as JSON.
  package var reading: String?
  /// The answer as JSON.
  package var answer: String?
  /// What the conversation remembers after the turn, as JSON; nothing when it remembers nothing.
  package var state: String?

  package init(
    number: Int? = nil, at: Instant, person: Key<Person>?, said: String? = nil, intent: String? = nil,
    outcome: String? = nil, reading: String? = nil, answer: String? = nil, state: String? = nil
  ) {
    self.number = number
    self.at = at
    self.person = person
    self.said = said
    self.intent = intent
    self.outcome = outcome
    self.reading = reading
    self.answer = answer
    self.state = state
  }
}

extension Transaction {
  /// Writes a turn to the log.
  ///
  /// - Returns: The turn's number.
  package func log(_ turn: Turn) throws -> Int {
    let statement = try Prepared(
      """
      INSERT INTO turn (id, at, person, said, intent, outcome, reading, answer, state)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """, in: database)
    var ids = EntryIDs(at: turn.at, after: try lastTurnID(), random: options.random)
    let id = ids.make()
    var row = statement.parameters
    row.blob(id.bytes)
    row.integer(turn.at.milliseconds)
    row.optionalText(turn.person?.text)
    row.optionalText(turn.said)
    row.optionalText(turn.intent)
    row.optionalText(turn.outcome)
    row.optionalText(turn.reading)
    row.optionalText(turn.answer)
    row.optionalText(turn.state)
    try statement.run()
    return Int(database.lastInsertedRowID)
  }

  private func lastTurnID() throws -> EntryID? {
    let statement = try Prepared("SELECT id FROM turn ORDER BY number DESC LIMIT 1", in: database)
    return try statement.rows { EntryID(bytes: $0.blob()) }.first?.flatMap(\.self)
  }
}

extension Snapshot {
  /// What the conversation with a person remembered after its last turn; without a person the anonymous one's.
  package func lastState(of person: Key<Person>?) throws -> String? {
    let statement = try Prepared(
      "SELECT state FROM turn WHERE person IS ?1 ORDER BY number DESC LIMIT 1", in: database)
    var row = statement.parameters
    row.optionalText(person?.text)
    return try statement.rows { $0.optionalText() }.first?.flatMap(\.self)
  }

  /// The last turns of a person, newest first.
  package func turns(of person: Key<Person>?, limit: Int) throws -> [Turn] {
    let statement = try Prepared(
      """
      SELECT number, at, person, said, intent, outcome, reading, answer, state FROM turn
      WHERE person IS ?1 ORDER BY number DESC LIMIT ?2
      """, in: database)
    var parameters = statement.parameters
    parameters.optionalText(person?.text)
    parameters.integer(Int64(limit))
    return try statement.rows { row in
      Turn(
        number: Int(row.integer()), at: Instant(milliseconds: row.integer()), person: row.key(),
        said: row.optionalText(), intent: row.optionalText(), outcome: row.optionalText(),
        reading: row.optionalText(), answer: row.optionalText(), state: row.optionalText())
    }
  }
}
