import Delivery
import Language
import Prompts
import Store

/// Leads root-cause interviews and shows what came out of them.
struct WhysSkill {
  let scene: Scene

  func outcome(of intent: WhysIntent) throws -> Outcome {
    switch intent {
    case .start(let text, let about): try NewCase(scene: scene).outcome(text: text, about: about)
    case .list(let state, let feature, let period):
      Outcome(try CaseList(scene: scene).answer(state: state, feature: feature, period: period))
    case .show(let slot): Outcome(try CaseCard(scene: scene).answer(try slot.map(find)))
    case .resume(let slot): try ResumedCase(scene: scene).outcome(try slot.map(find))
    }
  }

  /// What a line does to the interview that is open, or nothing when the line is about something else.
  func outcome(answering interview: Interview) throws -> Outcome? {
    guard !interview.isPaused else { return nil }
    guard let subject = try scene.snapshot.whyCase(Key(interview.caseKey)) else {
      return Outcome(Answer(.answered, Words.Interviews.Talk.Said.gone), questions: .close)
    }
    var move = InterviewMove(subject: subject, interview: interview)
    let isSound = move.isSound
    if !isSound { move = InterviewMove(resuming: subject) }
    let turn = InterviewTurn(scene: scene, before: subject, move: move)
    if scene.reading.intent == "talk.undo", scene.reading.slots["number"] == nil {
      return try undo(turn)
    }
    let text = scene.reading.said
    let reader = InterviewReader(step: move.interview.step)
    if let command = reader.command(text) { return try turn.outcome(of: command) }
    if InterviewBounds(scene: scene, step: move.interview.step).isAnotherRequest { return nil }
    // An answer to a question that is no longer there must not land below another cause.
    guard isSound else { return turn.again(Words.Interviews.Talk.Said.changed) }
    return try turn.outcome(of: reader.answer(text))
  }

  /// An undo takes the last step back while the interview made the last change, and is an undo like any other else.
  private func undo(_ turn: InterviewTurn) throws -> Outcome? {
    let reference = Reference(.case, turn.before.key.text)
    guard let last = try scene.snapshot.lastChangeSet(by: scene.line.person),
      try scene.snapshot.entries(of: last).contains(where: { $0.reference == reference })
    else { return nil }
    if !turn.move.interview.past.isEmpty { return try turn.outcome(of: .back) }
    guard turn.before.causes.isEmpty else { return nil }
    // Nothing was answered: what is left to take back is the case itself.
    let answer = Answer(.changed, Words.Interviews.Talk.Said.dropped(number: turn.before.number))
    return Outcome(answer, changes: [.remove(reference)], questions: .close)
  }

  /// The case that a slot names.
  private func find(_ slot: SlotValue) throws -> Case {
    if let key = slot.key, let found = try scene.snapshot.whyCase(Key(key)) { return found }
    guard let number = Int(slot.value) else { throw UnknownRecord.name(kind: .case, said: slot.said) }
    guard let found = try scene.snapshot.whyCase(numbered: number) else {
      throw UnknownRecord.number(kind: Words.Voice.Kinds.case, number: number)
    }
    return found
  }
}

/// Tells an answer of an interview from a line that asks for something else.
struct InterviewBounds {
  let scene: Scene
  let step: Interview.Step

  private typealias Heard = Words.Interviews.Talk.Heard

  /// Whether the line clearly is another request: read exactly, and nothing that could be said of a cause as well.
  var isAnotherRequest: Bool {
    let reading = scene.reading
    if reading.intent.hasPrefix("none.") || InterviewBounds.answers.contains(reading.intent) { return false }
    let words = Folding.words(of: reading.said)
    let opens = Heard.openers.contains { words.starts(with: Folding.words(of: $0)) }
    let asks = reading.said.tidied.hasSuffix("?") && words.first.map(Heard.interrogatives.contains) ?? false
    guard reading.isExact, !reading.isEllipsis else { return asks }
    if Heard.statements.contains(reading.intent) { return false }
    if reading.slots.values.contains(where: { $0.kind == .text }) { return opens || asks }
    return true
  }

  /// Ways to answer that the interview reads by itself.
  private static let answers: Set<String> = ["talk.yes", "talk.no", "talk.choose"]
}
