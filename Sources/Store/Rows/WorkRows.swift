import Delivery
import Times

extension Item: Referable {
  static let table = Table(
    .item, isReferable: true,
    [
      "title", .key("feature", of: .feature), .key("team", of: .team), .key("assignee", of: .person),
      .key("status", of: .status), .key("release", of: .release), "type", "created", "updated", "done", "due",
      "estimate_days", "url", "text", "outside", "source", "closed_because", "is_open",
    ])

  var identity: String { key.text }
  var record: Record { .item(self) }

  init(key: String, row: inout Columns) {
    self.init(
      key: Key(key), title: row.optionalText(), feature: row.key(), team: row.key(), assignee: row.key(),
      status: row.optionalText(), release: row.key(), kind: row.optionalText(), created: row.instant(),
      updated: row.instant(), done: row.instant(), due: row.day(), estimateDays: row.optionalNumber(),
      url: row.optionalText(), text: row.optionalText(), outside: row.flag(), source: row.optionalText(),
      closedBecause: row.optionalText())
  }

  func bind(to row: inout RowWriter) throws {
    row.values.optionalText(title)
    try row.key(feature)
    try row.key(team)
    try row.key(assignee)
    try row.status(status)
    try row.key(release)
    row.values.optionalText(kind)
    row.instant(created)
    row.instant(updated)
    row.instant(done)
    row.day(due)
    row.values.number(estimateDays)
    row.values.optionalText(url)
    row.values.optionalText(text)
    row.flag(outside)
    row.values.optionalText(source)
    row.values.optionalText(closedBecause)
    row.values.integer(isOpen(try row.writer.category(of: status)).map { $0 ? 1 : 0 })
  }

  mutating func loadDetails(of id: Int64, from reader: RowReader) throws {
    let statement = try Prepared(
      """
      SELECT at, (SELECT key FROM status WHERE id = h.status), (SELECT key FROM person WHERE id = h.said_by)
      FROM history h WHERE item = ?1 ORDER BY seq
      """, in: reader.database)
    var parameters = statement.parameters
    parameters.integer(id)
    while try statement.step() {
      var row = statement.columns
      history.append(
        StatusChange(at: Instant(milliseconds: row.integer()), status: row.text(), by: row.key()))
    }
  }

  func writeDetails(of id: Int64, over old: Item?, with writer: Writer) throws {
    let kept = zip(history, old?.history ?? []).prefix { $0 == $1 }.count
    if let old, kept < old.history.count {
      let statement = try Prepared("DELETE FROM history WHERE item = ?1 AND seq >= ?2", in: writer.database)
      var parameters = statement.parameters
      parameters.integer(id)
      parameters.integer(Int64(kept))
      try statement.run()
    }
    guard kept < history.count else { return }
    let statement = try Prepared(
      "INSERT INTO history (item, seq, at, status, said_by) VALUES (?1, ?2, ?3, ?4, ?5)", in: writer.database)
    for seq in kept..<history.count {
      let change = history[seq]
      var row = RowWriter(values: statement.parameters, writer: writer)
      row.values.integer(id)
      row.values.integer(Int64(seq))
      row.instant(change.at)
      row.values.integer(try writer.id(of: Status.self, change.status))
      try row.key(change.by)
      try statement.run()
    }
  }

  /// Whether anything is left to do, or nothing when nobody knows.
  ///
  /// The status's category decides. A status without one counts as open unless the item has a time of completion; an
  /// outside item without a status is unknown; what an import found gone is closed.
  func isOpen(_ category: Status.Category?) -> Bool? {
    if let closedBecause, !closedBecause.isEmpty { return false }
    switch category {
    case .done: return false
    case .waiting, .active: return true
    case nil:
      if done != nil { return false }
      return outside && (status ?? "").isEmpty ? nil : true
    }
  }
}

extension Status: Referable {
  static let table = Table(.status, isReferable: true, ["folded", "category", "said_by"])

  var identity: String { key }
  var record: Record { .status(self) }

  /// The form under which spellings of one status meet.
  package static func fold(_ name: String) -> String { name.lowercased() }

  init(key: String, row: inout Columns) {
    _ = row.text()
    self.init(name: key, category: row.word(or: .waiting), by: row.optionalText())
  }

  func bind(to row: inout RowWriter) {
    row.values.text(Status.fold(name))
    row.values.text(category.rawValue)
    row.values.optionalText(by)
  }
}

extension Incident: Referable {
  static let table = Table(
    .incident, isReferable: true,
    ["title", "severity", .key("feature", of: .feature), "started", "detected", "ended", "impact"])

  var identity: String { key.text }
  var record: Record { .incident(self) }

  init(key: String, row: inout Columns) {
    self.init(
      key: Key(key), title: row.text(), severity: row.optionalInt(), feature: row.key(), started: row.instant(),
      detected: row.instant(), ended: row.instant(), impact: row.optionalText())
  }

  func bind(to row: inout RowWriter) throws {
    row.values.text(title)
    row.integer(severity)
    try row.key(feature)
    row.instant(started)
    row.instant(detected)
    row.instant(ended)
    row.values.optionalText(impact)
  }
}
