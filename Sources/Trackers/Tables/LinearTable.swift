import Delivery
import Times

/// Reads Linear's "Export CSV", in all the shapes that its columns have had.
///
/// Only the newest shape names links, on the side that is blocked. The history is what the dates tell: when work
/// started and when it was completed or canceled. The status of the start is Linear's own name for started work,
/// unless the issue is still in the status that it started with.
struct LinearTable {
  let file: TrackerFile

  func read(into gatherer: inout Gatherer, _ body: (Record) throws -> Void) throws {
    try file.withBytes { bytes in
      var table = try Table(bytes)
      let columns = NamedColumns(table.header)
      gatherer.declare(["In Progress": .active])
      var dates = TableDates()
      while try table.next({ gatherer.skip($0) }) {
        guard let key = table.text(columns["id"]) else {
          gatherer.skip(Skipped(table.place, .noKey))
          continue
        }
        guard table.text(columns["archived"]) == nil else {
          gatherer.skip(Skipped(table.place, .archived(key)))
          continue
        }
        try gatherer.add(issue(key, &table, columns, &dates), at: table.place, body)
        gatherer.reached?(table.offset)
      }
      guard gatherer.report.records > 0 else {
        throw TrackerError.noRecords(what: "The table has a header and no rows.")
      }
      gatherer.report.warnings += dates.warnings
      if table.otherCells > 0 { gatherer.report.warnings.append(.notUTF8(cells: table.otherCells)) }
    }
  }

  private func issue(
    _ key: String, _ table: inout Table, _ columns: NamedColumns, _ dates: inout TableDates
  ) -> TrackedIssue {
    let prefix = JiraNames.project(of: key)
    let project = TrackedProject(key: prefix, name: table.text(columns["team"]), source: "linear:\(prefix)")
    var issue = TrackedIssue(key: key, project: project)
    issue.title = table.text(columns["title"])?.withoutFormulaGuard
    issue.text = table.text(columns["description"])?.withoutFormulaGuard
    issue.status = table.text(columns["status"])
    issue.assignee = Account(name: table.text(columns["assignee"]))
    issue.reporter = Account(name: table.text(columns["creator"]))
    func instant(_ name: String) -> Instant? { dates.instant(table.text(columns[name]), column: name) }
    issue.created = instant("created")
    issue.updated = instant("updated")
    let started = instant("started")
    let canceled = instant("canceled")
    issue.resolved = instant("completed") ?? canceled
    issue.due = dates.day(table.text(columns["due date"]), column: "due date")
    issue.category = issue.resolved != nil ? .done : started != nil ? .active : nil
    if let started, let status = issue.status {
      let isStill = issue.resolved == nil
      issue.moments.append(StatusChange(at: started, status: isStill ? status : "In Progress"))
    }
    issue.epic = table.text(columns["project"]).map { TrackedEpic(key: nil, name: $0) }
    issue.parent = table.text(columns["parent issue"])
    issue.release = (table.text(columns["project milestone"]) ?? table.text(columns["milestone"])).map {
      TrackedRelease(name: $0)
    }
    for other in (table.text(columns["blocked by"]) ?? "").split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let other = String(other).trimmed
      if !other.isEmpty { issue.links.append(TrackedLink(direction: .waits, other: other)) }
    }
    return issue
  }
}

/// The columns of a table by their names in lower case; of repeated ones the first.
struct NamedColumns {
  private let indexes: [String: Int]

  init(_ header: [String]) {
    indexes = Dictionary(
      header.enumerated().map { ($0.element.lowercased(), $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> Int? { indexes[name] }
}

extension String {
  /// The text without the apostrophe that exports put before what a spreadsheet would take for a formula.
  var withoutFormulaGuard: String {
    guard first == "'", let second = dropFirst().first, "=+-@;∑√".contains(second) else { return self }
    return String(dropFirst())
  }
}
