import Delivery
import Planning
import Store
import Times

/// What a group finished on each day of the past, until yesterday.
struct PastWork {
  /// A forecast looks back so many days.
  static let window = 90
  /// With fewer finished items no forecast is made.
  static let fewest = 5

  /// The days of the window.
  let throughput: Throughput
  /// The same and the days before, for tests of earlier forecasts.
  let longer: [Int]
  /// Whether days off count like others, because work is finished on them too.
  let countsEveryDay: Bool
  /// The first day of the window that counts.
  let first: Day

  var hasEnough: Bool { throughput.total >= PastWork.fewest }

  /// - Complexity: O(items finished in the last year + days).
  init(of group: ItemGroup?, scene: Scene, calendar: WorkCalendar) throws {
    let today = scene.wording.today
    let zone = scene.line.zone
    let oldest = today - 2 * PastWork.window
    let finished = try scene.snapshot.finished(of: group, since: zone.instant(of: LocalTime(oldest)))
      .map { zone.local(at: $0).day }.filter { $0 < today }
    let off = finished.count { !calendar.isWorking($0) }
    // People who hardly ever finish anything on days off do not work on them.
    let everyDay = off * 10 > finished.count
    countsEveryDay = everyDay
    var begin = oldest
    if let created = try scene.snapshot.firstCreated(of: group) { begin = max(begin, zone.local(at: created).day) }
    var counts: [Day: Int] = [:]
    for day in finished { counts[everyDay ? day : calendar.workingDay(from: day), default: 0] += 1 }
    var days: [Int] = []
    var starts: [Day] = []
    var day = begin
    while day < today {
      if everyDay || calendar.isWorking(day) {
        days.append(counts[day] ?? 0)
        starts.append(day)
      }
      day = day + 1
    }
    let start = starts.firstIndex { $0 >= today - PastWork.window } ?? starts.endIndex
    throughput = Throughput(days: Array(days[start...]))
    longer = days
    first = start < starts.endIndex ? starts[start] : today
  }

  /// The day on which so many days of work are over, today not counted.
  func date(after days: Int, from today: Day, calendar: WorkCalendar) -> Day {
    countsEveryDay ? today + days : calendar.adding(workingDays: days, to: today)
  }

  /// How many days of work there are after today until a day, that day included.
  func days(until day: Day, from today: Day, calendar: WorkCalendar) -> Int {
    countsEveryDay ? max(0, day - today) : max(0, calendar.workingDays(from: today, to: day))
  }
}
