import Delivery
import Times

extension Team {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      key: Key(try fields.text("key")), name: try fields.text("name", orElse: "key"),
      mission: try fields.optionalText("mission"), zone: try fields.optionalText("zone"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("name", name)
    writer.member("mission", mission)
    writer.member("zone", zone)
  }
}

extension Person {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      key: Key(try fields.text("key")), name: try fields.text("name", orElse: "key"),
      short: try fields.optionalText("short"), team: try fields.key("team"), role: try fields.optionalText("role"),
      zone: try fields.optionalText("zone"), active: try fields.flag("active", default: true))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("key", key.text)
    writer.member("name", name)
    writer.member("short", short)
    writer.member("team", team?.text)
    writer.member("role", role)
    writer.member("zone", zone)
    if !active {
      writer.name("active")
      writer.bool(false)
    }
  }
}

extension Shield {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      team: Key(try fields.text("team")), person: Key(try fields.text("person")), from: try fields.requiredDay("from"),
      to: try fields.requiredDay("to"), backup: try fields.key("backup"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("team", team.text)
    writer.member("person", person.text)
    writer.member("from", from)
    writer.member("to", to)
    writer.member("backup", backup?.text)
  }
}

extension Batch {
  init(_ fields: LineFields) throws(LineError) {
    var weekday: Weekday?
    if let name = try fields.optionalText("weekday")?.lowercased() {
      weekday = Weekday.allCases.first { "\($0)" == name || "\($0)".prefix(3) == name }
      if weekday == nil {
        throw LineError.notOneOf("weekday", value: name, allowed: Weekday.allCases.map { "\($0)" })
      }
    }
    self.init(
      team: Key(try fields.text("team")), weekday: weekday, time: try fields.text("time"),
      answerBy: try fields.text("answer_by"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("team", team.text)
    writer.member("weekday", weekday.map { "\($0)" })
    writer.member("time", time)
    writer.member("answer_by", answerBy)
  }
}

extension Holiday {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      region: try fields.text("region"), date: try fields.requiredDay("date"), name: try fields.text("name"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("region", region)
    writer.member("date", date)
    writer.member("name", name)
  }
}

extension Away {
  init(_ fields: LineFields) throws(LineError) {
    self.init(
      person: Key(try fields.text("person")), from: try fields.requiredDay("from"), to: try fields.requiredDay("to"),
      reason: try fields.optionalText("reason"))
  }

  func write(to writer: inout JSONWriter) {
    writer.member("person", person.text)
    writer.member("from", from)
    writer.member("to", to)
    writer.member("reason", reason)
  }
}
