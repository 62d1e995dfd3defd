import Delivery
import Language
import Prompts
import Store

/// One line of an interview: what it changes of the case, what is said, and the next question.
struct InterviewTurn {
  let scene: Scene
  /// The case as it is stored.
  let before: Case
  var move: InterviewMove

  private typealias Said = Words.Interviews.Talk.Said

  func outcome(of line: InterviewLine) throws -> Outcome {
    var turn = self
    switch line {
    case .back: return turn.back()
    case .show: return show()
    case .pause: return paused()
    case .stop where move.interview.step == .problem: return paused()
    case .stop:
      let root = turn.current
      turn.move.endBranch()
      return turn.moved(root.map { Said.root(number: $0) } ?? Said.ended)
    case .finish:
      turn.move.endAll()
      return turn.moved(Said.ended)
    case .skip:
      turn.move.skip()
      return turn.moved(Said.skipped)
    case .keep, .mine, .edit: return try turn.reworded(line)
    case .grade(let evidence, let reference, let branch):
      guard case .evidence(let cause) = move.interview.step else { return again(Said.notCause) }
      return try turn.graded(cause, evidence, reference, branch: branch)
    case .branch(let text):
      guard let sibling = current else { return again(Said.notCause) }
      return try turn.placed(text, at: .branch(besides: sibling))
    case .answer(let text, let branch): return try turn.answered(text, branch: branch)
    case .nothing:
      if case .evidence = move.interview.step { return again(Said.notGrade) }
      return again(Said.notCause)
    }
  }

  /// The question once more, with a word on why.
  func again(_ headline: String) -> Outcome {
    var turn = self
    return turn.asked(Answer(.question, headline))
  }

  // MARK: Answers

  private mutating func answered(_ text: String, branch: String?) throws -> Outcome {
    switch move.interview.step {
    case .problem: return try placed(text, at: .problem)
    case .why(let parent): return try placed(text, at: .cause(parent: parent), branch: branch)
    case .wording(let proposal):
      // The person decides on the words; only names stay out.
      let kept = try PeopleInText(snapshot: scene.snapshot).anonymous(text)
      return put(kept, at: proposal.place, notice: kept == text ? nil : Said.withoutNames)
    case .evidence, .end: return again(Said.notCause)
    }
  }

  private mutating func reworded(_ line: InterviewLine) throws -> Outcome {
    guard case .wording(let proposal) = move.interview.step else { return again(Said.notCause) }
    switch line {
    case .keep: return put(proposal.offer, at: proposal.place)
    case .mine: return put(proposal.said, at: proposal.place, notice: Said.withoutNames)
    default:
      var outcome = again(Said.backProposal)
      outcome.answer.question = Words.Interviews.Talk.Ask.reword
      return outcome
    }
  }

  /// Puts a text that was read where it belongs, or offers other words for one that blames.
  private mutating func placed(
    _ text: String, at place: Interview.Place, branch: String? = nil
  ) throws -> Outcome {
    let lint = try CauseLint(text, people: PeopleInText(snapshot: scene.snapshot))
    let chain = parent(of: place).map { CauseTree(move.subject.causes).chain(from: $0).map(\.text) } ?? []
    let ancestors = chain + [move.subject.problem].compactMap(\.self)
    let flags = lint.flags(parent: place == .problem ? nil : ancestors.first, ancestors: Array(ancestors.dropFirst()))
    if place != .problem, flags.contains(where: { $0.rule == .restates || $0.rule == .circular }) {
      return again(Said.restates)
    }
    if let offer = flags.lazy.compactMap(\.offer).first {
      move.propose(Interview.Proposal(said: lint.anonymous, offer: offer, place: place))
      return asked(Answer(.question, Said.blame))
    }
    let first = put(lint.anonymous, at: place)
    guard let branch, case .evidence(let number) = move.interview.step else { return first }
    return try placed(branch, at: .branch(besides: number))
  }

  private mutating func put(_ text: String, at place: Interview.Place, notice: String? = nil) -> Outcome {
    let asked = InterviewWording(subject: move.subject).plainQuestion(place)
    let number = move.put(text, at: place, asked: asked)
    var outcome = moved(number.map { Said.cause(number: $0, text: text) } ?? Said.problem(text: text))
    if let number, case .branch = place { outcome.answer.body.insert(contentsOf: sides(of: number), at: 0) }
    if let notice { outcome.answer.notices.append(notice) }
    return outcome
  }

