import Delivery
import Prompts
import Store
import Times

/// Takes changes back and makes them again, and says what that was.
struct UndoSkill {
  let transaction: Transaction
  let line: Line

  func undo() throws -> (Answer, [EntryID]) {
    let result = try transaction.undo(by: line.person, at: line.time, said: line.isOffTheRecord ? nil : line.text)
    return try said(result, nothing: Words.Voice.Undo.nothing) { said, count in
      Words.Voice.Undo.done(said: said, count: count)
    }
  }

  func redo() throws -> (Answer, [EntryID]) {
    let result = try transaction.redo(by: line.person, at: line.time, said: line.isOffTheRecord ? nil : line.text)
    return try said(result, nothing: Words.Voice.Undo.nothingToRedo) { said, count in
      Words.Voice.Undo.redone(said: said, count: count)
    }
  }

  private func said(
    _ result: UndoResult, nothing: String, _ done: (String, Int) -> String
  ) throws -> (Answer, [EntryID]) {
    switch result {
    case .nothing: return (Answer(.answered, nothing), [])
    case .done(let set, let applied):
      // What is made again is what the undo took back, not the undo.
      let occasion = try set.undoes.flatMap { try transaction.snapshot.changeSet($0) }?.occasion ?? set.occasion
      let words = occasion.said ?? occasion.source ?? occasion.verb
      return (Answer(.changed, done(words, applied.changed.count)), applied.entries)
    case .conflict(_, let conflicts):
      let conflict = conflicts[0]
      let who = try conflict.by.flatMap { try transaction.snapshot.person(Key($0))?.name }
      let record = "\(TraceWording.kind(conflict.reference.kind.rawValue)) \(conflict.reference.key)"
      let sentence = Words.Voice.Undo.conflict(record: record, who: who ?? conflict.by ?? Words.Voice.Undo.somebody)
      return (Answer(.refused, sentence), [])
    }
  }
}
