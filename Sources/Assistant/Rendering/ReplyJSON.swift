package import Interchange
import Language
import Times

/// A reply as the object that `ask --json` and the chat in JSON print.
package enum ReplyJSON {
  package static func object(of reply: Reply) -> JSON.Object {
    let answer = reply.answer
    let wording = TimeWording(now: reply.line.time, zone: reply.line.zone)
    var object: JSON.Object = [
      "said": .string(reply.reading.said),
      "reading": .object(ReadingJSON.object(of: reply.reading)),
      "outcome": .string(answer.verdict.rawValue),
      "headline": .string(PrintableText.of(answer.headline)),
      "facts": .array(answer.facts.map { .object(fact($0, wording)) }),
      "records": .array(answer.records.map(JSON.object)),
      "text": .string(TextRenderer(style: .machine).text(of: reply.answers)),
      "question": .optional(answer.question),
      "changes": .strings(reply.changes),
    ]
    if !answer.choices.isEmpty {
      object["choices"] = .array(
        answer.choices.map { choice in
          .object([
            "number": .integer(choice.number), "label": .string(choice.label), "said": .string(choice.said),
          ])
        })
    }
    if !answer.next.isEmpty { object["next"] = .strings(answer.next) }
    if !answer.notices.isEmpty { object["notices"] = .strings(answer.notices) }
    if !reply.also.isEmpty { object["also"] = .array(reply.also.map { .object(self.object(of: $0)) }) }
    return object
  }

  private static func fact(_ fact: Fact, _ wording: TimeWording) -> JSON.Object {
    [
      "label": .string(fact.label), "value": .string(fact.value), "source": .optional(fact.source),
      "as_of": .optional(fact.asOf.map(wording.iso)), "confidence": .optional(fact.confidence),
    ]
  }
}
