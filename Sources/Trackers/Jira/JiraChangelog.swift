import Delivery
import Interchange
import Times

/// The list of changes of one issue, so far as it tells of status and links.
struct JiraChangelog {
  private struct Change {
    var at: Instant
    var from: String?
    var to: String?
    var toKey: String?
    var isLink: Bool
  }

  private var all: [Change] = []
  private var read = 0
  private var total: Int?
  private var startAt = 0

  /// Whether the list is shorter than it says itself.
  var isCut: Bool { startAt > 0 || (total ?? 0) > read }

  init(_ reader: inout JSONReader) throws(JSONError) {
    var changes: [Change] = []
    var count = 0
    var said: Int?
    var start = 0
    try reader.readObject { name, reader throws(JSONError) in
      switch name {
      case "total": said = try reader.readValue().integer
      case "startAt": start = try reader.readValue().integer ?? 0
      case "histories" where reader.peek() == UInt8(ascii: "["):
        try reader.readArray { reader throws(JSONError) in
          count += 1
          changes += try JiraChangelog.readHistory(&reader)
        }
      default: try reader.skipValue()
      }
    }
    read = count
    total = said
    startAt = start
    // Jira lists the newest first; reversed, changes of one moment keep the order in which they were made.
    if let first = changes.first, let last = changes.last, first.at > last.at { changes.reverse() }
    all = changes.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  private static func readHistory(_ reader: inout JSONReader) throws(JSONError) -> [Change] {
    var at: Instant?
    var items: [JSON] = []
    guard reader.peek() == UInt8(ascii: "{") else {
      try reader.skipValue()
      return []
    }
    try reader.readObject { name, reader throws(JSONError) in
      switch name {
      case "created": at = try reader.readValue().text.flatMap { Instant($0) }
      case "items": items = try reader.readValue().array ?? []
      default: try reader.skipValue()
      }
    }
    guard let at else { return [] }
    return items.compactMap { item in
      let field = item["field"]?.text
      guard field == "status" || field == "Link" else { return nil }
      return Change(
        at: at, from: item["fromString"]?.text, to: item["toString"]?.text, toKey: item["to"]?.text,
        isLink: field == "Link")
    }
  }

  /// Every status with the moment it began, oldest first; the first one began with the issue.
  func changes(created: Instant?) -> [StatusChange] {
    var result: [StatusChange] = []
    for change in all where !change.isLink {
      guard let to = change.to?.trimmed.nonEmpty else { continue }
      if result.isEmpty, !isCut, let created, let from = change.from?.trimmed.nonEmpty {
        result.append(StatusChange(at: min(created, change.at), status: from))
      }
      result.append(StatusChange(at: change.at, status: to))
    }
    return result
  }

  /// When the link to another issue was last made, such as by "This issue is blocked by PAY-14".
  func linked(to key: String, direction: LinkDirection) -> Instant? {
    all.last { change in
      guard change.isLink, change.toKey == key, var words = change.to else { return false }
      if words.hasPrefix("This issue ") { words.removeFirst("This issue ".count) }
      if words.hasSuffix(" " + key) { words.removeLast(key.count + 1) }
      return LinkDirection(phrase: words) == direction
    }?.at
  }
}
