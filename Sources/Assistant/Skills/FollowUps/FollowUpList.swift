import Delivery
import Language
import Prompts
import Store
import Times

/// What is on whose plate, soonest first.
struct FollowUpList {
  let scene: Scene

  /// Longer lists continue after `more`.
  private static let shown = 10

  func answer(_ filter: FollowUpFilter) throws -> Answer {
    let wording = FollowUpWording(scene: scene)
    let person = try filter.person.map { try Who(scene: scene).person($0) } ?? scene.speaker
    let open = try scene.snapshot.followUps(in: states(filter.state))
    var found = open
    if let person { found = found.filter { $0.owner == person.key } }
    var feature: Feature?
    if let slot = filter.feature {
      guard case .feature(let named) = try Subject(slot, in: scene.snapshot) else {
        throw UnknownRecord.name(kind: .feature, said: slot.value)
      }
      feature = named
      // Whoever asks about a feature means everybody's, unless somebody is named.
      found = try about(named, in: filter.person == nil ? open : found)
    }
    if let period = filter.period?.time { found = found.filter { $0.due.map { within($0, period) } ?? false } }
    found.sort { one, other in rank(one) < rank(other) }
    let whose = feature != nil && filter.person == nil ? nil : person
    let isAboutAll = whose == nil && filter.period == nil
    var answer = Answer(
      .answered, headline(count: found.count, whose: whose, feature: isAboutAll ? feature : nil, filter: filter))
    if let feature, !isAboutAll { answer.body.append(.paragraph(Words.FollowupList.about(feature: feature.name))) }
    if !found.isEmpty {
      let rows = try found.map { try cells($0, showsOwner: whose == nil) }
      answer.body.append(.table(table(Array(rows.prefix(FollowUpList.shown)), showsOwner: whose == nil)))
      if rows.count > FollowUpList.shown {
        answer.rest = [.table(table(Array(rows.dropFirst(FollowUpList.shown)), showsOwner: whose == nil))]
      }
    }
    let late = found.count { wording.isLate($0) }
    if late > 0 { answer.body.append(.paragraph(Words.FollowupList.late(count: late))) }
    if whose != nil, filter.person == nil, filter.state == nil {
      answer.body.append(.paragraph(Words.FollowupList.everybody(count: open.count)))
    }
    if let person = filter.person, whose == nil, Who.isSpeaker(person) {
      answer.notices = [Words.WorkList.unknownSpeaker]
    }
    answer.records = try found.map(wording.row)
    answer.next = try next(after: found)
    return answer
  }

  private func states(_ slot: SlotValue?) -> Set<FollowUp.State> {
    guard let state = slot.flatMap({ FollowUp.State(rawValue: $0.value) }) else { return [.open, .waiting] }
    return state == .open ? [.open, .waiting] : [state]
  }

  /// The follow-ups whose text names the feature, or that came from a case about it.
  private func about(_ feature: Feature, in followUps: [FollowUp]) throws -> [FollowUp] {
    let names = ([feature.name] + feature.aliases).map { Folding.words(of: $0) }
    let cases = try scene.snapshot.caseNumbers(about: feature.key)
    return followUps.filter { followUp in
      if let number = followUp.fromCase, cases.contains(number) { return true }
      let words = Folding.words(of: followUp.text)
      return names.contains { words.containsRun($0) }
    }
  }

  private func within(_ due: Due, _ period: TimeReading) -> Bool {
    let day = FollowUpWording(scene: scene).day(of: due)
    if period.kind == .point, let start = period.start { return day == start.local.day }
    let moment: Instant =
      switch due {
      case .day(let day): scene.line.zone.instant(of: LocalTime(day))
      case .moment(let instant): instant
      }
    if let start = period.start, moment < start.instant { return false }
    if let end = period.end, moment >= end.instant { return false }
    return period.start != nil || period.end != nil
  }

  /// What has no date comes last; what waits for somebody stays in its place.
  private func rank(_ followUp: FollowUp) -> (Int, Int, Int) {
    guard let due = followUp.due else { return (1, 0, followUp.number) }
    return (0, FollowUpWording(scene: scene).day(of: due).number, followUp.number)
  }

  // MARK: Wording

  private func headline(count: Int, whose: Person?, feature: Feature?, filter: FollowUpFilter) -> String {
    typealias List = Words.FollowupList
    let isSpeaker = whose != nil && whose?.key == scene.speaker?.key
    if let period = filter.period {
      guard let whose else { return List.allDue(count: count, period: Self.named(period)) }
      return isSpeaker
        ? List.yoursDue(count: count, period: Self.named(period))
        : List.theirsDue(name: whose.name, count: count, period: Self.named(period))
    }
    let state = FollowUpWording.state(filter.state.flatMap { FollowUp.State(rawValue: $0.value) } ?? .open)
    guard let whose else {
      return feature.map { List.allAbout(count: count, state: state, feature: $0.name) }
        ?? List.all(count: count, state: state)
    }
    return isSpeaker
      ? List.yours(count: count, state: state) : List.theirs(name: whose.name, count: count, state: state)
  }

  private func cells(_ followUp: FollowUp, showsOwner: Bool) throws -> [Table.Cell] {
    let wording = FollowUpWording(scene: scene)
    var cells = [Table.Cell("\(followUp.number)")]
    if showsOwner { cells.append(Table.Cell(try wording.owner(followUp))) }
    let state =
      if let what = followUp.waitingOn, followUp.state == .waiting {
        Words.FollowupList.waiting(what: what)
      } else {
        followUp.after.map { Words.Followups.after(number: $0) } ?? ""
      }
    let due = followUp.due.map(wording.datedDate) ?? Words.Followups.noDate
    return cells + [
      Table.Cell(followUp.text), Table.Cell(due, wording.isLate(followUp) ? .bad : .plain), Table.Cell(state),
    ]
  }

  private func table(_ rows: [[Table.Cell]], showsOwner: Bool) -> Table {
    typealias Titles = Words.Followups.Columns
    var columns = [Table.Column(Titles.number, isNumber: true)]
    if showsOwner { columns.append(Table.Column(Titles.owner)) }
    return Table(columns + [.init(Titles.text), .init(Titles.due), .init("")], cells: rows)
  }

  private func next(after found: [FollowUp]) throws -> [String] {
    guard let first = found.first(where: { !$0.state.isClosed }) else { return [] }
    return [Words.Followups.Next.done(number: first.number), Words.Followups.Next.late]
  }
}

extension FollowUpList {
  /// The period without the word that the sentence says itself.
  private static func named(_ period: SlotValue) -> String {
    period.said.lowercased().hasPrefix("due ") ? String(period.said.dropFirst(4)) : period.said
  }
}

extension [String] {
  /// Whether the words stand in here one after the other.
  func containsRun(_ words: [String]) -> Bool {
    guard !words.isEmpty, count >= words.count else { return false }
    return (0...count - words.count).contains { self[$0..<$0 + words.count].elementsEqual(words) }
  }
}
