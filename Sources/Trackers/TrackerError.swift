package import Interchange

/// Why a file is refused as a whole; its description is a sentence with the place and a way out.
package enum TrackerError: Error, Hashable, Sendable {
  case empty
  /// The file holds no text; the payload says what it looks like instead, when that is known.
  case binary(looksLike: String?)
  case notRecognised
  /// A table whose columns belong to no tracker that is read.
  case unknownTable(columns: [String])
  /// Known, but not read yet, with what to export instead.
  case notReadYet(product: String, instead: String)
  /// Recognised, but it lists nothing.
  case noRecords(what: String)
  case damagedJSON(line: Int, reason: JSONError.Reason)
  /// Well-formed JSON in which something that every record has is missing.
  case missing(what: String, place: Place, wayOut: String)
  case damagedTable(row: Int, line: Int, reason: TableDamage)
  case brokenLine(line: Int, reason: String)
  case brokenMapping(reason: String)
}

/// What is wrong with a row of a table.
package enum TableDamage: Hashable, Sendable {
  case unclosedQuote
  case textAfterQuote
  case rowInOneCell
}

extension TrackerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty:
      "The file is empty. Export it again, and check that the export finished."
    case .binary(let looksLike):
      if let looksLike {
        "This is \(looksLike), not a text export. Export the issues as CSV or JSON and import that file."
      } else {
        "This file holds no text. Export the issues as CSV or JSON and import that file."
      }
    case .notRecognised:
      "This is no export that I know. I read \(TrackerError.readable)."
    case .unknownTable(let columns):
      "This is a table, but its columns (\(columns.prefix(6).joined(separator: ", "))) belong to no tracker that I "
        + "know. I read \(TrackerError.readable); a Jira table needs its columns for key and summary or status."
    case .notReadYet(let product, let instead):
      "This is \(product), which is not read yet. \(instead)"
    case .noRecords(let what):
      "\(what) There is nothing to import; export the issues themselves."
    case .damagedJSON(let line, .ended):
      "Line \(line): the file ends in the middle of a value, so it was cut. Export it again."
    case .damagedJSON(let line, let reason):
      "Line \(line): \(JSONError.words(reason)). The file is damaged; export it again."
    case .missing(let what, let place, let wayOut):
      "\(place.description.capitalizedFirst): \(what) is missing. \(wayOut)"
    case .damagedTable(let row, let line, .unclosedQuote):
      "Row \(row) (line \(line)): a quotation mark opens a cell and never closes, so the file was cut or changed. "
        + "Export it again."
    case .damagedTable(let row, let line, .textAfterQuote):
      "Row \(row) (line \(line)): text follows the closing quotation mark of a cell. The file was changed by "
        + "another program; export it again and import the untouched file."
    case .damagedTable(let row, let line, .rowInOneCell):
      "Row \(row) (line \(line)): the whole row stands in one cell. A spreadsheet saved it with other separators; "
        + "export it again and import the untouched file."
    case .brokenLine(let line, let reason):
      "Line \(line): \(reason). Correct the line or export the file again; nothing was imported."
    case .brokenMapping(let reason):
      "The mapping cannot be used: \(reason). It is a JSON object such as "
        + #"{"teams":{"DAEMON":"Platform"},"statuses":{"In QA":"active"}}."#
    }
  }

  private static let readable = Format.allCases.map(\.title).joined(separator: ", ")
}

extension JSONError {
  /// The reason in words, without the place.
  static func words(_ reason: Reason) -> String {
    switch reason {
    case .ended: "the text ends in the middle of a value"
    case .trailing: "something follows the end of the value"
    case .unexpected: "a character stands where none of its kind can"
    case .controlCharacter: "a text holds a bare control character"
    case .badEscape: "a text holds an escape that JSON does not have"
    case .notUTF8: "a text is not UTF-8"
    case .tooDeep: "values are nested too deeply"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
