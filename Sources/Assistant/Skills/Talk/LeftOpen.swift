import Language
import Prompts

/// Puts a question again that was left open, or goes back to the one before it.
struct LeftOpen {
  let scene: Scene

  /// What a bare `resume` goes on with, unless that is an interview: the newest of what is open or was left.
  func outcome() throws -> Outcome? {
    let state = scene.state
    if let open = state.questions.last, open.isDraft { return try asked(open, Words.WhyResume.draft, .keep) }
    let hasInterview = state.questions.contains { question in
      if case .interview = question { true } else { false }
    }
    guard let draft = state.draft, state.isDraftNewest || !hasInterview else { return nil }
    var outcome = try asked(draft, Words.WhyResume.draft, .open(draft))
    outcome.memory.append(.draftTaken)
    return outcome
  }

  /// Goes to the question that was answered before the open one.
  func back(from open: OpenQuestion) throws -> Outcome {
    guard let passed = scene.state.trail.last else {
      return try asked(open, Words.TalkBack.first, .keep)
    }
    var outcome = try asked(passed.question, Words.TalkBack.again, .back(passed.question))
    outcome.answer.body.insert(
      .paragraph(Words.TalkBack.said(said: PrintableText.line(passed.said))), at: 0)
    return outcome
  }

  /// The question as it was put, below a headline.
  private func asked(
    _ question: OpenQuestion, _ headline: String, _ step: Outcome.QuestionStep
  ) throws -> Outcome {
    switch question {
    case .fill(let reading, _, let ask):
      let said = PrintableText.line(reading.said)
      return Outcome(
        Answer(.question, headline, body: [.paragraph(Words.WhyResume.draftSaid(said: said))], question: ask),
        questions: step)
    case .choose(let options):
      return Outcome(
        Answer(
          .choice, headline, choices: options.map(\.choice), question: Words.Voice.Question.choose), questions: step)
    case .confirm(let reading):
      var open = reading
      open.isExact = false
      let shown = try Router(scene: scene.reading(open)).outcome()
      var answer = shown.preview ?? shown.answer
      answer.verdict = shown.preview == nil ? answer.verdict : .preview
      answer.body.insert(.paragraph(answer.headline), at: 0)
      answer.headline = headline
      if answer.question == nil { answer.question = Words.Voice.Change.ask }
      return Outcome(answer, questions: step)
    case .meant, .interview, .welcome, .importFile, .whoAreYou, .remember:
      return Outcome(Answer(.answered, Words.TalkBack.nothing))
    }
  }
}
