import Interchange

/// What a JSON file is, told by the names of its first members.
enum JSONShape {
  /// Members of one object, with their values where those decide.
  private struct Members {
    var names: Set<String> = []
    var kind: String?
    /// The members of the first element of the list of issues.
    var firstIssue: Set<String>?

    func has(_ all: String...) -> Bool { all.allSatisfy(names.contains) }
  }

  static func format(of bytes: UnsafeBufferPointer<UInt8>) throws -> Format {
    var reader = JSONReader(bytes)
    guard reader.peek() == UInt8(ascii: "[") else {
      let members = try self.members(&reader)
      return try format(ofObject: members)
    }
    var first: Members?
    do {
      try reader.readArray { reader throws(Interruption) in
        do { first = try members(&reader) } catch { throw Interruption.wrapping(error) }
        throw Interruption.other(Seen.enough)
      }
    } catch Interruption.json(let error) {
      throw error
    } catch Interruption.other(let error) {
      guard error is Seen else { throw error }
    }
    guard let first else { throw TrackerError.noRecords(what: "The file is an empty list.") }
    return try format(ofElement: first)
  }

  private enum Seen: Error { case enough }

  /// Reads the names of an object's members, no further than needed to tell what it is.
  private static func members(_ reader: inout JSONReader) throws -> Members {
    var members = Members()
    guard reader.peek() == UInt8(ascii: "{") else { return members }
    do {
      try reader.readObject { name, reader throws(Interruption) in
        members.names.insert(name)
        do {
          if name == "kind", reader.peek() == UInt8(ascii: "\"") {
            members.kind = try reader.readString()
            if members.names.count == 1 { throw Seen.enough }
          } else if name == "fields", members.has("key") || members.has("id") {
            throw Seen.enough
          } else if name == "issues", reader.peek() == UInt8(ascii: "[") {
            try reader.readArray { reader throws(Interruption) in
              do { members.firstIssue = try self.members(&reader).names } catch { throw Interruption.wrapping(error) }
              throw Interruption.other(Seen.enough)
            }
            members.firstIssue = []
          } else {
            try reader.skipValue()
          }
        } catch { throw Interruption.wrapping(error) }
      }
    } catch Interruption.json(let error) {
      throw error
    } catch Interruption.other(let error) {
      guard error is Seen else { throw error }
    }
    return members
  }

  private static func format(ofObject members: Members) throws -> Format {
    if members.kind != nil, !members.has("fields") { return .gangway }
    if let issue = members.firstIssue {
      if issue.isSuperset(of: ["key"]) || issue.contains("fields") || members.has("startAt") || members.has("isLast") {
        return .jiraJSON
      }
      if members.has("magic") || members.has("pulls") {
        throw TrackerError.notReadYet(
          product: "an archive of a draft's issues",
          instead: "Use gh issue list --state all --limit 10000 --json number,title,state,stateReason,url,createdAt,"
            + "updatedAt,closedAt,labels,assignees,author,milestone,body.")
      }
      if issue.isEmpty { return .jiraJSON }
    }
    if members.has("fields"), members.has("key") || members.has("id") { return .jiraJSON }
    if members.has("lists", "cards") {
      throw TrackerError.notReadYet(product: "a Trello board", instead: "Export the work from its tracker as CSV.")
    }
    if members.has("id", "title", "status"), members.has("issue_type") || members.has("dependencies") {
      throw TrackerError.notReadYet(
        product: "a list of beads issues", instead: "Turn each line into an item line of Gangway's own format.")
    }
    if members.has("items", "totalCount") {
      throw TrackerError.notReadYet(
        product: "a GitHub project's list of items", instead: "Use gh issue list --json for the repository's issues.")
    }
    if members.has("data") {
      throw TrackerError.notReadYet(
        product: "an answer of Asana's or of a GraphQL interface", instead: "Export the issues as CSV or JSON.")
    }
    if members.has("key"), members.has("components") || members.has("issueTypes") || members.has("versions") {
      throw TrackerError.noRecords(what: "This describes a Jira project and lists none of its issues.")
    }
    if members.has("number", "title"), members.has("html_url") || members.has("url") {
      throw TrackerError.notReadYet(
        product: "a single GitHub issue", instead: "Export a list, such as with gh issue list --json.")
    }
    throw TrackerError.notRecognised
  }

  private static func format(ofElement members: Members) throws -> Format {
    if members.kind != nil, !members.has("fields", "key") {
      throw TrackerError.notReadYet(
        product: "a list of Gangway's records", instead: "Write one object a line, without the list around them.")
    }
    if members.has("fields"), members.has("key") || members.has("id") { return .jiraJSON }
    if members.has("iid") {
      throw TrackerError.notReadYet(
        product: "GitLab's JSON", instead: "Export the issues as CSV from the project's list of issues.")
    }
    if members.has("gid") {
      throw TrackerError.notReadYet(product: "Asana's JSON", instead: "Export the work from its tracker as CSV.")
    }
    if members.has("number") {
      if members.has("html_url") || members.has("repository_url") || members.has("created_at") { return .githubREST }
      if members.has("title") || members.has("createdAt") || members.has("url") { return .githubCLI }
    }
    if members.has("title", "state"), members.has("createdAt") || members.has("url") { return .githubCLI }
    throw TrackerError.notRecognised
  }
}
