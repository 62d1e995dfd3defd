import Delivery

extension Writer {
  // MARK: Full-text search

  func addSearched(_ searched: Searched, kind: Kind, id: Int64) throws {
    let statement = try Prepared("INSERT INTO search (rowid, title, text) VALUES (?1, ?2, ?3)", in: database)
    var row = statement.parameters
    row.integer(id << 5 | kind.code)
    row.text(searched.title)
    row.text(searched.text)
    try statement.run()
  }

  func forgetSearched(_ searched: Searched, kind: Kind, id: Int64) throws {
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
}
