package import Delivery
import Interchange
package import Language
import Prompts

/// What Gangway says to a line, and what became of the line.
package struct Reply: Sendable {
  package var line: Line
  package var reading: Reading
  package var answer: Answer

  /// The ids of the journal's entries that the line made.
  package var changes: [String]

  /// The number of the turn in the log; nothing for a line off the record.
  package var turn: Int?

  /// The answers to further requests of the same line, in order.
  package var also: [Reply] = []

  /// All answers to the line.
  package var answers: [Answer] { [answer] + also.map(\.answer) }

  /// What the next line is expected to answer.
  package var openQuestion: OpenQuestion?

  /// The person said good-bye.
  package var isLast: Bool

  /// What goes on the clipboard; off a terminal it is printed instead of the answer.
  package var copied: String?

  /// The answer is to be printed as ``ReplyJSON``, with the reading of the line that first asked.
  package var isJSON = false

  /// The line was taken for the answer to an open question, however it could be read by itself.
  package var isAnswer = false

  /// How the person wants to be answered from now on.
  package var manner = Manner()

  /// What the shell is asked to do.
  package var wish: Wish?

  /// A line to be put back under the cursor, to be changed.
  package var draft: String?

  package struct Manner: Hashable, Sendable {
    /// Sentences instead of tables, trees and bars.
    package var isPlain = false

    package init(isPlain: Bool = false) {
      self.isPlain = isPlain
    }
  }

  package init(
    line: Line, reading: Reading, answer: Answer, changes: [String] = [], turn: Int? = nil,
    openQuestion: OpenQuestion? = nil, isLast: Bool = false
  ) {
    self.line = line
    self.reading = reading
    self.answer = answer
    self.changes = changes
    self.turn = turn
    self.openQuestion = openQuestion
    self.isLast = isLast
  }
}

/// What only a shell can do, because it concerns files, the configuration or the speaker.
package enum Wish: Hashable, Sendable {
  /// Read the sample workspace into the store.
  case loadSample
  /// Say what an import of the file would change, and change nothing.
  case tryImport(String)
  /// Read the file into the store.
  case importFile(String)
  /// Go on as this person.
  case beSpeaker(Key<Person>)
  /// Check what the program needs, and say what to do about what is missing.
  case checkUp
  /// Begin the next chat as this person, too.
  case keepSpeaker(Key<Person>)
}

extension Reply {
  /// The reply to a line that was only tried: nothing of it stands, nobody is asked, and the shell has nothing to do.
  var takenBack: Reply {
    var reply = self
    if !changes.isEmpty {
      reply.answer.notices.append(Words.Commands.Import.dryRun)
      reply.answer.next = []
    }
    reply.changes = []
    reply.turn = nil
    reply.openQuestion = nil
    reply.wish = nil
    return reply
  }

  /// The reply as it is printed where nobody types: the text to copy alone, JSON, or the answer in the person's manner.
  package func printed(style: Style) -> String {
    if let copied { return copied }
    if isJSON { return JSON.object(ReplyJSON.object(of: self)).description }
    var style = style
    if manner.isPlain { style.isPlain = true }
    return TextRenderer(style: style).text(of: answers)
  }
}
