import Delivery
import Interchange
import Times

/// Reads `gh issue list --json` and the issues of GitHub's REST interface, which differ in the names of members.
///
/// Both tell when an issue was opened and closed, and nothing between. Pull requests, which REST mixes in, are counted
/// and left out. Links between issues are in neither; what stands in prose is kept as a guess.
struct GitHubJSON {
  let file: TrackerFile

  /// Pages and limits that the tools have unless one asks for more.
  private static let pages: [Format: Set<Int>] = [.githubCLI: [30], .githubREST: [30, 100]]

  func read(into gatherer: inout Gatherer, _ body: (Record) throws -> Void) throws {
    gatherer.declare(GitHubIssue.categories)
    var number = 0
    var pullRequests = 0
    try file.readJSON { reader in
      try reader.readArray { reader throws(Interruption) in
        number += 1
        do {
          guard reader.peek() == UInt8(ascii: "{") else {
            try reader.skipValue()
            gatherer.skip(Skipped(.record(number), .notAnObject))
            return
          }
          var issue = GitHubIssue()
          try reader.readObject { name, reader throws(JSONError) in try issue.read(name, &reader) }
          if issue.isPullRequest {
            pullRequests += 1
            gatherer.report.records += 1
            return
          }
          guard issue.number != nil else {
            gatherer.skip(Skipped(.record(number), .noKey))
            return
          }
          guard let tracked = issue.tracked() else {
            throw TrackerError.missing(
              what: "the address of the issue, which names the repository,", place: .record(number),
              wayOut: "Export with url among the fields: gh issue list --state all --limit 10000 --json "
                + "\(GitHubIssue.fields).")
          }
          try gatherer.add(tracked, at: .record(number), body)
          gatherer.reached?(reader.offset)
        } catch { throw Interruption.wrapping(error) }
      }
      try reader.readEnd()
    }
    guard number > 0 else { throw TrackerError.noRecords(what: "The file is an empty list.") }
    if pullRequests > 0 { gatherer.report.warnings.append(.pullRequests(pullRequests)) }
    if GitHubJSON.pages[gatherer.report.format]?.contains(number) ?? false {
      gatherer.report.warnings.append(.perhapsCut(records: number))
      gatherer.report.isComplete = false
    }
  }
}
