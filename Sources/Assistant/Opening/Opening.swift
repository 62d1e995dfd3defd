package import Delivery
import Store

/// The first words of a chat, and what they ask.
package struct Opening: Sendable {
  package var answer: Answer

  /// What the first line is expected to answer: who speaks, or where data comes from.
  package var openQuestion: OpenQuestion?

  /// The store holds nothing yet.
  package var isFirst: Bool

  /// How the person wants to be answered.
  package var manner: Reply.Manner
}

extension Conversation {
  /// What is said when a chat begins: what there is, what changed, what is due and where to go on.
  ///
  /// - Parameters:
  ///   - line: When the chat begins and for whom; its text is not looked at.
  ///   - version: What the program calls itself, such as `0.1`.
  /// - Returns: The words, and the question that the first line may answer; asking it is kept as a turn without words.
  /// - Throws: ``StoreError``.
  package func opening(of line: Line, version: String) throws -> Opening {
    let (opening, before) = try store.read { snapshot in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      return (try OpeningWords(snapshot: snapshot, line: line, state: state, version: version).opening(), state)
    }
    guard let question = opening.openQuestion, before.questions.last != question else { return opening }
    try store.transaction { transaction in
      var state = StateArchive.state(from: try transaction.snapshot.lastState(of: line.person))
      state.questions.append(question)
      state.repeats = 0
      _ = try transaction.log(Turn(at: line.time, person: line.person, state: StateArchive.text(of: state)))
    }
    return opening
  }

  /// What a person typed so far, oldest first, without repeats in a row; lines off the record were never kept.
  ///
  /// - Throws: ``StoreError``.
  package func history(of person: Key<Person>?, limit: Int = 1_000) throws -> [String] {
    var lines: [String] = []
    for line in try store.read({ try $0.lines(of: person, limit: limit) }).reversed() where lines.last != line {
      lines.append(line)
    }
    return lines
  }
}
