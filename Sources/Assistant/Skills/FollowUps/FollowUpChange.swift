import Delivery
import Language
import Prompts
import Store
import Times

/// One change to one follow-up that exists.
struct FollowUpChange {
  let scene: Scene
  let followUp: FollowUp

  func done() throws -> Outcome {
    if followUp.state == .done || followUp.state == .verified { return try unchanged() }
    var new = followUp
    new.state = .done
    new.done = scene.now
    new.waitingOn = nil
    new.waitingSince = nil
    new.reason = nil
    let wording = FollowUpWording(scene: scene)
    let freed = try scene.snapshot.openFollowUps(after: followUp.number).map {
      Words.FollowupDone.free(number: $0.number, who: try wording.owner($0), text: $0.text)
    }
    return try outcome(new, Words.FollowupDone.change, notices: freed)
  }

  /// Gives it another date: the one that is named, or its own moved by a length of time.
  func moved(to slot: SlotValue) throws -> Outcome {
    if followUp.state.isClosed { return try closed() }
    let notes = try DueNotes(scene: scene)
    let due = slot.time.flatMap { time in
      time.kind == .duration ? notes.reader.shifted(followUp.due, by: time) : notes.reader.due(of: time)
    }
    guard let due else { return Outcome(Answer(.refused, Words.FollowupMove.undated(said: slot.said))) }
    if followUp.due == due { return try unchanged() }
    var new = followUp
    new.due = due
    let date = FollowUpWording(scene: scene).datedDate(due)
    return try outcome(
      new, Words.FollowupMove.change(date: date), notices: try notes.notes(on: new, said: slot.time))
  }

  /// Gives it a date a little later than now, and says which.
  func snoozed() throws -> Outcome {
    if followUp.state.isClosed { return try closed() }
    let notes = try DueNotes(scene: scene)
    let snooze = Snooze(calendar: notes.calendar, zone: scene.line.zone, now: scene.now)
    var new = followUp
    new.due = .moment(snooze.moment)
    let date = FollowUpWording(scene: scene).datedDate(.moment(snooze.moment))
    let reason = snooze.isToday ? Words.FollowupMove.snoozeHour : Words.FollowupMove.snoozeMorning
    return try outcome(new, Words.FollowupMove.snoozed(date: date), notices: [reason])
  }

  func assigned(to slot: SlotValue) throws -> Outcome {
    if followUp.state.isClosed { return try closed() }
    guard let person = try Who(scene: scene).person(slot) else {
      return Outcome(Answer(.refused, Words.FollowupAssign.nobodyKnown))
    }
    if followUp.owner == person.key { return try unchanged() }
    var new = followUp
    new.owner = person.key
    return try outcome(
      new, Words.FollowupAssign.change(name: person.name), notices: try DueNotes(scene: scene).notes(on: new))
  }

  func waiting(for what: String) throws -> Outcome {
    if followUp.state.isClosed { return try closed() }
    if followUp.state == .waiting, followUp.waitingOn?.lowercased() == what.lowercased() { return try unchanged() }
    var new = followUp
    new.state = .waiting
    new.waitingOn = what
    new.waitingSince = scene.now
    return try outcome(new, Words.FollowupWait.change(what: what))
  }

  func dropped(because reason: String) throws -> Outcome {
    if followUp.state == .dropped { return try unchanged() }
    if followUp.state.isClosed { return try closed() }
    var new = followUp
    new.state = .dropped
    new.reason = reason
    return try outcome(new, Words.FollowupDrop.change(reason: reason))
  }

  // MARK: Wording

  private func outcome(_ new: FollowUp, _ change: String, notices: [String] = []) throws -> Outcome {
    let wording = FollowUpWording(scene: scene)
    let line =
      new.owner == nil
      ? Words.Followups.unownedLine(number: new.number, text: new.text, change: change)
      : Words.Followups.line(number: new.number, who: try wording.owner(new), text: new.text, change: change)
    let records = [try wording.row(new)]
    let answer = Answer(
      .changed, line, records: records, next: [Words.Followups.Next.undo], notices: notices)
    let preview = Answer(
      .preview, Words.Voice.Change.check, body: [.paragraph(line)], records: records,
      question: Words.Voice.Change.ask, notices: notices)
    return Outcome(answer, changes: [.put(.followup(new))], preview: preview)
  }

  private func unchanged() throws -> Outcome {
    let records = [try FollowUpWording(scene: scene).row(followUp)]
    return Outcome(Answer(.answered, Words.Voice.Change.nothing, records: records))
  }

  private func closed() throws -> Outcome {
    let sentence = Words.Followups.closed(
      number: followUp.number, text: followUp.text, state: FollowUpWording.state(followUp.state))
    return Outcome(Answer(.refused, sentence, records: [try FollowUpWording(scene: scene).row(followUp)]))
  }
}
