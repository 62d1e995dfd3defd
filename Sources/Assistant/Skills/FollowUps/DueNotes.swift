import Delivery
import Prompts
import Store
import Times

/// The days on which people work, and what there is to say about a date beyond itself.
struct DueNotes {
  let scene: Scene
  let calendar: WorkCalendar
  private let holidays: [Holiday]

  init(scene: Scene) throws {
    self.scene = scene
    holidays = try scene.snapshot.holidays()
    var calendar = scene.line.habits.calendar
    calendar.holidays.merge(holidays.map { ($0.date, $0.name) }) { first, _ in first }
    self.calendar = calendar
  }

  var reader: DueDate {
    DueDate(calendar: calendar, zone: scene.line.zone, today: scene.wording.today)
  }

  /// That the date is a weekend, a holiday or past, that its owner is away, and how else its words could be read.
  func notes(on followUp: FollowUp, said time: TimeReading? = nil) throws -> [String] {
    guard let due = followUp.due else { return [] }
    let wording = FollowUpWording(scene: scene)
    let day = wording.day(of: due)
    let date = scene.wording.day(day)
    var notes: [String] = []
    if wording.hasPassed(due) { notes.append(Words.Followups.past(date: wording.date(due))) }
    notes += holidays.filter { $0.date == day }.map {
      Words.Followups.holiday(date: date, region: $0.region, name: $0.name)
    }
    if calendar.weekend.contains(day.weekday) { notes.append(Words.Followups.weekend(date: date)) }
    if let owner = followUp.owner, try scene.snapshot.isAway(owner, on: day) {
      notes.append(Words.Followups.away(who: try wording.owner(followUp), date: date))
    }
    if let time, let other = time.also.first, other.start.local.day != day {
      notes.append(Words.Followups.other(said: time.said, date: scene.wording.day(other.start.local.day)))
    }
    return notes
  }
}
