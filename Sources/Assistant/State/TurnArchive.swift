import Interchange
import Language
import Store
import Times

/// Writes a turn to the log: what was asked, how it was read, and what was answered with which facts.
struct TurnArchive {
  let line: Line
  let reading: Reading
  /// The answers to the requests of the line, in order.
  let answers: [Answer]
  let state: ConversationState
  /// The change set that the line made.
  var set: EntryID?

  /// Writes the turn; of a line off the record only the state of the conversation is kept, without a word of it.
  ///
  /// - Returns: The turn's number, or nothing when nothing of it may be kept.
  func log(in transaction: Transaction) throws -> Int? {
    let stateText = StateArchive.text(of: state)
    guard line.isOffTheRecord else {
      return try transaction.log(
        Turn(
          at: line.time, person: line.person, said: line.text, intent: reading.intent,
          outcome: answers.first?.verdict.rawValue, reading: JSON.object(ReadingJSON.object(of: reading)).description,
          answer: JSON.object(answerObject).description, state: stateText))
    }
    let before = StateArchive.state(from: try transaction.snapshot.lastState(of: line.person))
    if before != state { _ = try transaction.log(Turn(at: line.time, person: line.person, state: stateText)) }
    return nil
  }

  private var answerObject: JSON.Object {
    let wording = TimeWording(now: line.time, zone: line.zone)
    let text = TextRenderer(style: .machine).text(of: answers)
    let copies = answers.map(CopiedText.of)
    var object: JSON.Object = [
      "text": .string(text),
      "facts": .array(
        answers.flatMap(\.facts).map { fact in
          .object([
            "label": .string(fact.label), "value": .string(fact.value), "source": .optional(fact.source),
            "as_of": .optional(fact.asOf.map(wording.iso)), "confidence": .optional(fact.confidence),
          ])
        }),
    ]
    let copy = copies.map(\.text).joined(separator: "\n\n")
    if copy != text { object["copy"] = .string(copy) }
    if copies.count == 1, copies[0].isQuote { object["quotes"] = .bool(true) }
    if let set { object["set"] = .string(set.description) }
    return object
  }
}
