import Delivery
import Times

/// Reads Jira's "Export CSV", of servers and of the cloud, in the languages that ``JiraColumns`` knows.
///
/// The table is read twice: once for which rows are epics and which key belongs to which number, as a row names its
/// parent by number and may stand before it; then for the issues. There is no history in it but the moment at which
/// an issue was resolved or its category changed.
struct JiraTable {
  let file: TrackerFile
  let offset: (@Sendable (Int64) -> Int)?

  /// What rows say about each other.
  private struct Family {
    var keyOfNumber: [String: String] = [:]
    var epics: Set<String> = []
    var keys: Set<String> = []
  }

  func read(into gatherer: inout Gatherer, _ body: (Record) throws -> Void) throws {
    try file.withBytes { bytes in
      var table = try Table(bytes)
      let columns = JiraColumns(table.header)
      guard columns[.key] != nil else {
        throw TrackerError.missing(
          what: "a column with the issues' keys", place: .row(1), wayOut: "Export the table again with Issue key in it."
        )
      }
      let family = try family(of: table, columns)
      var dates = TableDates(language: columns.language, offset: offset)
      while try table.next({ gatherer.skip($0) }) {
        guard let key = table.text(columns[.key]) else {
          gatherer.skip(Skipped(table.place, .noKey))
          continue
        }
        var issue = issue(key, &table, columns, &dates)
        fitParent(into: &issue, &table, columns, family)
        for link in columns.links {
          guard let other = table.text(link.index) else { continue }
          guard let outward = LinkDirection(outwardOfType: link.type) else {
            if LinkDirection.looksBlocking(link.type) { gatherer.countUnclearLink(link.type) }
            continue
          }
          let direction = link.isOutward ? outward : outward.reversed
          issue.links.append(TrackedLink(direction: direction, other: other))
        }
        try gatherer.add(issue, at: table.place, body)
        gatherer.reached?(table.offset)
      }
      let count = gatherer.report.records
      guard count > 0 else { throw TrackerError.noRecords(what: "The table has a header and no rows.") }
      if [1_000, 5_000, 10_000].contains(count) {
        gatherer.report.warnings.append(.perhapsCut(records: count))
        gatherer.report.isComplete = false
      }
      gatherer.report.warnings += dates.warnings
      if table.otherCells > 0 { gatherer.report.warnings.append(.notUTF8(cells: table.otherCells)) }
    }
  }

  private func issue(
    _ key: String, _ table: inout Table, _ columns: JiraColumns, _ dates: inout TableDates
  ) -> TrackedIssue {
    let projectKey = table.text(columns[.projectKey]) ?? JiraNames.project(of: key)
    var project = TrackedProject(
      key: projectKey, name: table.text(columns[.projectName]), source: "jira:\(projectKey)")
    project.lead = Account(id: table.text(columns[.projectLeadId]), name: table.text(columns[.projectLead]))
    var issue = TrackedIssue(key: key, project: project)
    issue.title = table.text(columns[.summary])
    issue.kind = table.text(columns[.type])
    issue.isEpic = issue.kind.map(JiraNames.isEpic(named:)) ?? false
    issue.status = table.text(columns[.status])
    issue.category = table.text(columns[.category]).flatMap(JiraNames.category(named:))
    issue.assignee = Account(id: table.text(columns[.assigneeId]), name: table.text(columns[.assignee]))
    issue.reporter = Account(id: table.text(columns[.reporterId]), name: table.text(columns[.reporter]))
    func instant(_ column: JiraColumns.Column) -> Instant? {
      dates.instant(table.text(columns[column]), column: columns[column].map { table.header[$0] } ?? "")
    }
    issue.created = instant(.created)
    issue.updated = instant(.updated)
    issue.resolved = instant(.resolved)
    issue.categoryChanged = instant(.categoryChanged)
    issue.due = dates.day(table.text(columns[.due]), column: columns[.due].map { table.header[$0] } ?? "")
    issue.component = table.texts(columns.all(.component)).first
    issue.release = table.texts(columns.all(.fixVersion)).first.map { TrackedRelease(name: $0) }
    issue.estimateSeconds = table.text(columns[.estimate]).flatMap { Double($0) }
    issue.text = table.text(columns[.description])
    return issue
  }

  private func fitParent(
    into issue: inout TrackedIssue, _ table: inout Table, _ columns: JiraColumns, _ family: Family
  ) {
    let summary = table.text(columns[.parentSummary])
    if let epic = table.texts(columns.all(.epicLink)).first(where: JiraNames.isKey) {
      issue.epic = TrackedEpic(key: epic, name: family.keys.contains(epic) ? nil : summary)
      return
    }
    let numbered = table.text(columns[.parent])
    let key =
      table.text(columns[.parentKey])
      ?? numbered.flatMap { family.keyOfNumber[$0] ?? (JiraNames.isKey($0) ? $0 : nil) }
    let isSubtask = issue.kind.map(JiraNames.isSubtask(named:)) ?? false
    if let key, family.epics.contains(key) {
      issue.epic = TrackedEpic(key: key, name: nil)
    } else if let key, family.keys.contains(key) || isSubtask {
      issue.parent = key
    } else if !isSubtask, key != nil || summary != nil {
      // What is no sub-task has only epics above it.
      issue.epic = TrackedEpic(key: key, name: summary)
    }
  }

  private func family(of table: Table, _ columns: JiraColumns) throws(TrackerError) -> Family {
    var family = Family()
    guard columns[.parent] != nil || columns[.parentKey] != nil || columns[.epicLink] != nil else { return family }
    var table = table
    while try table.next({ _ in }) {
      guard let key = table.text(columns[.key]) else { continue }
      family.keys.insert(key)
      if let number = table.text(columns[.id]) { family.keyOfNumber[number] = key }
      if let type = table.text(columns[.type]), JiraNames.isEpic(named: type) { family.epics.insert(key) }
    }
    return family
  }
}
