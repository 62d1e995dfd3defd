package import Delivery
package import Times

extension Workspace {
  init(_ fields: LineFields) throws(LineError) {
    var offset = 0
    if let text = try fields.optionalText("now"), let local = Instant(String(text.prefix(19)), defaultOffset: 0),
      let now = Instant(text, defaultOffset: 0)
    {
      offset = Int(local.seconds - now.seconds)
    }
    self.init(name: try fields.text("name"), now: try fields.instant("now"), offset: offset)
  }

  func write(to writer: inout JSONWriter) {
    writer.member("name", name)
    writer.member("now", now?.formatted(offset: offset))
  }
}

extension Feature {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      key: Key(try fields.text("key")), name: try fields.text("name", orElse: "key"),
      team: try fields.key("team"), release: try fields.key("release"), owner: try fields.key("owner"),
      aliases: try fields.strings("aliases"), summary: try fields.optionalText("summary"),
      source: try fields.optionalText("source"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("name", name)
    writer.member("team", team?.text)
    writer.member("release", release?.text)
    writer.member("owner", owner?.text)
    writer.member("aliases", aliases)
    writer.member("summary", summary)
    writer.member("source", source)
  }

  /// The claim that the short form `stage` of a feature's line states.
  func stageClaim(_ stage: String, at now: Instant) -> Claim {
    let subject = Reference(.feature, key.text)
    return Claim(
      key: Claim.key(subject: subject, attribute: "stage", scope: [], value: stage, source: nil, by: nil, at: nil),
      subject: subject, attribute: "stage", value: stage, at: now)
  }
}

extension Release {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      key: Key(try fields.text("key")), name: try fields.text("name", orElse: "key"),
      date: try fields.day("date"), state: try fields.optionalText("state"), source: try fields.optionalText("source"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("name", name)
    writer.member("date", date)
    writer.member("state", state)
    writer.member("source", source)
  }
}

extension Scope {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      name: try fields.text("name"), type: try fields.optionalText("type") ?? "group",
      aliases: try fields.strings("aliases"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("name", name)
    writer.member("type", type)
    writer.member("aliases", aliases)
  }
}

extension Claim {
  init(_ fields: LineFields, now: Instant) throws(LineError) {
    let kind: Kind = try fields.word("subject_kind", default: .feature)
    let subject = Reference(kind, try fields.text("subject"))
    let attribute = try fields.text("attribute")
    let scope = try fields.strings("scope")
    let value = try fields.text("value")
    let source = try fields.optionalText("source")
    let by: Key<Person>? = try fields.key("by")
    let at = try fields.instant("at")
    let key: Key<Claim> =
      try fields.key("key")
      ?? Claim.key(subject: subject, attribute: attribute, scope: scope, value: value, source: source, by: by, at: at)
    self.init(
      key: key, subject: subject, attribute: attribute, scope: scope, value: value, source: source, by: by,
      at: at ?? now, until: try fields.instant("until"), verifyDays: try fields.integer("verify_days"),
      confidence: try fields.word("confidence", default: .stated),
      visibility: try fields.word("visibility", default: .internal))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("subject", subject.key)
    if subject.kind != .feature { writer.member("subject_kind", subject.kind.rawValue) }
    writer.member("attribute", attribute)
    writer.member("scope", scope)
    writer.member("value", value)
    writer.member("source", source)
    writer.member("by", by?.text)
    writer.member("at", at)
    writer.member("until", until)
    writer.member("verify_days", verifyDays)
    writer.member("confidence", confidence.rawValue)
    writer.member("visibility", visibility.rawValue)
  }

  /// The key of a claim that came without one: the same statement always has the same key.
  package static func key(
    subject: Reference, attribute: String, scope: [String], value: String, source: String?, by: Key<Person>?,
    at: Instant?
  ) -> Key<Claim> {
    let parts =
      [subject.kind.rawValue, subject.key, attribute] + scope
      + ["", value, source ?? "", by?.text ?? "", at?.description ?? ""]
    return Key("c" + fingerprint(parts))
  }
}

/// A stable 64-bit fingerprint as hexadecimal digits: FNV-1a (Fowler, Noll, Vo).
func fingerprint(_ parts: [String]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for part in parts {
    for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0xFF) &* 0x100_0000_01b3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

extension Document {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      key: Key(try fields.text("key")), title: try fields.text("title", orElse: "key"),
      url: try fields.optionalText("url"), feature: try fields.key("feature"), owner: try fields.key("owner"),
      checked: try fields.day("checked"), verifyDays: try fields.integer("verify_days"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("title", title)
    writer.member("url", url)
    writer.member("feature", feature?.text)
    writer.member("owner", owner?.text)
    writer.member("checked", checked)
    writer.member("verify_days", verifyDays)
  }
}

extension Term {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      name: try fields.text("name"), expansion: try fields.optionalText("expansion"),
      meaning: try fields.optionalText("meaning"), customerWording: try fields.optionalText("customer_wording"),
      neverSay: try fields.flag("never_say", default: false))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("name", name)
    writer.member("expansion", expansion)
    writer.member("meaning", meaning)
    writer.member("customer_wording", customerWording)
    writer.member("never_say", if: neverSay)
  }
}

extension Alias {
  init(_ fields: LineFields) throws(LineError) {
    // The record's own kind cannot be called `kind` in a line whose kind is `alias`.
    let kind: Kind = try fields.word("type", default: .feature)
    self.init(text: try fields.text("text"), target: Reference(kind, try fields.text("key")))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("text", text)
    writer.member("type", target.kind.rawValue)
    writer.member("key", target.key)
  }
}

extension Question {
  init(_ fields: LineFields) throws(LineError) {
    guard let number = try fields.integer("number") else { throw LineError.missing("number") }
    self.init(
      key: try fields.key("key") ?? Key("question-\(number)"), number: number, text: try fields.text("text"),
      feature: try fields.key("feature"), team: try fields.key("team"),
      state: try fields.optionalText("state") ?? "queued", askedAt: try fields.instant("asked_at"),
      answerBy: try fields.instant("answer_by"), askers: try fields.strings("askers").map { Key($0) },
      answer: try fields.optionalText("answer"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("number", number)
    writer.member("text", text)
    writer.member("feature", feature?.text)
    writer.member("team", team?.text)
    writer.member("state", state)
    writer.member("asked_at", askedAt)
    writer.member("answer_by", answerBy)
    writer.member("askers", askers.map(\.text))
    writer.member("answer", answer)
  }
}
