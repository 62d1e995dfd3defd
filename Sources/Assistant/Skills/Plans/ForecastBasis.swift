import Delivery
import Planning
import Store
import Times

/// What a forecast rests on: how much is left, the history, what has to be done elsewhere first, and the odds.
struct ForecastBasis {
  let name: String
  let key: String
  let remaining: Int
  let past: PastWork
  let odds: Odds
  /// Another group whose history was taken, as the subject's own is too short.
  private(set) var borrowedFrom: String?
  private(set) var isOfTeams = false
  /// Open items outside that have to be done first, and those of them whose teams have no history.
  private(set) var outside: [Int64] = []
  private(set) var unknowable: [Int64] = []
  private(set) var hasFeatureWaits = false
  let calendar: WorkCalendar
  /// Whose history it is.
  private(set) var group: ItemGroup?

  /// So many runs when waits matter; fewer where many items take part.
  private static let trials = (many: 10_000, few: 2_000)
  private static let manyItems = 500

  /// Why there is no forecast.
  enum Refusal: Error {
    case nothingLeft
    case tooLittle(PastWork)
  }

  /// - Parameters:
  ///   - subject: A feature, release or team.
  ///   - count: How many items, instead of all that are open.
  ///   - change: How many items more or fewer than there are.
  ///   - scene: When and where.
  /// - Throws: ``Refusal``, ``StoreError``.
  init(_ subject: Subject, count: Int?, change: Int = 0, scene: Scene) throws {
    let snapshot = scene.snapshot
    calendar = try DueNotes(scene: scene).calendar
    name = subject.name
    key = subject.reference.key
    group = ItemGroup(subject)
    let group = group
    var items = try snapshot.plannedItems(of: group)
    remaining = max(0, count ?? items.count + change)
    guard remaining > 0 else { throw Refusal.nothingLeft }
    var own = try PastWork(of: group, scene: scene, calendar: calendar)
    if !own.hasEnough, case .feature(let feature) = subject,
      let team = try feature.team.flatMap({ try snapshot.team($0) })
    {
      let teams = try PastWork(of: .team(team.key), scene: scene, calendar: calendar)
      if teams.hasEnough {
        own = teams
        borrowedFrom = team.name
        self.group = .team(team.key)
      }
    }
    if case .release = subject { own = try PastWork(of: nil, scene: scene, calendar: calendar) }
    guard own.hasEnough else { throw Refusal.tooLittle(own) }
    past = own
    if change < 0 { items.removeLast(min(items.count, -change)) }
    if count != nil || items.isEmpty {
      odds = own.throughput.odds(ofFinishing: remaining)
      return
    }
    var network = try ForecastNetwork(items, of: subject, scene: scene, calendar: calendar, own: own)
    network.add(max(0, change))
    isOfTeams = network.isOfTeams
    outside = network.outside
    unknowable = network.unknowable
    hasFeatureWaits = network.hasFeatureWaits
    odds =
      network.hasWaits
      ? network.simulation.odds(
        trials: network.count > Self.manyItems ? Self.trials.few : Self.trials.many,
        seed: UInt64(bitPattern: Int64(scene.wording.today.number)))
      : network.exactOdds
  }

  func date(for chance: Double, from today: Day) -> Day? {
    odds.days(for: chance).map { past.date(after: $0, from: today, calendar: calendar) }
  }
}
