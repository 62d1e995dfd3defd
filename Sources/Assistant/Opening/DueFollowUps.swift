import Delivery
import Store
import Times

/// The open follow-ups of the one who speaks that want doing.
struct DueFollowUps {
  /// Their day is today, or their moment lies between now and midnight.
  let today: [FollowUp]
  /// Their day or moment has passed.
  let late: [FollowUp]
  /// How many are due now: today's whose moment has come, and all that are late.
  let now: Int

  init(snapshot: Snapshot, line: Line) throws {
    guard let person = line.person else {
      (today, late, now) = ([], [], 0)
      return
    }
    let local = line.zone.local(at: line.time)
    let tomorrow = line.zone.instant(of: LocalTime(local.day + 1, .midnight))
    var today: [FollowUp] = []
    var late: [FollowUp] = []
    var now = 0
    for followUp in try snapshot.openFollowUps(
      of: person, dueBefore: tomorrow, offset: line.zone.offset(at: line.time))
    {
      switch followUp.due {
      case .day(let day) where day < local.day: late.append(followUp)
      case .day:
        today.append(followUp)
        now += 1
      case .moment(let moment) where moment < line.time: late.append(followUp)
      case .moment(let moment):
        today.append(followUp)
        if moment == line.time { now += 1 }
      case nil: break
      }
    }
    self.today = today
    self.late = late
    self.now = now + late.count
  }
}
