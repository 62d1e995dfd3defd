import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// Who and what is hit when something slips: items, features, teams, people, releases and customers.
struct ImpactList {
  let scene: Scene

  private typealias Labels = Words.ImpactList

  func answer(of slot: SlotValue, delay: SlotValue?) throws -> Answer {
    let subject = try Subject(slot, in: scene.snapshot)
    let impact = try ImpactRows(scene: scene, subject: subject, delay: delay.flatMap { Delay($0)?.days })
    if case .item(let item) = subject {
      guard let isOpen = impact.isOpen else { return Answer(.unknown, Labels.nobodyKnows(name: subject.name)) }
      if !isOpen { return Answer(.answered, Labels.done(name: item.key.text)) }
    }
    let wording = ImpactWording(scene: scene, subject: subject, impact: impact)
    let isTold = !Set(Folding.words(of: scene.reading.said)).isDisjoint(with: Labels.tellWords)
    var answer = isTold ? try wording.tellFirst() : try wording.answer(delay: delay)
    answer.notices += try wording.unknowns()
    if scene.wantsRecords { answer.records = try impact.rows() + wording.unknownRows() }
    return answer
  }
}

/// How long something slips, in days.
struct Delay {
  let days: Int

  init?(_ slot: SlotValue) {
    guard let time = slot.time else { return nil }
    if let working = time.workingDays {
      days = working
    } else if let seconds = time.seconds, seconds > 0 {
      days = Int((seconds + 86_399) / 86_400)
    } else {
      return nil
    }
  }
}