  private mutating func graded(
    _ cause: Int, _ evidence: Cause.Evidence, _ reference: String?, branch: String?
  ) throws -> Outcome {
    move.grade(cause, evidence, reference: reference)
    let word = InterviewWording.evidence(evidence)
    let said =
      evidence.isKnown
      ? reference.map { Said.gradedBy(number: cause, evidence: word, reference: $0) }
        ?? Said.graded(number: cause, evidence: word)
      : Said.guessed(number: cause, evidence: word)
    guard let branch else { return moved(said) }
    var outcome = try placed(branch, at: .branch(besides: cause))
    outcome.answer.notices.insert(said, at: 0)
    return outcome
  }

  private func parent(of place: Interview.Place) -> Int? {
    switch place {
    case .problem: nil
    case .cause(let parent): parent
    case .branch(let sibling): move.subject.causes.first { $0.number == sibling }?.parent
    }
  }

  // MARK: Steering

  /// The cause that the question is about.
  private var current: Int? {
    switch move.interview.step {
    case .why(let parent): parent
    case .evidence(let cause): cause
    case .wording(let proposal): parent(of: proposal.place)
    case .problem, .end: nil
    }
  }

  private mutating func back() -> Outcome {
    let wasProposal = if case .wording = move.interview.step { true } else { false }
    guard move.back() else { return again(Said.nothingBack) }
    return moved(wasProposal ? Said.backProposal : Said.back)
  }

  private func show() -> Outcome {
    var turn = self
    let wording = CaseWording(move.subject)
    return turn.asked(
      Answer(
        .answered, Said.case(number: move.subject.number, title: move.subject.title),
        body: [.tree(wording.branches(ungraded: Set(move.interview.ungraded)))]))
  }

  private func paused() -> Outcome {
    var interview = move.interview
    interview.isPaused = true
    let wording = CaseWording(move.subject)
    return Outcome(
      Answer(.answered, Said.paused(number: move.subject.number), records: [wording.row(scene.wording)]),
      questions: .replace(.interview(interview)))
  }

  /// The causes below the same parent, when there are several.
  private func sides(of number: Int) -> [Block] {
    let siblings = CauseTree(move.subject.causes).siblings(of: number)
    guard siblings.count > 1 else { return [] }
    return [
      .paragraph(Said.branches(count: siblings.count)),
      .list(
        siblings.suffix(6).map { cause in
          Said.side(
            number: cause.number, text: cause.text,
            evidence: move.interview.ungraded.contains(cause.number)
              ? Words.Interviews.Talk.Tree.ungraded : InterviewWording.evidence(cause.evidence))
        }),
    ]
  }

  // MARK: Outcomes

  /// After a step: the case is saved, and the next question put or the end told.
  private mutating func moved(_ headline: String) -> Outcome {
    if move.interview.step == .end { return ended(headline) }
    if move.subject.state == .closed {
      move.subject.state = .open
      move.subject.closed = nil
    }
    var answer = Answer(move.subject == before ? .question : .changed, headline)
    if case .why(let parent) = move.interview.step,
      CauseTree(move.subject.causes).depth(of: parent) + 1 == InterviewWording.guide
    {
      answer.body.append(.paragraph(Said.guide))
    }
    return asked(answer)
  }

  private mutating func asked(_ answer: Answer) -> Outcome {
    let question = InterviewWording(subject: move.subject).question(move.interview.step)
    move.interview.ask = question
    var answer = answer
    answer.question = question
    answer.records = [CaseWording(move.subject).row(scene.wording)]
    return Outcome(answer, changes: changes, questions: .replace(.interview(move.interview)))
  }

  /// Nothing is left to ask: the chain forwards, the tree, and whether the case can be closed.
  private mutating func ended(_ headline: String) -> Outcome {
    let wording = CaseWording(move.subject)
    if !move.subject.causes.isEmpty, wording.openLeaves.isEmpty {
      move.subject.state = .closed
      move.subject.closed = scene.now
    }
    var answer = Answer(move.subject == before ? .answered : .changed, headline)
    if !move.subject.causes.isEmpty {
      answer.body += wording.readBack.map(Block.paragraph)
      answer.body.append(.tree(wording.branches()))
    }
    answer.body.append(.paragraph(wording.verdict.joined(separator: " ")))
    if move.subject.state == .closed {
      answer.body.append(.paragraph(Words.Interviews.Talk.End.check(number: move.subject.number)))
    }
    answer.records = [CaseWording(move.subject).row(scene.wording)]
    // An interview that waited below takes the next line, so its question is put first.
    if case .interview(let waiting)? = scene.state.questions.dropLast().last, !waiting.isPaused {
      answer.question = Words.Voice.Question.back(question: waiting.ask)
    }
    return Outcome(answer, changes: changes, questions: .close)
  }

  private var changes: [Change] { move.subject == before ? [] : [.put(.case(move.subject))] }
}
