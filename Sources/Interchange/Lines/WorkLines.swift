import Delivery
import Times

extension Item {
  init(_ fields: LineFields) throws(LineError) {
    var history: [StatusChange] = []
    if let entries = fields.object["history"], !entries.isNull {
      guard let entries = entries.array else { throw LineError.wrong("history", expected: .object) }
      history.reserveCapacity(entries.count)
      for entry in entries {
        guard let object = entry.object else { throw LineError.wrong("history", expected: .object) }
        let entry = LineFields(object: object)
        guard let at = try entry.instant("at") else { throw LineError.missing("history.at") }
        history.append(StatusChange(at: at, status: try entry.text("status"), by: try entry.key("by")))
      }
    }
    self.init(
      key: Key(try fields.text("key")), title: try fields.optionalText("title"), feature: try fields.key("feature"),
      team: try fields.key("team"), assignee: try fields.key("assignee"),
      status: try fields.optionalText("status") ?? history.last?.status, release: try fields.key("release"),
      kind: try fields.optionalText("type"), created: try fields.instant("created"),
      updated: try fields.instant("updated"), done: try fields.instant("done"), due: try fields.day("due"),
      estimateDays: try fields.number("estimate_days"), url: try fields.optionalText("url"),
      text: try fields.optionalText("text"), history: history, outside: try fields.flag("outside", default: false),
      source: try fields.optionalText("source"), closedBecause: try fields.optionalText("closed_because"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("title", title)
    writer.member("feature", feature?.text)
    writer.member("team", team?.text)
    writer.member("assignee", assignee?.text)
    writer.member("status", status)
    writer.member("release", release?.text)
    writer.member("type", kind)
    writer.member("created", created)
    writer.member("updated", updated)
    writer.member("done", done)
    writer.member("due", due)
    writer.member("estimate_days", estimateDays)
    writer.member("url", url)
    writer.member("text", text)
    writer.member("outside", if: outside)
    writer.member("source", source)
    writer.member("closed_because", closedBecause)
    guard !history.isEmpty else { return }
    writer.name("history")
    writer.array { writer in
      for change in history {
        writer.object { writer in
          writer.member("at", change.at)
          writer.member("status", change.status)
          writer.member("by", change.by?.text)
        }
      }
    }
  }
}

extension Dependency {
  init(_ fields: LineFields, isFeature: (String) -> Bool) throws(LineError) {
    func end(_ name: String) throws(LineError) -> Reference {
      let key = try fields.text(name)
      let kind: Kind = try fields.word("\(name)_kind", default: isFeature(key) ? .feature : .item)
      return Reference(kind, key)
    }
    self.init(
      waiting: try end("item"), blocker: try end("waits_for"), since: try fields.instant("since"),
      evidence: try fields.word("evidence", default: .declared), source: try fields.optionalText("source"),
      by: try fields.key("by"), note: try fields.optionalText("note"), closed: try fields.instant("closed"),
      closedBecause: try fields.optionalText("closed_because"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("item", waiting.key)
    if waiting.kind != .item { writer.member("item_kind", waiting.kind.rawValue) }
    writer.member("waits_for", blocker.key)
    if blocker.kind != .item { writer.member("waits_for_kind", blocker.kind.rawValue) }
    writer.member("since", since)
    writer.member("evidence", evidence.rawValue)
    writer.member("source", source)
    writer.member("by", by?.text)
    writer.member("note", note)
    writer.member("closed", closed)
    writer.member("closed_because", closedBecause)
  }
}

extension Status {
  init(_ fields: LineFields) throws(LineError) {
    guard try fields.optionalText("category") != nil else { throw LineError.missing("category") }
    self.init(
      name: try fields.text("name"), category: try fields.word("category", default: .waiting),
      by: try fields.optionalText("by"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("name", name)
    writer.member("category", category.rawValue)
    writer.member("by", by)
  }
}

extension Incident {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      key: Key(try fields.text("key")), title: try fields.text("title", orElse: "key"),
      severity: try fields.integer("severity"), feature: try fields.key("feature"),
      started: try fields.instant("started"), detected: try fields.instant("detected"),
      ended: try fields.instant("ended"), impact: try fields.optionalText("impact"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("title", title)
    writer.member("severity", severity)
    writer.member("feature", feature?.text)
    writer.member("started", started)
    writer.member("detected", detected)
    writer.member("ended", ended)
    writer.member("impact", impact)
  }
}

extension FollowUp {
  init(_ fields: LineFields) throws(LineError) {
    guard let number = try fields.integer("number") else { throw LineError.missing("number") }
    self.init(
      key: try fields.key("key") ?? Key("followup-\(number)"), number: number, text: try fields.text("text"),
      owner: try fields.key("owner"), due: try fields.due("due"), after: try fields.integer("after"),
      state: try fields.word("state", default: .open), waitingOn: try fields.optionalText("waiting_on"),
      waitingSince: try fields.instant("waiting_since"), reason: try fields.optionalText("reason"),
      created: try fields.instant("created"), done: try fields.instant("done"), fromCase: try fields.integer("case"),
      by: try fields.key("by"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("number", number)
    writer.member("text", text)
    writer.member("owner", owner?.text)
    writer.member("due", due)
    writer.member("after", after)
    writer.member("state", state.rawValue)
    writer.member("waiting_on", waitingOn)
    writer.member("waiting_since", waitingSince)
    writer.member("reason", reason)
    writer.member("created", created)
    writer.member("done", done)
    writer.member("case", fromCase)
    writer.member("by", by?.text)
  }
}

extension Case {
  init(_ fields: LineFields) throws(LineError) {
    guard let number = try fields.integer("number") else { throw LineError.missing("number") }
    var causes: [Cause] = []
    if let entries = fields.object["causes"], !entries.isNull {
      guard let entries = entries.array else { throw LineError.wrong("causes", expected: .object) }
      for entry in entries {
        guard let object = entry.object else { throw LineError.wrong("causes", expected: .object) }
        causes.append(try Cause(LineFields(object: object)))
      }
    }
    // The sort of case is `type` in its line, because `kind` names the kind of record.
    self.init(
      key: try fields.key("key") ?? Key("case-\(number)"), number: number, title: try fields.text("title"),
      kind: try fields.word("type", default: .incident), problem: try fields.optionalText("problem"),
      state: try fields.word("state", default: .open), opened: try fields.instant("opened"),
      closed: try fields.instant("closed"), incident: try fields.key("incident"), feature: try fields.key("feature"),
      causes: causes, by: try fields.key("by"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("number", number)
    writer.member("title", title)
    writer.member("type", kind.rawValue)
    writer.member("problem", problem)
    writer.member("state", state.rawValue)
    writer.member("opened", opened)
    writer.member("closed", closed)
    writer.member("incident", incident?.text)
    writer.member("feature", feature?.text)
    writer.member("by", by?.text)
    guard !causes.isEmpty else { return }
    writer.name("causes")
    writer.array { writer in
      for cause in causes { cause.write(to: &writer) }
    }
  }
}

extension Cause {
  init(_ fields: LineFields) throws(LineError) {
    guard let number = try fields.integer("number") else { throw LineError.missing("causes.number") }
    self.init(
      number: number, parent: try fields.integer("parent"), text: try fields.text("text"),
      evidence: try fields.word("evidence", default: .unknown), reference: try fields.optionalText("reference"),
      isRoot: try fields.flag("root", default: false), asked: try fields.optionalText("asked"))
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("number", number)
      writer.member("parent", parent)
      writer.member("text", text)
      writer.member("evidence", evidence.rawValue)
      writer.member("reference", reference)
      writer.member("root", if: isRoot)
      writer.member("asked", asked)
    }
  }
}
