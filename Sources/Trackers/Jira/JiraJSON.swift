import Delivery
import Interchange
import Times

/// Reads Jira's search results, lists of issues and single issues, with or without their changelog.
///
/// Issues are read one at a time and only in the fields that are used; comments and custom fields are passed over.
struct JiraJSON {
  let file: TrackerFile

  /// What a page of results says about itself.
  private struct Paging {
    var startAt = 0
    var total: Int?
    var isLast: Bool?
  }

  func read(into gatherer: inout Gatherer, _ body: (Record) throws -> Void) throws {
    var paging = Paging()
    var isList = false
    try file.readJSON { reader in
      if reader.peek() == UInt8(ascii: "[") {
        try readIssues(&reader, &gatherer, body)
      } else {
        try readObject(&reader, &paging, &isList, &gatherer, body)
      }
      try reader.readEnd()
    }
    let count = gatherer.report.records
    guard count > 0 else { throw TrackerError.noRecords(what: "The search found no issues.") }
    if let total = paging.total, total > paging.startAt + count {
      gatherer.report.warnings.append(.cut(records: count, total: total))
    } else if paging.isLast == false || (paging.total == nil && JiraLimits.isSuspicious(count)) {
      gatherer.report.warnings.append(.perhapsCut(records: count))
    }
    if paging.startAt > 0 { gatherer.report.warnings.append(.startsAt(paging.startAt)) }
    // Only results that say how many there are can be taken for all of them.
    let saysAll = paging.isLast == true || paging.total == count
    gatherer.report.isComplete = isList && saysAll && paging.startAt == 0
  }

  private func readObject(
    _ reader: inout JSONReader, _ paging: inout Paging, _ isList: inout Bool, _ gatherer: inout Gatherer,
    _ body: (Record) throws -> Void
  ) throws {
    var single = JiraIssue()
    try reader.readObject { name, reader throws(Interruption) in
      do throws(JSONError) {
        switch name {
        case "startAt": paging.startAt = try reader.readValue().integer ?? 0
        case "total": paging.total = try reader.readValue().integer
        case "isLast": paging.isLast = try reader.readValue().bool
        case "issues" where reader.peek() == UInt8(ascii: "["): isList = true
        default: try single.read(name, &reader)
        }
      } catch { throw .json(error) }
      if name == "issues", isList {
        do { try readIssues(&reader, &gatherer, body) } catch { throw Interruption.wrapping(error) }
      }
    }
    if !isList { try take(single, 1, &gatherer, body) }
  }

  private func readIssues(
    _ reader: inout JSONReader, _ gatherer: inout Gatherer, _ body: (Record) throws -> Void
  ) throws {
    var number = 0
    try reader.readArray { reader throws(Interruption) in
      number += 1
      do {
        guard reader.peek() == UInt8(ascii: "{") else {
          try reader.skipValue()
          gatherer.skip(Skipped(.record(number), .notAnObject))
          return
        }
        var issue = JiraIssue()
        try reader.readObject { name, reader throws(JSONError) in try issue.read(name, &reader) }
        try take(issue, number, &gatherer, body)
        gatherer.reached?(reader.offset)
      } catch { throw Interruption.wrapping(error) }
    }
  }

  private func take(
    _ read: JiraIssue, _ number: Int, _ gatherer: inout Gatherer, _ body: (Record) throws -> Void
  ) throws {
    var issue = read
    guard let tracked = issue.tracked() else {
      gatherer.skip(Skipped(.record(number), .noKey))
      return
    }
    for phrase in issue.unclearPhrases { gatherer.countUnclearLink(phrase) }
    try gatherer.add(tracked, at: .record(number), body)
  }
}

extension Interruption {
  /// The error as an interruption, without a second wrapping.
  static func wrapping(_ error: any Error) -> Interruption {
    switch error {
    case let error as Interruption: error
    case let error as JSONError: .json(error)
    default: .other(error)
    }
  }
}

/// How many issues an export of Jira holds when it is cut.
enum JiraLimits {
  /// Whether the count is one of the limits that servers are shipped with.
  static func isSuspicious(_ count: Int) -> Bool {
    [50, 100, 1_000, 5_000, 10_000].contains(count)
  }
}
