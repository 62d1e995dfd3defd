import Delivery
import Prompts
import Store
package import Times

/// Something that Gangway says on its own, in one line.
package struct Notice: Hashable, Sendable {
  package var text: String

  /// What it is about, each with its moment, so that it can be told once.
  package var ids: Set<String>

  /// The numbers of the follow-ups it is about.
  package var followUps: [Int]
}

extension Conversation {
  /// The reminders of a person that came up since a moment; none while they want quiet.
  ///
  /// A follow-up of a day comes up when the working day starts. What others gave the person meanwhile, and is due
  /// already, comes up as well.
  ///
  /// - Parameters:
  ///   - line: When and for whom; its text is not looked at.
  ///   - since: When it was last looked; that moment itself does not count for what comes up.
  ///   - told: What was told already.
  /// - Returns: One notice for all that came up, or none.
  /// - Throws: ``StoreError``.
  package func notices(of line: Line, since: Instant, told: Set<String> = []) throws -> [Notice] {
    try store.read { snapshot in
      let state = StateArchive.state(from: try snapshot.lastState(of: line.person))
      if let until = state.quietUntil, until > line.time { return [] }
      // What came up in the quiet is told when it ends.
      let endedSince = state.quietUntil.map { $0 > since } ?? false
      let since = endedSince ? min(since, state.quietSince ?? since) : since
      let due = try DueFollowUps(snapshot: snapshot, line: line)
      let wording = NoticeWording(line: line)
      let risen = (due.late + due.today).filter { followUp in
        guard let moment = wording.moment(of: followUp), moment <= line.time else { return false }
        if told.contains(wording.id(of: followUp)) { return false }
        if moment > since { return true }
        return followUp.by != line.person && followUp.created.map { $0 >= since && $0 <= line.time } ?? false
      }
      return wording.notice(of: risen).map { [$0] } ?? []
    }
  }
}

/// Puts reminders into one line, the text first.
private struct NoticeWording {
  let line: Line

  private typealias Said = Words.Notice.Due

  /// So many are named in one line.
  private static let named = 2

  /// When a follow-up comes up.
  func moment(of followUp: FollowUp) -> Instant? {
    switch followUp.due {
    case .moment(let moment): moment
    case .day(let day): line.zone.instant(of: LocalTime(day, WorkCalendar.standard.start))
    case nil: nil
    }
  }

  func notice(of followUps: [FollowUp]) -> Notice? {
    guard let first = followUps.first else { return nil }
    let text: String
    if followUps.count == 1 {
      text = sentence(of: first)
    } else {
      var entries = followUps.prefix(NoticeWording.named).map {
        Said.entry(number: $0.number, text: PrintableText.line($0.text))
      }
      if followUps.count > NoticeWording.named {
        entries.append(Said.rest(count: followUps.count - NoticeWording.named))
      }
      text = Said.several(
        count: followUps.count, entries: entries.joined(separator: "; "), first: Said.first(number: first.number))
    }
    return Notice(text: text, ids: Set(followUps.map(id)), followUps: followUps.map(\.number))
  }

  /// One that was moved comes up again.
  func id(of followUp: FollowUp) -> String {
    "followup/\(followUp.number)/\(moment(of: followUp)?.milliseconds ?? 0)"
  }

  private func sentence(of followUp: FollowUp) -> String {
    let text = PrintableText.line(followUp.text)
    guard let overdue = overdue(followUp) else { return Said.now(text: text, number: followUp.number) }
    return Said.overdue(time: overdue, text: text, number: followUp.number)
  }

  /// For how long it has been late; a day is late when it is over, a moment a minute after.
  private func overdue(_ followUp: FollowUp) -> String? {
    switch followUp.due {
    case .day(let day):
      let days = line.zone.local(at: line.time).day - day
      return days > 0 ? Said.days(count: days) : nil
    case .moment(let moment):
      let minutes = Int((line.time - moment) / 60)
      if minutes < 1 { return nil }
      if minutes < 60 { return Said.minutes(count: minutes) }
      return minutes < 48 * 60 ? Said.hours(count: minutes / 60) : Said.days(count: minutes / (24 * 60))
    case nil: return nil
    }
  }
}
