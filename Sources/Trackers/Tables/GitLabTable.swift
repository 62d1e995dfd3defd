import Delivery
import Times

/// Reads GitLab's "Export as CSV", whose times are UTC and whose "Issue ID" is the number within the project.
///
/// There are no links in it, and no history but when an issue was made and closed.
struct GitLabTable {
  let file: TrackerFile
  private static let largest = 15 << 20

  func read(into gatherer: inout Gatherer, _ body: (Record) throws -> Void) throws {
    gatherer.declare(["Open": .waiting, "Closed": .done])
    try file.withBytes { bytes in
      var table = try Table(bytes)
      let columns = NamedColumns(table.header)
      guard columns["url"] != nil else {
        throw TrackerError.missing(
          what: "the column URL, which names the project,", place: .row(1), wayOut: "Export the table again with it.")
      }
      var dates = TableDates(isUTC: true)
      while try table.next({ gatherer.skip($0) }) {
        guard let address = table.text(columns["url"]), let path = GitLabTable.path(of: address),
          let number = table.text(columns["iid"]) ?? table.text(columns["issue id"])
        else {
          gatherer.skip(Skipped(table.place, .noKey))
          continue
        }
        var issue = issue("\(path)#\(number)", path, &table, columns, &dates)
        issue.url = address
        try gatherer.add(issue, at: table.place, body)
        gatherer.reached?(table.offset)
      }
      let count = gatherer.report.records
      guard count > 0 else { throw TrackerError.noRecords(what: "The table has a header and no rows.") }
      // GitLab stops writing at 15 MB and says so only in its e-mail.
      if bytes.count > GitLabTable.largest - (1 << 20) {
        gatherer.report.warnings.append(.perhapsCut(records: count))
        gatherer.report.isComplete = false
      }
      gatherer.report.warnings += dates.warnings
      if table.otherCells > 0 { gatherer.report.warnings.append(.notUTF8(cells: table.otherCells)) }
    }
  }

  private func issue(
    _ key: String, _ path: String, _ table: inout Table, _ columns: NamedColumns, _ dates: inout TableDates
  ) -> TrackedIssue {
    let name = path.split(separator: "/").last.map(String.init)
    var issue = TrackedIssue(key: key, project: TrackedProject(key: path, name: name, source: "gitlab:\(path)"))
    issue.title = table.text(columns["title"])?.withoutFormulaGuard
    issue.text = table.text(columns["description"])?.withoutFormulaGuard
    issue.kind = table.text(columns["type"])
    issue.status = table.text(columns["state"]).map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    issue.assignee = GitLabTable.account(
      table.text(columns["assignee username"]), table.text(columns["assignee"]))
    issue.reporter = GitLabTable.account(table.text(columns["author username"]), table.text(columns["author"]))
    func instant(_ name: String) -> Instant? {
      dates.instant(table.text(columns["\(name) (utc)"]) ?? table.text(columns[name]), column: name)
    }
    issue.created = instant("created at")
    issue.updated = instant("updated at")
    let closed = instant("closed at")
    let isClosed = issue.status == "Closed"
    issue.resolved = isClosed ? closed : nil
    if let created = issue.created { issue.moments.append(StatusChange(at: created, status: "Open")) }
    if isClosed, let closed { issue.moments.append(StatusChange(at: closed, status: "Closed")) }
    issue.due = dates.day(table.text(columns["due date"]), column: "due date")
    issue.release = table.text(columns["milestone"]).map { TrackedRelease(name: $0.withoutFormulaGuard) }
    issue.estimateSeconds = table.text(columns["time estimate"]).flatMap { Double($0) }
    issue.parent = table.text(columns["parent iid"]).map { "\(path)#\($0)" }
    return issue
  }

  /// The first of several people, whose names and logins are joined by commas.
  private static func account(_ logins: String?, _ names: String?) -> Account? {
    let login = logins?.split(separator: ",").first.map { String($0).trimmed }
    let name = names?.split(separator: ",").first.map { String($0).trimmed }
    return Account(id: login.map { "@" + $0.lowercased() }, handle: login, name: name ?? login)
  }

  /// The path of the project in the address of one of its issues.
  static func path(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let rest = address[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let inside = rest[rest.index(after: slash)...]
    guard
      let end = inside.firstRange(of: "/-/issues/") ?? inside.firstRange(of: "/-/work_items/")
        ?? inside.firstRange(of: "/issues/")
    else { return nil }
    return String(inside[..<end.lowerBound]).nonEmpty
  }
}
