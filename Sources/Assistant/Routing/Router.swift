import Delivery
import Language
import Prompts
import Store
import Times

/// Leads a reading to the skill that answers it, or says kindly why there is none.
struct Router {
  let scene: Scene
  /// The reading with what it took over from the last answer, where it took over anything.
  private let inherited: Reading?

  private var reading: Reading { scene.reading }

  init(scene: Scene) {
    let reading = InheritedSubject.filled(scene.reading, from: scene.state.answered)
    let isFilled = reading != scene.reading
    self.scene = isFilled ? scene.reading(reading) : scene
    inherited = isFilled ? reading : nil
  }

  func outcome() throws -> Outcome {
    var outcome = try answered()
    if let inherited, outcome.stands == nil { outcome.stands = inherited }
    // In a store without a record every other hint leads nowhere.
    if outcome.answer.records.isEmpty, outcome.changes.isEmpty, !reading.intent.hasPrefix("talk."),
      outcome.answer.verdict != .unable, try scene.snapshot.isEmpty()
    {
      outcome.answer.notices.append(
        scene.line.isAtTerminal ? Words.Voice.Unknown.emptyHere : Words.Voice.Unknown.empty)
      outcome.answer.next = []
    }
    return outcome
  }

  private func answered() throws -> Outcome {
    switch reading.intent {
    case Reading.unclear: return try Unclear(scene: scene).outcome()
    case Reading.unable: return Outcome(Unable(reading: reading).never())
    default: break
    }
    if let outcome = ambiguous() { return outcome }
    if let outcome = openTime() { return outcome }
    if let outcome = missing() { return outcome }
    guard let intent = Intent(reading) else { return Outcome(Unable(reading: reading).notYet()) }
    do throws(UnknownRecord) {
      return try outcome(of: intent)
    } catch {
      switch error {
      case .store(let failure): throw failure
      default: return try UnknownName(scene: scene).outcome(error)
      }
    }
  }

  private func outcome(of intent: Intent) throws(UnknownRecord) -> Outcome {
    do {
      switch intent {
      case .status(let intent): return try StatusSkill(scene: scene).outcome(of: intent)
      case .work(let intent): return try WorkSkill(scene: scene).outcome(of: intent)
      case .blockers(let intent): return try BlockersSkill(scene: scene).outcome(of: intent)
      case .plans(let intent): return try PlanSkill(scene: scene).outcome(of: intent)
      case .followUps(let intent): return try FollowUpsSkill(scene: scene).outcome(of: intent)
      case .whys(.resume(case: nil)):
        return try LeftOpen(scene: scene).outcome() ?? WhysSkill(scene: scene).outcome(of: .resume(case: nil))
      case .whys(let intent): return try WhysSkill(scene: scene).outcome(of: intent)
      case .talk(let intent): return try TalkSkill(scene: scene).outcome(of: intent)
      }
    } catch let error as UnknownRecord {
      throw error
    } catch {
      throw .store(error)
    }
  }

  /// A name that fits several records is asked about, never guessed.
  private func ambiguous() -> Outcome? {
    for (name, slot) in reading.slots.sorted(by: { $0.key < $1.key }) where !slot.rivals.isEmpty {
      var seen: Set<String> = []
      let candidates = ([NamedRecord(kind: slot.kind, key: slot.key ?? slot.value, name: slot.value)] + slot.rivals)
        .filter { seen.insert("\($0.kind.rawValue)/\($0.key)").inserted }
      guard candidates.count > 1 else { continue }
      let options = candidates.prefix(9).enumerated().map { index, candidate in
        var chosen = reading
        var value = slot
        value.kind = candidate.kind
        value.value = candidate.name
        value.key = candidate.key
        value.rivals = []
        chosen.slots[name] = value
        let label = "\(candidate.name) (\(TraceWording.kind(candidate.kind.rawValue)))"
        return OpenQuestion.Option(
          choice: Choice(number: index + 1, label: label, said: candidate.name), reading: chosen)
      }
      let answer = Answer(
        .choice,
        Words.Voice.Question.several(
          count: candidates.count, kind: TraceWording.kind(slot.kind.rawValue), name: slot.said),
        choices: options.map(\.choice), question: Words.Voice.Question.choose)
      return Outcome(answer, questions: .open(.choose(options)))
    }
    return nil
  }

  /// Words of time that leave something open are asked about, never guessed.
  private func openTime() -> Outcome? {
    for (name, slot) in reading.slots.sorted(by: { $0.key < $1.key }) {
      guard let ask = slot.time?.ask.map(TimeQuestionWording.question) else { continue }
      var incomplete = reading
      incomplete.slots[name] = nil
      return Outcome(
        Answer(.question, ask, question: nil), questions: .open(.fill(incomplete, slot: name, ask: ask)))
    }
    return nil
  }

  private func missing() -> Outcome? {
    if Snooze.isMeant(by: reading) { return nil }
    guard let (slot, ask) = MissingSlot.of(reading, in: scene.reader.grammar) else { return nil }
    return Outcome(Answer(.question, ask), questions: .open(.fill(reading, slot: slot, ask: ask)))
  }
}
