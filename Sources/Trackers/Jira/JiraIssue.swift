import Delivery
import Interchange
import Times

/// One issue of Jira's JSON, in the fields that are used.
struct JiraIssue {
  var key: String?
  private var address: String?
  private var fields = Fields()
  private var changelog: JiraChangelog?
  private(set) var unclearPhrases: [String] = []

  /// The members of `fields`, as they stand.
  private struct Fields {
    var summary, type, project, status, assignee, reporter, epic, parent, components, versions, description: JSON?
    var created, updated, resolved, categoryChanged, due, estimate, links, epicLink: JSON?
  }

  /// Reads a member of the issue, or passes over it.
  mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONError) {
    switch name {
    case "key": key = try reader.readValue().text
    case "self": address = try reader.readValue().text
    case "fields" where reader.peek() == UInt8(ascii: "{"):
      var read = fields
      try reader.readObject { name, reader throws(JSONError) in try JiraIssue.read(name, &reader, into: &read) }
      fields = read
    case "changelog" where reader.peek() == UInt8(ascii: "{"): changelog = try JiraChangelog(&reader)
    default: try reader.skipValue()
    }
  }

  private static func read(
    _ name: String, _ reader: inout JSONReader, into fields: inout Fields
  ) throws(JSONError) {
    switch name {
    case "summary": fields.summary = try reader.readValue()
    case "issuetype": fields.type = try reader.readValue()
    case "project": fields.project = try reader.readValue()
    case "status": fields.status = try reader.readValue()
    case "assignee": fields.assignee = try reader.readValue()
    case "reporter": fields.reporter = try reader.readValue()
    case "created": fields.created = try reader.readValue()
    case "updated": fields.updated = try reader.readValue()
    case "resolutiondate": fields.resolved = try reader.readValue()
    case "statuscategorychangedate": fields.categoryChanged = try reader.readValue()
    case "duedate": fields.due = try reader.readValue()
    case "timeoriginalestimate": fields.estimate = try reader.readValue()
    case "epic": fields.epic = try reader.readValue()
    // The field that older clouds and most servers keep the epic's key in.
    case "customfield_10014": fields.epicLink = try reader.readValue()
    case "parent": fields.parent = try reader.readValue()
    case "components": fields.components = try reader.readValue()
    case "fixVersions": fields.versions = try reader.readValue()
    case "description": fields.description = try reader.readValue()
    case "issuelinks": fields.links = try reader.readValue()
    default: try reader.skipValue()
    }
  }

  /// The issue in the terms that all trackers share, or nothing when it has no key.
  mutating func tracked() -> TrackedIssue? {
    guard let key = key?.trimmed.nonEmpty else { return nil }
    var issue = TrackedIssue(key: key, project: project(of: key))
    issue.title = fields.summary?.text
    let type = fields.type
    issue.kind = type?["name"]?.text
    issue.isEpic = JiraNames.isEpic(type)
    issue.status = fields.status?["name"]?.text
    issue.category = JiraNames.category(fields.status)
    issue.assignee = Account(jira: fields.assignee)
    issue.reporter = Account(jira: fields.reporter)
    issue.created = instant(fields.created)
    issue.updated = instant(fields.updated)
    issue.resolved = instant(fields.resolved)
    issue.categoryChanged = instant(fields.categoryChanged)
    issue.due = fields.due?.text.flatMap { Day($0) }
    issue.estimateSeconds = fields.estimate?.double
    issue.component = fields.components?.array?.first?["name"]?.text
    issue.release = release()
    issue.text = fields.description.flatMap { $0.text ?? JiraDocument.text(of: $0) }
    issue.url = address.flatMap { address in
      JiraNames.base(of: address).map { "\($0)/browse/\(key)" }
    }
    fitParent(into: &issue)
    fitLinks(into: &issue)
    if let changelog {
      let changes = changelog.changes(created: issue.created)
      issue.isHistoryCut = changelog.isCut
      // Of a list that is cut before the first change of status nothing is known.
      issue.changes = changelog.isCut && changes.isEmpty ? nil : changes
    }
    return issue
  }

  private func project(of key: String) -> TrackedProject {
    let project = fields.project
    let projectKey = project?["key"]?.text?.trimmed.nonEmpty ?? JiraNames.project(of: key)
    return TrackedProject(key: projectKey, name: project?["name"]?.text?.trimmed.nonEmpty, source: "jira:\(projectKey)")
  }

  private func release() -> TrackedRelease? {
    guard let versions = fields.versions?.array else { return nil }
    // What is still to come matters more than what already shipped part of it.
    guard let version = versions.first(where: { $0["released"]?.bool == false }) ?? versions.first,
      let name = version["name"]?.text?.trimmed.nonEmpty
    else { return nil }
    let isReleased = version["released"]?.bool
    return TrackedRelease(
      name: name, date: version["releaseDate"]?.text.flatMap { Day($0) },
      state: isReleased.map { $0 ? "released" : "unreleased" })
  }

  private func fitParent(into issue: inout TrackedIssue) {
    if let epic = fields.epic, let key = epic["key"]?.text?.nonEmpty {
      issue.epic = TrackedEpic(key: key, name: epic["summary"]?.text?.nonEmpty ?? epic["name"]?.text)
    } else if let key = fields.epicLink?.text, JiraNames.isKey(key) {
      issue.epic = TrackedEpic(key: key, name: nil)
    }
    guard issue.epic == nil, let parent = fields.parent, let key = parent["key"]?.text?.nonEmpty else { return }
    if JiraNames.isEpic(parent["fields"]?["issuetype"]) {
      issue.epic = TrackedEpic(key: key, name: parent["fields"]?["summary"]?.text)
    } else {
      issue.parent = key
    }
  }

  private mutating func fitLinks(into issue: inout TrackedIssue) {
    for link in fields.links?.array ?? [] {
      let isOutward = link["outwardIssue"]?.object != nil
      guard let end = isOutward ? link["outwardIssue"] : link["inwardIssue"], let other = end["key"]?.text,
        let phrase = link["type"]?[isOutward ? "outward" : "inward"]?.text
      else { continue }
      guard let direction = LinkDirection(phrase: phrase) else {
        if LinkDirection.looksBlocking(phrase) { unclearPhrases.append(phrase) }
        continue
      }
      let status = end["fields"]?["status"]
      issue.links.append(
        TrackedLink(
          direction: direction, other: other, title: end["fields"]?["summary"]?.text?.plain.trimmed.nonEmpty,
          status: status?["name"]?.text?.trimmed.nonEmpty, category: JiraNames.category(status),
          since: changelog?.linked(to: other, direction: direction)))
    }
  }

  private func instant(_ value: JSON?) -> Instant? {
    value?.text.flatMap { Instant($0) }
  }
}

extension Account {
  /// Makes an account of a user as Jira's JSON has it.
  init?(jira user: JSON?) {
    guard let user, user.object != nil else { return nil }
    self.init(
      id: user["accountId"]?.text ?? user["key"]?.text ?? user["name"]?.text,
      name: user["displayName"]?.text?.trimmed.nonEmpty ?? user["name"]?.text,
      isActive: user["active"]?.bool ?? true)
  }
}
