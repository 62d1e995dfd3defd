import Delivery
import Prompts
import Store

/// Takes an interview up again: where it was left, or else at the first question that its case leaves open.
struct ResumedCase {
  let scene: Scene

  private typealias Said = Words.WhyResume

  /// Goes on with the case that was asked for; without one with the interview that was left last.
  func outcome(_ named: Case?) throws -> Outcome {
    let left = scene.state.questions.reversed().compactMap { question in
      if case .interview(let interview) = question { interview } else { nil }
    }
    if let interview = left.first(where: { named == nil || $0.caseKey == named?.key.text }),
      let subject = try scene.snapshot.whyCase(Key(interview.caseKey))
    {
      var move = InterviewMove(subject: subject, interview: interview)
      move.interview.isPaused = false
      if !move.isSound || move.interview.step == .end { move = InterviewMove(resuming: subject) }
      return outcome(move)
    }
    guard let subject = try named ?? scene.snapshot.newestWhyCase(onlyOpen: true) else {
      return Outcome(Answer(.unknown, Said.nothing, next: [Said.start]))
    }
    return outcome(InterviewMove(resuming: subject))
  }

  private func outcome(_ move: InterviewMove) -> Outcome {
    let (subject, wording) = (move.subject, CaseWording(move.subject))
    let isOnTop = if case .interview? = scene.state.questions.last { true } else { false }
    guard move.interview.step != .end else {
      var answer = Answer(
        .answered, Said.settled(number: subject.number, title: subject.title),
        next: [Said.show(number: subject.number)])
      answer.records = [wording.row(scene.wording)]
      return Outcome(answer, questions: isOnTop ? .close : .keep)
    }
    var interview = move.interview
    interview.ask = InterviewWording(subject: subject).question(interview.step)
    var answer = Answer(.question, Said.headline(number: subject.number, title: subject.title))
    if !subject.causes.isEmpty, subject.causes.count <= 8 {
      answer.body = [.tree(wording.branches(ungraded: Set(interview.ungraded)))]
    }
    answer.question = interview.ask
    answer.records = [wording.row(scene.wording)]
    return Outcome(answer, questions: isOnTop ? .replace(.interview(interview)) : .open(.interview(interview)))
  }
}
