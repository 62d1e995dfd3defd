import Delivery
import Language
import Prompts
import Store

/// Opens a case, and asks the first question.
struct NewCase {
  let scene: Scene

  private typealias Said = Words.WhyStart

  func outcome(text: SlotValue?, about: SlotValue?) throws -> Outcome {
    let subject = try made(text: text, about: about)
    var interview = Interview(caseKey: subject.key.text, step: .problem, branches: [nil])
    if subject.problem != nil { interview.step = .why(parent: nil) }
    let wording = InterviewWording(subject: subject)
    interview.ask = wording.question(interview.step)
    let headline =
      subject.kind == .incident
      ? Said.opened(number: subject.number, title: subject.title)
      : Said.openedAs(number: subject.number, kind: wording.kindName, title: subject.title)
    var answer = Answer(.changed, headline, body: [.paragraph(Said.pausing)])
    answer.question = interview.ask
    answer.records = [CaseWording(subject).row(scene.wording)]
    let isAside = if case .interview? = scene.state.questions.last { true } else { false }
    if case .interview(let other)? = scene.state.questions.last,
      let waiting = try scene.snapshot.whyCase(Key(other.caseKey))
    {
      answer.notices.append(Said.aside(number: waiting.number))
    }
    return Outcome(
      answer, changes: [.put(.case(subject))],
      preview: Answer(.preview, Said.preview(title: subject.title), question: Said.ask),
      questions: isAside ? .replace(.interview(interview)) : .open(.interview(interview)))
  }

  private func made(text: SlotValue?, about: SlotValue?) throws -> Case {
    let people = PeopleInText(snapshot: scene.snapshot)
    let number = try scene.snapshot.nextNumber(for: .case)
    var subject = Case(
      key: Key("case-\(number)"), number: number, title: "", opened: scene.now, by: scene.line.person)
    let aboutTitle = try about.map { try link($0, to: &subject) }
    let said = text.map { withoutWhy($0.value.withoutClosingMarks) }
    let title = try people.anonymous(said ?? aboutTitle ?? scene.reading.said)
    subject.title = title.capitalisedFirst
    if subject.incident == nil { subject.kind = InterviewWording.kind(of: title) }
    // A problem that names or blames somebody is asked for in a sentence, so that the interview can offer other words.
    if let said, tells(said), try CauseLint(said, people: people).flags(parent: nil).allSatisfy({ $0.offer == nil }) {
      subject.problem = said.capitalisedFirst
    }
    return subject
  }

  /// Ties the case to the record that it is about.
  ///
  /// - Returns: The record's name.
  private func link(_ slot: SlotValue, to subject: inout Case) throws -> String {
    // The key of an incident looks like that of an item.
    let incident = try [slot.key, slot.value, slot.value.uppercased()].compactMap(\.self)
      .compactMap { try scene.snapshot.incident(Key($0)) }.first
    if slot.kind != .feature, let incident {
      subject.incident = incident.key
      subject.feature = incident.feature
      return incident.title
    }
    switch slot.kind {
    case .incident: throw UnknownRecord.name(kind: .incident, said: slot.said)
    case .feature:
      guard case .feature(let feature) = try Subject(slot, in: scene.snapshot) else { return slot.value }
      subject.feature = feature.key
      return feature.name
    default:
      guard case .item(let item) = try Subject(slot, in: scene.snapshot) else { return slot.value }
      subject.feature = item.feature
      return [item.key.text, item.title].compactMap(\.self).joined(separator: " ")
    }
  }

  /// "why the exports got stuck" is about the exports getting stuck.
  private func withoutWhy(_ text: String) -> String {
    let why = Words.Interviews.Talk.Heard.why + " "
    return text.lowercased().hasPrefix(why) ? String(text.dropFirst(why.count)) : text
  }

  /// Whether a text says what happened, beyond giving it a name.
  private func tells(_ text: String) -> Bool {
    let words = Folding.words(of: text)
    return words.count > 2 && words.dropFirst().contains(where: Said.tells.contains)
  }
}
