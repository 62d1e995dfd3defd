import Language
import Prompts

/// Moves the open questions of a conversation as an outcome says.
enum QuestionStack {
  static func move(_ state: inout ConversationState, by outcome: Outcome, reading: Reading) {
    switch outcome.questions {
    case .keep: break
    case .close:
      if !state.questions.isEmpty { state.questions.removeLast() }
      state.repeats = 0
      state.trail = []
    case .open(let question):
      // A question that is neither answered nor dropped gives way to a newer one of its kind; interviews wait below.
      if case .interview? = state.questions.last {
      } else if let last = state.questions.popLast() {
        leave(last, in: &state)
      }
      state.questions.append(question)
      state.repeats = 0
      state.trail = []
    case .replace(let question):
      if let last = state.questions.popLast(), last.isDraft, question.isDraft {
        state.trail.append(ConversationState.Passed(question: last, said: reading.said))
        if state.trail.count > ConversationState.longestTrail { state.trail.removeFirst() }
      }
      if case .interview(let interview) = question, interview.isPaused { state.isDraftNewest = false }
      state.questions.append(question)
      state.repeats = 0
    case .back(let question):
      if !state.questions.isEmpty { state.questions.removeLast() }
      if !state.trail.isEmpty { state.trail.removeLast() }
      state.questions.append(question)
      state.repeats = 0
    }
    state.failures = outcome.answer.verdict == .unclear ? state.failures + 1 : 0
  }

  /// The answer with the open question put again, when the line was about something else; twice, then it is dropped.
  static func reminded(_ answer: Answer, state: inout ConversationState, step: Outcome.QuestionStep) -> Answer {
    guard case .keep = step, let question = state.questions.last, answer.question == nil else { return answer }
    if case .interview(let interview) = question, interview.isPaused { return answer }
    switch question {
    case .meant, .whoAreYou, .remember, .importFile:
      // Only the next line answers these.
      state.questions.removeLast()
      return answer
    case .welcome: return answer
    case .confirm, .choose, .fill, .interview: break
    }
    guard state.repeats < ConversationState.mostRepeats else {
      if case .interview = question { return answer }
      leave(state.questions.removeLast(), in: &state)
      state.repeats = 0
      return answer
    }
    guard let words = question.words else { return answer }
    state.repeats += 1
    var answer = answer
    answer.question = Words.Voice.Question.back(question: words)
    return answer
  }

  /// Keeps a question that was left without an answer, so that it can be taken up later.
  private static func leave(_ question: OpenQuestion, in state: inout ConversationState) {
    guard question.isDraft else { return }
    state.draft = question
    state.isDraftNewest = true
    state.trail = []
  }
}

extension OpenQuestion {
  /// The question in short, to be put again.
  var words: String? {
    switch self {
    case .confirm(let reading): Words.Voice.Change.askAbout(said: reading.saidInAll)
    case .meant: nil
    case .choose(let options):
      options.map { "\($0.choice.number) \($0.choice.label)" }.joined(separator: ", ")
    case .fill(_, _, let ask): ask
    case .interview(let interview): interview.ask
    case .welcome: Words.Opening.Welcome.question
    case .importFile: Words.TalkImport.confirm
    case .whoAreYou: Words.Opening.Who.ask
    case .remember: Words.TalkSpeaker.remember
    }
  }
}
