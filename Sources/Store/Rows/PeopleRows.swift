import Delivery
import Times

extension Team: Referable {
  static let table = Table(.team, isReferable: true, ["name", "mission", "zone"])

  var identity: String { key.text }
  var record: Record { .team(self) }

  init(key: String, row: inout Columns) {
    self.init(key: Key(key), name: row.text(), mission: row.optionalText(), zone: row.optionalText())
  }

  func bind(to row: inout RowWriter) {
    row.values.text(name)
    row.values.optionalText(mission)
    row.values.optionalText(zone)
  }
}

extension Person: Referable {
  static let table = Table(
    .person, isReferable: true, ["name", "short", .key("team", of: .team), "role", "zone", "active"])

  var identity: String { key.text }
  var record: Record { .person(self) }

  init(key: String, row: inout Columns) {
    self.init(
      key: Key(key), name: row.text(), short: row.optionalText(), team: row.key(), role: row.optionalText(),
      zone: row.optionalText(), active: row.flag())
  }

  func bind(to row: inout RowWriter) throws {
    row.values.text(name)
    row.values.optionalText(short)
    try row.key(team)
    row.values.optionalText(role)
    row.values.optionalText(zone)
    row.flag(active)
  }
}

extension Shield: Stored {
  static let table = Table(
    .shield,
    [.key("team", of: .team), .key("person", of: .person), "first_day", "last_day", .key("backup", of: .person)])

  var identity: String { key }
  var record: Record { .shield(self) }

  init(key: String, row: inout Columns) {
    self.init(
      team: Key(row.text()), person: Key(row.text()), from: Day(number: Int(row.integer())),
      to: Day(number: Int(row.integer())), backup: row.key())
  }

  func bind(to row: inout RowWriter) throws {
    try row.key(team)
    try row.key(person)
    row.day(from)
    row.day(to)
    try row.key(backup)
  }
}

extension Batch: Stored {
  static let table = Table(.batch, [.key("team", of: .team), "weekday", "time", "answer_by"])

  var identity: String { key }
  var record: Record { .batch(self) }

  init(key: String, row: inout Columns) {
    self.init(
      team: Key(row.text()), weekday: row.optionalInt().flatMap(Weekday.init(rawValue:)), time: row.text(),
      answerBy: row.text())
  }

  func bind(to row: inout RowWriter) throws {
    try row.key(team)
    row.integer(weekday?.rawValue)
    row.values.text(time)
    row.values.text(answerBy)
  }
}

extension Holiday: Stored {
  static let table = Table(.holiday, ["region", "date", "name"])

  var identity: String { key }
  var record: Record { .holiday(self) }

  init(key: String, row: inout Columns) {
    self.init(region: row.text(), date: Day(number: Int(row.integer())), name: row.text())
  }

  func bind(to row: inout RowWriter) {
    row.values.text(region)
    row.day(date)
    row.values.text(name)
  }
}

extension Away: Stored {
  static let table = Table(.away, [.key("person", of: .person), "first_day", "last_day", "reason"])

  var identity: String { key }
  var record: Record { .away(self) }

  init(key: String, row: inout Columns) {
    self.init(
      person: Key(row.text()), from: Day(number: Int(row.integer())), to: Day(number: Int(row.integer())),
      reason: row.optionalText())
  }

  func bind(to row: inout RowWriter) throws {
    try row.key(person)
    row.day(from)
    row.day(to)
    row.values.optionalText(reason)
  }
}
