import Delivery
import Language
import Prompts
import Store
import Times

/// How a conversation stands between two lines: what the prompt tells.
package struct Standing: Hashable, Sendable {
  /// Follow-ups of the speaker whose time has come or passed.
  package var dueCount: Int
  package var isSample: Bool
  package var asked: Asked

  /// What the next line is expected to answer.
  package enum Asked: Hashable, Sendable {
    case nothing
    /// A root-cause interview at its why of that number; about so many are usual.
    case why(step: Int, guide: Int)
    /// A yes or a no; whether the line can be had back to be changed, and whether it adds a follow-up.
    case confirmation(canEdit: Bool, isLog: Bool)
    case choice(count: Int)
    case slot
    /// The path of a file to import.
    case file
    case welcome
    case importFile
    case name
    case remember
  }

  /// Whether an empty line is an answer.
  package var takesEmptyLines: Bool {
    switch asked {
    case .nothing, .why, .choice, .slot, .file, .welcome: false
    case .confirmation, .importFile, .name, .remember: true
    }
  }

  /// What stands before the line that is typed next, with a blank at its end.
  package var prompt: String {
    words + " "
  }

  /// What stands there for a screen reader, which reads it out each time.
  package static var plainPrompt: String { Words.Standing.Prompt.usual + " " }

  private var words: String {
    typealias Prompt = Words.Standing.Prompt
    switch asked {
    case .why(let step, let guide):
      return step <= guide ? Prompt.why(step: step, guide: guide) : Prompt.whyBeyond(step: step)
    case .confirmation(let canEdit, let isLog):
      return canEdit ? (isLog ? Prompt.confirmLog : Prompt.confirm) : Prompt.confirmBare
    case .choice(let count): return count == 1 ? Prompt.oneChoice : Prompt.choices(count: count)
    case .slot: return Prompt.answer
    case .file: return Prompt.file
    case .welcome: return Prompt.welcome
    case .importFile: return Prompt.`import`
    case .name: return Prompt.name
    case .remember: return Prompt.remember
    case .nothing: break
    }
    if isSample { return dueCount > 0 ? Prompt.sampleDue(count: dueCount) : Prompt.sample }
    return dueCount > 0 ? Prompt.usualDue(count: dueCount) : Prompt.usual
  }
}

extension Conversation {
  /// How the conversation with a person stands at a moment.
  ///
  /// - Parameter line: When and for whom; its text is not looked at.
  /// - Returns: What the prompt tells.
  /// - Throws: ``StoreError``.
  package func standing(of line: Line) throws -> Standing {
    try store.read { snapshot in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      return Standing(
        dueCount: try DueFollowUps(snapshot: snapshot, line: line).now,
        isSample: try snapshot.workspace()?.now != nil, asked: try asked(state, line, snapshot))
    }
  }

  private func asked(_ state: ConversationState, _ line: Line, _ snapshot: Snapshot) throws -> Standing.Asked {
    switch state.questions.last {
    case nil, .meant: return .nothing
    case .interview(let interview):
      guard !interview.isPaused, let subject = try snapshot.whyCase(Key(interview.caseKey)) else { return .nothing }
      return .why(step: DrillStep.number(of: interview, in: subject), guide: InterviewWording.guide)
    case .confirm(let reading):
      return .confirmation(canEdit: line.isAtTerminal, isLog: reading.intent == "followup.add")
    case .choose(let options): return .choice(count: options.count)
    case .whoAreYou(let candidates): return candidates.isEmpty ? .name : .choice(count: candidates.count)
    case .fill(let reading, _, _): return reading.intent == "talk.import" ? .file : .slot
    case .welcome: return .welcome
    case .importFile: return .importFile
    case .remember: return .remember
    }
  }
}
