import Delivery
import Prompts
import Store
import Times

/// Takes changes back and makes them again, and says what that was.
struct UndoSkill {
  let transaction: Transaction
  let line: Line

  /// Does what the effect asks, and puts into words what it came to.
  func make(_ effect: Outcome.Effect, _ answer: inout Answer, _ applied: inout Applied) throws {
    switch effect {
    case .leave: break
    case .undo: (answer, applied) = try undo()
    case .redo: (answer, applied) = try redo()
    case .undoLast(let count): (answer, applied) = try undoLast(count)
    case .undoSet(let id): (answer, applied) = try undo(id)
    }
  }

  private func undo() throws -> (Answer, Applied) {
    try said(transaction.undo(by: line.person, at: line.time, said: words), nothing: Words.Voice.Undo.nothing) {
      Words.Voice.Undo.done(said: $0, count: $1)
    }
  }

  private func redo() throws -> (Answer, Applied) {
    try said(transaction.redo(by: line.person, at: line.time, said: words), nothing: Words.Voice.Undo.nothingToRedo) {
      Words.Voice.Undo.redone(said: $0, count: $1)
    }
  }

  private func undo(_ id: EntryID) throws -> (Answer, Applied) {
    guard let set = try transaction.snapshot.changeSet(id) else {
      return (Answer(.answered, Words.Voice.Undo.nothing), Applied())
    }
    let result = try transaction.undo(set, by: line.person, at: line.time, said: words)
    return try said(result, nothing: Words.Voice.Undo.nothing) { Words.Voice.Undo.done(said: $0, count: $1) }
  }

  /// Takes back changes one after the other, until one of them cannot be.
  private func undoLast(_ count: Int) throws -> (Answer, Applied) {
    var answers: [Answer] = []
    var all = Applied()
    for _ in 0..<count {
      let (answer, applied) = try undo()
      if answer.verdict != .changed {
        if answers.isEmpty || answer.verdict == .refused { answers.append(answer) }
        break
      }
      answers.append(answer)
      all.entries += applied.entries
      all.changed += applied.changed
      all.set = applied.set
    }
    guard answers.count > 1 else { return (answers.first ?? Answer(.answered, Words.Voice.Undo.nothing), all) }
    let headline = Words.Voice.Undo.several(count: answers.count { $0.verdict == .changed })
    return (Answer(.changed, headline, body: [.list(answers.map(\.headline))]), all)
  }

  private var words: String? { line.isOffTheRecord ? nil : line.text }

  private func said(
    _ result: UndoResult, nothing: String, _ done: (String, Int) -> String
  ) throws -> (Answer, Applied) {
    switch result {
    case .nothing: return (Answer(.answered, nothing), Applied())
    case .done(let set, let applied):
      // What is made again is what the undo took back, not the undo.
      let occasion = try set.undoes.flatMap { try transaction.snapshot.changeSet($0) }?.occasion ?? set.occasion
      let words = occasion.said ?? occasion.source ?? occasion.verb
      return (Answer(.changed, done(words, applied.changed.count)), applied)
    case .conflict(_, let conflicts):
      let conflict = conflicts[0]
      let who = try conflict.by.flatMap { try transaction.snapshot.person(Key($0))?.name }
      let record = "\(TraceWording.kind(conflict.reference.kind.rawValue)) \(conflict.reference.key)"
      let sentence = Words.Voice.Undo.conflict(record: record, who: who ?? conflict.by ?? Words.Voice.Undo.somebody)
      return (Answer(.refused, sentence), Applied())
    }
  }
}
