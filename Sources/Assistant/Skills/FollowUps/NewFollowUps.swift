import Delivery
import Language
import Prompts
import Store
import Times

/// Logs one or several follow-ups out of one line.
struct NewFollowUps {
  let scene: Scene

  func outcome(of parts: [FollowUpPart]) throws -> Outcome {
    if let outcome = ambiguous() { return outcome }
    let notes = try DueNotes(scene: scene)
    let first = try scene.snapshot.nextNumber(for: .followup)
    var followUps: [FollowUp] = []
    var notices: [String] = []
    for (index, part) in parts.enumerated() {
      var followUp = FollowUp(
        key: Key("followup-\(first + index)"), number: first + index, text: part.text,
        owner: try part.person.flatMap { try Who(scene: scene).person($0)?.key }, created: scene.now,
        by: scene.speaker?.key)
      if let person = part.person, followUp.owner == nil, Who.isSpeaker(person) {
        notices.append(Words.Followups.unknownSpeaker)
      }
      if let after = part.after { followUp.after = try number(of: after, before: index, first: first) }
      if let event = part.event {
        followUp.text = Words.FollowupAdd.textWithEvent(text: followUp.text, event: event.value)
        notices.append(Words.FollowupAdd.event(event: event.value))
      }
      if let time = part.when?.time {
        followUp.due = notes.reader.due(of: time)
        notices += faults(time, followUp.due)
      }
      notices += try notes.notes(on: followUp, said: part.when?.time)
      followUps.append(followUp)
    }
    return Outcome(
      try saved(followUps, notices), changes: followUps.map { .put(.followup($0)) },
      preview: try preview(followUps, notices))
  }

  /// What the words of time say that cannot be kept yet.
  private func faults(_ time: TimeReading, _ due: Due?) -> [String] {
    switch time.kind {
    case .recurrence: [Words.FollowupAdd.once]
    case .anchor, .condition:
      [Words.FollowupAdd.event(event: time.event ?? time.subject ?? time.said)]
    default: due == nil ? [Words.FollowupAdd.notRead(said: time.said)] : []
    }
  }

  /// The stored number for the number of a part of this line, or of a follow-up that exists.
  private func number(of after: Int, before index: Int, first: Int) throws -> Int {
    if index > 0, (1...index).contains(after) { return first + after - 1 }
    guard try scene.snapshot.followUp(numbered: after) != nil else {
      throw UnknownRecord.number(kind: Words.Voice.Kinds.followup, number: after)
    }
    return after
  }

  /// A name in a later part that fits several people is asked about, as one in the first part is.
  private func ambiguous() -> Outcome? {
    let reading = scene.reading
    for (index, part) in reading.parts.enumerated().dropFirst() {
      guard let slot = part["person"], !slot.rivals.isEmpty else { continue }
      let candidates = [NamedRecord(kind: slot.kind, key: slot.key ?? slot.value, name: slot.value)] + slot.rivals
      let options = candidates.prefix(9).enumerated().map { number, candidate in
        var chosen = reading
        var value = slot
        (value.kind, value.value, value.key, value.rivals) = (candidate.kind, candidate.name, candidate.key, [])
        chosen.parts[index]["person"] = value
        return OpenQuestion.Option(
          choice: Choice(number: number + 1, label: candidate.name, said: candidate.name), reading: chosen)
      }
      let headline = Words.Voice.Question.several(
        count: candidates.count, kind: Words.Voice.Kinds.person, name: slot.said)
      let answer = Answer(
        .choice, headline, choices: options.map(\.choice), question: Words.Voice.Question.choose)
      return Outcome(answer, questions: .open(.choose(options)))
    }
    return nil
  }

  // MARK: Wording

  private func preview(_ followUps: [FollowUp], _ notices: [String]) throws -> Answer {
    let rows = try followUps.enumerated().map { index, followUp in
      let first = followUps[0].number
      let after = followUp.after.map { $0 >= first ? $0 - first + 1 : $0 }
      return try cells(followUp, number: index + 1, after: after, isDated: false)
    }
    return Answer(
      .preview, Words.FollowupAdd.check(count: followUps.count), body: [.table(table(rows))],
      records: try followUps.map(FollowUpWording(scene: scene).row), question: Words.Voice.Change.ask,
      notices: notices)
  }

  private func saved(_ followUps: [FollowUp], _ notices: [String]) throws -> Answer {
    let wording = FollowUpWording(scene: scene)
    var answer: Answer
    if followUps.count == 1 {
      let (followUp, due) = (followUps[0], wording.due(followUps[0], isDated: true))
      let who = try wording.owner(followUp)
      answer = Answer(
        .changed,
        followUp.after.map {
          Words.FollowupAdd.savedAfter(number: followUp.number, who: who, text: followUp.text, due: due, after: $0)
        } ?? Words.FollowupAdd.saved(number: followUp.number, who: who, text: followUp.text, due: due))
    } else {
      let numbers = Words.Followups.range(
        first: followUps[0].number, last: followUps[followUps.count - 1].number)
      let rows = try followUps.map { try cells($0, number: $0.number, after: $0.after, isDated: true) }
      answer = Answer(.changed, Words.FollowupAdd.savedSeveral(numbers: numbers), body: [.table(table(rows))])
    }
    answer.records = try followUps.map(wording.row)
    answer.notices = notices
    answer.next = [Words.Followups.Next.undo]
    if let undated = followUps.first(where: { $0.due == nil }) {
      answer.next.append(Words.Followups.Next.date(number: undated.number))
    }
    return answer
  }

  private func cells(_ followUp: FollowUp, number: Int, after: Int?, isDated: Bool) throws -> [String] {
    let wording = FollowUpWording(scene: scene)
    return [
      "\(number)", try wording.owner(followUp), followUp.text, wording.due(followUp, isDated: isDated),
      after.map { Words.Followups.after(number: $0) } ?? "",
    ]
  }

  private func table(_ rows: [[String]]) -> Table {
    Table([.init("", isNumber: true), .init(""), .init(""), .init(""), .init("")], rows: rows)
  }
}
