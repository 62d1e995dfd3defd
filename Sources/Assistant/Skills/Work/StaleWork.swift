import Delivery
import Language
import Prompts
import Store
import Times

/// Open items whose record has not changed for a while, the oldest first.
struct StaleWork {
  let scene: Scene

  private static let shown = 10
  /// How many days without a change count when nobody says how many.
  private static let patience: Int64 = 14

  func answer(_ slots: WorkSlots, period: SlotValue?, delay: SlotValue?) throws -> Answer {
    let wording = WorkWording(scene: scene)
    let (filter, names) = try wording.filter(slots)
    if names.isUnknownSpeaker { return Answer(.refused, Words.WorkList.unknownSpeaker) }
    let since = start(period: period?.time, delay: delay?.time)
    let work = try scene.snapshot.work(filter).map { ($0, changed($0)) }
    let stale = work.filter { $0.1.map { $0 < since } ?? false }
      .sorted { one, other in (one.1 ?? since, one.0.key) < (other.1 ?? since, other.0.key) }
    let date = scene.wording.datedDay(scene.wording.day(of: since))
    var answer = Answer(
      .answered,
      stale.isEmpty ? Words.WorkStale.none(date: date) : Words.WorkStale.headline(count: stale.count, date: date))
    if !stale.isEmpty { answer.body = [wording.table(stale.prefix(StaleWork.shown))] }
    if stale.count > StaleWork.shown { answer.rest = [wording.table(stale.dropFirst(StaleWork.shown))] }
    let undated = work.count { $0.1 == nil }
    if undated > 0 { answer.body.append(.paragraph(Words.WorkStale.undated(count: undated))) }
    answer.records = stale.map { wording.row($0.0, since: $0.1) }
    if let first = stale.first { answer.next = [Words.WorkList.Next.item(key: first.0.key.text)] }
    return answer
  }

  private func changed(_ work: ListedWork) -> Instant? {
    [work.updated, work.since].compactMap { $0 }.max()
  }

  private func start(period: TimeReading?, delay: TimeReading?) -> Instant {
    if let start = period?.start?.instant { return start }
    if let delay {
      if let seconds = delay.seconds { return scene.now + -seconds }
      if let days = delay.workingDays {
        let day = WorkCalendar.standard.adding(workingDays: -days, to: scene.wording.today)
        return scene.line.zone.instant(of: LocalTime(day))
      }
    }
    return scene.now + -StaleWork.patience * 86_400
  }
}
