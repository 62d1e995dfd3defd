import Language
import Prompts
import Times

/// A follow-up put off without a date: an hour, or until the next working morning when that is after work.
struct Snooze {
  let moment: Instant
  let isToday: Bool

  private static let hour: Int64 = 3_600

  init(calendar: WorkCalendar, zone: Zone, now: Instant) {
    let local = zone.local(at: now)
    let end = zone.instant(of: LocalTime(local.day, calendar.end))
    isToday = calendar.isWorking(local.day) && !(end < now + Snooze.hour)
    if isToday {
      // Nobody wants to be reminded to the second.
      let minute = (now.milliseconds + 59_999) / 60_000 * 60
      moment = Instant(seconds: minute + Snooze.hour)
    } else {
      moment = zone.instant(of: LocalTime(calendar.workingDay(after: local.day), calendar.start))
    }
  }

  /// Whether a line wants a follow-up out of the way and names no time.
  static func isMeant(by reading: Reading) -> Bool {
    guard reading.intent == "followup.move", reading.slots["number"] != nil, reading.slots["when"] == nil,
      reading.slots["delay"] == nil
    else { return false }
    let words = Folding.words(of: reading.spoken)
    return Words.FollowupMove.snoozeWords.contains { words.firstRange(of: Folding.words(of: $0)) != nil }
  }
}
