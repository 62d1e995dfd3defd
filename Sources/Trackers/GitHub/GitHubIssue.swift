import Delivery
import Interchange
import Times

/// One issue of GitHub, in the spelling of its command line or of its REST interface.
struct GitHubIssue {
  /// What to ask `gh issue list --json` for.
  static let fields =
    "number,title,state,stateReason,url,createdAt,updatedAt,closedAt,labels,assignees,author,"
    + "milestone,body"

  static let open = "Open"
  static let closed = "Closed"
  static let reopened = "Reopened"
  static let notPlanned = "Not planned"
  static let duplicate = "Duplicate"

  /// GitHub has no other statuses, and says itself whether one is open.
  static let categories: [String: Status.Category] = [
    open: .waiting, reopened: .waiting, closed: .done, notPlanned: .done, duplicate: .done,
  ]

  private(set) var number: Int?
  private(set) var isPullRequest = false
  private var title, address, body, state, reason: String?
  private var created, updated, closedAt: Instant?
  private var assignees, author, assignee, labels, milestone: JSON?

  mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONError) {
    switch name {
    case "number": number = try reader.readValue().integer
    case "title": title = try reader.readValue().text
    // In REST `url` is the address for programs, and `html_url` that for people.
    case "html_url": address = try reader.readValue().text
    case "url":
      let text = try reader.readValue().text
      if address == nil { address = text }
    case "body": body = try reader.readValue().text
    case "state": state = try reader.readValue().text?.lowercased()
    case "stateReason", "state_reason": reason = try reader.readValue().text?.lowercased()
    case "createdAt", "created_at": created = try GitHubIssue.instant(&reader)
    case "updatedAt", "updated_at": updated = try GitHubIssue.instant(&reader)
    case "closedAt", "closed_at": closedAt = try GitHubIssue.instant(&reader)
    case "assignees": assignees = try reader.readValue()
    case "assignee": assignee = try reader.readValue()
    case "author", "user": author = try reader.readValue()
    case "labels": labels = try reader.readValue()
    case "milestone": milestone = try reader.readValue()
    case "pull_request":
      isPullRequest = reader.peek() == UInt8(ascii: "{")
      try reader.skipValue()
    case "isPullRequest": isPullRequest = try reader.readValue().bool ?? false
    default: try reader.skipValue()
    }
  }

  private static func instant(_ reader: inout JSONReader) throws(JSONError) -> Instant? {
    try reader.readValue().text.flatMap { Instant($0) }
  }

  /// The issue in the terms that all trackers share, or nothing when its address names no repository.
  func tracked() -> TrackedIssue? {
    guard let number, let address, let repository = GitHubIssue.repository(in: address) else { return nil }
    let name = repository.split(separator: "/").last.map(String.init)
    let project = TrackedProject(key: repository, name: name, source: "github:\(repository)")
    var issue = TrackedIssue(key: "\(repository)#\(number)", project: project)
    issue.title = title
    issue.text = body
    issue.url = address
    issue.kind = kind
    issue.assignee = Account(github: assignees?.array?.first { !$0.isNull } ?? assignee)
    issue.reporter = Account(github: author)
    issue.created = created
    issue.updated = updated
    issue.release = release
    let isClosed = state == "closed"
    issue.status = status(isClosed: isClosed)
    issue.resolved = isClosed ? closedAt : nil
    if let created { issue.moments.append(StatusChange(at: created, status: GitHubIssue.open)) }
    if isClosed, let closedAt, let status = issue.status {
      issue.moments.append(StatusChange(at: closedAt, status: status))
    } else if issue.status == GitHubIssue.reopened, let updated {
      // When it was opened again is not told; at its last change it was open.
      issue.moments.append(StatusChange(at: updated, status: GitHubIssue.reopened))
    }
    if let body {
      issue.links = ProseLinks.find(in: body, repository: repository).filter { $0.other != issue.key }
    }
    return issue
  }

  private func status(isClosed: Bool) -> String {
    switch (isClosed, reason) {
    case (true, "not_planned"): GitHubIssue.notPlanned
    case (true, "duplicate"): GitHubIssue.duplicate
    case (true, _): GitHubIssue.closed
    case (false, "reopened"): GitHubIssue.reopened
    case (false, _): GitHubIssue.open
    }
  }

  /// The first label that says what an issue is.
  private var kind: String? {
    let names = (labels?.array ?? []).compactMap { $0["name"]?.text ?? $0.text }
    for name in names {
      let word = name.lowercased().split { !$0.isLetter }.last.map(String.init) ?? ""
      if let kind = GitHubIssue.kinds[word] { return kind }
    }
    return nil
  }

  private static let kinds: [String: String] = [
    "bug": "bug", "defect": "bug", "regression": "bug", "feature": "feature", "enhancement": "enhancement",
    "epic": "epic", "story": "story", "task": "task", "chore": "chore", "documentation": "documentation",
    "docs": "documentation", "question": "question", "incident": "incident", "initiative": "initiative",
  ]

  private var release: TrackedRelease? {
    guard let milestone, let name = milestone["title"]?.text?.trimmed.nonEmpty else { return nil }
    let due = milestone["dueOn"]?.text ?? milestone["due_on"]?.text
    return TrackedRelease(
      name: name, date: due.flatMap { Day(String($0.prefix(10))) }, state: milestone["state"]?.text?.lowercased())
  }

  /// The `owner/name` in an address such as `https://github.com/owner/name/issues/12`.
  static func repository(in address: String) -> String? {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let end = parts.lastIndex(where: { $0 == "issues" || $0 == "pull" }), end >= 4 else { return nil }
    let owner = parts[end - 2]
    let name = parts[end - 1]
    return owner.isEmpty || name.isEmpty ? nil : "\(owner)/\(name)"
  }
}

extension Account {
  /// Makes an account of a user as GitHub has it; programs are nobody.
  init?(github user: JSON?) {
    guard let user, let login = user["login"]?.text?.nonEmpty else { return nil }
    let isProgram = user["type"]?.text == "Bot" || user["is_bot"]?.bool == true || login.hasSuffix("[bot]")
    if isProgram { return nil }
    self.init(
      id: "@" + login.lowercased(), handle: login, name: user["name"]?.text?.trimmed.nonEmpty ?? login)
  }
}
