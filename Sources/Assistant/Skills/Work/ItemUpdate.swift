import Delivery
import Language
import Prompts
import Store
import Times

/// Changes the status, the assignee or the due day of one item, as a person says.
struct ItemUpdate {
  let scene: Scene
  let item: Item

  func outcome(of change: WorkChange) throws -> Outcome {
    var new = item
    var said: [String] = []
    var notices: [String] = []
    var next = [Words.Followups.Next.undo]
    let spoken = change.isEmpty ? try StatusChoice(scene: scene, item: item).spoken() : nil
    guard !change.isEmpty || spoken != nil else {
      let ask = Words.WorkUpdate.what(name: item.key.text)
      return Outcome(Answer(.question, ask), questions: .open(.fill(scene.reading, slot: "status", ask: ask)))
    }
    if let status = try change.status.map({ try StatusChoice(scene: scene, item: item).named($0) }) ?? spoken,
      status.name.lowercased() != item.status?.lowercased()
    {
      set(status, in: &new)
      said.append(
        item.status.map { Words.WorkUpdate.status(status: status.name, old: $0) }
          ?? Words.WorkUpdate.firstStatus(status: status.name))
      if let reason = item.closedBecause { notices.append(Words.WorkUpdate.closer(reason: reason)) }
      if status.category == nil {
        notices.append(Words.WorkUpdate.unsorted(status: status.name))
        next.append(Words.WorkUpdate.unsortedNext(status: status.name))
      }
    }
    if let slot = change.person {
      guard let person = try Who(scene: scene).person(slot) else {
        return Outcome(Answer(.refused, Words.WorkUpdate.unknownSpeaker))
      }
      if item.assignee != person.key {
        new.assignee = person.key
        let old = try item.assignee.flatMap { try scene.snapshot.person($0)?.name }
        said.append(
          old.map { Words.WorkUpdate.person(name: person.name, old: $0) }
            ?? Words.WorkUpdate.firstPerson(name: person.name))
      }
    }
    if change.isUnassigned {
      switch try removal(of: change.former) {
      case .already(let headline):
        return Outcome(Answer(.refused, headline, records: [try ItemRow(scene: scene).row(item)]))
      case .from(let old):
        new.assignee = nil
        said.append(Words.WorkUpdate.nobody(old: old))
      }
    }
    if let slot = change.when {
      guard let day = try DueNotes(scene: scene).day(of: slot) else {
        return Outcome(Answer(.refused, Words.FollowupMove.undated(said: slot.said)))
      }
      if item.due != day {
        new.due = day
        said.append(Words.WorkUpdate.due(date: scene.wording.datedDay(day)))
      }
    }
    guard new != item else {
      return Outcome(Answer(.answered, Words.Voice.Change.nothing, records: [try ItemRow(scene: scene).row(item)]))
    }
    new.updated = scene.now
    return try outcome(new, said: said, notices: notices, next: next)
  }

  private enum Removal {
    case from(String)
    case already(String)
  }

  /// From whom the item would be taken, unless somebody else or nobody has it.
  private func removal(of former: SlotValue?) throws -> Removal {
    guard let assignee = item.assignee else { return .already(Words.WorkUpdate.withNobody(key: item.key.text)) }
    let old = try scene.snapshot.person(assignee)?.name ?? assignee.text
    guard let former else { return .from(old) }
    guard let person = try Who(scene: scene).person(former) else { return .already(Words.WorkUpdate.unknownSpeaker) }
    return person.key == assignee
      ? .from(old) : .already(Words.WorkUpdate.notWith(key: item.key.text, old: old, name: person.name))
  }

  private func set(_ status: StatusChoice.Chosen, in new: inout Item) {
    new.status = status.name
    new.history.append(StatusChange(at: scene.now, status: status.name, by: scene.speaker?.key))
    new.done = status.category == .done ? scene.now : nil
    new.closedBecause = nil
  }

  private func outcome(_ new: Item, said: [String], notices: [String], next: [String]) throws -> Outcome {
    let line = Words.WorkUpdate.line(key: item.key.text, changes: said.joined(separator: "; "))
    let title = item.title.map { [Block.paragraph(Words.WorkUpdate.title(key: item.key.text, title: $0))] } ?? []
    let records = [try ItemRow(scene: scene).row(new)]
    return Outcome(
      Answer(.changed, line, body: title, records: records, next: next, notices: notices),
      changes: [.put(.item(new))],
      preview: Answer(
        .preview, Words.Voice.Change.check, body: [.paragraph(line)] + title, records: records,
        question: Words.Voice.Change.ask, notices: notices))
  }
}

extension DueNotes {
  /// The day that a slot of time names; one counted from today when it names a length.
  func day(of slot: SlotValue) -> Day? {
    slot.time.flatMap(reader.due).map { FollowUpWording(scene: scene).day(of: $0) }
  }
}
