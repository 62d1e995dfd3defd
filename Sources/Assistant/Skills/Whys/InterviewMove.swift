import Delivery

/// A case and its interview, moved on by one answer at a time; nothing here knows words or the store.
struct InterviewMove {
  var subject: Case
  var interview: Interview
  /// Whether the line took a step already; all steps of one line are taken back together.
  private var hasMoved = false

  /// The interview of a case, at the first question that is still open.
  ///
  /// Branches nobody ended are asked before causes that are only assumed; an end means that nothing is open.
  init(resuming subject: Case) {
    self.subject = subject
    let leaves = CauseTree(subject.causes).leaves
    let open = leaves.filter { !$0.isRoot }
    var branches: [Int?] = open.map(\.number)
    if subject.causes.isEmpty { branches = [nil] }
    let unsure = (open.isEmpty ? leaves : open).filter { cause in
      open.isEmpty ? !cause.evidence.isKnown : cause.evidence == .unknown && cause.reference == nil
    }
    interview = Interview(
      caseKey: subject.key.text, step: .problem, ungraded: unsure.map(\.number), branches: branches)
    if subject.problem != nil || !subject.causes.isEmpty { advance() }
  }

  init(subject: Case, interview: Interview) {
    self.subject = subject
    self.interview = interview
  }

  /// Whether the causes that the interview speaks of are still there; others may have changed the case meanwhile.
  var isSound: Bool {
    let numbers = Set(subject.causes.map(\.number))
    guard interview.branches.allSatisfy({ $0.map(numbers.contains) ?? true }),
      interview.ungraded.allSatisfy(numbers.contains)
    else { return false }
    switch interview.step {
    case .problem, .end: return true
    case .why(let parent): return parent.map(numbers.contains) ?? true
    case .evidence(let cause): return numbers.contains(cause)
    case .wording(let proposal):
      switch proposal.place {
      case .problem: return true
      case .cause(let parent): return parent.map(numbers.contains) ?? true
      case .branch(let sibling): return numbers.contains(sibling)
      }
    }
  }

  // MARK: Answers

  /// Puts an answer where it belongs.
  ///
  /// - Returns: The number of the cause it became; nothing for the problem.
  @discardableResult mutating func put(_ text: String, at place: Interview.Place, asked: String) -> Int? {
    switch place {
    case .problem:
      remember(saysProblem: true)
      subject.problem = text
      advance()
      return nil
    case .cause(let parent):
      let number = nextNumber
      remember(added: [number])
      subject.causes.append(Cause(number: number, parent: parent, text: text, asked: asked))
      interview.branches.removeAll { $0 == parent }
      interview.branches.insert(number, at: 0)
      interview.ungraded.insert(number, at: 0)
      advance()
      return number
    case .branch(let sibling):
      let number = nextNumber
      remember(added: [number])
      let parent = subject.causes.first { $0.number == sibling }?.parent
      subject.causes.append(Cause(number: number, parent: parent, text: text, asked: asked))
      let after = interview.branches.firstIndex { $0 == sibling }.map { $0 + 1 } ?? 0
      interview.branches.insert(number, at: after)
      interview.ungraded.insert(number, at: interview.ungraded.first == sibling ? 1 : 0)
      advance()
      return number
    }
  }

  mutating func grade(_ number: Int, _ evidence: Cause.Evidence, reference: String?) {
    remember(marked: number)
    mark(number) { cause in
      cause.evidence = evidence
      cause.reference = reference ?? cause.reference
    }
    interview.ungraded.removeAll { $0 == number }
    advance()
  }

  /// Leaves the question open and goes on; a branch that was skipped keeps the case open.
  mutating func skip() {
    remember(saysProblem: interview.step == .problem)
    switch interview.step {
    case .problem: subject.problem = subject.title
    case .why(let parent): interview.branches.removeAll { $0 == parent }
    case .evidence(let cause): interview.ungraded.removeAll { $0 == cause }
    case .wording, .end: break
    }
    advance()
  }

  /// Ends the branch that is asked about: its last cause is a root.
  mutating func endBranch() {
    let number: Int? =
      switch interview.step {
      case .why(let parent): parent
      case .evidence(let cause): cause
      case .wording(let proposal):
        switch proposal.place {
        case .problem: nil
        case .cause(let parent): parent
        case .branch(let sibling): sibling
        }
      case .problem, .end: nil
      }
    if let number {
      remember(marked: number)
      mark(number) { $0.isRoot = true }
      interview.ungraded.removeAll { $0 == number }
    } else {
      remember()
    }
    interview.branches.removeAll { $0 == number }
    advance()
  }

  /// Asks nothing more, and leaves every branch as it is.
  mutating func endAll() {
    remember()
    interview.ungraded = []
    interview.branches = []
    advance()
  }

  mutating func propose(_ proposal: Interview.Proposal) {
    remember()
    interview.step = .wording(proposal)
  }

  /// Takes the last step back: the case and the question are as they were before it.
  ///
  /// - Returns: Whether there was a step to take back.
  mutating func back() -> Bool {
    guard let past = interview.past.popLast() else { return false }
    interview.step = past.step
    interview.ungraded = past.ungraded
    interview.branches = past.branches
    subject.causes.removeAll { past.added.contains($0.number) }
    for before in past.marked {
      mark(before.cause) { cause in
        cause.evidence = Cause.Evidence(rawValue: before.evidence) ?? .unknown
        cause.reference = before.reference
        cause.isRoot = before.isRoot
      }
    }
    if past.saysProblem { subject.problem = past.problem }
    return true
  }

  // MARK: Steps

  private mutating func advance() {
    if let cause = interview.ungraded.first {
      interview.step = .evidence(cause: cause)
    } else if let parent = interview.branches.first {
      interview.step = .why(parent: parent)
    } else {
      interview.step = .end
    }
  }

  private mutating func remember(added: [Int] = [], marked: Int? = nil, saysProblem: Bool = false) {
    let marks = subject.causes.filter { $0.number == marked }.map { cause in
      Interview.Mark(
        cause: cause.number, evidence: cause.evidence.rawValue, reference: cause.reference, isRoot: cause.isRoot)
    }
    defer { hasMoved = true }
    if hasMoved, var last = interview.past.popLast() {
      last.added += added
      last.marked += marks.filter { mark in
        !last.added.contains(mark.cause) && !last.marked.contains { $0.cause == mark.cause }
      }
      interview.past.append(last)
      return
    }
    interview.past.append(
      Interview.Past(
        step: interview.step, ungraded: interview.ungraded, branches: interview.branches, added: added, marked: marks,
        saysProblem: saysProblem, problem: saysProblem ? subject.problem : nil))
    if interview.past.count > Interview.longestPast { interview.past.removeFirst() }
  }

  private mutating func mark(_ number: Int, _ change: (inout Cause) -> Void) {
    guard let index = subject.causes.firstIndex(where: { $0.number == number }) else { return }
    change(&subject.causes[index])
  }

  private var nextNumber: Int { (subject.causes.map(\.number).max() ?? 0) + 1 }
}

extension Cause.Evidence {
  /// Somebody saw it or was told, beyond guessing.
  var isKnown: Bool {
    switch self {
    case .observed, .reported: true
    case .assumed, .unknown: false
    }
  }
}
