import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// One case with its tree of causes.
struct CaseCard {
  let scene: Scene

  private typealias Said = Words.WhyShow

  /// Shows the case that was asked for; the newest without one.
  func answer(_ named: Case?) throws -> Answer {
    guard let subject = try named ?? scene.snapshot.newestWhyCase() else {
      return Answer(.unknown, Said.none, next: [Words.WhyResume.start])
    }
    let wording = CaseWording(subject)
    var facts: [Fact] = []
    func fact(_ label: String, _ value: String) {
      facts.append(Fact(label, value, source: Said.source, asOf: subject.closed ?? subject.opened))
    }
    if let key = subject.incident {
      let title = try scene.snapshot.incident(key)?.title
      fact(Said.incident, [key.text, title == key.text ? nil : title].compactMap(\.self).joined(separator: " "))
    }
    if let feature = try subject.feature.flatMap({ try scene.snapshot.feature($0) }) {
      fact(Said.feature, feature.name)
    }
    let open = wording.openLeaves.map(\.number)
    if !open.isEmpty, subject.state != .closed {
      fact(Said.openLeaf, open.prefix(8).map(String.init).joined(separator: ", "))
    }
    var body: [Block] = facts.isEmpty ? [] : [.facts(facts)]
    body.append(.tree(wording.branches()))
    if subject.causes.isEmpty { body.append(.paragraph(Said.nothing)) }
    var answer = Answer(.answered, headline(subject), body: body)
    answer.records = [wording.row(scene.wording)]
    if subject.state != .closed { answer.next = [Said.resume(number: subject.number)] }
    return answer
  }

  private func headline(_ subject: Case) -> String {
    let (number, title, times) = (subject.number, subject.title, scene.wording)
    switch subject.state {
    case .open:
      return subject.opened.map { Said.open(number: number, title: title, date: times.datedDay(times.day(of: $0))) }
        ?? Said.openOnly(number: number, title: title)
    case .soak: return Said.soak(number: number, title: title)
    case .closed:
      return subject.closed.map { Said.closed(number: number, title: title, date: times.datedDay(times.day(of: $0))) }
        ?? Said.closedOnly(number: number, title: title)
    }
  }
}

/// The cases there are, open ones first.
struct CaseList {
  let scene: Scene

  private typealias Said = Words.WhyList

  /// So many rows are shown before `more`.
  private static let shownRows = 8

  func answer(state: SlotValue?, feature: SlotValue?, period: SlotValue?) throws -> Answer {
    let all = try scene.snapshot.whyCases()
    guard !all.isEmpty else { return Answer(.unknown, Said.none, next: [Said.Next.start]) }
    let featureKey = try feature.map { try Subject($0, in: scene.snapshot).reference.key }
    let cases = all.filter { found in
      (state.map { $0.value == found.state.rawValue } ?? true)
        && (featureKey.map { $0 == found.feature?.text } ?? true)
        && (period?.time.map { opened(found, within: $0) } ?? true)
    }
    guard let first = cases.first else { return Answer(.unknown, Said.noneSuch) }
    let counts = Case.State.allCases.compactMap { state -> String? in
      let count = cases.count { $0.state == state }
      return count > 0 ? Said.one(count: count, state: name(state)) : nil
    }
    let headline = Said.headline(count: cases.count, states: counts.joined(separator: ", "))
    var answer = Answer(.answered, headline, body: [table(Array(cases.prefix(CaseList.shownRows)))])
    if cases.count > CaseList.shownRows { answer.rest = [table(Array(cases.dropFirst(CaseList.shownRows)))] }
    answer.records = cases.map { CaseWording($0).row(scene.wording) }
    answer.next = [Said.Next.show(number: first.number)]
    if first.state == .open { answer.next.append(Said.Next.resume(number: first.number)) }
    return answer
  }

  private func table(_ cases: [Case]) -> Block {
    .table(
      Table(
        [
          .init(Said.number, isNumber: true), .init(Said.title, isToldElsewhere: true), .init(Said.state),
          .init(Said.since),
          .init(Said.causes, isNumber: true),
        ],
        cells: cases.map { found in
          [
            Table.Cell("\(found.number)"), Table.Cell(found.title),
            Table.Cell(name(found.state), found.state == .closed ? .good : .plain),
            Table.Cell(found.opened.map { scene.wording.distance(to: $0) } ?? "", .source),
            Table.Cell("\(found.causes.count)"),
          ]
        }))
  }

  private func opened(_ found: Case, within period: TimeReading) -> Bool {
    guard let opened = found.opened else { return false }
    return (period.start.map { opened >= $0.instant } ?? true) && (period.end.map { opened < $0.instant } ?? true)
  }

  private func name(_ state: Case.State) -> String {
    switch state {
    case .open: Said.open
    case .soak: Said.soak
    case .closed: Said.closed
    }
  }
}
