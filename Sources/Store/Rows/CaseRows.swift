import Delivery
import Times

extension FollowUp: Stored {
  static let table = Table(
    .followup, order: "number",
    [
      "number", "text", .key("owner", of: .person), "due_day", "due_at", "after", "state", "waiting_on",
      "waiting_since", "reason", "created", "done", "from_case", .key("said_by", of: .person),
    ])

  var identity: String { key.text }
  var record: Record { .followup(self) }

  init(key: String, row: inout Columns) {
    let number = Int(row.integer())
    let text = row.text()
    let owner: Key<Person>? = row.key()
    let day = row.day()
    let moment = row.instant()
    self.init(
      key: Key(key), number: number, text: text, owner: owner, due: day.map(Due.day) ?? moment.map(Due.moment),
      after: row.optionalInt(), state: row.word(or: .open), waitingOn: row.optionalText(),
      waitingSince: row.instant(), reason: row.optionalText(), created: row.instant(), done: row.instant(),
      fromCase: row.optionalInt(), by: row.key())
  }

  func bind(to row: inout RowWriter) throws {
    row.integer(number)
    row.values.text(text)
    try row.key(owner)
    if case .day(let day) = due { row.day(day) } else { row.day(nil) }
    if case .moment(let moment) = due { row.instant(moment) } else { row.instant(nil) }
    row.integer(after)
    row.values.text(state.rawValue)
    row.values.optionalText(waitingOn)
    row.instant(waitingSince)
    row.values.optionalText(reason)
    row.instant(created)
    row.instant(done)
    row.integer(fromCase)
    try row.key(by)
  }
}

extension Case: Stored {
  static let table = Table(
    .case, order: "number",
    [
      "number", "title", "sort", "problem", "state", "opened", "closed", .key("incident", of: .incident),
      .key("feature", of: .feature), .key("said_by", of: .person),
    ])

  var identity: String { key.text }
  var record: Record { .case(self) }

  init(key: String, row: inout Columns) {
    self.init(
      key: Key(key), number: Int(row.integer()), title: row.text(), kind: row.word(or: .incident),
      problem: row.optionalText(), state: row.word(or: .open), opened: row.instant(), closed: row.instant(),
      incident: row.key(), feature: row.key(), by: row.key())
  }

  func bind(to row: inout RowWriter) throws {
    row.integer(number)
    row.values.text(title)
    row.values.text(kind.rawValue)
    row.values.optionalText(problem)
    row.values.text(state.rawValue)
    row.instant(opened)
    row.instant(closed)
    try row.key(incident)
    try row.key(feature)
    try row.key(by)
  }

  mutating func loadDetails(of id: Int64, from reader: RowReader) throws {
    let statement = try Prepared(
      """
      SELECT number, parent, text, evidence, reference, is_root, asked FROM cause WHERE case_id = ?1 ORDER BY seq
      """, in: reader.database)
    var parameters = statement.parameters
    parameters.integer(id)
    while try statement.step() {
      var row = statement.columns
      causes.append(
        Cause(
          number: Int(row.integer()), parent: row.optionalInt(), text: row.text(), evidence: row.word(or: .unknown),
          reference: row.optionalText(), isRoot: row.flag(), asked: row.optionalText()))
    }
  }

  func writeDetails(of id: Int64, over old: Case?, with writer: Writer) throws {
    guard old?.causes != causes else { return }
    let delete = try Prepared("DELETE FROM cause WHERE case_id = ?1", in: writer.database)
    var parameters = delete.parameters
    parameters.integer(id)
    try delete.run()
    let insert = try Prepared(
      """
      INSERT INTO cause (case_id, seq, number, parent, text, evidence, reference, is_root, asked)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """, in: writer.database)
    for (seq, cause) in causes.enumerated() {
      var row = RowWriter(values: insert.parameters, writer: writer)
      row.values.integer(id)
      row.integer(seq)
      row.integer(cause.number)
      row.integer(cause.parent)
      row.values.text(cause.text)
      row.values.text(cause.evidence.rawValue)
      row.values.optionalText(cause.reference)
      row.flag(cause.isRoot)
      row.values.optionalText(cause.asked)
      try insert.run()
    }
  }
}
