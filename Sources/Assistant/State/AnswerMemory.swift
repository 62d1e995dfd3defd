import Language
import Prompts

/// Keeps of an answer what later lines can refer to: its suggestions, its rest, and how its line was read.
struct AnswerMemory {
  let reading: Reading
  let line: Line
  let grammar: Grammar

  /// Lines that are about another answer than their own.
  static let passedOver: Set = [
    "talk.explain", "talk.more", "talk.copy", "talk.json", "talk.back", "talk.plain", "talk.quiet", "talk.cancel",
    "talk.thanks", "talk.choose", "talk.yes", "talk.no",
  ]

  func keep(_ answer: Answer, in state: inout ConversationState) {
    state.next = answer.next
    state.tried = answer.verdict == .unclear ? reading.alternatives.map(\.intent) : []
    guard !AnswerMemory.passedOver.contains(reading.intent) else { return }
    state.isOffTheRecord = false
    state.answered = reading.slim
    if !answer.rest.isEmpty, grammar.traits(of: reading.intent)?.changes != true {
      state.left = ConversationState.Left(reading: reading.slim, shown: 0)
    }
  }

  /// Takes every word of a line off the record out of what is remembered, and says so where that costs something.
  func forget(_ answer: inout Answer, in state: inout ConversationState, before: ConversationState) {
    answer.body += answer.rest
    answer.rest = []
    let known = Set(before.questions)
    let count = state.questions.count
    state.questions.removeAll { question in
      if case .interview = question { false } else { !known.contains(question) }
    }
    if state.questions.count < count {
      answer.question = nil
      answer.choices = []
      answer.notices.append(Words.Voice.Question.offRecord)
    }
    state.next = []
    state.tried = []
    state.trail = []
    state.answered = before.answered
    state.left = before.left
    state.focus = before.focus
    state.draft = before.draft
    state.isDraftNewest = before.isDraftNewest
    state.isOffTheRecord = true
  }
}

extension Reading {
  /// The reading without the steps that led to it.
  var slim: Reading {
    var slim = self
    slim.trace = []
    slim.alternatives = []
    slim.nearest = nil
    slim.bare = []
    slim.also = []
    return slim
  }
}
