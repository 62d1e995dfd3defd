import Delivery
import Prompts
import Store
import Times

/// Puts the first words of a chat together.
struct OpeningWords {
  let snapshot: Snapshot
  let line: Line
  let state: ConversationState
  let version: String

  private typealias Said = Words.Opening
  private var wording: TimeWording { TimeWording(now: line.time, zone: line.zone) }

  func opening() throws -> Opening {
    let manner = Reply.Manner(isPlain: state.isPlain)
    if try snapshot.isEmpty() {
      return Opening(answer: welcome, openQuestion: .welcome, isFirst: true, manner: manner)
    }
    let lines = [try changed(), try due(), try last(), Said.say].compactMap(\.self)
    var answer = Answer(.answered, try banner(), body: lines.map(Block.paragraph))
    var question: OpenQuestion?
    if line.person == nil, !state.staysAnonymous, state.questions.isEmpty, try hasPeople() {
      question = .whoAreYou([])
      answer.question = Said.Who.ask
    }
    return Opening(answer: answer, openQuestion: question, isFirst: false, manner: manner)
  }

  private var welcome: Answer {
    typealias Ways = Said.Welcome
    return Answer(
      .question, Ways.headline, body: [.paragraph(Ways.body)],
      choices: [
        Choice(number: 1, label: Ways.sample, said: Ways.sampleLine),
        Choice(number: 2, label: Ways.`import`, said: Ways.importLine),
      ], notices: state.isPlain ? [] : [Ways.plain])
  }

  private func banner() throws -> String {
    typealias Banner = Said.Banner
    let counts = try snapshot.knownCounts()
    var parts = [Banner.name(version: version)]
    if let workspace = try snapshot.workspace() { parts.append(Banner.workspace(name: workspace.name)) }
    let teams = counts[.team, default: 0]
    let features = counts[.feature, default: 0]
    var held: [String] = []
    if teams > 0 { held.append(Banner.teams(count: teams)) }
    if features > 0 { held.append(Banner.features(count: features)) }
    if held.isEmpty, let items = counts[.item], items > 0 { held.append(Banner.items(count: items)) }
    if !held.isEmpty { parts.append(held.joined(separator: ", ")) }
    if let newest = try snapshot.newestData() {
      let isToday = wording.day(of: newest) == wording.today
      parts.append(Banner.asOf(moment: isToday ? time(newest) : wording.moment(newest)))
    }
    return parts.joined(separator: " · ")
  }

  private func time(_ instant: Instant) -> String {
    let second = line.zone.local(at: instant).time.second
    return "\(TimeOfDay(second: second / 60 * 60))"
  }

  /// What others changed since this person's last line.
  private func changed() throws -> String? {
    guard let last = try snapshot.turns(of: line.person, limit: 20).first(where: { $0.said != nil }) else { return nil }
    let counts = try snapshot.changedRecords(after: last.at, notBy: line.person)
    typealias Changed = Said.Changed
    var parts: [String] = []
    var rest = counts.values.reduce(0, +)
    func add(_ kind: Kind, _ words: (Int) -> String) {
      guard let count = counts[kind] else { return }
      parts.append(words(count))
      rest -= count
    }
    add(.item) { Changed.items(count: $0) }
    add(.feature) { Changed.features(count: $0) }
    add(.claim) { Changed.claims(count: $0) }
    add(.dependency) { Changed.dependencies(count: $0) }
    add(.followup) { Changed.followups(count: $0) }
    add(.case) { Changed.cases(count: $0) }
    if rest > 0 { parts.append(Changed.other(count: rest)) }
    guard !parts.isEmpty else { return nil }
    return Changed.line(moment: wording.moment(last.at), parts: parts.joined(separator: ", "))
  }

  private func due() throws -> String? {
    let due = try DueFollowUps(snapshot: snapshot, line: line)
    let (today, late) = (due.today.count, due.late.count)
    if today > 0, late > 0 { return Said.Due.both(today: today, late: late) }
    if today > 0 { return Said.Due.today(count: today) }
    return late > 0 ? Said.Due.late(count: late) : nil
  }

  /// Where the person can go on.
  private func last() throws -> String? {
    if let draft = state.draft ?? state.questions.last(where: \.isDraft),
      state.isDraftNewest || state.questions.last?.isDraft == true, let words = draft.words
    {
      return Said.Last.draft(question: words)
    }
    for question in state.questions.reversed() {
      guard case .interview(let interview) = question, let subject = try snapshot.whyCase(Key(interview.caseKey))
      else { continue }
      return Said.Last.why(title: subject.title, number: DrillStep.number(of: interview, in: subject))
    }
    return nil
  }

  private func hasPeople() throws -> Bool {
    try snapshot.knownCounts()[.person, default: 0] > 0
  }
}

/// Which why an interview has come to.
enum DrillStep {
  /// The depth of the why that is asked, or of the cause that is being spoken of.
  static func number(of interview: Interview, in subject: Case) -> Int {
    let tree = CauseTree(subject.causes)
    return switch interview.step {
    case .problem: 1
    case .why(let parent): tree.depth(of: parent) + 1
    case .evidence(let cause): max(1, tree.depth(of: cause))
    case .wording(let proposal):
      switch proposal.place {
      case .problem: 1
      case .cause(let parent): tree.depth(of: parent) + 1
      case .branch(let sibling): max(1, tree.depth(of: sibling))
      }
    case .end: max(1, subject.causes.map { tree.depth(of: $0.number) }.max() ?? 1)
    }
  }
}
