/// What a table is, told by the names of its columns.
enum TableShape {
  static func format(of bytes: UnsafeBufferPointer<UInt8>) throws(TrackerError) -> Format {
    let table: Table
    do throws(TrackerError) {
      table = try Table(bytes)
    } catch .damagedTable(_, _, .rowInOneCell) {
      throw .damagedTable(row: 1, line: 1, reason: .rowInOneCell)
    } catch {
      // Prose with a quotation mark is no damaged table.
      throw .notRecognised
    }
    let names = table.header.map { $0.lowercased() }
    func has(_ all: String...) -> Bool { all.allSatisfy(names.contains) }
    if has("id", "team", "title", "status"), has("cycle number") || has("parent issue") || has("canceled") {
      return .linearCSV
    }
    if has("title", "state", "url"), has("issue id") || has("iid") || has("created at (utc)") { return .gitlabCSV }
    if has("iid", "state") { return .gitlabCSV }
    if JiraColumns(table.header).isJira { return .jiraCSV }
    if has("task id", "section/column") || has("task id", "projects", "assignee email") {
      throw .notReadYet(
        product: "an Asana table", instead: "Its links name tasks only by title; turn it into Gangway's own format.")
    }
    if has("card id", "card name") {
      throw .notReadYet(product: "a Trello table", instead: "Turn it into Gangway's own format.")
    }
    if has("external_tickets", "is_blocked") || has("name", "epic", "iteration", "is_archived") {
      throw .notReadYet(product: "a Shortcut table", instead: "Turn it into Gangway's own format.")
    }
    if has("current state", "accepted at") {
      throw .notReadYet(product: "a Pivotal Tracker table", instead: "Turn it into Gangway's own format.")
    }
    // Sentences with commas are no table: a header's names are short.
    guard names.count >= 3, names.allSatisfy({ $0.count <= 60 && !$0.hasSuffix(".") }) else { throw .notRecognised }
    throw .unknownTable(columns: table.header)
  }
}
