import Delivery
import Language
import Prompts
import Store
import Times

/// Keeps what somebody said they would do: adds, lists, moves, hands over and closes follow-ups.
struct FollowUpsSkill {
  let scene: Scene

  func outcome(of intent: FollowUpsIntent) throws -> Outcome {
    switch intent {
    case .add(let parts): return try NewFollowUps(scene: scene).outcome(of: parts)
    case .list(let filter): return Outcome(try FollowUpList(scene: scene).answer(filter))
    case .late(let person, let team): return Outcome(try LateFollowUps(scene: scene).answer(person: person, team: team))
    case .done(let number): return try change(number) { try $0.done() }
    case .move(let number, let to): return try change(number) { try $0.moved(to: to) }
    case .snooze(let number): return try change(number) { try $0.snoozed() }
    case .assign(let number, let person): return try change(number) { try $0.assigned(to: person) }
    case .wait(let number, let text): return try change(number) { try $0.waiting(for: text.value) }
    case .drop(let number, let text): return try change(number) { try $0.dropped(because: text.value) }
    }
  }

  private func change(_ slot: SlotValue, _ make: (FollowUpChange) throws -> Outcome) throws -> Outcome {
    guard let number = Int(slot.value), let followUp = try scene.snapshot.followUp(numbered: number) else {
      throw UnknownRecord.number(kind: Words.Voice.Kinds.followup, number: Int(slot.value) ?? 0)
    }
    return try make(FollowUpChange(scene: scene, followUp: followUp))
  }
}
