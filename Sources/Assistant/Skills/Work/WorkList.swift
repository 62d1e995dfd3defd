import Delivery
import Prompts
import Store
import Times

/// What is open for a person, a team, a feature or a release, or in a status: what is active first.
struct WorkList {
  let scene: Scene

  /// Longer lists continue after `more`.
  private static let shown = 10

  func answer(_ slots: WorkSlots) throws -> Answer {
    let wording = WorkWording(scene: scene)
    let (filter, names) = try wording.filter(slots)
    if names.isUnknownSpeaker { return Answer(.refused, Words.WorkList.unknownSpeaker) }
    if try scene.snapshot.isEmpty() { return Answer(.unknown, Words.Voice.Unknown.empty) }
    let work = try scene.snapshot.work(filter).sorted { rank($0) < rank($1) }
    let headline = headline(count: work.count, names)
    let counts = counts(of: work)
    var answer = Answer(
      .answered,
      counts.count < 2 && names.state != nil || counts.isEmpty
        ? Words.WorkList.plain(headline: headline)
        : Words.WorkList.counted(headline: headline, counts: counts.joined(separator: ", ")))
    let rows = work.map { ($0, $0.since) }
    if !rows.isEmpty { answer.body = [wording.table(rows.prefix(WorkList.shown))] }
    if rows.count > WorkList.shown { answer.rest = [wording.table(rows.dropFirst(WorkList.shown))] }
    answer.records = work.map { wording.row($0, since: $0.since) }
    if let first = work.first {
      answer.next = [Words.WorkList.Next.item(key: first.key.text), Words.WorkList.Next.stale]
    }
    return answer
  }

  private func rank(_ work: ListedWork) -> (Int, String, String) {
    let category =
      switch work.category {
      case .active: 0
      case .waiting: 1
      case nil: 2
      case .done: 3
      }
    return (category, work.status ?? "", work.key.text)
  }

  private func counts(of work: [ListedWork]) -> [String] {
    guard !work.isEmpty else { return [] }
    var counts = [Status.Category.active, .waiting, .done].compactMap { category -> String? in
      let count = work.count { $0.category == category }
      return count > 0 ? Words.WorkList.category(count: count, category: WorkWording.category(category)) : nil
    }
    let unsorted = work.count { $0.category == nil }
    if unsorted > 0 { counts.append(Words.WorkList.unsorted(count: unsorted)) }
    return counts
  }

  private func headline(count: Int, _ names: WorkWording.Names) -> String {
    var parts: [String] = []
    if let state = names.state {
      parts.append(Words.WorkList.stood(count: count, state: state))
      if let person = names.person { parts.append(Words.WorkList.with(name: person.name)) }
    } else if let person = names.person {
      parts.append(
        person.key == scene.speaker?.key
          ? Words.WorkList.yours(count: count) : Words.WorkList.of(name: person.name, count: count))
    } else {
      parts.append(Words.WorkList.all(count: count))
    }
    return (parts + names.others).joined(separator: " ")
  }
}
