package import Times
import Prompts

/// What is asked when words of time leave something open.
package enum TimeQuestionWording {
  package static func question(_ question: TimeQuestion) -> String {
    switch question {
    case .notUnderstood(let words): Words.Voice.Time.notUnderstood(words: words)
    case .vague(let words): Words.Voice.Time.vague(words: words)
    case .twoMeanings(let words): Words.Voice.Time.twoMeanings(words: words)
    case .noSuchDay(let words): Words.Voice.Time.noSuchDay(words: words)
    case .noSuchTime(let words): Words.Voice.Time.noSuchTime(words: words)
    case .weekdayDiffers(let said, let day):
      Words.Voice.Time.weekdayDiffers(
        date: DayFormat.english.date(day), actual: DayFormat.english.name(of: day.weekday),
        said: DayFormat.english.name(of: said))
    case .unknownZone(let words): Words.Voice.Time.unknownZone(words: words)
    case .severalTimes(let times): Words.Voice.Time.severalTimes(times: times.joined(separator: ", "))
    case .endsBeforeStart: Words.Voice.Time.endsBeforeStart
    case .outOfRange: Words.Voice.Time.outOfRange
    }
  }
}
