import Delivery
import Times

extension Workspace: Stored {
  static let table = Table(.workspace, ["name", "now", "zone_offset"])

  var identity: String { key }
  var record: Record { .workspace(self) }

  init(key: String, row: inout Columns) {
    self.init(name: row.text(), now: row.instant(), offset: Int(row.integer()))
  }

  func bind(to row: inout RowWriter) {
    row.values.text(name)
    row.instant(now)
    row.integer(offset)
  }
}

extension Feature: Referable {
  static let table = Table(
    .feature, isReferable: true,
    [
      "name", .key("team", of: .team), .key("release", of: .release), .key("owner", of: .person), "aliases", "summary",
      "source",
    ])

  var identity: String { key.text }
  var record: Record { .feature(self) }

  init(key: String, row: inout Columns) {
    self.init(
      key: Key(key), name: row.text(), team: row.key(), release: row.key(), owner: row.key(), aliases: row.texts(),
      summary: row.optionalText(), source: row.optionalText())
  }

  func bind(to row: inout RowWriter) throws {
    row.values.text(name)
    try row.key(team)
    try row.key(release)
    try row.key(owner)
    row.texts(aliases)
    row.values.optionalText(summary)
    row.values.optionalText(source)
  }
}

extension Release: Referable {
  static let table = Table(.release, isReferable: true, ["name", "date", "state", "source"])

  var identity: String { key.text }
  var record: Record { .release(self) }

  init(key: String, row: inout Columns) {
    self.init(
      key: Key(key), name: row.text(), date: row.day(), state: row.optionalText(), source: row.optionalText())
  }

  func bind(to row: inout RowWriter) {
    row.values.text(name)
    row.day(date)
    row.values.optionalText(state)
    row.values.optionalText(source)
  }
}

extension Scope: Stored {
  static let table = Table(.scope, ["type", "aliases"])

  var identity: String { key }
  var record: Record { .scope(self) }

  init(key: String, row: inout Columns) {
    self.init(name: key, type: row.text(), aliases: row.texts())
  }

  func bind(to row: inout RowWriter) {
    row.values.text(type)
    row.texts(aliases)
  }
}

extension Claim: Stored {
  static let table = Table(
    .claim,
    [
      "subject_kind", "subject", "attribute", "scope", "value", "source", .key("said_by", of: .person), "at", "until",
      "verify_days", "confidence", "visibility",
    ])

  var identity: String { key.text }
  var record: Record { .claim(self) }

  init(key: String, row: inout Columns) {
    let kind: Kind = row.word(or: .feature)
    self.init(
      key: Key(key), subject: Reference(kind, row.text()), attribute: row.text(), scope: row.texts(),
      value: row.text(), source: row.optionalText(), by: row.key(), at: Instant(milliseconds: row.integer()),
      until: row.instant(), verifyDays: row.optionalInt(), confidence: row.word(or: .unknown),
      visibility: row.word(or: .internal))
  }

  func bind(to row: inout RowWriter) throws {
    row.values.text(subject.kind.rawValue)
    row.values.text(subject.key)
    row.values.text(attribute)
    row.texts(scope)
    row.values.text(value)
    row.values.optionalText(source)
    try row.key(by)
    row.instant(at)
    row.instant(until)
    row.integer(verifyDays)
    row.values.text(confidence.rawValue)
    row.values.text(visibility.rawValue)
    try row.writer.mention(subject)
  }
}

extension Document: Stored {
  static let table = Table(
    .document,
    ["title", "url", .key("feature", of: .feature), .key("owner", of: .person), "checked", "verify_days"])

  var identity: String { key.text }
  var record: Record { .document(self) }

  init(key: String, row: inout Columns) {
    self.init(
      key: Key(key), title: row.text(), url: row.optionalText(), feature: row.key(), owner: row.key(),
      checked: row.day(), verifyDays: row.optionalInt())
  }

  func bind(to row: inout RowWriter) throws {
    row.values.text(title)
    row.values.optionalText(url)
    try row.key(feature)
    try row.key(owner)
    row.day(checked)
    row.integer(verifyDays)
  }
}

extension Term: Stored {
  static let table = Table(.term, ["expansion", "meaning", "customer_wording", "never_say"])

  var identity: String { key }
  var record: Record { .term(self) }

  init(key: String, row: inout Columns) {
    self.init(
      name: key, expansion: row.optionalText(), meaning: row.optionalText(), customerWording: row.optionalText(),
      neverSay: row.flag())
  }

  func bind(to row: inout RowWriter) {
    row.values.optionalText(expansion)
    row.values.optionalText(meaning)
    row.values.optionalText(customerWording)
    row.flag(neverSay)
  }
}

extension Alias: Stored {
  static let table = Table(.alias, ["text", "target_kind", "target"])

  var identity: String { key }
  var record: Record { .alias(self) }

  init(key: String, row: inout Columns) {
    let text = row.text()
    let kind: Kind = row.word(or: .feature)
    self.init(text: text, target: Reference(kind, row.text()))
  }

  func bind(to row: inout RowWriter) throws {
    row.values.text(text)
    row.values.text(target.kind.rawValue)
    row.values.text(target.key)
    try row.writer.mention(target)
  }
}

extension Question: Stored {
  static let table = Table(
    .question, order: "number",
    [
      "number", "text", .key("feature", of: .feature), .key("team", of: .team), "state", "asked_at", "answer_by",
      "askers", "answer",
    ])

  var identity: String { key.text }
  var record: Record { .question(self) }

  init(key: String, row: inout Columns) {
    self.init(
      key: Key(key), number: Int(row.integer()), text: row.text(), feature: row.key(), team: row.key(),
      state: row.text(), askedAt: row.instant(), answerBy: row.instant(), askers: row.texts().map { Key($0) },
      answer: row.optionalText())
  }

  func bind(to row: inout RowWriter) throws {
    row.integer(number)
    row.values.text(text)
    try row.key(feature)
    try row.key(team)
    row.values.text(state)
    row.instant(askedAt)
    row.instant(answerBy)
    row.texts(askers.map(\.text))
    row.values.optionalText(answer)
  }
}
