import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// Finds what an undo with a number means: so many changes, a follow-up, or a line by its turn.
struct UndoTarget {
  let scene: Scene

  /// Up to so many records are taken back without asking, and so many changes at once.
  private static let small = 20

  func outcome(_ number: Int?) throws -> Outcome {
    guard let number else {
      let target = try scene.snapshot.undoTarget(by: scene.line.person)
      return outcome(.undo, of: target?.set, records: target?.records ?? 0)
    }
    let words = Folding.words(of: scene.reading.said)
    if !Set(words).isDisjoint(with: Words.TalkUndo.countWords) {
      return Outcome(Answer(.changed, ""), effect: .undoLast(min(number, UndoTarget.small)))
    }
    // A mark before the number makes it a turn's; without one a follow-up goes first.
    let isTurn = scene.reading.said.contains("#")
    let found = isTurn ? [turn, followUp] : [followUp, turn]
    for find in found {
      if let outcome = try find(number) { return outcome }
    }
    return Outcome(Answer(.unknown, Words.Voice.Undo.noSuch(number: number)))
  }

  private func followUp(_ number: Int) throws -> Outcome? {
    guard let followUp = try scene.snapshot.followUp(numbered: number) else { return nil }
    let sets = try scene.snapshot.history(of: Reference(.followup, followUp.key.text)).map(\.set)
    guard let set = try sets.last(where: { try $0.occasion.source == nil && scene.snapshot.isStanding($0) }) else {
      return nil
    }
    return try outcome(set)
  }

  private func turn(_ number: Int) throws -> Outcome? {
    guard let turn = try scene.snapshot.turn(number), let said = turn.said else { return nil }
    guard turn.person == scene.line.person else {
      return Outcome(Answer(.refused, Words.Voice.Undo.notYours(who: try name(turn.person?.text))))
    }
    let answer = turn.answer.flatMap { try? JSONReader.value(of: $0) }
    var set = try answer?["set"]?.text.flatMap { EntryID($0) }.flatMap { try scene.snapshot.changeSet($0) }
    if set == nil {
      // Turns of earlier versions do not name their change set; it has their time and their words.
      set = try scene.snapshot.changeSets(by: turn.person, at: turn.at).last { $0.occasion.said == said }
    }
    guard let set else { return Outcome(Answer(.answered, Words.Voice.Undo.noChange(said: said))) }
    guard try scene.snapshot.isStanding(set) else { return Outcome(Answer(.answered, Words.Voice.Undo.already)) }
    return try outcome(set)
  }

  private func outcome(_ set: ChangeSet) throws -> Outcome {
    guard set.occasion.by == scene.line.person?.text else {
      return Outcome(Answer(.refused, Words.Voice.Undo.notYours(who: try name(set.occasion.by))))
    }
    let records = try scene.snapshot.summary(of: set).map(\.count).reduce(0, +)
    return outcome(.undoSet(set.id), of: set, records: records)
  }

  /// Takes back at once what was small; shows first what many records hang on, such as an import.
  private func outcome(_ effect: Outcome.Effect, of set: ChangeSet?, records: Int) -> Outcome {
    guard let set, records > UndoTarget.small, !scene.line.isAgreed, !scene.isConfirmed else {
      return Outcome(Answer(.changed, ""), effect: effect)
    }
    let said = set.occasion.said ?? set.occasion.source ?? set.occasion.verb
    return Outcome(
      Answer(.preview, Words.Voice.Undo.large(said: said, count: records), question: Words.Voice.Change.ask),
      questions: .open(.confirm(scene.reading)))
  }

  private func name(_ key: String?) throws -> String {
    try key.map { try scene.snapshot.person(Key($0))?.name ?? $0 } ?? Words.Voice.Undo.somebodyElse
  }
}
