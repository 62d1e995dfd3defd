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
      var seen: Set<[String]> = []
      // A key is often the name in another dress.
      for (index, name) in names.enumerated() where seen.insert(words(name)).inserted {
        try add(name, to: record.reference, isMain: index == 0)
      }
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
    if case .alias = record { try forgetNames(taughtBy: id) }
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
    try forgetNames("kind = 'status' AND taught IS NULL AND key IN (SELECT key FROM status WHERE folded = ?1)") {
      $0.text(folded)
    }
    let select = try Prepared("SELECT key FROM status WHERE folded = ?1 ORDER BY known DESC, id LIMIT 1", in: database)
    var row = select.parameters
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
    let words = words(alias)
    let insert = try Prepared("INSERT OR IGNORE INTO name_word (word, size, name) VALUES (?1, ?2, ?3)", in: database)
    for word in words {
      touchedWords.insert(word)
      row = insert.parameters
      row.text(word)
      row.integer(Int64(words.count))
      row.integer(id)
      try insert.run()
    }
    let together = try Prepared("INSERT INTO name_words (code, size, name) VALUES (?1, ?2, ?3)", in: database)
    for code in WordSet.codes(ofNameOf: words) {
      row = together.parameters
      row.integer(code)
      row.integer(Int64(words.count))
      row.integer(id)
      try together.run()
    }
  }

  private func forgetNames(of target: Reference) throws {
    try forgetNames("key = ?1 AND kind = ?2 AND taught IS NULL") { row in
      row.text(target.key)
      row.text(target.kind.rawValue)
    }
  }

  private func forgetNames(taughtBy alias: Int64) throws {
    try forgetNames("taught = ?1") { $0.integer(alias) }
  }

  private func forgetNames(_ condition: String, _ bind: (inout Parameters) -> Void) throws {
    let select = try Prepared("SELECT id, alias FROM name WHERE \(condition)", in: database)
    var row = select.parameters
    bind(&row)
    for (id, alias) in try select.rows({ ($0.integer(), $0.text()) }) {
      let words = words(alias)
      touchedWords.formUnion(words)
      let apart = try Prepared("DELETE FROM name_words WHERE code = ?1 AND size = ?2 AND name = ?3", in: database)
      for code in WordSet.codes(ofNameOf: words) {
        row = apart.parameters
        row.integer(code)
        row.integer(Int64(words.count))
        row.integer(id)
        try apart.run()
      }
      let delete = try Prepared("DELETE FROM name WHERE id = ?1", in: database)
      row = delete.parameters
      row.integer(id)
      try delete.run()
    }
  }

  /// Keeps the spellings equal to the words of all names; to be called before the transaction ends.
  ///
  /// - Complexity: O(*n* log *n*) in the number of words that came or went.
  func settleSpellings() throws {
    defer { touchedWords = [] }
    let held = try Prepared("SELECT 1 FROM name_word WHERE word = ?1 LIMIT 1", in: database)
    let known = try Prepared("SELECT 1 FROM name_spelling WHERE code = ?1 AND word = ?2", in: database)
    var new: [(code: Int64, word: String)] = []
    for word in touchedWords {
      let codes = spellings(word)
      guard let own = codes.first else { continue }
      var row = held.parameters
      row.text(word)
      let isHeld = try !held.rows { _ in true }.isEmpty
      row = known.parameters
      row.integer(own)
      row.text(word)
      guard try known.rows({ _ in true }).isEmpty == isHeld else { continue }
      if isHeld { for code in codes { new.append((code, word)) } } else { try forgetSpellings(of: word, codes) }
    }
    // In the order of the table a row costs a fraction of what it costs anywhere else.
    new.sort { $0.code < $1.code }
    let insert = try Prepared("INSERT INTO name_spelling (code, word) VALUES (?1, ?2)", in: database)
    for (code, word) in new {
      var row = insert.parameters
      row.integer(code)
      row.text(word)
      try insert.run()
    }
  }

  private func forgetSpellings(of word: String, _ codes: [Int64]) throws {
    let delete = try Prepared("DELETE FROM name_spelling WHERE code = ?1 AND word = ?2", in: database)
    for code in codes {
      var row = delete.parameters
      row.integer(code)
      row.text(word)
      try delete.run()
    }
  }
}
