package import Language
import Prompts

/// The steps of a reading, one sentence each.
package enum TraceWording {
  /// - Returns: The sentences in the order of the steps; equal for equal traces.
  package static func sentences(of reading: Reading) -> [String] {
    reading.trace.map(sentence)
  }

  /// The rule that a line was read by: the pattern or the example, with its place, or why none was taken.
  package static func rule(of reading: Reading) -> [String] {
    reading.trace.filter { [.matched, .resembled, .refused].contains($0.kind) }.map(sentence)
  }

  static func sentence(of step: TraceStep) -> String {
    func fact(_ name: String) -> String { PrintableText.line(step.facts[name] ?? "") }
    let count = Int(fact("edits")) ?? 0
    switch step.kind {
    case .folded: return Words.Voice.Trace.folded(words: fact("words"))
    case .tagged:
      return Words.Voice.Trace.tagged(said: fact("said"), kind: kind(fact("kind")), value: fact("value"))
    case .corrected where step.facts["next"] == nil:
      return Words.Voice.Trace.corrected(said: fact("said"), value: fact("value"), edits: count)
    case .corrected:
      return Words.Voice.Trace.correctedNext(
        said: fact("said"), value: fact("value"), edits: count, next: fact("next"))
    case .matched:
      return Words.Voice.Trace.matched(pattern: fact("pattern"), file: fact("file"), line: fact("line"))
    case .resembled:
      return Words.Voice.Trace.resembled(
        pattern: fact("pattern"), file: fact("file"), line: fact("line"), score: fact("score"), shared: fact("shared"))
    case .filled:
      return Words.Voice.Trace.filled(slot: fact("slot"), value: fact("value"), origin: origin(fact("origin")))
    case .carried: return Words.Voice.Trace.carried(said: fact("said"))
    case .runnerUp:
      return Words.Voice.Trace.runnerUp(intent: fact("intent"), score: fact("score"), margin: fact("margin"))
    case .unrivalled: return Words.Voice.Trace.unrivalled
    case .unread: return Words.Voice.Trace.unread(words: fact("words"))
    case .decided: return Words.Voice.Trace.decided(intent: fact("intent"), score: fact("score"))
    case .refused: return Words.Voice.Trace.refused(threshold: fact("threshold"), score: fact("score"))
    }
  }

  private static func origin(_ name: String) -> String {
    switch SlotValue.Origin(rawValue: name) {
    case .said: Words.Voice.Origin.said
    case .corrected: Words.Voice.Origin.corrected
    case .inherited: Words.Voice.Origin.inherited
    case .assumed: Words.Voice.Origin.assumed
    case nil: name
    }
  }

  /// The word for a kind of slot or record.
  package static func kind(_ name: String) -> String {
    switch SlotKind(rawValue: name) {
    case .feature: Words.Voice.Kinds.feature
    case .team: Words.Voice.Kinds.team
    case .person: Words.Voice.Kinds.person
    case .release: Words.Voice.Kinds.release
    case .incident: Words.Voice.Kinds.incident
    case .case: Words.Voice.Kinds.case
    case .document: Words.Voice.Kinds.document
    case .scope: Words.Voice.Kinds.scope
    case .term: Words.Voice.Kinds.term
    case .item: Words.Voice.Kinds.item
    case .status: Words.Voice.Kinds.status
    case .number: Words.Voice.Kinds.number
    default: name
    }
  }
}
