package import Delivery

/// What a file gave: counts, what was left out, and what a person should know.
package struct Report: Hashable, Sendable {
  package var format: Format
  /// Issues, rows or lines in the file, imported or not.
  package var records = 0
  package var items = 0
  package var people = 0
  /// Distinct blocking links.
  package var dependencies = 0
  /// Those of them that have an end outside the file.
  package var outside = 0
  /// Records made for such ends.
  package var outsideItems = 0
  package var skipped: [Skipped] = []
  package var warnings: [Warning] = []
  /// What the items came from, such as `jira:DAEMON` or `github:owner/repository`, sorted.
  package var sources: [String] = []
  /// Whether the file looks like all issues of its sources, so that what is missing may be taken as gone.
  package var isComplete = true
  /// Statuses of which the file does not say what they count as; what the store knows of them holds.
  package var usualStatuses: [String] = []
  /// Whether the items' histories are whole; otherwise they hold only the moments that the file happens to tell.
  package var hasHistory = false

  package init(format: Format) {
    self.format = format
  }
}

/// A record that was not imported, where it stands, and why.
package struct Skipped: Hashable, Sendable {
  package var place: Place
  package var reason: Reason

  package enum Reason: Hashable, Sendable {
    case noKey
    case repeatedKey(String)
    case archived(String)
    /// More cells than the table has columns, so that it is unclear which belongs where.
    case longRow(cells: Int, columns: Int)
    case unknownKind(String)
    case notAnObject
  }

  package init(_ place: Place, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }
}

extension Skipped.Reason {
  /// The name under which its words are kept.
  package var kind: String {
    switch self {
    case .noKey: "no_key"
    case .repeatedKey: "repeated_key"
    case .archived: "archived"
    case .longRow: "long_row"
    case .unknownKind: "unknown_kind"
    case .notAnObject: "not_an_object"
    }
  }

  /// What its words can name.
  package var facts: [String: String] {
    switch self {
    case .noKey, .notAnObject: [:]
    case .repeatedKey(let key), .archived(let key): ["key": key]
    case .longRow(let cells, let columns): ["cells": "\(cells)", "columns": "\(columns)"]
    case .unknownKind(let kind): ["kind": kind]
    }
  }
}

/// Where in a file something stands; counted from 1, as people count.
package enum Place: Hashable, Sendable, CustomStringConvertible {
  /// A row of a table, the header being row 1; cells may hold line breaks, so rows are not lines.
  case row(Int)
  case line(Int)
  /// An element of a JSON list.
  case record(Int)

  package var description: String {
    switch self {
    case .row(let number): "row \(number)"
    case .line(let number): "line \(number)"
    case .record(let number): "record \(number)"
    }
  }
}

/// What a person should know about an import that went through.
package enum Warning: Hashable, Sendable {
  /// Exactly as many records as an export is limited to.
  case perhapsCut(records: Int)
  /// The file says itself that there are more.
  case cut(records: Int, total: Int)
  /// The file begins in the middle of a result.
  case startsAt(Int)
  case pullRequests(Int)
  /// Nobody says what the status counts as; it counts as waiting until somebody does.
  case statusNotKnown(String)
  /// The file says two things about the status.
  case statusTwofold(String, kept: Status.Category, other: Status.Category)
  /// The times in the file name no zone, and none was given: they were read as UTC.
  case noZone
  case dateNotRead(column: String, example: String, count: Int)
  case doneWithoutDate(Int)
  /// Items whose list of changes is shorter than the file says it is.
  case historyCut(Int)
  /// Two accounts with one name.
  case sameName(String, keys: [String])
  /// Cells that are not UTF-8, read as Windows-1252.
  case notUTF8(cells: Int)
  /// A link whose words look like waiting but do not say who waits.
  case linkNotUnderstood(String, count: Int)
  /// Links read from prose, which are guesses.
  case guessed(Int)
}

extension Warning {
  /// The name under which its words are kept.
  package var kind: String {
    switch self {
    case .perhapsCut: "perhaps_cut"
    case .cut: "cut"
    case .startsAt: "starts_at"
    case .pullRequests: "pull_requests"
    case .statusNotKnown: "status_not_known"
    case .statusTwofold: "status_twofold"
    case .noZone: "no_zone"
    case .dateNotRead: "date_not_read"
    case .doneWithoutDate: "done_without_date"
    case .historyCut: "history_cut"
    case .sameName: "same_name"
    case .notUTF8: "not_utf8"
    case .linkNotUnderstood: "link_not_understood"
    case .guessed: "guessed"
    }
  }

  /// What its words can name.
  package var facts: [String: String] {
    switch self {
    case .perhapsCut(let records): ["count": "\(records)"]
    case .cut(let records, let total): ["count": "\(records)", "total": "\(total)"]
    case .startsAt(let start): ["start": "\(start)"]
    case .pullRequests(let count), .doneWithoutDate(let count), .historyCut(let count), .notUTF8(let count),
      .guessed(let count):
      ["count": "\(count)"]
    case .statusNotKnown(let name): ["status": name]
    case .statusTwofold(let name, let kept, let other):
      ["status": name, "kept": kept.rawValue, "other": other.rawValue]
    case .noZone: [:]
    case .dateNotRead(let column, let example, let count):
      ["column": column, "example": example, "count": "\(count)"]
    case .sameName(let name, let keys): ["name": name, "keys": keys.joined(separator: ", ")]
    case .linkNotUnderstood(let phrase, let count): ["phrase": phrase, "count": "\(count)"]
    }
  }
}
