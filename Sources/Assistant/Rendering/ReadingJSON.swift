package import Interchange
package import Language
package import Times

/// A reading as the object that `parse` prints.
package enum ReadingJSON {
  /// - Returns: `said`, `intent`, `slots`, `score`, `alternatives` and `because`; see the command's documentation.
  package static func object(of reading: Reading) -> JSON.Object {
    var object: JSON.Object = [
      "said": .string(reading.said),
      "intent": .string(reading.intent),
      "slots": slots(of: reading),
      "score": score(reading.score),
      "exact": .bool(reading.isExact),
      "alternatives": .array(
        reading.alternatives.map { alternative in
          .object([
            "intent": .string(alternative.intent), "slots": slots(alternative.slots),
            "score": score(alternative.score),
          ])
        }),
    ]
    if !reading.parts.isEmpty {
      object["followups"] = .array(reading.parts.map { .object(part($0)) })
    }
    if !reading.unread.isEmpty { object["unread"] = .strings(reading.unread) }
    if !reading.also.isEmpty { object["also"] = .array(reading.also.map { .object(self.object(of: $0)) }) }
    object["because"] = .strings(TraceWording.sentences(of: reading))
    return object
  }

  private static func slots(of reading: Reading) -> JSON {
    guard !reading.parts.isEmpty, case .object(var flat) = slots(reading.slots) else { return slots(reading.slots) }
    flat["followups"] = .array(reading.parts.map { .object(part($0)) })
    return .object(flat)
  }

  /// Slots by name in the order of their names.
  static func slots(_ slots: [String: SlotValue]) -> JSON {
    .object(
      JSON.Object(
        slots.sorted { $0.key < $1.key }.map { JSON.Object.Member(name: $0.key, value: value($0.value)) }))
  }

  private static func part(_ slots: [String: SlotValue]) -> JSON.Object {
    var object = JSON.Object()
    object["person"] = slots["person"].map(value) ?? .null
    for (name, slot) in slots.sorted(by: { $0.key < $1.key }) where name != "person" { object[name] = value(slot) }
    return object
  }

  static func value(_ slot: SlotValue) -> JSON {
    if let time = slot.time { return self.time(time) }
    if slot.kind == .number, let number = Int(slot.value) { return .integer(number) }
    return .string(slot.value)
  }

  /// A time as an object with what was said and what it means.
  package static func time(_ time: TimeReading) -> JSON {
    var object: JSON.Object = [
      "said": .string(time.said), "kind": .string(time.kind.rawValue),
      "start": .optional(time.start?.description), "end": .optional(time.end?.description),
      "rule": .optional(time.rule),
    ]
    if let grain = time.grain { object["grain"] = .string(grain.rawValue) }
    if let seconds = time.seconds { object["seconds"] = .integer(Int(seconds)) }
    if let iso = time.iso { object["iso"] = .string(iso) }
    if let event = time.event { object["event"] = .string(event) }
    if let ask = time.ask { object["ask"] = .string(TimeQuestionWording.question(ask)) }
    return .object(object)
  }

  private static func score(_ score: Double) -> JSON {
    .number((score * 100).rounded() / 100)
  }
}
