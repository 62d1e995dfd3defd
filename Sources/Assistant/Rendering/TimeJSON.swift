package import Interchange
package import Times

/// Words of time as the object that `when` prints.
package enum TimeJSON {
  /// What a text was read as.
  ///
  /// - Parameters:
  ///   - reading: What it means.
  ///   - text: The text that was read; the span is counted in its characters.
  /// - Returns: The fields of the object, in order.
  package static func object(of reading: TimeReading, in text: String) -> JSON.Object {
    var object: JSON.Object = [
      "said": .string(reading.said),
      "span": reading.kind == .none ? .null : span(reading.span, in: text),
    ]
    for member in meaning(of: reading).members { object[member.name] = member.value }
    return object
  }

  private static func meaning(of reading: TimeReading) -> JSON.Object {
    var object: JSON.Object = [
      "kind": .string(reading.kind.rawValue),
      "start": .optional(reading.start?.description),
      "end": .optional(reading.end?.description),
      "grain": .optional(reading.grain?.rawValue),
      "rule": .optional(reading.rule),
    ]
    switch reading.kind {
    case .duration:
      object["seconds"] = .optional((reading.seconds ?? reading.workingDays.map { Int64($0) * 86_400 }).map(Int.init))
      object["iso"] = .optional(reading.iso)
    case .anchor:
      object["event"] = .optional(reading.event)
      object["offset"] = .optional(reading.iso)
    case .condition:
      object["subject"] = .optional(reading.subject)
      object["state"] = .optional(reading.state)
      object["fallback"] = reading.fallback.map { .object(meaning(of: $0)) } ?? .null
    case .point, .interval, .deadline, .recurrence, .none: break
    }
    if let days = reading.workingDays { object["working_days"] = .integer(days) }
    if let except = reading.except { object["except"] = .strings(except.map(\.description)) }
    if let workdays = reading.workdays { object["workdays"] = .string(workdays.rawValue.lowercased()) }
    if let basis = reading.basis { object["basis"] = .string(basis.rawValue) }
    object["also"] = .array(
      reading.also.map { other in
        ["start": .string(other.start.description), "why": .string(TimeReadingWording.reason(other.why))]
      })
    if let corrections = reading.corrections {
      object["corrected"] = .array(corrections.map { ["said": .string($0.said), "meant": .string($0.meant)] })
    }
    object["ask"] = .optional(reading.ask.map(TimeQuestionWording.question))
    return object
  }

  /// A span in bytes as one in Unicode scalars, in which most languages count.
  private static func span(_ span: Range<Int>, in text: String) -> JSON {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: span.upperBound)
    let scalars = text.unicodeScalars
    return [
      .integer(scalars.distance(from: scalars.startIndex, to: start)),
      .integer(scalars.distance(from: scalars.startIndex, to: end)),
    ]
  }
}
