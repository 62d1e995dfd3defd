import Delivery

extension Writer {
  /// Keeps names and searched words equal to a record.
  func index(_ record: Record, id: Int64, over old: Record?, hadRow: Bool) throws {
    let names = record.names
    if case .alias(let alias) = record {
      try forgetNames(taughtBy: id)
      try add(alias.text, to: alias.target, isMain: false, taughtBy: id)
    } else if case .status(let status) = record {
      if old == nil { try nameStatus(status.name) }
    } else if names != old?.names || (hadRow && old == nil) {
      if hadRow { try forgetNames(of: record.reference) }
      for (index, name) in names.enumerated() { try add(name, to: record.reference, isMain: index == 0) }
    }
    let searched = record.searched
    let before = old?.searched
    guard searched != before else { return }
    if let before { try forgetSearched(before, kind: record.reference.kind, id: id) }
    if let searched { try addSearched(searched, kind: record.reference.kind, id: id) }
  }

  /// Forgets names and searched words of a record that goes.
  func unindex(_ record: Record, id: Int64) throws {
    if !record.names.isEmpty { try forgetNames(of: record.reference) }
    if let searched = record.searched { try forgetSearched(searched, kind: record.reference.kind, id: id) }
  }

  /// A record that others name is found under its key.
  func nameStub(_ kind: Kind, _ key: String) throws {
    switch kind {
    case .team, .person, .release, .feature, .incident:
      try add(key, to: Reference(kind, key), isMain: true)
    case .status: try nameStatus(key)
    default: break
    }
  }

  /// Sees to it that a status is found once, however many spellings items use: as described, else as first used.
  func nameStatus(_ name: String) throws {
    let folded = Status.fold(name)
    let forget = try Prepared(
      """
      DELETE FROM name WHERE kind = 'status' AND taught IS NULL AND key IN (SELECT key FROM status WHERE folded = ?1)
      """, in: database)
    var row = forget.parameters
    row.text(folded)
    try forget.run()
    let select = try Prepared("SELECT key FROM status WHERE folded = ?1 ORDER BY known DESC, id LIMIT 1", in: database)
    row = select.parameters
    row.text(folded)
    guard let key = try select.rows({ $0.text() }).first else { return }
    try add(key, to: Reference(.status, key), isMain: true)
  }

  // MARK: Names

  private func add(_ alias: String, to target: Reference, isMain: Bool, taughtBy: Int64? = nil) throws {
    let statement = try Prepared(
      "INSERT INTO name (kind, key, alias, is_main, taught) VALUES (?1, ?2, ?3, ?4, ?5)", in: database)
    var row = statement.parameters
    row.text(target.kind.rawValue)
    row.text(target.key)
    row.text(alias)
    row.integer(isMain ? 1 : 0)
    row.integer(taughtBy)
    try statement.run()
    let id = insertedID
    let insert = try Prepared("INSERT OR IGNORE INTO name_word (word, name) VALUES (?1, ?2)", in: database)
    for word in words(alias) {
      row = insert.parameters
      row.text(word)
      row.integer(id)
      try insert.run()
    }
  }

  private func forgetNames(of target: Reference) throws {
    let statement = try Prepared("DELETE FROM name WHERE key = ?1 AND kind = ?2 AND taught IS NULL", in: database)
    var row = statement.parameters
    row.text(target.key)
    row.text(target.kind.rawValue)
    try statement.run()
  }

  private func forgetNames(taughtBy alias: Int64) throws {
    let statement = try Prepared("DELETE FROM name WHERE taught = ?1", in: database)
    var row = statement.parameters
    row.integer(alias)
    try statement.run()
  }

  // MARK: Full-text search

  private func addSearched(_ searched: Searched, kind: Kind, id: Int64) throws {
    let statement = try Prepared("INSERT INTO search (rowid, title, text) VALUES (?1, ?2, ?3)", in: database)
    var row = statement.parameters
    row.integer(id << 5 | kind.code)
    row.text(searched.title)
    row.text(searched.text)
    try statement.run()
  }

  private func forgetSearched(_ searched: Searched, kind: Kind, id: Int64) throws {
    let statement = try Prepared(
      "INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?1, ?2, ?3)", in: database)
    var row = statement.parameters
    row.integer(id << 5 | kind.code)
    row.text(searched.title)
    row.text(searched.text)
    try statement.run()
  }
}

/// What full-text search knows of a record.
struct Searched: Hashable {
  var title: String
  var text: String

  init(_ title: String, _ texts: String?...) {
    self.title = title
    text = texts.compactMap(\.self).joined(separator: "\n")
  }
}

extension Record {
  var searched: Searched? {
    switch self {
    case .item(let item): item.title == nil && item.text == nil ? nil : Searched(item.title ?? "", item.text)
    case .feature(let feature): Searched(([feature.name] + feature.aliases).joined(separator: "\n"), feature.summary)
    case .document(let document): Searched(document.title)
    case .incident(let incident): Searched(incident.title, incident.impact)
    case .case(let found):
      Searched(found.title, found.problem, found.causes.map(\.text).joined(separator: "\n"))
    case .term(let term): Searched([term.name, term.expansion ?? ""].joined(separator: "\n"), term.meaning)
    case .followup(let followUp): Searched(followUp.text)
    case .question(let question): Searched(question.text, question.answer)
    default: nil
    }
  }

  /// The names under which people speak of the record, the full one first.
  var names: [String] {
    let names: [String] =
      switch self {
      case .team(let team): [team.name, team.key.text]
      case .person(let person): person.spokenNames
      case .release(let release): [release.name, release.key.text]
      case .feature(let feature): [feature.name] + feature.aliases + [feature.key.text]
      case .scope(let scope): [scope.name] + scope.aliases
      case .status(let status): [status.name]
      case .document(let document): [document.title]
      case .term(let term): [term.name] + [term.expansion].compactMap(\.self)
      case .incident(let incident): [incident.title, incident.key.text]
      case .case(let found): [found.title]
      default: []
      }
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension Person {
  /// Full name, what colleagues say, first name, initials, key.
  fileprivate var spokenNames: [String] {
    let parts = name.split(separator: " ")
    let initials = String(parts.compactMap(\.first))
    return [name] + [short].compactMap(\.self) + (parts.count > 1 ? [String(parts[0]), initials] : []) + [key.text]
  }
}
