import Delivery
import Language
import Prompts
import Store
import Times

/// What is past its date; apart from it what nobody owns and what waits on others, and no ranking of people.
struct LateFollowUps {
  let scene: Scene

  private static let shown = 10
  /// Side lists name so many and no more.
  private static let named = 3

  func answer(person: SlotValue?, team: SlotValue?) throws -> Answer {
    let wording = FollowUpWording(scene: scene)
    var all = try scene.snapshot.followUps(in: [.open, .waiting])
    var name: String?
    if let person {
      guard let who = try Who(scene: scene).person(person) else {
        return Answer(.refused, Words.WorkList.unknownSpeaker)
      }
      all = all.filter { $0.owner == who.key }
      name = who.name
    } else if let team {
      guard case .team(let owner) = try Subject(team, in: scene.snapshot) else {
        throw UnknownRecord.name(kind: .team, said: team.value)
      }
      let members = Set(try scene.snapshot.people(ofTeam: owner.key).map(\.key))
      all = all.filter { $0.owner.map(members.contains) ?? false }
      name = owner.name
    }
    let late = all.filter(wording.isLate)
    let nothing = name.map { Words.FollowupLate.nothingOf(name: $0) } ?? Words.FollowupLate.nothing
    var answer = Answer(.answered, late.isEmpty ? nothing : Words.FollowupLate.headline(count: late.count))
    let rows = try late.map(cells)
    if !rows.isEmpty { answer.body.append(.table(table(Array(rows.prefix(LateFollowUps.shown))))) }
    if rows.count > LateFollowUps.shown { answer.rest = [.table(table(Array(rows.dropFirst(LateFollowUps.shown))))] }
    let unowned = all.filter { $0.owner == nil && $0.state == .open && !wording.isLate($0) }
    add(unowned.map(unownedEntry), to: &answer) { Words.FollowupLate.nobody(entries: $0) }
    add(all.filter { $0.state == .waiting }.map(waitingEntry), to: &answer) { Words.FollowupLate.waiting(entries: $0) }
    answer.records = try late.map(wording.row)
    if let first = late.first { answer.next = [Words.Followups.Next.done(number: first.number)] }
    return answer
  }

  private func add(_ entries: [String], to answer: inout Answer, _ sentence: (String) -> String) {
    guard !entries.isEmpty else { return }
    func joined(_ entries: some Sequence<String>) -> String {
      entries.joined(separator: "; ")
    }
    answer.body.append(.paragraph(sentence(joined(entries.prefix(LateFollowUps.named)))))
    if entries.count > LateFollowUps.named {
      answer.rest.append(.paragraph(sentence(joined(entries.dropFirst(LateFollowUps.named)))))
    }
  }

  private func cells(_ followUp: FollowUp) throws -> [Table.Cell] {
    let wording = FollowUpWording(scene: scene)
    let days = followUp.due.map { scene.wording.today - wording.day(of: $0) } ?? 0
    return [
      Table.Cell("\(followUp.number)"), Table.Cell(try wording.owner(followUp)), Table.Cell(followUp.text),
      days > 0
        ? Table.Cell(Words.FollowupLate.days(count: days), .bad) : Table.Cell(Words.FollowupLate.today, .risky),
      Table.Cell(followUp.fromCase.map { Words.FollowupLate.fromCase(number: $0) } ?? "", .source),
    ]
  }

  private func table(_ rows: [[Table.Cell]]) -> Table {
    Table([.init("", isNumber: true), .init(""), .init(""), .init(""), .init("")], cells: rows)
  }

  private func unownedEntry(_ followUp: FollowUp) -> String {
    let due = FollowUpWording(scene: scene).due(followUp)
    guard let created = followUp.created else {
      return Words.FollowupLate.unownedNew(number: followUp.number, text: followUp.text, due: due)
    }
    let days = Words.FollowupLate.days(count: scene.wording.days(since: created))
    return Words.FollowupLate.unowned(number: followUp.number, text: followUp.text, days: days, due: due)
  }

  private func waitingEntry(_ followUp: FollowUp) -> String {
    let what = followUp.waitingOn ?? followUp.text
    guard let since = followUp.waitingSince else {
      return Words.FollowupLate.waitsUndated(number: followUp.number, what: what)
    }
    let days = Words.FollowupLate.days(count: scene.wording.days(since: since))
    return Words.FollowupLate.waits(number: followUp.number, what: what, days: days)
  }
}
